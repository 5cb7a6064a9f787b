package dev.posthorn.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The small open values of a ClientHello: groups, signature schemes, formats, methods, extensions. */
class HelloValuesTest {

    @Test
    void group_hasTheNamesOfBothRegistries() {
        NamedGroup p256 = NamedGroup.forOpenSslName("prime256v1").orElseThrow();
        assertThat(p256).isEqualTo(NamedGroup.SECP256R1).isEqualTo(new NamedGroup(23));
        assertThat(p256.standardName()).contains("secp256r1");
        assertThat(p256).hasToString("prime256v1");
        assertThat(NamedGroup.forStandardName("secp384r1")).contains(NamedGroup.SECP384R1);
        assertThat(NamedGroup.forStandardName("prime256v1")).isEmpty();
        assertThat(NamedGroup.forOpenSslName("X25519")).contains(NamedGroup.X25519);
    }

    @Test
    void group_ofAnUnknownNumber_keepsIt() {
        assertThat(new NamedGroup(0x2A2A)).hasToString("0x2A2A");
        assertThat(new NamedGroup(0x2A2A).openSslName()).isEmpty();
        assertThatThrownBy(() -> new NamedGroup(0x1_0000)).hasMessageContaining("65536");
    }

    @Test
    void scheme_givesBothBytesOfTls12() {
        SignatureScheme scheme = SignatureScheme.forHexCode("0401").orElseThrow();
        assertThat(scheme.hashByte()).isEqualTo(4);
        assertThat(scheme.signatureByte()).isEqualTo(1);
        assertThat(scheme).hasToString("rsa_pkcs1_sha256");
    }

    @Test
    void scheme_withoutNameOfItsOwn_isItsNumber() {
        assertThat(SignatureScheme.forHexCode("0302").orElseThrow()).hasToString("0302");
        assertThat(SignatureScheme.forHexCode("302")).isEmpty();
        assertThat(SignatureScheme.forHexCode("04g1")).isEmpty();
    }

    @Test
    void otherValues_printTheirNameOrNumber() {
        assertThat(PointFormat.UNCOMPRESSED).hasToString("uncompressed");
        assertThat(new PointFormat(9)).hasToString("9");
        assertThat(CompressionMethod.DEFLATE).hasToString("deflate");
        assertThat(new CompressionMethod(64)).hasToString("64");
        assertThat(ExtensionType.SUPPORTED_GROUPS).hasToString("supported_groups");
        assertThat(new ExtensionType(35)).hasToString("35");
        assertThatThrownBy(() -> new CompressionMethod(256)).hasMessageContaining("256");
        assertThatThrownBy(() -> new PointFormat(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new ExtensionType(-1)).hasMessageContaining("-1");
    }
}
