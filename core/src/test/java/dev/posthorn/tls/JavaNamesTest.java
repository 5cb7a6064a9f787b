package dev.posthorn.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The names of suites in Java, against the JDK that runs the tests. */
class JavaNamesTest {

    static List<CipherSuite> suitesWithAJavaName() {
        return CipherSuite.known().stream()
                .filter(suite -> suite.javaName().isPresent())
                .toList();
    }

    /** One test for all: later JDKs support fewer, and every JDK is to count the same tests. */
    @Test
    void suites_ofTheRunningJdk_areFoundByTheirNamesAndHaveThem() throws NoSuchAlgorithmException {
        String[] javaNames = SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites();

        assertThat(javaNames)
                .isNotEmpty()
                .allSatisfy(
                        javaName -> assertThat(CipherSuite.forJavaName(javaName).flatMap(CipherSuite::javaName))
                                .contains(javaName));
    }

    @ParameterizedTest
    @MethodSource("suitesWithAJavaName")
    void suite_withAJavaName_isTakenByTheRunningJdk(CipherSuite suite) throws NoSuchAlgorithmException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        String javaName = suite.javaName().orElseThrow();

        assertThatCode(() -> engine.setEnabledCipherSuites(new String[] {javaName}))
                .doesNotThrowAnyException();
        assertThat(CipherSuite.forJavaName(javaName)).contains(suite);
    }

    @Test
    void suite_withoutAJavaName_isRefusedByTheRunningJdk() throws NoSuchAlgorithmException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        List<String> others = CipherSuite.known().stream()
                .filter(suite -> suite.javaName().isEmpty())
                .flatMap(suite -> suite.standardName().stream())
                .toList();

        assertThat(others).hasSizeGreaterThan(100);
        assertThat(others)
                .allSatisfy(name -> assertThatThrownBy(() -> engine.setEnabledCipherSuites(new String[] {name}))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    @ParameterizedTest
    @CsvSource({
        "RC4-SHA, TLS_RSA_WITH_RC4_128_SHA, SSL_RSA_WITH_RC4_128_SHA",
        "EDH-RSA-DES-CBC3-SHA, TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA, SSL_DHE_RSA_WITH_3DES_EDE_CBC_SHA",
        "ECDHE-RSA-AES128-GCM-SHA256, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
    })
    void names_ofOneSuite_leadToEachOther(String openSslName, String standardName, String javaName) {
        assertThat(CipherSuite.forOpenSslName(openSslName).flatMap(CipherSuite::javaName))
                .contains(javaName);
        assertThat(CipherSuite.forJavaName(javaName).flatMap(CipherSuite::openSslName))
                .contains(openSslName);
        assertThat(CipherSuite.forJavaName(javaName).flatMap(CipherSuite::standardName))
                .contains(standardName);
        assertThat(CipherSuite.forStandardName(standardName).flatMap(CipherSuite::javaName))
                .contains(javaName);
    }

    @Test
    void table_hasTheRecordedNumberOfJavaNames() {
        assertThat(suitesWithAJavaName()).hasSize(92);
    }

    @Test
    void codePoint_thatNobodyKnows_hasNoNameAndIsAValueAllTheSame() {
        CipherSuite unknown = new CipherSuite(0xFEDC);

        assertThat(unknown.javaName()).isEmpty();
        assertThat(unknown).isEqualTo(new CipherSuite(0xFEDC)).hasToString("FEDC");
        assertThat(CipherSuite.forJavaName("TLS_NO_SUCH_SUITE")).isEmpty();
    }
}
