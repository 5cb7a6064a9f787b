package dev.posthorn.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.posthorn.internal.json.JsonReader;
import dev.posthorn.internal.json.JsonWriter;
import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.TlsRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TlsTimelineTest {

    private static final List<TlsRole> ROLES = List.of(TlsRole.values());
    private static final List<HandshakeResult> RESULTS = List.of(HandshakeResult.values());
    private static final String FROM = "TLS connection established from a.example.com[192.0.2.1]: ";
    private static final String GCM = "TLSv1.2 with cipher ECDHE-RSA-AES128-GCM-SHA256 (128/128 bits)";

    @Test
    void handshakes_ofTwoHours_areCountedByHourRoleAndResult() {
        TlsReport report = GeneratedLog.tls(List.of(
                "2018-08-23T19:59:59+02:00 mx postfix/smtpd[1]: " + FROM + GCM,
                "2018-08-23T20:00:00+02:00 mx postfix/smtpd[1]: " + FROM + "TLSv1 with cipher RC4-MD5 (128/128 bits)",
                "2018-08-23T20:30:00+02:00 mx postfix/smtpd[1]: " + FROM + "TLSv9 with cipher X (128/128 bits)",
                "2018-08-23T20:30:00+02:00 mx postfix/smtp[2]: TLS connection established to b.example.com[192.0.2.2]:25: "
                        + GCM,
                "2018-08-23T20:31:00+02:00 mx postfix/smtp[2]: TLS connection reused to b.example.com[192.0.2.2]:25: "
                        + GCM,
                "2018-08-23T20:40:00+02:00 mx postfix/smtpd[3]: connect from c.example.com[192.0.2.3]",
                "2018-08-23T20:40:00+02:00 mx postfix/smtpd[3]: SSL_accept error from c.example.com[192.0.2.3]: -1",
                "2018-08-23T20:40:00+02:00 mx postfix/smtpd[3]: lost connection after STARTTLS from c.example.com[192.0.2.3]",
                "2018-08-23T20:40:00+02:00 mx postfix/smtpd[3]: disconnect from c.example.com[192.0.2.3]"));

        TlsTimeline timeline = report.timeline();

        assertThat(timeline.step()).isEqualTo(TimeStep.HOUR);
        assertThat(timeline.periods())
                .extracting(
                        TlsPeriod::period,
                        TlsPeriod::role,
                        period -> period.counts().toString())
                .containsExactly(
                        tuple("2018-08-23 19", TlsRole.SERVER, "{TLSV1_2=1}"),
                        tuple("2018-08-23 20", TlsRole.SERVER, "{FAILED=1, TLSV1=1, OTHER=1}"),
                        tuple("2018-08-23 20", TlsRole.CLIENT, "{TLSV1_2=1}"));
    }

    @Test
    void hours_withoutYear_areWrittenWithoutYear() {
        TlsReport report = GeneratedLog.tls(List.of("Aug  3 09:59:59 mx postfix/smtpd[1]: " + FROM + GCM));

        assertThat(report.timeline().periods()).extracting(TlsPeriod::period).containsExactly("08-03 09");
    }

    @Test
    void periods_beyondTheLimit_becomeLongerAndStayExact() {
        TimelineTable table = new TimelineTable(3);
        for (int hour = 0; hour < 24; hour++) {
            table.count(LogTime.of(2018, 8, 23, hour, 0, 0), TlsRole.SERVER, HandshakeResult.TLSV1_2, 1);
        }
        assertThat(table.timeline().step()).isEqualTo(TimeStep.DAY);
        assertThat(table.timeline().periods())
                .containsExactly(new TlsPeriod("2018-08-23", TlsRole.SERVER, Map.of(HandshakeResult.TLSV1_2, 24L)));
        for (int year = 1; year < 9999; year += 100) {
            table.count(LogTime.of(year, 1, 1, 0, 0, 0), TlsRole.SERVER, HandshakeResult.TLSV1_2, 1);
        }
        assertThat(table.timeline())
                .isEqualTo(new TlsTimeline(
                        TimeStep.WHOLE,
                        List.of(new TlsPeriod("", TlsRole.SERVER, Map.of(HandshakeResult.TLSV1_2, 24L + 100)))));
    }

    @Property(tries = 300)
    void parts_inAnyGroupingAndThroughJson_areTheWhole(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 2, max = 50) int limit) {
        Random random = new Random(seed);
        TimelineTable whole = new TimelineTable(limit);
        List<TimelineTable> parts = new ArrayList<>();
        int spreadOfDays = 1 + random.nextInt(28);
        for (int part = 0; part < 5; part++) {
            TimelineTable table = new TimelineTable(limit);
            for (int i = random.nextInt(40); i > 0; i--) {
                long time = LogTime.of(
                        2018 + random.nextInt(2),
                        1 + random.nextInt(1 + spreadOfDays / 10),
                        1 + random.nextInt(spreadOfDays),
                        random.nextInt(24),
                        0,
                        0);
                TlsRole role = ROLES.get(random.nextInt(2));
                HandshakeResult result = RESULTS.get(random.nextInt(8));
                table.count(time, role, result, 1);
                whole.count(time, role, result, 1);
            }
            parts.add(table);
        }

        TimelineTable merged = MergeTree.fold(parts, seed, (one, other) -> {
            one.merge(other);
            return throughJson(one, limit);
        });

        assertThat(merged.timeline()).isEqualTo(whole.timeline());
    }

    private static TimelineTable throughJson(TimelineTable table, int limit) {
        TimelineTable read = new TimelineTable(limit);
        read.read(new JsonReader(json(table)));
        return read;
    }

    private static String json(TimelineTable table) {
        JsonWriter json = new JsonWriter();
        table.write(json);
        return json.toString();
    }

    @Test
    void json_thatIsNoTimeline_isRefused() {
        String good = "{\"step\":\"HOUR\",\"periods\":[{\"start\":20180823190000,\"SERVER TLSv1.2\":3}]}";
        TimelineTable table = new TimelineTable(10);
        table.read(new JsonReader(good));
        assertThat(json(table)).isEqualTo(good);
        for (String bad : List.of(
                good.replace("HOUR", "MINUTE"),
                good.replace("190000", "190001"),
                good.replace("20180823190000", "999920180823190000"),
                good.replace("SERVER", "MX"),
                good.replace("start", "begin"))) {
            assertThatThrownBy(() -> new TimelineTable(10).read(new JsonReader(bad)))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void bestProtocol_ofAPeer_isTheLatestItEverAgreedOn() {
        String from = "postfix/smtpd[1]: TLS connection established from ";
        TlsReport report = GeneratedLog.tls(List.of(
                "Aug 23 10:00:00 mx " + from + "a.example.com[192.0.2.1]: TLSv1 with cipher AES128-SHA (128/128 bits)",
                "Aug 23 11:00:00 mx " + from + "a.example.com[192.0.2.1]: " + GCM,
                "Aug 23 12:00:00 mx " + from + "a.example.com[192.0.2.1]: TLSv1 with cipher AES128-SHA (128/128 bits)",
                "Aug 23 13:00:00 mx " + from + "b.example.com[192.0.2.2]: TLSv1 with cipher AES128-SHA (128/128 bits)",
                "Aug 23 14:00:00 mx " + from
                        + "b.example.com[192.0.2.2]: TLSv1 with cipher AES256-SHA (256/256 bits)"));

        assertThat(report.bestProtocols().rows())
                .extracting(
                        PeerProtocol::peer,
                        PeerProtocol::best,
                        PeerProtocol::handshakes,
                        row -> row.last().map(LogTimestamp::text).orElse("-"))
                .containsExactly(
                        tuple("a.example.com[192.0.2.1]", HandshakeResult.TLSV1_2, 3L, "08-23 12:00:00"),
                        tuple("b.example.com[192.0.2.2]", HandshakeResult.TLSV1, 2L, "08-23 14:00:00"));
    }
}
