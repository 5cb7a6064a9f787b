package dev.posthorn.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogDecoder;
import dev.posthorn.parsers.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HostileReportTest {

    private static final int MILLION = 1_000_000;
    private static final ReportLimits SMALL = new ReportLimits(1_000, 1_000);

    @Test
    void aMillionPeers_withOneThatIsFrequent_takeBoundedMemoryAndShowIt() {
        TlsReport report = new TlsReport(SMALL);
        MaillogDecoder decoder = Maillog.decoder(report.visitor(), ReadLimits.defaults());
        for (int peer = 0; peer < MILLION; peer++) {
            feed(decoder, "p" + peer + ".example.com[2001:db8::" + Integer.toHexString(peer) + "]");
            if (peer % 100 == 0) {
                feed(decoder, "often.example.com[192.0.2.1]");
            }
        }
        decoder.finish();

        Ranking<TlsSessionCount> peers = report.sessionsByPeer();
        assertThat(peers.rows()).hasSizeLessThanOrEqualTo(1_000);
        assertThat(peers.total()).isEqualTo(MILLION + MILLION / 100);
        assertThat(peers.isExact()).isFalse();
        assertThat(report.isExact()).isFalse();
        assertThat(peers.errorBound()).isLessThanOrEqualTo(peers.total() / 501);
        assertThat(peers.rows().get(0).key()).isEqualTo("often.example.com[192.0.2.1]");
        assertThat(peers.rows().get(0).count()).isBetween(MILLION / 100 - peers.errorBound(), (long) MILLION / 100);
        assertThat(report.sessions().isExact()).isTrue();
        assertThat(report.toString()).contains("Frequent ones only");
    }

    private static void feed(MaillogDecoder decoder, String peer) {
        byte[] line = ("Aug 23 10:00:00 mx postfix/smtpd[1]: Anonymous TLS connection established from " + peer
                        + ": TLSv1.2 with cipher AES128-SHA (128/128 bits)\n")
                .getBytes(StandardCharsets.US_ASCII);
        decoder.feed(line, 0, line.length);
    }

    /** One queue id, whose size stands nowhere, and more deliveries than the limit. */
    @Test
    void aMessageWithoutSize_andMoreDeliveriesThanTheLimit_isGivenUpInPart() {
        TrafficReport report = new TrafficReport(SMALL);
        MaillogDecoder decoder = Maillog.decoder(report.visitor(), ReadLimits.defaults());
        byte[] line = ("Aug 23 10:00:00 mx postfix/smtp[1]: 3D2F11A0C4: to=<b@example.net>, relay=local, delay=1,"
                        + " delays=1/0/0/0, dsn=2.0.0, status=sent (ok)\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 5_000; i++) {
            decoder.feed(line, 0, line.length);
        }
        decoder.finish();

        assertThat(report.totals().delivered()).isEqualTo(5_000);
        assertThat(report.totals().deliveredWithoutSize()).isEqualTo(5_000);
        assertThat(report.totals().forgotten()).isEqualTo(4_000);
        assertThat(report.isExact()).isFalse();
        assertThat(report.toJson()).hasSizeLessThan(200_000);
    }

    /** Escapes of terminals, HTML, shells, a right-to-left override, bytes that are no UTF-8, and a part separator. */
    @Test
    void namesThatAreHostile_areHarmlessInTextAndWholeInJson() throws IOException {
        String name = "\u001B[2J<script>$(reboot)\u202E\u00FF\u001F\"\\";
        byte[] log = ("Aug 23 10:00:00 mx postfix/qmgr[1]: 3D2F11A0C4: from=<" + name + "@example.com>, size=1, nrcpt=1"
                        + " (queue active)\n"
                        + "Aug 23 10:00:00 mx" + "\u001B[2J" + " postfix/smtp[1]: 3D2F11A0C4: to=<" + name
                        + "@example.com>, relay=local, delay=1, delays=1/0/0/0, dsn=5.1.1, status=bounced (" + name
                        + ")\n")
                .getBytes(StandardCharsets.UTF_8);
        TrafficReport report = new TrafficReport().read(Maillog.open(log));

        assertThat(report.senders().rows().get(0).name()).isEqualTo(name.replace('\u001F', '?') + "@example.com");
        assertThat(report.toString())
                .doesNotContain("\u001B")
                .doesNotContain("\u202E")
                .contains("\\u001B[2J");
        JsonNode sender = new ObjectMapper().readTree(report.toJson()).at("/unfinished/open/0/sender");
        assertThat(sender.textValue()).isEqualTo(name.replace('\u001F', '?') + "@example.com");
        assertThat(report.toJson()).isPrintable();
    }

    @Property(tries = 300)
    void anyBytes_makeAReportThatSurvivesJson(@ForAll byte[] bytes, @ForAll byte[] more) throws IOException {
        byte[] prefix = "Aug 23 10:00:00 mx postfix/qmgr[1]: 3D2F11A0C4: from=<".getBytes(StandardCharsets.US_ASCII);
        byte[] suffix = ">, size=1, nrcpt=1 (queue active)\n".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        log.write(prefix);
        log.write(bytes);
        log.write(suffix);
        log.write(more);
        TrafficReport report = new TrafficReport().read(Maillog.open(log.toByteArray()));

        TrafficReport again = TrafficReport.parseJson(report.toJson());

        assertThat(again.toJson()).isEqualTo(report.toJson());
        assertThat(again).hasToString(report.toString());
    }

    @Property(tries = 300)
    void jsonThatIsDamaged_isRefusedAndNothingElse(@ForAll int at, @ForAll char other) {
        String json = GeneratedLog.traffic(GeneratedLog.ofLines(3, 60)).toJson();
        int place = Math.floorMod(at, json.length());
        String damaged = json.substring(0, place) + other + json.substring(place + 1);

        try {
            assertThat(TrafficReport.parseJson(damaged).toString()).isNotEmpty();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageNotContaining("\u001B");
        }
    }

    @Test
    void jsonOfAnotherReport_isRefused() {
        assertThatThrownBy(() -> TrafficReport.parseJson(new TlsReport().toJson()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another report");
        assertThatThrownBy(
                        () -> TlsReport.parseJson(new TlsReport().toJson().replace("\"version\":1", "\"version\":2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version");
        assertThatThrownBy(() -> TlsReport.parseJson(
                        "{\"report\":\"tls\",\"version\":1,\"keys\":9,\"messages\":9,\"tables\":{\"sessions\":{\"rows\":[{\"key\":"
                                + "[\"NOBODY\"],\"weight\":1}]}}}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reports_goThroughJavaSerialisation() throws Exception {
        TrafficReport traffic = GeneratedLog.traffic(GeneratedLog.ofLines(3, 300));
        TlsReport tls = GeneratedLog.tls(GeneratedLog.ofLines(3, 300));

        assertThat(((TrafficReport) deserialized(serialized(traffic))).toJson()).isEqualTo(traffic.toJson());
        assertThat(((TlsReport) deserialized(serialized(tls))).toJson()).isEqualTo(tls.toJson());
    }

    @Test
    void serialisedReport_thatIsDamaged_isRefused() throws IOException {
        String damaged = new String(serialized(new TlsReport()), StandardCharsets.ISO_8859_1)
                .replace("\"report\":\"tls\"", "\"report\":\"tlz\"");

        assertThatThrownBy(() -> deserialized(damaged.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(InvalidObjectException.class);
    }

    @Test
    void text_ofAnyReport_has100Columns() {
        for (int seed = 0; seed < 20; seed++) {
            List<String> lines = GeneratedLog.ofLines(seed, 400);
            assertThat(GeneratedLog.traffic(lines).toString().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
            assertThat(GeneratedLog.tls(lines).toString().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        }
    }

    /** The widest cells there can be. */
    @Test
    void text_ofLongNames_has100Columns() {
        String name = "x".repeat(200);
        List<String> lines = List.of(
                "Aug 23 10:00:00 " + name + " postfix/" + name + "/smtpd[1]: Anonymous TLS connection established from "
                        + name
                        + "[2001:db8::1]: TLSv1.3 with cipher " + name + " (256/256 bits) key-exchange " + name
                        + " server-signature " + name + " server-digest " + name,
                "Aug 23 10:00:00 mx postfix/smtpd[1]: NOQUEUE: milter-reject: END-OF-MESSAGE from unknown[192.0.2.9]: 554 5.7.1 "
                        + name + "; from=<a@" + name + "> proto=ESMTP",
                "Aug 23 10:00:00 mx postfix/qmgr[1]: 3D2F11A0C4: from=<" + name + "@" + name
                        + ">, size=99999999999999, nrcpt=1 (queue active)",
                "Aug 23 10:00:00 mx postfix/smtp[1]: 3D2F11A0C4: to=<" + name + "@" + name
                        + ">, relay=local, delay=99999999, delays=1/0/0/0, dsn=2.0.0, status=sent (ok)",
                "Aug 23 10:00:00 mx postfix/smtp[1]: 3D2F11A0C4: to=<" + name + "@" + name
                        + ">, relay=local, delay=1, delays=1/0/0/0, dsn=5.999.999, status=bounced (" + name + ")");

        assertThat(GeneratedLog.traffic(lines).toString().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(GeneratedLog.tls(lines).toString().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    private static byte[] serialized(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object deserialized(byte[] bytes) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
