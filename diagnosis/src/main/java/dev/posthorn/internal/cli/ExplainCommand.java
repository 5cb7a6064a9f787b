package dev.posthorn.internal.cli;

import dev.posthorn.Posthorn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** {@code posthorn explain}: what lines of a log mean. */
final class ExplainCommand implements Command {

    /** More lines than a session has; a whole log is for {@code diagnose}. */
    private static final int MOST_BYTES = 1 << 20;

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public String help() {
        return """
                usage: posthorn explain LINE...

                Says what a line of a log means: of an OpenSSL error what happened, whose it is to change something,
                and what to do. Takes the lines of Postfix, Dovecot, Exim, Sendmail and others, an error string, a
                code alone, or several lines of one session.

                  LINE    a line, in quotes. - is the standard input, up to a mebibyte. One that begins with -
                          stands behind --

                exit status: 0 always, but 2 for wrong usage
                """;
    }

    @Override
    public ExitStatus run(CommandLine line, Console console) throws UsageException, IOException {
        List<String> lines = line.operands();
        if (lines.isEmpty()) {
            throw new UsageException("which line? Put it in quotes, or - for the standard input");
        }
        String text = lines.equals(List.of("-"))
                ? new String(console.in().readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                : String.join("\n", lines);
        String explained = Posthorn.explain(text);
        console.print(explained.endsWith("\n") ? explained : explained + "\n");
        return ExitStatus.FINE;
    }
}
