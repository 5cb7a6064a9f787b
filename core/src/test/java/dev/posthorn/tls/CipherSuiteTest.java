package dev.posthorn.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CipherSuiteTest {

    @ParameterizedTest
    @CsvSource({
        "C02F, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, ECDHE-RSA-AES128-GCM-SHA256",
        "009C, TLS_RSA_WITH_AES_128_GCM_SHA256, AES128-GCM-SHA256",
        "0004, TLS_RSA_WITH_RC4_128_MD5, RC4-MD5",
        "1301, TLS_AES_128_GCM_SHA256, TLS_AES_128_GCM_SHA256"
    })
    void suite_knownToBothRegistries_isFoundByEveryName(String hexCode, String standardName, String openSslName) {
        CipherSuite suite = CipherSuite.forHexCode(hexCode).orElseThrow();

        assertThat(suite.standardName()).contains(standardName);
        assertThat(suite.openSslName()).contains(openSslName);
        assertThat(CipherSuite.forStandardName(standardName)).contains(suite);
        assertThat(CipherSuite.forOpenSslName(openSslName)).contains(suite);
        assertThat(suite.hexCode()).isEqualTo(hexCode);
    }

    @Test
    void sslv2CipherKind_hasSixDigitsAndNoStandardName() {
        CipherSuite kind = CipherSuite.forHexCode("010080").orElseThrow();

        assertThat(kind.isSslv2CipherKind()).isTrue();
        assertThat(kind.hexCode()).isEqualTo("010080");
        assertThat(kind.openSslName()).contains("RC4-MD5");
        assertThat(kind.standardName()).isEmpty();
    }

    @Test
    void suite_nobodyKnows_printsItsCodePoint() {
        assertThat(new CipherSuite(0xFEDC)).hasToString("FEDC");
        assertThat(new CipherSuite(0xFEDC).standardName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00FF", "5600", "0A0A", "3A3A", "FAFA"})
    void marker_isNoSuite(String hexCode) {
        assertThat(CipherSuite.forHexCode(hexCode).orElseThrow().isSignalingValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"002F", "0A1A", "C02F", "0A0B"})
    void suite_isNoMarker(String hexCode) {
        assertThat(CipherSuite.forHexCode(hexCode).orElseThrow().isSignalingValue())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2F", "0x002F", "002G", "C02F0", "C02F000"})
    void forHexCode_ofAnythingElse_isEmpty(String text) {
        assertThat(CipherSuite.forHexCode(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x1000000})
    void codePoint_outOfRange_isNamed(int codePoint) {
        assertThatThrownBy(() -> new CipherSuite(codePoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("codePoint: " + codePoint);
    }

    @Property
    void hexCode_ofAnySuite_readsBack(@ForAll @IntRange(max = 0xFFFFFF) int codePoint) {
        CipherSuite suite = new CipherSuite(codePoint);

        assertThat(CipherSuite.forHexCode(suite.hexCode())).contains(suite);
    }

    @Test
    void table_hasEverySuiteOnce() {
        List<CipherSuite> known = CipherSuite.known();

        assertThat(known).hasSize(268).doesNotHaveDuplicates();
        List<String> standardNames =
                known.stream().flatMap(suite -> suite.standardName().stream()).toList();
        assertThat(new HashSet<>(standardNames)).hasSameSizeAs(standardNames);
    }
}
