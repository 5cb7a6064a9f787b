package dev.posthorn.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolVersionTest {

    @ParameterizedTest
    @CsvSource({"SSLv2, 2", "SSLv3, 768", "TLSv1, 769", "tlsv1.0, 769", "TLSV1.1, 770", "TLSv1.2, 771", "TLSv1.3, 772"})
    void forOpenSslName_whateverTheCase_findsTheVersion(String name, int codePoint) {
        assertThat(ProtocolVersion.forOpenSslName(name)).contains(new ProtocolVersion(codePoint));
    }

    @Test
    void version_nobodyKnows_isKeptAndPrinted() {
        ProtocolVersion future = new ProtocolVersion(0x0305);

        assertThat(future).hasToString("0x0305").isGreaterThan(ProtocolVersion.TLSV1_3);
        assertThat(ProtocolVersion.forOpenSslName("TLSv1.4")).isEmpty();
    }

    @Test
    void known_isInOrderOfAge() {
        assertThat(ProtocolVersion.known()).isSorted().hasSize(6);
    }

    @Test
    void codePoint_outOfRange_isNamed() {
        assertThatThrownBy(() -> new ProtocolVersion(0x10000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("codePoint: 65536");
    }
}
