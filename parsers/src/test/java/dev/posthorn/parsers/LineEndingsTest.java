package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.SmtpdConnect;
import dev.posthorn.mail.Unrecognized;
import dev.posthorn.mail.UnrecognizedReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineEndingsTest {

    private static final String CONNECT =
            "Nov  4 09:05:01 mail postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]";

    @Test
    void carriageReturnBeforeNewline_belongsToTheLineButNotToItsText() {
        List<MaillogEvent> events = read(CONNECT + "\r\n" + CONNECT + "\r\n");

        assertThat(events).extracting(MaillogEvent::kind).containsOnly(MaillogKind.SMTPD_CONNECT);
        assertThat(events.get(1).envelope().lineOffset()).isEqualTo(CONNECT.length() + 2L);
    }

    @Test
    void lastLine_withoutNewline_isALine() {
        List<MaillogEvent> events = read(CONNECT + "\n" + CONNECT);

        assertThat(events).extracting(MaillogEvent::kind).containsOnly(MaillogKind.SMTPD_CONNECT);
        assertThat(events.get(1).envelope().lineSize()).isEqualTo(CONNECT.length());
    }

    @Test
    void emptyLines_areEventsOfTheirOwn() {
        List<MaillogEvent> events = read("\n\r\n" + CONNECT + "\n\n");

        assertThat(events)
                .extracting(event -> event instanceof Unrecognized line ? line.reason() : event.kind())
                .containsExactly(
                        UnrecognizedReason.EMPTY,
                        UnrecognizedReason.EMPTY,
                        MaillogKind.SMTPD_CONNECT,
                        UnrecognizedReason.EMPTY);
    }

    @Test
    void nulBytes_areKept() {
        Unrecognized line = (Unrecognized) read("\0\0" + CONNECT + "\n").get(0);

        assertThat(line.raw().text()).isEqualTo("\0\0" + CONNECT);
    }

    @Test
    void damagedUtf8_isKeptByteForByte() {
        byte[] log = (CONNECT.replace("mx1", "m\u00fc1") + "\n").getBytes(StandardCharsets.ISO_8859_1);

        SmtpdConnect event = (SmtpdConnect) Events.of(log).get(0);

        assertThat(event.client().name()).isEqualTo("m\u00fc1.example.com");
    }

    private static List<MaillogEvent> read(String log) {
        return Events.of(log.getBytes(StandardCharsets.US_ASCII));
    }
}
