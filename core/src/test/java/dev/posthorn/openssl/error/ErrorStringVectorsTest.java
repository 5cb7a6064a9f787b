package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every recorded sample of {@code ERR_error_string}, printed again and read again. */
class ErrorStringVectorsTest {

    private static final String SAMPLES = "errstr-samples.tsv.gz";

    @Test
    void everySample_isPrintedAsTheReleasePrintedIt() throws IOException {
        Map<OpenSslRelease, Integer> counts = new TreeMap<>();
        List<String> mismatches = new ArrayList<>();
        for (TsvTable.Row row : ErrorVectors.readGiven(SAMPLES).rows()) {
            OpenSslRelease release = OpenSslRelease.parse(row.text("release"));
            String described = code(row, release).describe(release);
            counts.merge(release, 1, Integer::sum);
            if (!described.equals(row.text("text"))) {
                mismatches.add(release + " " + row.text("packed") + ": " + row.text("text") + " <> " + described);
            }
        }

        System.out.println("Error strings: "
                + counts.values().stream().mapToInt(Integer::intValue).sum() + " samples, " + mismatches.size()
                + " mismatches; by release " + counts);
        assertThat(counts).isNotEmpty();
        assertThat(mismatches).isEmpty();
    }

    @Test
    void everySample_isReadBackWithItsCode() throws IOException {
        assertThat(ErrorVectors.readGiven(SAMPLES).rows()).allSatisfy(row -> {
            PackedErrorCode code = code(row, OpenSslRelease.parse(row.text("release")));
            OpenSslError error = OpenSslError.parse(row.text("text"));

            assertThat(error.code()).isEqualTo(code);
            assertThat(error).hasToString(row.text("text"));
        });
    }

    private static PackedErrorCode code(TsvTable.Row row, OpenSslRelease release) {
        return PackedErrorCode.parseHex(row.text("packed"), ErrorPacking.of(release));
    }
}
