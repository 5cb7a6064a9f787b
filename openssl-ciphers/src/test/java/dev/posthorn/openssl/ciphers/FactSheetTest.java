package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fact sheet on cipher strings, statement by statement. */
class FactSheetTest {

    private static final String SAME_AS = "same as ";
    private static final String COUNT = " suites";

    static Stream<Arguments> statements() {
        return TsvTable.read("statements.tsv", FactSheetTest.class.getResourceAsStream("/sheet/statements.tsv"))
                .rows()
                .stream()
                .map(row ->
                        Arguments.of(row.text("section"), row.text("build"), row.text("string"), row.text("expected")));
    }

    @ParameterizedTest(name = "section {0}: {1} reads {2}")
    @MethodSource("statements")
    void string_ofTheSheet_comesToWhatTheSheetSays(String section, String build, String escaped, String expected) {
        Expansion expansion = expand(RecordedBuilds.unescape(escaped), build);

        if (expected.startsWith(SAME_AS)) {
            Expansion other = expand(expected.substring(SAME_AS.length()), build);
            assertThat(names(expansion)).isEqualTo(names(other)).isNotEmpty();
            assertThat(expansion.rejection()).isEmpty();
        } else if (expected.endsWith(COUNT)) {
            assertThat(expansion.suites()).hasSize(Integer.parseInt(expected.replace(COUNT, "")));
        } else {
            assertThat(expansion
                            .rejection()
                            .map(rejection -> rejection.reason().text())
                            .orElseGet(() -> String.join(":", names(expansion))))
                    .isEqualTo(expected);
        }
    }

    private static Expansion expand(String text, String build) {
        return CipherString.parse(text).expandFor(OpenSslBuild.parse(build));
    }

    private static List<String> names(Expansion expansion) {
        return expansion.suites().stream().map(OpenSslCipherSuite::openSslName).collect(Collectors.toList());
    }
}
