package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: fact sheet on Postfix TLS configuration, sections 1.1 and 6. */
class ProtocolListTest {

    private static ProtocolList list(String version, String text) {
        return PostfixTlsSettings.defaultsOf(PostfixVersion.parse(version)).protocolList(text);
    }

    private static ProtocolList list(String version, String headers, String text) {
        return PostfixTlsSettings.defaultsOf(PostfixVersion.parse(version))
                .compiledWith(OpenSslRelease.parse(headers))
                .protocolList(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.6.6 | '' | all on",
                "2.6.6 | !SSLv2, !SSLv3 | SSLv2, SSLv3 off",
                "2.6.6 | !TLSv1 !SSLv2:!SSLv3 | SSLv2, SSLv3, TLSv1 off",
                "2.6.6 | TLSv1 | SSLv2, SSLv3 off",
                "2.6.6 | tlsv1, !sslv3 | SSLv2, SSLv3 off",
                "2.6.6 | TLSv1, !TLSv1 | SSLv2, SSLv3, TLSv1 off",
                "2.6.6 | TLSv1.2, TLSv1.1, !TLSv1, !SSLv2, !SSLv3 | invalid",
                "2.6.6 | !TLSv1.1 | invalid",
                "2.6.6 | TLSv1.0 | invalid",
                "2.6.6 | ! SSLv2 | invalid",
                "2.6.15 | TLSv1.2 | SSLv2, SSLv3, TLSv1, TLSv1.1 off",
                "2.11.11 | !TLSv1.3 | invalid",
                "3.0.0 | TLSv1.2 | SSLv2, SSLv3, TLSv1, TLSv1.1 off",
                "3.0.14 | TLSv1.2 | SSLv2, SSLv3, TLSv1, TLSv1.1, TLSv1.3 off",
                "3.5.0 | >=TLSv1.2 | invalid",
                "3.6.0 | >=TLSv1.2 | SSLv2, SSLv3, TLSv1, TLSv1.1 off",
                "3.6.0 | >=tlsv1.2 | SSLv2, SSLv3, TLSv1, TLSv1.1 off",
                "3.6.0 | >=TLSv1, <=0303 | SSLv2, SSLv3, TLSv1.3 off",
                "3.6.0 | >=0x0303 | SSLv2, SSLv3, TLSv1, TLSv1.1 off",
                "3.6.0 | >=TLSv1.2, >=TLSv1 | SSLv2, SSLv3 off",
                "3.6.0 | >=TLSv1.2 >=None | all on",
                "3.6.0 | >=None, !SSLv3 | SSLv3 off",
                "3.6.0 | >= TLSv1 | invalid",
                "3.6.0 | >=SSLv2 | invalid",
                "3.6.0 | >=TLSv9 | invalid"
            })
    void list_meansWhatThatVersionMakesOfIt(String version, String text, String meaning) {
        assertThat(list(version, text)).hasToString(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.3.0 | SSLv3, TLSv1 | SSLv2 off",
                "2.4.19 | !SSLv2 | invalid",
                "2.4.19 | SSLv3:TLSv1 | invalid",
                "2.5.0 | !SSLv2 | SSLv2 off"
            })
    void lists_upTo24_onlyInclude(String version, String text, String meaning) {
        assertThat(list(version, text)).hasToString(meaning);
    }

    /** Section 6.1: the last patch level without the names, and the first with them. */
    @ParameterizedTest
    @CsvSource({"2.6.14, 2.6.15", "2.7.8, 2.7.9", "2.8.9, 2.8.10", "2.9.1, 2.9.2", "2.6.0, 2.10.0", "2.5.18, 2.11.0"})
    void namesOfNewProtocols_cameInPatchLevels(String without, String with) {
        assertThat(list(without, "1.0.1e", "!TLSv1.2").isValid()).isFalse();
        assertThat(list(with, "1.0.1e", "!TLSv1.2")).hasToString("TLSv1.2 off");
        assertThat(list(with, "1.0.0t", "!TLSv1.2").isValid()).isFalse();
    }

    /** Section 6.1: accepted and idle, then effective. */
    @ParameterizedTest
    @CsvSource({"3.0.13, 3.0.14", "3.1.9, 3.1.10", "3.2.6, 3.2.7", "3.3.1, 3.3.2", "3.3.0, 3.4.0"})
    void tlsv13_isANameWithoutEffect_thenOneWithEffect(String without, String with) {
        assertThat(list(without, "1.1.1", "!TLSv1.3")).hasToString("all on");
        assertThat(list(without, "1.1.1", "!TLSv1.3").withoutEffect()).containsExactly(ProtocolVersion.TLSV1_3);
        assertThat(list(with, "1.1.1", "!TLSv1.3")).hasToString("TLSv1.3 off");
        assertThat(list(with, "1.1.0l", "!TLSv1.3")).hasToString("all on");
    }

    /** Section 6.2, last point. */
    @Test
    void includedNames_thatAreAllWithoutEffect_includeNothing() {
        assertThat(list("3.0.0", "1.0.0t", "TLSv1.2, !SSLv2")).hasToString("SSLv2 off");
        assertThat(list("3.1.0", "1.1.1", "TLSv1.3")).hasToString("all on");
    }

    @Test
    void version22_hasNoLists() {
        assertThat(list("2.2.11", "nonsense")).hasToString("all on");
    }

    @Test
    void enabled_isWhatTheListLeavesOfAnOpenSsl() {
        List<ProtocolVersion> of101 = List.of(
                ProtocolVersion.SSLV2,
                ProtocolVersion.SSLV3,
                ProtocolVersion.TLSV1_0,
                ProtocolVersion.TLSV1_1,
                ProtocolVersion.TLSV1_2);

        assertThat(list("2.6.6", "!SSLv2, !SSLv3, !TLSv1").enabledOf(of101))
                .containsExactly(ProtocolVersion.TLSV1_1, ProtocolVersion.TLSV1_2);
        assertThat(list("2.6.6", "!SSLv2, !SSLv3, !TLSv1").enabledOf(of101.subList(0, 3)))
                .isEmpty();
        assertThat(list("2.6.6", "nonsense").enabledOf(of101)).isEmpty();
    }

    @Test
    void bounds_andNames_areToldApart() {
        ProtocolList list = list("3.6.0", ">=TLSv1, <=TLSv1.2, !SSLv3, TLSv1.1");

        assertThat(list.lowest()).contains(ProtocolVersion.TLSV1_0);
        assertThat(list.highest()).contains(ProtocolVersion.TLSV1_2);
        assertThat(list.included()).containsExactly(ProtocolVersion.TLSV1_1);
        assertThat(list.excluded()).containsExactly(ProtocolVersion.SSLV3);
    }

    @Test
    void unknownWord_isNamed() {
        ProtocolList list = list("2.6.6", "TLSv1.2, TLSv1.1, !TLSv1, !SSLv2, !SSLv3");

        assertThat(list.unknownWord()).contains("TLSv1.2");
        assertThat(list.disabled()).isEmpty();
    }
}
