package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorStringsTest {

    /** Release and exact number of recorded rows. */
    @ParameterizedTest
    @CsvSource({
        "0.9.8y, 2073",
        "1.0.0t, 2496",
        "1.0.1e, 2612",
        "1.0.1u, 2636",
        "1.0.2a, 2711",
        "1.0.2p, 2738",
        "1.0.2u, 2741",
        "1.1.0l, 2608",
        "1.1.1w, 3198",
        "3.0.15, 1987"
    })
    void table_saysExactlyWhatTheReleaseSaid(String name, int rows) throws IOException {
        ErrorStrings strings = ErrorStrings.of(OpenSslRelease.parse(name));
        TsvTable recorded = ErrorVectors.read(name + ".tsv.gz");

        assertThat(strings.release()).hasToString(name);
        assertThat(strings.size()).isEqualTo(recorded.rows().size()).isEqualTo(rows);
        assertThat(recorded.rows())
                .allSatisfy(row -> assertThat(lookUp(strings, row))
                        .as(row.text("kind") + " " + row.text("lib") + " " + row.text("code"))
                        .contains(row.text("string")));
    }

    private static Optional<String> lookUp(ErrorStrings strings, TsvTable.Row row) {
        int library = row.integer("lib");
        return switch (row.text("kind")) {
            case "lib" -> strings.library(library);
            case "func" -> strings.function(library, row.integer("code"));
            case "reason" -> strings.reason(library, row.integer("code"));
            case "sys" -> strings.systemError(row.integer("code"));
            default -> throw row.bad("kind", "is unknown");
        };
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.1c, 1.0.1e",
        "1.0.1e-fips, 1.0.1e",
        "1.0.1k, 1.0.1e",
        "1.0.1u, 1.0.1u",
        "1.0.2, 1.0.2a",
        "1.0.2r, 1.0.2p",
        "0.9.8zc, 0.9.8y",
        "3.0.2, 3.0.15"
    })
    void releaseInBetween_hasTheWordsOfTheNearestRecordedOne(String release, String recorded) {
        assertThat(ErrorStrings.of(OpenSslRelease.parse(release)).release()).hasToString(recorded);
    }

    @ParameterizedTest
    @CsvSource({"0.9.7m", "3.1.0", "4.0.0"})
    void releaseOfALineNobodyRecorded_isRejected(String release) {
        assertThatThrownBy(() -> ErrorStrings.of(OpenSslRelease.parse(release)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("release: no error strings are recorded for OpenSSL " + release)
                .hasMessageContaining("1.0.1e, 1.0.1u");
    }

    @Test
    void codeOfTheOtherPacking_isNotDescribed() {
        assertThatThrownBy(() -> PackedErrorCode.of(20, 193).describe(OpenSslRelease.parse("1.0.2u")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("release: OpenSSL 1.0.2u packs errors as LIBRARY_FUNCTION_REASON, this code is packed as "
                        + "LIBRARY_REASON");
    }
}
