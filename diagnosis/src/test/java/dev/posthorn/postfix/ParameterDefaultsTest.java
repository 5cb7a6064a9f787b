package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of defaults against the fact sheet on Postfix TLS configuration, boundary by boundary. */
class ParameterDefaultsTest {

    private static final int BOUNDARIES = 568;

    static List<TsvTable.Row> boundaries() {
        String name = "default-boundaries.tsv";
        return TsvTable.read(name, ParameterDefaultsTest.class.getResourceAsStream(name))
                .rows();
    }

    private static PostfixTlsSettings settings(TsvTable.Row row) {
        PostfixTlsSettings settings = PostfixTlsSettings.defaultsOf(PostfixVersion.parse(row.text("version")));
        String headers = row.text("headers");
        String level = row.text("level");
        PostfixTlsSettings compiled =
                headers.equals("-") ? settings : settings.compiledWith(OpenSslRelease.parse(headers));
        return level.equals("-") ? compiled : compiled.with("compatibility_level", level);
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void default_onThisSideOfTheBoundary_isWhatTheSheetSays(TsvTable.Row row) {
        Optional<String> rawValue = settings(row).setting(row.text("parameter")).map(Setting::rawValue);

        assertThat(rawValue.orElse("(absent)")).isEqualTo(row.text("default"));
    }

    @Test
    void boundaries_areAllThere() {
        assertThat(boundaries()).hasSize(BOUNDARIES);
    }

    @Test
    void origin_namesTheVersionAndWhatTheDefaultDependsOn() {
        PostfixTlsSettings postfix = PostfixTlsSettings.defaultsOf(PostfixVersion.parse("3.11.2"));

        assertThat(postfix.setting("smtpd_tls_protocols").orElseThrow().origin())
                .hasToString("default of Postfix 3.11.2");
        assertThat(postfix.with("compatibility_level", "3.11")
                        .setting("smtp_tls_security_level")
                        .orElseThrow()
                        .origin())
                .hasToString("default of Postfix 3.11.2 at compatibility_level 3.11");
        assertThat(postfix.setting("tls_eecdh_auto_curves").orElseThrow().origin())
                .hasToString("default of Postfix 3.11.2 if compiled with OpenSSL 3.5.0 or later");
        assertThat(postfix.compiledWith(OpenSslRelease.parse("3.5.1"))
                        .setting("tls_eecdh_auto_curves")
                        .orElseThrow()
                        .origin())
                .hasToString("default of Postfix 3.11.2");
    }

    @Test
    void everyRow_holdsForSomeCoveredVersion() {
        List<PostfixVersion> first = ParameterTable.names().stream()
                .map(name -> ParameterTable.since(name).orElseThrow())
                .toList();

        assertThat(first).allMatch(PostfixVersion::isCovered);
    }
}
