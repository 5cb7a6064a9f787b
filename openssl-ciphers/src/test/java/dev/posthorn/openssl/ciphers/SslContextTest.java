package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.ciphers.catalog.SslMethod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fact sheet on cipher strings sections 9, 10 and 13. */
class SslContextTest {

    private static final String AES128 = "ECDHE-ECDSA-AES128-GCM-SHA256";
    private static final String AES256 = "ECDHE-ECDSA-AES256-GCM-SHA384";

    private static SslContext context(String build, SslMethod method) {
        return SslContext.of(
                CipherCatalog.forBuild(OpenSslBuild.parse(build), method).orElseThrow());
    }

    private static List<String> names(SslContext context) {
        return context.ciphers().stream().map(OpenSslCipherSuite::openSslName).toList();
    }

    private static Expansion set(SslContext context, String text) {
        return context.setCipherList(CipherString.parse(text));
    }

    @Test
    void suiteBMode_takesThePlaceOfEveryLaterString() {
        SslContext context = context("1.0.2u", SslMethod.VERSION_FLEXIBLE);

        set(context, "SUITEB128");
        Expansion later = set(context, "ALL:_");

        assertThat(names(context)).containsExactly(AES128, AES256);
        assertThat(later.rejection()).isEmpty();
        assertThat(later.suiteBKeyword()).contains("SUITEB128");
    }

    @Test
    void suiteB128C2_sticksAsSuiteB128() {
        SslContext context = context("1.0.2u", SslMethod.VERSION_FLEXIBLE);

        set(context, "SUITEB128C2");
        assertThat(names(context)).containsExactly(AES256);

        set(context, "RC4");
        assertThat(names(context)).containsExactly(AES128, AES256);
    }

    @Test
    void otherKeyword_changesTheMode() {
        SslContext context = context("1.0.2u", SslMethod.VERSION_FLEXIBLE);

        set(context, "SUITEB128");
        set(context, "SUITEB192");
        set(context, "ALL");

        assertThat(names(context)).containsExactly(AES256);
        assertThat(context.suiteBMode()).contains("SUITEB192");
    }

    @ParameterizedTest
    @EnumSource(
            value = SslMethod.class,
            names = {"SSLV3", "TLSV1"})
    void suiteB_withAMethodWithoutTls12_isRefusedAndTheListStays(SslMethod method) {
        SslContext context = context("1.0.2u", method);
        List<String> former = names(context);

        Expansion expansion = set(context, "SUITEB128");

        assertThat(expansion.rejection().orElseThrow()).hasToString("only TLS 1.2 allowed in Suite B mode");
        assertThat(names(context)).isEqualTo(former).isNotEmpty();
    }

    @Test
    void invalidCommand_leavesTheFormerList() {
        SslContext context = context("1.0.1e", SslMethod.VERSION_FLEXIBLE);

        set(context, "AES128-SHA");
        set(context, "ALL:!");

        assertThat(names(context)).containsExactly("AES128-SHA");
    }

    @Test
    void noCipherMatch_leavesAnEmptyList() {
        SslContext context = context("1.0.1e", SslMethod.VERSION_FLEXIBLE);

        set(context, "AES128-SHA");
        set(context, "NOSUCH");

        assertThat(names(context)).isEmpty();
    }

    @Test
    void sslv2Method_hasOnlySslv2SuitesFromTheStart() {
        SslContext context = context("1.0.1e", SslMethod.SSLV2);

        assertThat(context.ciphers())
                .isNotEmpty()
                .allMatch(suite -> suite.cipherSuite().isSslv2CipherKind());
    }

    @Test
    void tlsv1Method_hasTheWholeTlsTable() {
        SslContext context = context("1.0.1e", SslMethod.TLSV1);

        Expansion all = set(context, "ALL:COMPLEMENTOFALL");

        assertThat(all.suites())
                .noneMatch(suite -> suite.cipherSuite().isSslv2CipherKind())
                .anyMatch(suite -> suite.openSslName().equals("AES128-GCM-SHA256"));
        assertThat(all.catalog().suites().stream()
                        .filter(suite -> suite.cipherSuite().isSslv2CipherKind())
                        .map(all::fateOf)
                        .map(SuiteFate::explain))
                .contains("is compiled in, but barred by the method TLSv1_method");
    }

    @Test
    void fipsMode_barsSuitesWithoutTheMark() {
        Expansion expansion = CipherString.parse("ALL").expandFor(OpenSslBuild.parse("1.0.2u fips-mode"));

        assertThat(expansion.suites()).isNotEmpty().allMatch(OpenSslCipherSuite::isFips);
        assertThat(expansion.fateOf("CAMELLIA128-SHA").explain()).isEqualTo("is compiled in, but barred by FIPS mode");
    }
}
