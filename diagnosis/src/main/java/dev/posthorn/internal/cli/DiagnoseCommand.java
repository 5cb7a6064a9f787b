package dev.posthorn.internal.cli;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.maillog.MaillogDiagnosis;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.PostfixVersion;
import dev.posthorn.show.Dossier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code posthorn diagnose}: what goes wrong with TLS, for whom, and what to change. */
final class DiagnoseCommand implements Command {

    private static final String MAIN_CF = "--main-cf";
    private static final String POSTFIX = "--postfix";
    private static final String OPENSSL = "--openssl";

    @Override
    public Set<String> options() {
        return Set.of(MAIN_CF, POSTFIX, OPENSSL, Results.HTML, Results.JSON);
    }

    @Override
    public String help() {
        return """
                usage: posthorn diagnose LOG... [--main-cf FILE --postfix VERSION] [--openssl VERSION]
                                                [--html FILE] [--json FILE]

                Says what goes wrong with TLS in a log of Postfix, for whom, and what to change.

                  LOG                  a file, compressed or not, or a folder; several are one log, the oldest
                                       first. - is the standard input: journalctl -u postfix | posthorn diagnose -
                  --main-cf FILE       the settings: main.cf, or what postconf or postconf -n prints
                  --postfix VERSION    what postconf mail_version says, such as 2.6.6
                  --openssl VERSION    the release, with build options if they matter: 1.0.1e, "1.0.2u no-srp"
                  --html FILE          writes a page for people; - is the standard output, instead of the text
                  --json FILE          writes all of it for programs; - as above

                The more it knows of the server, the surer it is. It reads nothing but these files, changes no
                setting and opens no connection.

                exit status: 0 no handshake failed, 1 one failed, 2 wrong usage, 3 a file cannot be read or written,
                or holds no line of a mail program
                """;
    }

    @Override
    public ExitStatus run(CommandLine line, Console console) throws UsageException, IOException {
        Optional<Path> mainCf = mainCf(line);
        LogInput logs = LogInput.of(line);
        List<Path> sources = new ArrayList<>(logs.files());
        mainCf.ifPresent(sources::add);
        Results results = Results.of(line, sources);
        MaillogDiagnosis diagnosis = diagnose(logs, server(line, mainCf), console);
        Dossier dossier = Dossier.of(logs.title(), diagnosis);
        results.write(console, dossier::toString, dossier::toHtml, dossier::toJson);
        if (isOfSomethingElse(diagnosis)) {
            console.complain(
                    logs.title() + ": no line of it is of a program that Posthorn reads; is it a log of Postfix?");
            return ExitStatus.UNREADABLE;
        }
        return diagnosis.failedSessionCount() > 0 ? ExitStatus.FOUND : ExitStatus.FINE;
    }

    /** A picture or a log of a web server has no failed handshakes either; that must not pass for health. */
    private static boolean isOfSomethingElse(MaillogDiagnosis diagnosis) {
        long lines = diagnosis.lineCount();
        return lines > 0 && diagnosis.lineCounts().getOrDefault(MaillogKind.UNRECOGNIZED, 0L) == lines;
    }

    private static Optional<Path> mainCf(CommandLine line) throws UsageException {
        Optional<String> file = line.option(MAIN_CF);
        if (file.isPresent() != line.option(POSTFIX).isPresent()) {
            throw new UsageException(
                    MAIN_CF + " and " + POSTFIX + " go together: what settings mean depends on the version");
        }
        return file.isPresent() ? Optional.of(LogInput.path(file.get())) : Optional.empty();
    }

    private static MailServer server(CommandLine line, Optional<Path> mainCf) throws UsageException, IOException {
        MailServer.Builder server = MailServer.builder();
        try {
            line.option(OPENSSL).map(OpenSslBuild::parse).ifPresent(server::openSsl);
            if (mainCf.isPresent()) {
                PostfixVersion version = PostfixVersion.parse(line.required(POSTFIX));
                // Comments in a main.cf may be in any encoding; its settings are ASCII.
                String text = Files.readString(mainCf.get(), StandardCharsets.ISO_8859_1);
                server.settings(PostfixTlsSettings.parse(version, text));
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        return server.build();
    }

    private static MaillogDiagnosis diagnose(LogInput logs, MailServer server, Console console) throws IOException {
        try (Progress progress = console.progress();
                MaillogCursor cursor = logs.open(console, progress)) {
            return MaillogDiagnosis.of(cursor, server);
        }
    }
}
