package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.Delivery;
import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.QmgrRemoved;
import dev.posthorn.mail.SmtpdConnect;
import dev.posthorn.mail.Unrecognized;
import dev.posthorn.mail.UnrecognizedReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was written in several lines and is one: parts of container runtimes, entries of the journal's export. */
class LinePartsTest {

    private static final String TIME = "2026-11-04T08:05:01.123456789Z ";
    private static final String FIRST =
            TIME + "stdout P Nov 04 09:05:01 mail postfix/smtpd[2101]: connect from mx1.exa";
    private static final String SECOND = "2026-11-04T08:05:01.223456789Z stdout P mple.com[192.";
    private static final String LAST = "2026-11-04T08:05:01.323456789Z stdout F 0.2.10]";
    private static final String OTHER = TIME + "stdout F Nov 04 09:05:02 mail postfix/qmgr[7]: 3D2F11A0C4: removed";

    @Test
    void partsOfARuntime_areOneEvent() {
        String log = FIRST + "\n" + SECOND + "\n" + LAST + "\n" + OTHER + "\n";
        List<MaillogEvent> events = read(log);

        assertThat(events)
                .extracting(MaillogEvent::kind)
                .containsExactly(MaillogKind.SMTPD_CONNECT, MaillogKind.QMGR_REMOVED);
        SmtpdConnect connect = (SmtpdConnect) events.get(0);
        assertThat(connect.client().address()).isEqualTo("192.0.2.10");
        assertThat(connect.client().name()).isEqualTo("mx1.example.com");
        assertThat(connect.envelope().lineNumber()).isEqualTo(1);
        assertThat(connect.envelope().lineSize()).isEqualTo(log.indexOf(OTHER));
        assertThat(connect.envelope().outerTimestamp())
                .hasValueSatisfying(time -> assertThat(time.fraction()).isEqualTo("123456789"));
        assertThat(events.get(1).envelope().lineNumber()).isEqualTo(4);
        assertThat(events.get(1).envelope().lineOffset()).isEqualTo(log.indexOf(OTHER));
    }

    @Test
    void parts_withoutTheLast_areOneEventAtTheEnd() {
        List<MaillogEvent> events = read(FIRST + "\n" + SECOND);

        assertThat(events).hasSize(1);
        Unrecognized cut = (Unrecognized) events.get(0);
        assertThat(cut.envelope().program()).contains("smtpd");
        assertThat(cut.raw().text()).isEqualTo(FIRST + "\n" + SECOND);
    }

    /** Nothing waits for a part that may never come: what has come so far is read, and the other line is not lost. */
    @Test
    void parts_interruptedByAnotherStream_areTwoEvents() {
        String stderr = OTHER.replace("stdout", "stderr");
        List<MaillogEvent> events = read(FIRST + "\n" + stderr + "\n" + OTHER + "\n");

        assertThat(events)
                .extracting(MaillogEvent::kind)
                .containsExactly(MaillogKind.UNRECOGNIZED, MaillogKind.QMGR_REMOVED, MaillogKind.QMGR_REMOVED);
        assertThat(((Unrecognized) events.get(0)).raw().text()).isEqualTo(FIRST);
        assertThat(events.get(1).envelope().lineNumber()).isEqualTo(2);
    }

    @Test
    void part_whoseMessageIsWhole_isReadAlone() {
        List<MaillogEvent> events = read(OTHER.replace(" F ", " P ") + "\nmail postfix/qmgr[7]: 3D2F11A0C5: removed\n");

        assertThat(events).hasSize(2).allMatch(event -> event.kind() == MaillogKind.QMGR_REMOVED);
    }

    @Test
    void partsWithoutEnd_areCutAtTheLimitAndCounted() {
        String part = TIME + "stdout P " + "x".repeat(1000) + "\n";
        ReadLimits limits = ReadLimits.defaults().withMaxLineLength(5_000);
        byte[] log = (part.repeat(1000) + LAST + "\n" + OTHER).getBytes(StandardCharsets.US_ASCII);
        List<MaillogEvent> events = Events.of(log, limits);

        assertThat(events).hasSize(2);
        Unrecognized cut = (Unrecognized) events.get(0);
        assertThat(cut.reason()).isEqualTo(UnrecognizedReason.OVERLONG);
        assertThat(cut.raw().text()).hasSize(5_000);
        assertThat(cut.envelope().lineSize()).isEqualTo(part.length() * 1000L + LAST.length() + 1);
        assertThat(events.get(1).kind()).isEqualTo(MaillogKind.QMGR_REMOVED);
    }

    @Test
    void partsOfALogDriver_areOneEvent() {
        List<MaillogEvent> events = read("""
                {"log":"Nov 04 09:05:01 mail postfix/smtp[7]: 3D2F11A0C4: to=\\u003cb@example.net\\u003e, relay=none, ","stream":"stdout","time":"2026-11-04T08:05:01.1Z"}
                {"log":"delay=30, delays=0.1/0.01/30/0, ","stream":"stdout","time":"2026-11-04T08:05:01.2Z"}
                {"log":"dsn=4.4.1, status=deferred (x)\\n","stream":"stdout","time":"2026-11-04T08:05:01.3Z"}
                {"log":"Nov 04 09:05:02 mail postfix/qmgr[7]: 3D2F11A0C4: removed\\n","stream":"stdout","time":"2026-11-04T08:05:02Z"}
                """);

        assertThat(events).hasSize(2);
        Delivery delivery = (Delivery) events.get(0);
        assertThat(delivery.recipient()).isEqualTo("b@example.net");
        assertThat(delivery.text()).isEqualTo("x");
        assertThat(delivery.envelope().host()).contains("mail");
        assertThat(delivery.envelope().outerTimestamp())
                .hasValueSatisfying(time -> assertThat(time.fraction()).isEqualTo("1"));
        assertThat(events.get(1)).isInstanceOf(QmgrRemoved.class);
    }

    /** Drivers other than Docker's end no line with a newline: each is a line nevertheless. */
    @Test
    void linesOfALogDriver_withoutNewlines_areNotPutTogether() {
        List<MaillogEvent> events = read("""
                {"log":"Nov 04 09:05:01 mail postfix/qmgr[7]: 3D2F11A0C4: removed","stream":"stdout","time":"2026-11-04T08:05:01Z"}
                {"log":"Nov 04 09:05:02 mail postfix/qmgr[7]: 3D2F11A0C5: removed","stream":"stdout","time":"2026-11-04T08:05:02Z"}
                {"log":"Nov 04 09:05:03 mail postfix/qmgr[7]: 3D2F11A0C6: removed","stream":"stdout"}
                {"log":"hello","stream":"stdout"}
                {"log":"world","stream":"stdout"}
                """);

        assertThat(events)
                .extracting(MaillogEvent::kind)
                .containsExactly(
                        MaillogKind.QMGR_REMOVED,
                        MaillogKind.QMGR_REMOVED,
                        MaillogKind.QMGR_REMOVED,
                        MaillogKind.UNRECOGNIZED,
                        MaillogKind.UNRECOGNIZED);
    }

    @Test
    void entryOfTheJournalsExport_isOneEvent() {
        String entry = """
                __CURSOR=s=1;i=2;b=3
                __REALTIME_TIMESTAMP=1793783101123456
                __MONOTONIC_TIMESTAMP=1234567890
                _HOSTNAME=mail
                PRIORITY=6
                SYSLOG_FACILITY=2
                SYSLOG_IDENTIFIER=postfix/smtpd
                SYSLOG_PID=2101
                _PID=2102
                MESSAGE=connect from mx1.example.com[192.0.2.10]

                """;
        List<MaillogEvent> events = read(entry + entry.replace("2101", "2103").strip());

        assertThat(events).hasSize(2);
        SmtpdConnect connect = (SmtpdConnect) events.get(0);
        assertThat(connect.client().address()).isEqualTo("192.0.2.10");
        assertThat(connect.envelope().pid()).hasValue(2101);
        assertThat(connect.envelope().host()).contains("mail");
        assertThat(connect.envelope().instance()).contains("postfix");
        assertThat(connect.envelope().lineSize()).isEqualTo(entry.length());
        assertThat(connect.envelope().timestamp())
                .hasValueSatisfying(time -> assertThat(time.text()).isEqualTo("2026-11-04 09:05:01.123456Z"));
        assertThat(events.get(1).envelope().pid()).hasValue(2103);
        assertThat(events.get(1).envelope().lineNumber()).isEqualTo(12);
    }

    @Test
    void valueOfTheJournalsExport_withItsLength_isRead() {
        List<MaillogEvent> events = read("__CURSOR=s=1\nSYSLOG_IDENTIFIER=postfix/qmgr\nMESSAGE\n" + "\23\0\0\0\0\0\0\0"
                + "3D2F11A0C4: removed\n_PID=7\n\n");

        assertThat(events).extracting(MaillogEvent::kind).containsExactly(MaillogKind.QMGR_REMOVED);
        assertThat(events.get(0).envelope().pid()).hasValue(7);
    }

    @Test
    void entryOfTheJournalsExport_thatStopsBeingOne_losesNothing() {
        List<MaillogEvent> events = read("__CURSOR=s=1\nMESSAGE=hello\nmail postfix/qmgr[7]: 3D2F11A0C4: removed\n");

        assertThat(events)
                .extracting(MaillogEvent::kind)
                .containsExactly(MaillogKind.UNRECOGNIZED, MaillogKind.QMGR_REMOVED);
    }

    private static List<MaillogEvent> read(String log) {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        List<MaillogEvent> events = Events.of(bytes);
        assertThat(Events.pushed(bytes, List.of(7), ReadLimits.defaults())).isEqualTo(events);
        assertThat(events.stream()
                        .mapToLong(event -> event.envelope().lineSize())
                        .sum())
                .isEqualTo(bytes.length);
        return events;
    }
}
