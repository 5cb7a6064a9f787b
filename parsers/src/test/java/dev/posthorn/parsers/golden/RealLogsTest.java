package dev.posthorn.parsers.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.SlowReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a real Postfix 3.7, Dovecot and Exim wrote, the same run under three headers: every line is recognised,
 * and under each header alike. From the resources, or from {@code -Dposthorn.reallogs=DIR}.
 */
class RealLogsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postfix-smtpd.rfc3164",
                "postfix-smtpd.iso",
                "postfix-smtpd.maillogfile",
                "postfix-smtp.rfc3164",
                "postfix-smtp.iso",
                "postfix-smtp.maillogfile"
            })
    void everyLine_isRecognised(String log) throws IOException {
        assertThat(messages(log))
                .isNotEmpty()
                .noneMatch(message -> message.startsWith(MaillogKind.UNRECOGNIZED.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix-smtpd", "postfix-smtp"})
    void everyLine_saysTheSameUnderBothSyslogHeaders(String log) throws IOException {
        assertThat(messages(log + ".iso")).isEqualTo(messages(log + ".rfc3164"));
    }

    /** rsyslog lost the daemon in RFC 5424: what is recognised all the same must be what it is elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"postfix-smtpd", "postfix-smtp"})
    void line_ofALostDaemon_saysTheSameOrNothing(String log) throws IOException {
        List<String> expected = messages(log + ".rfc3164");
        List<String> actual = messages(log + ".rfc5424");
        int unrecognized = 0;
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            if (actual.get(i).startsWith(MaillogKind.UNRECOGNIZED.name())) {
                unrecognized++;
            } else {
                assertThat(kind(actual.get(i))).as("line %d", i + 1).isEqualTo(kind(expected.get(i)));
            }
        }
        System.out.printf("reallogs %s.rfc5424: %d lines, %d of no certain kind%n", log, actual.size(), unrecognized);
        assertThat(unrecognized).isLessThan(actual.size() / 10);
    }

    /** The four lines that matter most, read by plain regular expressions too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postfix-smtpd.rfc3164",
                "postfix-smtpd.iso",
                "postfix-smtpd.maillogfile",
                "postfix-smtp.rfc3164",
                "postfix-smtp.iso",
                "postfix-smtp.maillogfile"
            })
    void linesThatMatterMost_sayWhatTheReferenceReads(String log) throws IOException {
        int compared = 0;
        try (MaillogCursor cursor = Maillog.open(open(log))) {
            while (cursor.advance()) {
                Optional<Map<String, String>> expected =
                        SlowReference.read(cursor.raw().toString());
                if (expected.isPresent() || SlowReference.covers(cursor.kind())) {
                    compared++;
                    assertThat(Optional.of(SlowReference.of(cursor)))
                            .as("%s:%d %s", log, cursor.lineNumber(), cursor.raw())
                            .isEqualTo(expected);
                }
            }
        }
        assertThat(compared).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot.rfc3164", "dovecot.iso", "dovecot.rfc5424", "dovecot.ownfile", "exim.mainlog"})
    void everyLineOfANeighbour_isRecognisedAsIts(String log) throws IOException {
        String prefix = log.substring(0, log.indexOf('.')).toUpperCase(Locale.ROOT) + "_";
        assertThat(neighbours(log)).isNotEmpty().allMatch(message -> message.startsWith(prefix));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot.iso", "dovecot.rfc5424"})
    void everyLineOfDovecot_saysTheSameUnderAllSyslogHeaders(String log) throws IOException {
        assertThat(neighbours(log)).isEqualTo(neighbours("dovecot.rfc3164"));
    }

    /** Texts without a kind of their own are few: start and stop, and what Exim says of its own processes. */
    @ParameterizedTest
    @CsvSource({"dovecot.rfc3164, DOVECOT_MESSAGE, 5", "exim.mainlog, EXIM_MESSAGE, 30"})
    void linesOfANeighbour_withoutAKindOfTheirOwn_areFew(String log, String kind, int mostInAHundred)
            throws IOException {
        List<String> messages = neighbours(log);
        assertThat(messages.stream().filter(message -> message.startsWith(kind)).count())
                .isLessThanOrEqualTo((long) messages.size() * mostInAHundred / 100);
    }

    @Test
    void message_ofAKnownLine_hasItsFields() throws IOException {
        assertThat(messages(resource("postfix-smtpd.iso")).get(0))
                .isEqualTo("SMTPD_CONNECT  {client=mx1.example.com[127.0.1.10], client_address=127.0.1.10,"
                        + " client_name=mx1.example.com}");
    }

    private static String kind(String message) {
        return message.substring(0, message.indexOf(' '));
    }

    private static List<String> messages(String log) throws IOException {
        List<String> messages = messages(open(log));
        assertThat(messages).as(log).isNotEmpty();
        return messages;
    }

    private static List<String> messages(InputStream in) throws IOException {
        try (MaillogCursor cursor = Maillog.open(in)) {
            List<String> messages = new ArrayList<>();
            while (cursor.advance()) {
                messages.add(cursor.kind() + " " + GoldenNames.queueId(cursor) + " " + GoldenNames.fields(cursor));
            }
            return messages;
        }
    }

    private static List<String> neighbours(String log) throws IOException {
        try (MaillogCursor cursor = Maillog.open(open(log))) {
            List<String> messages = new ArrayList<>();
            while (cursor.advance()) {
                messages.add(cursor.kind()
                        + " "
                        + (cursor.isNeighbour() ? NeighbourNames.parts(cursor.neighbour()) : cursor.raw()));
            }
            return messages;
        }
    }

    private static InputStream open(String log) throws IOException {
        String folder = folder();
        return folder.isEmpty() ? resource(log) : Files.newInputStream(Path.of(folder, log + ".log"));
    }

    private static InputStream resource(String log) throws IOException {
        return new GZIPInputStream(Objects.requireNonNull(RealLogsTest.class.getResourceAsStream(path(log)), log));
    }

    private static String path(String log) {
        return "/dev/posthorn/parsers/reallogs/" + log + ".log.gz";
    }

    private static String folder() {
        return System.getProperty("posthorn.reallogs", "");
    }
}
