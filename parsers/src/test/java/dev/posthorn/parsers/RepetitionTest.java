package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.posthorn.mail.Delivery;
import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourNotice;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.mail.RateLimit;
import dev.posthorn.mail.Repetition;
import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.postfix.SmtpdConnectView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What loggers say about lines they left out, with the message that they repeat. */
class RepetitionTest {

    private static final String HEADER = "Nov  4 09:05:31 mail postfix/smtpd[2101]: ";

    @Test
    void repeatedMessage_isReadInTheEnvelopeOfTheMarker() throws IOException {
        try (MaillogCursor cursor = cursor(HEADER + "message repeated 3 times: [ connect from unknown[192.0.2.9]]")) {
            assertThat(cursor.advance()).isTrue();
            RepetitionView marker = cursor.repetition();
            assertThat(marker.count()).isEqualTo(3);
            assertThat(marker.message()).hasToString("connect from unknown[192.0.2.9]");
            assertThat(marker.repeatedKind()).isEqualTo(MaillogKind.SMTPD_CONNECT);
            SmtpdConnectView connect = (SmtpdConnectView) marker.repeated();
            assertThat(connect.client().address()).hasToString("192.0.2.9");
            assertThat(connect.envelope().pid()).isEqualTo(2101);
            assertThat(connect.envelope().timestamp().second()).isEqualTo(31);
            assertThat(cursor.envelope().text())
                    .hasToString("message repeated 3 times: [ connect from unknown[192.0.2.9]]");
        }
    }

    @Test
    void repeatedWarning_hasItsOwnSeverity() {
        Repetition marker =
                repetition(HEADER + "message repeated 2 times: [ warning: lost connection with proxy x:25]");

        assertThat(marker.envelope().severity()).isEqualTo(Severity.INFO);
        assertThat(marker.repeated()).hasValueSatisfying(event -> {
            assertThat(event.kind()).isEqualTo(MaillogKind.SMTPD_PROXY_LOST);
            assertThat(event.envelope().severity()).isEqualTo(Severity.WARNING);
            assertThat(event.envelope().lineSize()).isEqualTo(marker.envelope().lineSize());
        });
    }

    @Test
    void repeatedDelivery_endsInAParenthesisBeforeTheBracket() {
        Repetition marker = repetition("2026-11-04T09:05:31Z mail postfix/smtp[7]: message repeated 2 times: [ "
                + "3D2F11A0C4: to=<b@example.net>, relay=none, delay=30, delays=0.1/0.01/30/0, dsn=4.4.1,"
                + " status=deferred (connect to mx.example.net[192.0.2.25]:25: Connection timed out)]");

        Delivery delivery = (Delivery) marker.repeated().orElseThrow();
        assertThat(delivery.status()).isEqualTo(DeliveryStatus.DEFERRED);
        assertThat(delivery.text()).isEqualTo("connect to mx.example.net[192.0.2.25]:25: Connection timed out");
        assertThat(delivery.isTruncated()).isFalse();
    }

    @Test
    void repeatedMessage_ofAnotherProgram_isKeptAsText() {
        Repetition marker = repetition("Nov  4 09:05:31 mail kernel: message repeated 2 times: [ eth0: link up]");

        assertThat(marker.message()).contains("eth0: link up");
        assertThat(marker.repeated()).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> {
            try (MaillogCursor cursor = cursor("Nov  4 09:05:31 mail last message repeated 2 times")) {
                cursor.advance();
                cursor.repetition().repeated();
            }
        });
    }

    @Test
    void repeatedMessage_ofANeighbour_isItsEvent() {
        Repetition marker = repetition(
                "Nov  4 09:05:31 mail dovecot: message repeated 2 times: [ imap-login: Error: SSL: Stacked error:"
                        + " error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher]");

        NeighbourNotice notice = (NeighbourNotice) marker.repeated().orElseThrow();
        assertThat(notice.kind()).isEqualTo(MaillogKind.DOVECOT_SSL_STACKED);
        assertThat(notice.part(NeighbourPart.CODE)).contains("1408A0C1");
        assertThat(notice.envelope().severity()).isEqualTo(Severity.ERROR);
        assertThat(marker.envelope().severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void lastMessageRepeated_hasHostAndNoTag() {
        Repetition marker = repetition("Nov  4 09:05:31 mail last message repeated 3 times");

        assertThat(marker.kind()).isEqualTo(MaillogKind.LAST_MESSAGE_REPEATED);
        assertThat(marker.envelope().host()).contains("mail");
        assertThat(marker.envelope().tag()).isEmpty();
        assertThat(marker.message()).isEmpty();
    }

    @Test
    void lastMessageRepeated_withoutHost_hasNone() {
        Repetition marker = repetition("Nov  4 09:05:31 last message repeated 3 times");

        assertThat(marker.count()).isEqualTo(3);
        assertThat(marker.envelope().host()).isEmpty();
    }

    @Test
    void rateLimit_ofTheBeginning_hasNoCount() {
        RateLimit lost = (RateLimit) Events.of(
                        bytes(
                                "Nov  4 09:05:31 mail rsyslogd: imuxsock begins to drop messages from pid 2101 due to rate-limiting"))
                .get(0);

        assertThat(lost.count()).isEmpty();
        assertThat(lost.fromPid()).hasValue(2101);
        assertThat(lost.unit()).isEmpty();
    }

    private static Repetition repetition(String line) {
        return (Repetition) Events.of(bytes(line)).get(0);
    }

    private static MaillogCursor cursor(String line) {
        return Maillog.open(bytes(line));
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.US_ASCII);
    }
}
