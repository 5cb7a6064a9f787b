package dev.posthorn.parsers.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a reader remembers of the line before must never change what it says of the next one. */
class LastHeaderTest {

    /** Everything a header has, each in forms that are remembered and in forms that are not, or that look like another. */
    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> times = Arbitraries.of(
                "Nov  4 09:05:01 ",
                "Nov  4 09:05:02 ",
                "Nov  4 23:59:60 ",
                "Nov  4 24:00:00 ",
                "Nov 14 09:05:01 ",
                "Nov 4 09:05:01 ",
                "Nov  4 09:05:01  ",
                "Nov  4 2026 09:05:01 ",
                "Nov  4 09:05:01.123 ",
                "2026-11-04T09:05:01.123456+01:00 ",
                "2026-11-04T09:05:02.000001+01:00 ",
                "2026-11-04T09:05:02.00000x+01:00 ",
                "2026-11-04T09:05:02.0000012+01:00 ",
                "2026-11-04T09:05:02,123456+01:00 ",
                "2026-11-04T09:05:01Z ",
                "2026-11-04T09:05:01 ",
                "2026-11-04 09:05:01 ",
                "2026-11-04T09:05:01.123456789+01:00 stdout F ",
                "Wed 2026-11-04 09:05:01 CET ",
                "<22>Nov  4 09:05:01 ",
                "<22>1 2026-11-04T09:05:01Z ",
                "[ 1234.567890] ",
                "> Nov  4 09:05:01 ",
                "\u00EF\u00BB\u00BFNov  4 09:05:01 ",
                "");
        Arbitrary<String> hosts = Arbitraries.of(
                "mail ",
                "mx1.example.com ",
                "2001:db8::25 ",
                "2026 ",
                "Nov ",
                "<mail.info> mail ",
                "mail  ",
                "warning: ",
                "");
        Arbitrary<String> tags = Arbitraries.of(
                "postfix/smtpd[2101]: ",
                "postfix/smtpd[2102]: ",
                "postfix/qmgr[7]: ",
                "postfix/127.0.0.1:10025/smtpd[12345678]: ",
                "postfix/smtpd[123456789012345678901]: ",
                "postfix/smtpd[]: ",
                "postfix/smtpd[21x1]: ",
                "postfix/smtpd[2101]:",
                "postfix/smtpd: ",
                "a/[1]: ",
                "4 ",
                "4[12]: ",
                "mail.info postfix/smtpd[2101]: ",
                "postfix/smtpd[2101]: [ID 197553 mail.info] ");
        Arbitrary<String> texts = Arbitraries.of(
                "connect from mx1.example.com[192.0.2.10]", "warning: x", "3D2F11A0C4: removed", "[x] y", "x\r", "");
        return Combinators.combine(times, hosts, tags, texts).as((time, host, tag, text) -> time + host + tag + text);
    }

    @Property(tries = 2_000)
    void lines_readOneAfterTheOther_sayWhatEachSaysAlone(@ForAll("logs") List<String> lines) {
        assertEachSaysWhatItSaysAlone(lines);
    }

    @Provide
    Arbitrary<List<String>> logs() {
        return lines().list().ofMinSize(2).ofMaxSize(12);
    }

    @Property(tries = 2_000)
    void damagedLine_behindOneLikeIt_saysWhatItSaysAlone(
            @ForAll("lines") String line, @ForAll("damages") List<Damage> damages) {
        StringBuilder damaged = new StringBuilder(line);
        damages.forEach(damage -> damage.strike(damaged));

        assertEachSaysWhatItSaysAlone(List.of(line, damaged.toString(), line));
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 70);
        Arbitrary<Character> characters = Arbitraries.of(
                "0129:./[] T+-aN\u0080\u00FF\0".chars().mapToObj(c -> (char) c).toList());
        return Combinators.combine(places, characters)
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    /** One character instead of another, somewhere in the header. */
    record Damage(int place, char character) {

        void strike(StringBuilder line) {
            if (place < line.length()) {
                line.setCharAt(place, character);
            }
        }
    }

    private static void assertEachSaysWhatItSaysAlone(List<String> lines) {
        EnvelopeReader together = new EnvelopeReader();
        for (String line : lines) {
            assertThat(saidOf(line, together)).as(line).isEqualTo(saidOf(line, new EnvelopeReader()));
        }
    }

    private static String saidOf(String line, EnvelopeReader reader) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        EnvelopeView envelope = reader.read(bytes, 0, bytes.length);
        return envelope.snapshot() + " " + envelope.dialect() + " " + envelope.priority() + " " + envelope.monotonic()
                + " " + envelope.text();
    }
}
