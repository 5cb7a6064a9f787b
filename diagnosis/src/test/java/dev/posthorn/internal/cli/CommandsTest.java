package dev.posthorn.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.posthorn.parsers.ReadProgress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private static final String GOOD =
            "Aug 23 10:00:00 mx postfix/smtpd[1]: Anonymous TLS connection established from a.example.com[192.0.2.1]:"
                    + " TLSv1.2 with cipher ECDHE-RSA-AES128-GCM-SHA256 (128/128 bits)\n";
    private static final String BAD = """
            Aug 23 10:00:00 mx postfix/smtpd[2]: connect from b.example.com[192.0.2.2]
            Aug 23 10:00:00 mx postfix/smtpd[2]: SSL_accept error from b.example.com[192.0.2.2]: -1
            Aug 23 10:00:00 mx postfix/smtpd[2]: warning: TLS library problem: 2:error:1408A0C1:SSL routines:\
            SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1355:
            Aug 23 10:00:00 mx postfix/smtpd[2]: lost connection after STARTTLS from b.example.com[192.0.2.2]
            Aug 23 10:00:00 mx postfix/smtpd[2]: disconnect from b.example.com[192.0.2.2]
            """;

    @TempDir
    Path folder;

    @Test
    void diagnose_ofALogInWhichNothingFailed_isFine() throws IOException {
        CommandRun run = CommandRun.of("diagnose", file("maillog", GOOD));

        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        assertThat(run.stdout()).contains("All 1 TLS handshake succeeded.");
        assertThat(run.stderr()).isEmpty();
    }

    @Test
    void diagnose_ofALogInWhichOneFailed_saysWhoAndWhy() throws IOException {
        CommandRun run = CommandRun.of("diagnose", file("maillog", GOOD + BAD));

        assertThat(run.status()).isEqualTo(ExitStatus.FOUND);
        assertThat(run.stdout())
                .contains("1 of 2 TLS handshakes failed", "no shared cipher", "b.example.com[192.0.2.2]");
        assertThat(run.stdout().lines().filter(line -> line.length() > 100)).isEmpty();
    }

    @Test
    void diagnose_ofSomethingElse_isNotFine() throws IOException {
        CommandRun run = CommandRun.of("diagnose", file("access.log", "192.0.2.1 - - \"GET / HTTP/1.1\" 200 12\n"));

        assertThat(run.status()).isEqualTo(ExitStatus.UNREADABLE);
        assertThat(run.stderr()).contains("access.log: no line of it");
        assertThat(CommandRun.of("diagnose", file("maillog", "")).status()).isEqualTo(ExitStatus.FINE);
    }

    @Test
    void diagnose_ofTheStandardInput_isThatOfTheFile() throws IOException {
        String ofFile = CommandRun.of("diagnose", file("maillog", BAD)).stdout();

        CommandRun run = CommandRun.with(BAD, "diagnose", "-");

        assertThat(run.status()).isEqualTo(ExitStatus.FOUND);
        assertThat(run.stdout()).isEqualTo(ofFile.replace("TLS in maillog:", "TLS in the standard input:"));
    }

    @Test
    void diagnose_withSettings_knowsWhatToChange() throws IOException {
        String mainCf = file("main.cf", "smtpd_tls_security_level = may\nsmtpd_tls_exclude_ciphers = RSA+AES\n");

        CommandRun run = CommandRun.of(
                "diagnose", "--main-cf", mainCf, "--postfix=2.6.6", file("maillog", BAD), "--openssl", "1.0.1e");

        assertThat(run.stdout()).contains("smtpd_tls_eecdh_grade = strong");
    }

    @Test
    void diagnose_ofRotatedLogs_readsTheOldestFirst() throws IOException {
        String older = file("maillog.1.gz", "");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(older)))) {
            out.write(BAD.getBytes(StandardCharsets.US_ASCII));
        }
        String newer = file(
                "maillog",
                GOOD.replace("a.example.com[192.0.2.1]", "b.example.com[192.0.2.2]")
                        .replace("10:00", "11:00"));

        CommandRun run = CommandRun.of("diagnose", "--json", "-", newer, older);

        assertThat(json(run.stdout()).at("/failures/rows/0/laterSuccess").asText())
                .isEqualTo("08-23 11:00:00");
    }

    @Test
    void diagnose_intoFiles_writesPageAndJsonAndPrintsTheText() throws IOException {
        Path page = folder.resolve("out.html");
        Path data = folder.resolve("out.json");

        CommandRun run =
                CommandRun.of("diagnose", file("maillog", BAD), "--html", page.toString(), "--json", data.toString());

        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("b.example.com");
        assertThat(json(Files.readString(data)).get("failed").asInt()).isEqualTo(1);
        assertThat(run.stdout()).startsWith("TLS in ");
    }

    @Test
    void diagnose_withThePageOnTheStandardOutput_printsNothingElse() throws IOException {
        assertThat(CommandRun.of("diagnose", file("maillog", BAD), "--html", "-")
                        .stdout())
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n");
    }

    @Test
    void report_asJson_hasBothReports() throws IOException {
        JsonNode json =
                json(CommandRun.of("report", file("maillog", GOOD), "--json=-").stdout());

        assertThat(json.at("/tls/report").asText()).isEqualTo("tls");
        assertThat(json.at("/traffic/totals/lines").asLong()).isEqualTo(1);
    }

    @Test
    void report_ofALogInWhichOneFailed_isFine() throws IOException {
        CommandRun run = CommandRun.of("report", file("maillog", BAD));

        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        assertThat(run.stdout()).contains("1 failed", "no shared cipher");
    }

    @Test
    void ciphers_ofAString_arePrintedInOpenSslsOrder() {
        CommandRun run = CommandRun.of("ciphers", "AES128-SHA:RC4-SHA", "--openssl", "1.0.2u");

        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        assertThat(run.stdout()).containsSubsequence("AES128-SHA", "RC4-SHA");
    }

    @Test
    void ciphers_thatOpenSslRefuses_areFound() {
        assertThat(CommandRun.of("ciphers", "NOSUCH", "--openssl", "1.0.2u").status())
                .isEqualTo(ExitStatus.FOUND);
    }

    @Test
    void ciphers_thatBeginWithADash_standBehindTwo() {
        CommandRun run = CommandRun.of("ciphers", "--openssl=1.0.2u", "--", "-RC4:AES128-SHA");

        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        assertThat(run.stdout()).contains("AES128-SHA");
    }

    @Test
    void explain_ofAnError_saysWhatItMeans() {
        CommandRun run = CommandRun.of("explain", "error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher");

        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        assertThat(run.stdout()).contains("no cipher suite in the client's offer");
        assertThat(CommandRun.with(BAD, "explain", "-").stdout()).contains("no cipher suite in the client's offer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnose", "report", "ciphers", "explain"})
    void help_ofACommand_isPrintedAndFine(String command) {
        CommandRun run = CommandRun.of(command, "--help");

        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        assertThat(run.stdout()).startsWith("usage: posthorn " + command);
        assertThat(run.stdout().lines()).allMatch(line -> line.length() <= 110);
    }

    @Test
    void help_namesEveryCommand() {
        assertThat(CommandRun.of().stdout()).isEqualTo(CommandRun.of("-h").stdout());
        assertThat(CommandRun.of("--help").stdout())
                .contains("posthorn diagnose", "posthorn report", "posthorn ciphers", "posthorn explain");
        assertThat(CommandRun.of("--version").stdout()).startsWith("posthorn ");
    }

    @Test
    void wrongUsage_ofEverySort_isSaidAndNothingIsDone() throws IOException {
        String log = file("maillog", BAD);
        assertWrong("there is no command", "diagnoze");
        assertWrong("which log?", "diagnose");
        assertWrong("- stands alone", "diagnose", "-", log);
        assertWrong("there is no option \"--htlm\"", "diagnose", log, "--htlm", "x");
        assertWrong("--html wants a value", "diagnose", log, "--html");
        assertWrong("--html is given twice", "diagnose", log, "--html", "a", "--html", "b");
        assertWrong("go together", "diagnose", log, "--postfix", "2.6.6");
        assertWrong("go together", "diagnose", log, "--main-cf", log);
        assertWrong("\"9\"", "diagnose", log, "--openssl", "9");
        assertWrong("only one of", "diagnose", log, "--html", "-", "--json", "-");
        assertWrong("would be overwritten", "diagnose", log, "--html", log);
        assertWrong("would be overwritten", "report", log, "--json", log);
        assertWrong("is a folder", "report", log, "--html", folder.toString());
        assertWrong("--openssl is missing", "ciphers", "ALL");
        assertWrong("in single quotes", "ciphers", "ALL", "RC4", "--openssl", "1.0.2u");
        assertWrong("which line?", "explain");
        assertThat(Files.readString(Path.of(log))).isEqualTo(BAD);
    }

    private static void assertWrong(String message, String... words) {
        CommandRun run = CommandRun.of(words);
        assertThat(run.stderr()).startsWith("posthorn: ").contains(message);
        assertThat(run.stdout()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    }

    @Test
    void files_thatCannotBeReadOrWritten_areNamed() throws IOException {
        String log = file("maillog", BAD);
        assertUnreadable(
                "missing.log", "diagnose", folder.resolve("missing.log").toString());
        assertUnreadable(
                "missing.log", "report", log, folder.resolve("missing.log").toString());
        assertUnreadable(
                "missing.cf",
                "diagnose",
                log,
                "--postfix",
                "2.6.6",
                "--main-cf",
                folder.resolve("missing.cf").toString());
        assertUnreadable(
                "nowhere",
                "diagnose",
                log,
                "--html",
                folder.resolve("nowhere/x.html").toString());
    }

    private static void assertUnreadable(String name, String... words) {
        CommandRun run = CommandRun.of(words);
        assertThat(run.stderr()).startsWith("posthorn: ").contains(name).hasLineCount(1);
        assertThat(run.status()).isEqualTo(ExitStatus.UNREADABLE);
    }

    @Test
    void words_thatWouldSteerATerminal_areWrittenOut() throws IOException {
        String name = "\u001B[2J\u202Eevil\n";
        String log = BAD.replace("b.example.com", "\u001B[2J\u202Eevil");
        for (CommandRun run : List.of(
                CommandRun.of(name),
                CommandRun.of("diagnose", name),
                CommandRun.of("diagnose", "--" + name),
                CommandRun.of("ciphers", name, "--openssl", "1.0.2u"),
                CommandRun.of("ciphers", "ALL", "--openssl", name),
                CommandRun.of("explain", name),
                CommandRun.of("diagnose", file("maillog", log)),
                CommandRun.of("report", file("maillog", log)))) {
            assertThat(run.stdout() + run.stderr()).doesNotContain("\u001B", "\u202E");
        }
    }

    @Test
    void reader_whoGoesAway_endsTheCommandWithoutAWord() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        Console console = new Console(
                InputStream.nullInputStream(), broken, new PrintStream(err, true, StandardCharsets.UTF_8), false);

        assertThat(Main.run(List.of("--help"), console)).isEqualTo(ExitStatus.READER_GONE);
        assertThat(err.size()).isZero();
    }

    @Test
    void progress_onATerminal_isOneLineThatGoesAway() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        ReadProgress half = new ReadProgress(20 << 20, OptionalLong.of(40 << 20), 1_000, Duration.ofSeconds(2));
        try (Progress progress = new Progress(stream, true)) {
            progress.show(new ReadProgress(1, OptionalLong.of(40 << 20), 1, Duration.ofMillis(1)));
            assertThat(err.size()).as("nothing for what is quick").isZero();
            progress.show(half);
        }
        String line = "20.0 of 40.0 MiB (50%), 10.0 MiB/s, 2 s left";
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r" + line + "\r" + " ".repeat(line.length()) + "\r");
        assertThat(Progress.line(new ReadProgress(5 << 20, OptionalLong.empty(), 1, Duration.ofSeconds(1))))
                .isEqualTo("5.0 MiB, 5.0 MiB/s");
    }

    @Test
    void progress_inAPipe_isNothing() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (Progress progress = new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), false)) {
            progress.show(new ReadProgress(5 << 20, OptionalLong.empty(), 1, Duration.ofSeconds(9)));
        }
        assertThat(err.size()).isZero();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8)
                .toString();
    }
}
