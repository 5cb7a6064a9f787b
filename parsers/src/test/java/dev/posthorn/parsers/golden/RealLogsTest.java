package dev.posthorn.parsers.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Postfix 3.7 wrote, the same run under three headers: every line is recognised, and under each alike. */
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
        assertThat(unrecognized).isLessThan(actual.size() / 10);
    }

    @Test
    void message_ofAKnownLine_hasItsFields() throws IOException {
        assertThat(messages("postfix-smtpd.iso").get(0))
                .isEqualTo("SMTPD_CONNECT  {client=mx1.example.com[127.0.1.10], client_address=127.0.1.10,"
                        + " client_name=mx1.example.com}");
    }

    private static String kind(String message) {
        return message.substring(0, message.indexOf(' '));
    }

    private static List<String> messages(String log) throws IOException {
        InputStream in = Objects.requireNonNull(
                RealLogsTest.class.getResourceAsStream("/dev/posthorn/parsers/reallogs/" + log + ".log.gz"), log);
        try (MaillogCursor cursor = Maillog.open(new GZIPInputStream(in))) {
            List<String> messages = new ArrayList<>();
            while (cursor.advance()) {
                messages.add(cursor.kind() + " " + GoldenNames.queueId(cursor) + " " + GoldenNames.fields(cursor));
            }
            return messages;
        }
    }
}
