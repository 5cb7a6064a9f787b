package dev.posthorn.internal.cli;

import dev.posthorn.Posthorn;
import dev.posthorn.openssl.ciphers.Expansion;
import java.io.IOException;
import java.util.Set;

/** {@code posthorn ciphers}: what a cipher string means to a release of OpenSSL. */
final class CiphersCommand implements Command {

    private static final String OPENSSL = "--openssl";

    @Override
    public Set<String> options() {
        return Set.of(OPENSSL);
    }

    @Override
    public String help() {
        return """
                usage: posthorn ciphers STRING --openssl VERSION

                Says what a cipher string means to a release of OpenSSL: the suites in its order, what each rule
                did, and what it ignores without a word.

                  STRING               such as 'HIGH:!aNULL:+RC4'; in single quotes, because of the !. One that
                                       begins with - stands behind --
                  --openssl VERSION    the release, with build options if they matter: 1.0.1e, "1.0.2u no-srp"

                exit status: 0 there are suites, 1 OpenSSL would refuse the string, 2 wrong usage
                """;
    }

    @Override
    public ExitStatus run(CommandLine line, Console console) throws UsageException, IOException {
        if (line.operands().size() != 1) {
            throw new UsageException("which cipher string? One is wanted, in single quotes, and there are "
                    + line.operands().size());
        }
        Expansion expansion;
        try {
            expansion = Posthorn.expand(line.operands().get(0), line.required(OPENSSL));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        String text = expansion.toString();
        console.print(text.endsWith("\n") ? text : text + "\n");
        return expansion.rejection().isPresent() ? ExitStatus.FOUND : ExitStatus.FINE;
    }
}
