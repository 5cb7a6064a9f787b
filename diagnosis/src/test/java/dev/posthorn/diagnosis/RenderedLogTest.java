package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every recorded handshake of the laboratory, rendered as the Postfix of its time would log it, the lines of twelve
 * processes interleaved: every session is found with exactly its peer, its errors and its result. Prints how many.
 */
class RenderedLogTest {

    private final List<String> complaints = new ArrayList<>();
    private int found;

    @ParameterizedTest
    @CsvSource({"0, rfc3164", "1, rfc3164", "2, rfc3164", "0, iso", "1, iso", "2, iso"})
    void everyHandshake_isFoundWithItsErrorsPeerAndResult(int level, String dialect) {
        List<RecordedLab.Side> sides = RecordedLab.sides();
        RenderedLog log = new RenderedLog(
                dialect, (side, number, pid) -> new RenderedSession(side, level, number, pid), this::check);
        log.write(sides);

        System.out.println("rendered log, level " + level + ", " + dialect + ": " + found + " of " + sides.size()
                + " sessions found as they were, " + (100.0 * found / sides.size()) + " %");
        complaints.stream().limit(5).forEach(System.out::println);
        assertThat(complaints).isEmpty();
        assertThat(log.unexpected()).isEmpty();
        assertThat(log.missing()).isZero();
        assertThat(found).isEqualTo(sides.size()).isGreaterThanOrEqualTo(54_000);
    }

    private void check(RenderedSession expected, SmtpSession session) {
        expected.complaint(session)
                .ifPresentOrElse(complaint -> complaints.add(complaint + "\n    for " + expected), () -> found++);
    }
}
