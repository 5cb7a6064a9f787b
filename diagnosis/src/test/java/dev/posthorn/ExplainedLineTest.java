package dev.posthorn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code Posthorn.explain} answers to any line of a log. */
class ExplainedLineTest {

    private static final Path FIXTURES =
            Path.of("..", "parsers", "src", "test", "resources", "dev", "posthorn", "parsers");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # An error, in whatever line
            error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher | The server found no cipher suite
            mx sendmail[12345]: STARTTLS=server: 12345:error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1053: | The server found no cipher suite
            # A code without its first word
            1408A0C1 | The server found no cipher suite
            0x140760FC | The first bytes from the client were no hello
            0A0000C1 | The server found no cipher suite
            mx postfix/smtpd[7]: 7:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1355: | The server found no cipher suite
            no shared cipher | The server found no cipher suite
            # The trace
            mx postfix/smtpd[7]: SSL_accept:error in SSLv3 read client hello C | The handshake failed while this host, the server, was judging the client's
            mx postfix/smtpd[7]: SSL_accept:error in error | The handshake failed. This line does not say where
            mx postfix/smtpd[7]: SSL3 alert read:fatal:unknown CA | The peer does not trust the issuer of this host's certificate.
            mx postfix/smtpd[7]: SSL3 alert write:fatal:handshake failure | This host, the server, refused the handshake
            mx postfix/smtpd[7]: SSL_accept:SSLv3 read client hello B | A step of a handshake, and no failure
            mx dovecot: imap-login: Debug: SSL: where=0x2002, ret=-1: SSLv3/TLS write server done | The handshake waits
            # Lines that only tell of a failure
            mx postfix/smtpd[7]: SSL_accept error from mail.example.com[192.0.2.7]: -1 | The handshake failed; this line only says that it did.
            mx postfix/smtpd[7]: SSL_accept error from mail.example.com[192.0.2.7]: 0 | The peer ended the handshake, and in an orderly way.
            mx postfix/smtpd[7]: SSL_accept error from mail.example.com[192.0.2.7]: lost connection | The client hung up during the handshake
            mx postfix/smtp[7]: SSL_connect error to mx.example.net[192.0.2.25]:25: Connection reset by peer | The server hung up during the handshake
            mx postfix/smtpd[7]: SSL_accept error from mail.example.com[192.0.2.7]: Connection timed out | The handshake did not come to an end in time
            mx postfix/smtpd[7]: lost connection after STARTTLS from mail.example.com[192.0.2.7] | The client hung up during the handshake
            mx postfix/smtp[7]: 3D2F11A0C6: to=<d@example.net>, relay=mx.example.net[192.0.2.25]:25, delay=2, delays=0.1/0/1.9/0, dsn=4.7.5, status=deferred (Cannot start TLS: handshake failure) | This client could not start TLS with the server
            mx sendmail[5]: STARTTLS=server, error: accept failed=-1, SSL_error=1, errno=0, retry=-1, relay=mx.example.com [192.0.2.10] | The handshake failed, and OpenSSL has the reason
            mx sendmail[5]: STARTTLS=server, error: accept failed=-1, reason=no shared cipher, SSL_error=1, errno=0, retry=-1, relay=mx.example.com [192.0.2.10] | The server found no cipher suite
            mx sendmail[5]: STARTTLS=client, error: connect failed=-1, reason=sslv3 alert handshake failure, SSL_error=1, errno=0, retry=-1 | The server refused
            mx sendmail[5]: STARTTLS=client, error: connect failed=0, SSL_error=5, errno=0, retry=-1 | The server hung up during the handshake
            # No failure of TLS
            mx postfix/smtpd[7]: Anonymous TLS connection established from mail.example.com[192.0.2.7]: TLSv1.2 with cipher AES128-SHA (128/128 bits) | The handshake succeeded
            mx postfix/smtpd[7]: SSL_accept:SSL negotiation finished successfully | The handshake succeeded; there is nothing to repair.
            mx postfix/anvil[9]: statistics: max cache size 1 at Nov  4 09:05:01 | This line is not about TLS. It is a message of postfix/anvil:
            mx postfix/qmgr[9]: 3D2F11A0C4: removed | This line is not about TLS. It is a message that is done with
            mx sshd[9]: Accepted publickey for root | This line is not about TLS. It is a line of another program, sshd
            deadbeef | This line is not about TLS. It is no line of a mail log
            hello | This line is not about TLS. It is no line of a mail log
            `` | An empty line.
            """)
    void line_isAnswered(String line, String beginning) {
        assertThat(Posthorn.explain(line).replace('\n', ' ')).startsWith(beginning);
    }

    @Test
    void numberMinusOne_pointsToAnotherLine_onlyFromPostfix29On() {
        assertThat(Posthorn.explain("postfix/smtpd[7]: SSL_accept error from mail.example.com[192.0.2.7]: -1")
                        .replace('\n', ' '))
                .contains("From Postfix 2.9 on, -1 means that OpenSSL has given the reason", "Up to 2.8");
    }

    /** The alert says why; the line about the lost connection does not. */
    @Test
    void linesOfOneSession_areJudgedByTheOneThatSaysMost() {
        String lines = """
                mx postfix/smtpd[7]: SSL_accept:SSLv3 write server done A
                mx postfix/smtpd[7]: SSL3 alert read:fatal:unknown CA
                mx postfix/smtpd[7]: SSL_accept:error in SSLv3 read client certificate A
                mx postfix/smtpd[7]: lost connection after STARTTLS from mail.example.com[192.0.2.7]
                """;

        assertThat(Posthorn.explain(lines))
                .startsWith("The peer does not trust the issuer of this host's certificate.");
    }

    @Test
    void signatureOfDkim_isNoHandshake() {
        assertThat(Posthorn.explain("mx opendkim[9]: 3D2F11A0C4: s=sel d=example.com"
                        + " SSL error:04091068:rsa routines:INT_RSA_VERIFY:bad signature"))
                .contains("was not harmed");
    }

    @Test
    void everyMeaning_isFoundForItsExamples_andFitsIntoEightyColumns() {
        assertThat(LineMeanings.all()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.examples()).as(entry.title()).isNotEmpty();
            for (String example : entry.examples()) {
                assertThat(LineMeanings.find(example)).as(example).contains(entry);
                assertThat(Posthorn.explain(example)).as(example).isEqualTo(entry.explain(example));
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pattern: a                               | line 1: is neither a title
            == a\\nnonsense: b                       | line 2: is neither a title
            == a\\npattern: (\\nsays: b\\nnext: c     | has no good pattern
            == a\\npattern: a\\nsays: b              | wants says and next, or a verdict
            == a\\nsays: b\\nnext: c                 | has no pattern
            """)
    void brokenFile_isRefused(String file, String message) {
        assertThatThrownBy(() -> LineMeanings.read(new BufferedReader(new StringReader(file.replace("\\n", "\n")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void everyFixtureOfTheParsers_isAnsweredInEightyColumns() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            files.filter(file ->
                            file.toString().endsWith(".txt") || file.toString().endsWith(".log.gz"))
                    .sorted()
                    .forEach(file -> lines.addAll(lines(file)));
        }

        assertThat(lines).hasSizeGreaterThan(1000);
        assertThat(lines.stream().filter(line -> !isAnswered(line))).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "posthorn.corpus", matches = ".*")
    void everyLineOfTheCorpus_isAnsweredInEightyColumns() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("posthorn.corpus")))) {
            files.filter(file ->
                            file.toString().endsWith(".log") || file.toString().endsWith("errors.txt"))
                    .sorted()
                    .forEach(file -> lines.addAll(lines(file)));
        }
        long aboutTls = lines.stream()
                .filter(line -> !Posthorn.explain(line).startsWith("This line is not about TLS."))
                .count();

        System.out.println("Corpus: " + lines.size() + " lines explained, " + aboutTls + " of them about TLS");
        assertThat(lines).isNotEmpty();
        assertThat(lines.stream().filter(line -> !isAnswered(line))).isEmpty();
    }

    @Test
    void anyText_isAnsweredInEightyColumns() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder("SSL_accept error from ".substring(0, random.nextInt(23)));
            random.ints(random.nextInt(300), 0, 0x500).forEach(text::appendCodePoint);

            assertThat(isAnswered(text.toString())).as("%s", text).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J",
                "postfix/smtpd[7]: TLS error on connection from x (gnutls_handshake): \u001b[2J",
                "STARTTLS=server, error: accept failed=-1, reason=\u001b[2J, SSL_error=1",
                "SSL_accept:error in \u001b[2J",
                "mx \u001b[2J[7]: hello"
            })
    void controlCharacters_doNotReachTheTerminal(String text) {
        assertThat(Posthorn.explain(text)).doesNotContain("\u001b");
    }

    private static boolean isAnswered(String line) {
        String answer = Posthorn.explain(line);
        return !answer.isBlank()
                && answer.lines().allMatch(printed -> printed.length() <= 80 && !printed.endsWith(" "));
    }

    private static List<String> lines(Path file) {
        try (var in = Files.newInputStream(file);
                var reader = new BufferedReader(
                        new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
