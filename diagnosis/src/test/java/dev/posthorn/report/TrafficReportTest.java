package dev.posthorn.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.posthorn.mail.EnhancedStatusCode;
import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.Severity;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogDecoder;
import dev.posthorn.parsers.ReadLimits;
import dev.posthorn.parsers.syslog.YearRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrafficReportTest {

    private static final List<String> ONE_MESSAGE = List.of(
            "Aug 23 09:59:58 mx postfix/smtpd[2101]: 3D2F11A0C4: client=mx1.example.com[192.0.2.10]",
            "Aug 23 09:59:58 mx postfix/cleanup[2102]: 3D2F11A0C4: message-id=<1@example.com>",
            "Aug 23 09:59:59 mx postfix/qmgr[2001]: 3D2F11A0C4: from=<anna@Example.COM>, size=3988, nrcpt=2 (queue active)",
            "Aug 23 10:00:01 mx postfix/smtp[2301]: 3D2F11A0C4: to=<b@example.net>, relay=mx.example.net[192.0.2.25]:25,"
                    + " delay=1.3, delays=0.05/0.01/0.6/0.64, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5B2F0A113C)",
            "Aug 23 10:00:31 mx postfix/smtp[2302]: 3D2F11A0C4: to=<c@example.org>, relay=none, delay=30,"
                    + " delays=0.1/0.01/30/0, dsn=4.4.1, status=deferred (connect to mx.example.org[2001:db8::25]:25:"
                    + " Connection timed out)",
            "Aug 23 11:00:00 mx postfix/qmgr[2001]: 3D2F11A0C4: from=<anna@Example.COM>, size=3988, nrcpt=2 (queue active)",
            "Aug 24 11:00:09 mx postfix/smtp[2303]: 3D2F11A0C4: to=<c@example.org>, relay=mx.example.org[192.0.2.26]:25,"
                    + " delay=90000, delays=0.1/0.01/0.5/0.5, dsn=2.0.0, status=sent (250 ok)",
            "Aug 24 11:00:09 mx postfix/qmgr[2001]: 3D2F11A0C4: removed");

    @Test
    void message_thatIsDeferredAndThenDelivered_isReceivedOnce() {
        TrafficTotals totals = GeneratedLog.traffic(ONE_MESSAGE).totals();

        assertThat(totals.received()).isEqualTo(1);
        assertThat(totals.bytesReceived()).isEqualTo(3988);
        assertThat(totals.delivered()).isEqualTo(2);
        assertThat(totals.bytesDelivered()).isEqualTo(2 * 3988);
        assertThat(totals.deferrals()).isEqualTo(1);
        assertThat(totals.deferred()).isEqualTo(1);
        assertThat(totals.lines()).isEqualTo(8);
        assertThat(totals.first().map(LogTimestamp::text)).contains("08-23 09:59:58");
        assertThat(totals.last().map(LogTimestamp::text)).contains("08-24 11:00:09");
    }

    @Test
    void traffic_byHourAndDay_isWhereItHappened() {
        TrafficReport report = GeneratedLog.traffic(ONE_MESSAGE);

        assertThat(report.hours())
                .containsExactly(
                        new PeriodTraffic("09", 1, 3988, 0, 0, 0, 0, 0, 0),
                        new PeriodTraffic("10", 0, 0, 1, 3988, 0, 1, 0, 0),
                        new PeriodTraffic("11", 0, 0, 1, 3988, 0, 0, 0, 0));
        assertThat(report.days())
                .containsExactly(
                        new PeriodTraffic("08-23", 1, 3988, 1, 3988, 0, 1, 0, 0),
                        new PeriodTraffic("08-24", 0, 0, 1, 3988, 0, 0, 0, 0));
    }

    @Test
    void names_ofSendersAndDomains_areCountedWithBytes() {
        TrafficReport report = GeneratedLog.traffic(ONE_MESSAGE);

        assertThat(report.senders().rows()).containsExactly(new AddressTraffic("anna@example.com", 1, 3988));
        assertThat(report.senderDomains().rows()).containsExactly(new AddressTraffic("example.com", 1, 3988));
        assertThat(report.recipients().rows())
                .containsExactly(
                        new AddressTraffic("b@example.net", 1, 3988), new AddressTraffic("c@example.org", 1, 3988));
        assertThat(report.recipientDomains().rows())
                .containsExactly(
                        domain("example.net", 0, Duration.ofMillis(1_300)),
                        domain("example.org", 1, Duration.ofHours(25)));
    }

    private static DomainTraffic domain(String name, long deferrals, Duration delay) {
        return new DomainTraffic(name, 1, 3988, 0, deferrals, 0, Optional.of(delay), Optional.of(delay));
    }

    @Test
    void delays_ofDeliveries_areSplit() {
        TrafficReport report = GeneratedLog.traffic(ONE_MESSAGE);

        assertThat(report.delay().longest()).contains(Duration.ofHours(25));
        assertThat(report.delay().count()).isEqualTo(2);
        assertThat(report.beforeQueueManager().longest()).contains(Duration.ofMillis(100));
        assertThat(report.inQueueManager().longest()).contains(Duration.ofMillis(10));
        assertThat(report.connectionSetup().longest()).contains(Duration.ofMillis(600));
        assertThat(report.transmission().longest()).contains(Duration.ofMillis(640));
    }

    @Test
    void deferral_withHostAndAddress_hasAReasonWithout() {
        FailureReason reason =
                GeneratedLog.traffic(ONE_MESSAGE).deferralReasons().rows().get(0);

        assertThat(reason.program()).isEqualTo("smtp");
        assertThat(reason.dsn()).contains(new EnhancedStatusCode(4, 4, 1));
        assertThat(reason.reason()).isEqualTo("connect to HOST: Connection timed out");
        assertThat(reason.first()).isEqualTo(reason.last());
    }

    /** Each of the many actions of postfix-log-messages 3.3, 8 and 9. */
    @Test
    void decisions_ofAllKinds_areCountedForWhatTheyAre() {
        String client = " from unknown[192.0.2.99]: ";
        String tail = "; from=<a@example.com> to=<b@example.org> proto=ESMTP helo=<x>";
        TrafficReport report = traffic(
                "postfix/smtpd[1]: NOQUEUE: reject: RCPT" + client + "554 5.7.1 <b@example.org>: Relay access denied"
                        + tail,
                "postfix/smtpd[1]: NOQUEUE: reject: RCPT" + client + "554 5.7.1 <c@example.org>: Relay access denied"
                        + tail,
                "postfix/smtpd[1]: NOQUEUE: reject: RCPT" + client
                        + "554 5.7.1 Service unavailable; Client host [192.0.2.99] blocked using dnsbl.example.org"
                        + tail,
                "postfix/smtpd[1]: NOQUEUE: reject: RCPT" + client
                        + "450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.99]" + tail,
                "postfix/smtpd[1]: NOQUEUE: reject_warning: RCPT" + client
                        + "554 5.7.1 <b@example.org>: Relay access denied" + tail,
                "postfix/smtpd[1]: 3D2F11A0C4: hold: RCPT" + client
                        + "<b@example.org>: Recipient address triggers HOLD action" + tail,
                "postfix/cleanup[1]: 3D2F11A0C4: milter-reject: END-OF-MESSAGE" + client + "5.7.1 Spam" + tail,
                "postfix/cleanup[1]: 3D2F11A0C4: reject: header Subject: buy from unknown[192.0.2.99];"
                        + " from=<a@example.com> to=<b@example.org> proto=ESMTP helo=<x>: 5.7.1 no",
                "postfix/smtpd[1]: 3D2F11A0C4: discard: RCPT" + client
                        + "<b@example.org>: Recipient address triggers DISCARD action" + tail);

        assertThat(report.totals().rejected()).isEqualTo(6);
        assertThat(report.totals().rejectWarnings()).isEqualTo(1);
        assertThat(report.totals().held()).isEqualTo(1);
        assertThat(report.totals().discarded()).isEqualTo(1);
        assertThat(report.hours().get(0).rejected()).isEqualTo(6);
        DecisionReason relay = report.decisions().rows().get(0);
        assertThat(relay.count()).isEqualTo(2);
        assertThat(relay.where()).isEqualTo("RCPT");
        assertThat(relay.code()).isEqualTo("554 5.7.1");
        assertThat(relay.reason()).isEqualTo("Relay access denied");
        assertThat(report.decisions().rows())
                .anySatisfy(row -> {
                    assertThat(row.restriction()).isEqualTo("Client host");
                    assertThat(row.reason()).isEqualTo("cannot find your hostname, [IP]");
                })
                .anySatisfy(row -> assertThat(row.reason())
                        .isEqualTo("Service unavailable; Client host [IP] blocked using dnsbl.example.org"))
                .anySatisfy(row -> {
                    assertThat(row.where()).isEqualTo("header");
                    assertThat(row.reason()).isEqualTo("5.7.1 no");
                });
    }

    @Test
    void bounce_forwarding_probeAndExpiry_areKeptApart() {
        String to = "postfix/local[1]: 3D2F11A0C4: to=<b@example.net>, relay=local, delay=1, delays=1/0/0/0, dsn=";
        TrafficReport report = traffic(
                to + "5.1.1, status=bounced (unknown user: \"b\")",
                to + "2.0.0, status=sent (forwarded as 4E3A22B1D5)",
                to + "2.1.5, status=deliverable (delivers to mailbox)",
                to + "4.3.0, status=SOFTBOUNCE (mailbox full)",
                "postfix/qmgr[1]: 3D2F11A0C4: from=<a@example.com>, status=expired, returned to sender");

        TrafficTotals totals = report.totals();
        assertThat(totals.bounced()).isEqualTo(1);
        assertThat(totals.forwarded()).isEqualTo(1);
        assertThat(totals.probes()).isEqualTo(1);
        assertThat(totals.deferrals()).isEqualTo(1);
        assertThat(totals.expired()).isEqualTo(1);
        assertThat(totals.delivered()).isZero();
        assertThat(report.bounceReasons().rows().get(0).reason()).isEqualTo("unknown user: \"NAME\"");
    }

    @Test
    void queueId_thatIsUsedAgain_isAnotherMessage() {
        String active = "postfix/qmgr[1]: 3D2F11A0C4: from=<a@example.com>, size=%d, nrcpt=1 (queue active)";
        String sent =
                "postfix/smtp[1]: 3D2F11A0C4: to=<b@example.net>, relay=local, delay=1, delays=1/0/0/0, dsn=2.0.0,"
                        + " status=sent (ok)";
        TrafficReport report = traffic(
                active.formatted(100),
                sent,
                "postfix/qmgr[1]: 3D2F11A0C4: removed",
                active.formatted(2_000),
                sent,
                "postfix/qmgr[1]: 3D2F11A0C4: removed",
                sent);

        assertThat(report.totals().received()).isEqualTo(2);
        assertThat(report.totals().bytesReceived()).isEqualTo(2_100);
        assertThat(report.totals().bytesDelivered()).isEqualTo(2_100);
        assertThat(report.totals().deliveredWithoutSize()).isEqualTo(1);
    }

    @Test
    void sameQueueId_onTwoHosts_isTwoMessages() {
        List<String> other =
                ONE_MESSAGE.stream().map(line -> line.replace(" mx ", " mx2 ")).toList();
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < ONE_MESSAGE.size(); i++) {
            mixed.add(ONE_MESSAGE.get(i));
            mixed.add(other.get(i));
        }

        TrafficReport report = GeneratedLog.traffic(mixed);

        assertThat(report.totals().received()).isEqualTo(2);
        assertThat(report.hosts().rows()).extracting(NamedCount::name).containsExactly("mx", "mx2");
    }

    @Test
    void days_withAYearRule_haveTheirYear() throws IOException {
        List<String> lines = List.of(
                "Dec 31 23:59:59 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[192.0.2.9]: 554 5.7.1 no; proto=SMTP",
                "Jan  1 00:00:01 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[192.0.2.9]: 554 5.7.1 no; proto=SMTP",
                "Dec 31 23:59:59 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[192.0.2.9]: 554 5.7.1 no; proto=SMTP");

        for (String zone : List.of("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago")) {
            TrafficReport report =
                    new TrafficReport().read(GeneratedLog.open(lines), YearRule.startingIn(2018, ZoneId.of(zone)));

            assertThat(report.days())
                    .as(zone)
                    .extracting(PeriodTraffic::period, PeriodTraffic::rejected)
                    .containsExactly(tuple("2018-12-31", 2L), tuple("2019-01-01", 1L));
        }
    }

    /** A clock that was wrong for a while makes neither the first nor the last time go backwards. */
    @Test
    void clock_thatJumps_leavesFirstAndLastInOrder() {
        TrafficTotals totals = traffic("postfix/smtpd[1]: connect from unknown[192.0.2.9]")
                .merge(GeneratedLog.traffic(
                        List.of("Aug 23 09:00:00 mx postfix/smtpd[1]: connect from unknown[192.0.2.9]")))
                .merge(GeneratedLog.traffic(
                        List.of("Jan  1 00:00:07 mx postfix/smtpd[1]: connect from unknown[192.0.2.9]")))
                .totals();

        assertThat(totals.first().map(LogTimestamp::text)).contains("01-01 00:00:07");
        assertThat(totals.last().map(LogTimestamp::text)).contains("08-23 10:00:00");
    }

    @Test
    void problems_ofPostfix_areCountedBySeverityAndText() {
        TrafficReport report = traffic(
                "postfix/smtpd[1]: warning: hostname a.example.com does not resolve to address 192.0.2.1",
                "postfix/smtpd[1]: warning: hostname b.example.com does not resolve to address 192.0.2.2",
                "postfix/smtpd[1]: warning: TLS library problem: 1:error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared"
                        + " cipher:s3_srvr.c:1053:",
                "postfix/smtpd[2]: fatal: no SASL authentication mechanisms");

        assertThat(report.problems().rows())
                .extracting(LoggedProblem::severity, LoggedProblem::text, LoggedProblem::count)
                .containsExactly(
                        tuple(Severity.WARNING, "hostname DOMAIN does not resolve to address IP", 2L),
                        tuple(Severity.FATAL, "no SASL authentication mechanisms", 1L),
                        tuple(Severity.WARNING, "TLS library problem: no shared cipher", 1L));
    }

    @Test
    void repeatedMessages_areCountedAsOftenAsTheyWere() {
        TrafficReport report = traffic(
                "postfix/smtpd[1]: warning: hostname a.example.com does not resolve to address 192.0.2.1",
                "postfix/smtpd[1]: message repeated 3 times: [ warning: hostname a.example.com does not resolve to address"
                        + " 192.0.2.1]",
                "last message repeated 5 times",
                "rsyslogd: imuxsock lost 42 messages from pid 2101 due to rate-limiting");

        assertThat(report.problems().rows().get(0).count()).isEqualTo(4);
        assertThat(report.totals().lines()).isEqualTo(4);
        assertThat(report.totals().leftOut()).isEqualTo(5);
        assertThat(report.totals().lost()).isEqualTo(42);
    }

    @Test
    void linesOfOthers_andServices_areNamed() {
        TrafficReport report = traffic(
                "dovecot: imap-login: Login: user=<a>, method=PLAIN, rip=192.0.2.9, lip=192.0.2.1, TLS",
                "named[7]: zone loaded",
                "postfix/smtpd[1]: text that nobody writes",
                "postfix/submission/smtpd[1]: connect from unknown[192.0.2.9]",
                "postfix/smtpd[1]: connect from unknown[192.0.2.9]",
                "postfix/smtpd[1]: disconnect from unknown[192.0.2.9]");

        assertThat(report.unrecognized(UnrecognizedReason.FOREIGN_PROGRAM)).isEqualTo(1);
        assertThat(report.unrecognized(UnrecognizedReason.UNKNOWN_MESSAGE)).isEqualTo(1);
        assertThat(report.foreignPrograms().rows())
                .extracting(NamedCount::name)
                .containsExactlyInAnyOrder("dovecot", "named");
        assertThat(report.services().rows())
                .extracting(NamedCount::name)
                .containsExactly("postfix/smtpd", "postfix/submission/smtpd");
    }

    @Test
    void visitor_thatIsPushedBlocks_countsLikeTheCursor() {
        byte[] log = (String.join("\n", GeneratedLog.ofLines(5, 500)) + "\n").getBytes(StandardCharsets.UTF_8);
        TrafficReport pushed = new TrafficReport();
        MaillogDecoder decoder = Maillog.decoder(pushed.visitor(), ReadLimits.defaults());
        for (int from = 0; from < log.length; from += 77) {
            decoder.feed(log, from, Math.min(from + 77, log.length));
        }
        decoder.finish();

        assertThat(pushed.toJson())
                .isEqualTo(GeneratedLog.traffic(GeneratedLog.ofLines(5, 500)).toJson());
    }

    @Test
    void report_thatWasShown_goesOn() {
        TrafficReport report = GeneratedLog.traffic(ONE_MESSAGE.subList(3, 4));
        assertThat(report.totals().deliveredWithoutSize()).isEqualTo(1);

        report.merge(GeneratedLog.traffic(ONE_MESSAGE.subList(5, 6)));

        assertThat(report.totals().deliveredWithoutSize()).isZero();
        assertThat(report.totals().bytesDelivered()).isEqualTo(3988);
    }

    private static TrafficReport traffic(String... messages) {
        return GeneratedLog.traffic(List.of(messages).stream()
                .map(message -> "Aug 23 10:00:00 mx " + message)
                .toList());
    }
}
