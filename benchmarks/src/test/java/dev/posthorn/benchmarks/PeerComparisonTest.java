package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.tls.CipherSuite;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "same order, '002F 0035', '002F 0035', 1, 1, 0",
        "other order, '002F 0035', '0035 002F', 0, 1, 0",
        "too few, '002F 0035', '002F', 0, 0, 0",
        "too many, '002F 0035', '002F 0035 0004', 0, 0, 1",
        "others, '002F 0035', '0004 0005', 0, 0, 1",
        "both refused, '', '', 1, 1, 0",
        "accepted though refused, '', '002F', 0, 0, 1",
        "refused though accepted, '002F', '', 0, 0, 0"
    })
    void answer_countsByWhatItHasInCommonWithTheRecording(
            String name, String recorded, String answer, int exact, int sameSet, int overPermissive) {
        assertThat(Agreement.NONE.plus(suites(recorded), suites(answer)))
                .isEqualTo(new Agreement(1, exact, sameSet, overPermissive));
    }

    @Test
    void share_isRounded() {
        assertThat(new Agreement(3, 2, 2, 0).exactPercent()).isEqualTo(67);
        assertThat(Agreement.NONE.exactPercent()).isZero();
    }

    @Test
    void recordings_compared_ourAnswersAreExactAndPeersAreCounted() {
        Map<Contender, Agreement> agreements = PeerComparison.compare(RecordedExpansion.all());

        assertThat(agreements).hasSize(3);
        agreements.forEach((contender, agreement) -> {
            assertThat(agreement.strings()).isEqualTo(3_050);
            assertThat(agreement.exact()).isBetween(1, agreement.sameSet());
            if (contender.name().equals("Posthorn")) {
                assertThat(agreement).isEqualTo(new Agreement(3_050, 3_050, 3_050, 0));
            } else {
                assertThat(contender.version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
                assertThat(agreement.overPermissive()).isPositive();
            }
        });
        assertThat(PeerComparison.table(agreements)).contains("| Posthorn | this one | 3050 (100 %) | 3050 | 0 |\n");
    }

    @Test
    void escapes_ofTheRecordings_areRead() {
        assertThat(RecordedExpansion.unescape("a\\\\b\\t\\x7f\\n:")).isEqualTo("a\\b\t\u007f\n:");
    }

    private static List<CipherSuite> suites(String hexCodes) {
        return Stream.of(hexCodes.split(" "))
                .filter(hexCode -> !hexCode.isEmpty())
                .map(hexCode -> CipherSuite.forHexCode(hexCode).orElseThrow())
                .toList();
    }
}
