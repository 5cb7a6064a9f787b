package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: fact sheet on Postfix TLS configuration, sections 1, 3 to 9. */
class ServerTlsTest {

    private static PostfixTlsSettings postfix(String version) {
        return PostfixTlsSettings.defaultsOf(PostfixVersion.parse(version));
    }

    /** The worked example of section 5.1. */
    @Test
    void cipherString_isGradeAndExclusions() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(PostfixVersion.parse("2.6.6"), """
                smtpd_tls_security_level = may
                smtpd_tls_ciphers = high
                smtpd_tls_exclude_ciphers = aNULL, eNULL, EXPORT, DES, RC4, MD5, PSK, aECDH, EDH-DSS-DES-CBC3-SHA,
                    RSA+AES
                smtpd_tls_mandatory_exclude_ciphers = SEED
                """);

        assertThat(settings.server().cipherString().orElseThrow())
                .hasToString("ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH:!aNULL:!eNULL:!EXPORT:!DES:!RC4:!MD5:!PSK:!aECDH:"
                        + "!EDH-DSS-DES-CBC3-SHA:!RSA+AES");
        assertThat(settings.with("smtpd_tls_security_level", "encrypt")
                        .server()
                        .cipherString()
                        .orElseThrow())
                .hasToString("ALL:!EXPORT:!LOW:+RC4:@STRENGTH:!aNULL:!eNULL:!EXPORT:!DES:!RC4:!MD5:!PSK:!aECDH:"
                        + "!EDH-DSS-DES-CBC3-SHA:!RSA+AES:!SEED");
    }

    @Test
    void clientCertificateAskedFor_excludesAnonymousSuites_atTheEnd() {
        PostfixTlsSettings asking = postfix("2.6.6")
                .with("smtpd_tls_exclude_ciphers", "RC4")
                .with("smtpd_tls_mandatory_exclude_ciphers", "MD5")
                .with("smtpd_tls_req_ccert", "yes");

        assertThat(asking.server().exclusions()).containsExactly("RC4");
        assertThat(asking.with("smtpd_tls_security_level", "encrypt").server().exclusions())
                .containsExactly("RC4", "MD5", "aNULL");
        assertThat(asking.with("smtpd_tls_ask_ccert", "yes").server().exclusions())
                .containsExactly("RC4", "aNULL");
    }

    @Test
    void exclusionThatStartsWithAnOperator_isTheOneThatBreaksTls() {
        ServerTls bad = postfix("2.6.6")
                .with("smtpd_tls_exclude_ciphers", "RSA+AES, !RC4")
                .server();

        assertThat(bad.ciphers().badExclusion()).contains("!RC4");
        assertThat(bad.cipherString()).isEmpty();
        assertThat(postfix("2.6.6")
                        .with("smtpd_tls_exclude_ciphers", "RSA+AES")
                        .server()
                        .ciphers()
                        .badExclusion())
                .isEmpty();
    }

    @Test
    void opportunisticTls_before26_hasTheGradeExport_whateverIsStated() {
        ServerTls server = postfix("2.5.9")
                .with("smtpd_tls_security_level", "may")
                .with("smtpd_tls_ciphers", "high")
                .with("smtpd_tls_protocols", "TLSv1")
                .server();

        assertThat(server.cipherString().orElseThrow()).hasToString("ALL:+RC4:@STRENGTH");
        assertThat(server.ciphers().grade().orElseThrow())
                .hasToString("smtpd_tls_ciphers = export (built into Postfix 2.5.9)");
        assertThat(server.protocols()).hasToString("all on");
    }

    @Test
    void version22_hasOneRawList() {
        ServerTls server =
                postfix("2.2.11").with("smtpd_tls_cipherlist", "HIGH:!ADH").server();

        assertThat(server.cipherString().orElseThrow()).hasToString("HIGH:!ADH");
        assertThat(postfix("2.2.11").server().cipherString().orElseThrow()).hasToString("DEFAULT");
    }

    @ParameterizedTest
    @CsvSource({"3.7.20, low, HIGH:MEDIUM:LOW", "3.8.0, low, HIGH:MEDIUM:!SEED", "3.8.0, EXPORT, HIGH:MEDIUM:!SEED"})
    void weakGrades_meanMedium_from38On(String version, String grade, String part) {
        assertThat(postfix(version)
                        .with("smtpd_tls_ciphers", grade)
                        .server()
                        .cipherString()
                        .orElseThrow()
                        .text())
                .contains(part);
    }

    @ParameterizedTest
    @CsvSource({"2.5.0, false", "3.11.0, false", "2.3.0, true"})
    void gradeThatIsNone_breaksEveryHandshake_exceptIn23(String version, boolean hasString) {
        ServerTls server = postfix(version)
                .with("smtpd_tls_security_level", "encrypt")
                .with("smtpd_tls_mandatory_ciphers", "strong")
                .server();

        assertThat(server.cipherString().isPresent()).isEqualTo(hasString);
    }

    @ParameterizedTest
    @CsvSource({
        "'', no, no, no, NONE",
        "'', yes, no, no, MAY",
        "may, no, no, no, MAY",
        "none, yes, yes, no, NONE",
        "encrypt, no, no, no, ENCRYPT",
        "ENCRYPT, no, no, no, ENCRYPT",
        "'', no, yes, no, ENCRYPT",
        "may, no, no, yes, ENCRYPT",
        "'', no, no, yes, ENCRYPT",
        "verify, no, no, no, ENCRYPT"
    })
    void level_isFoundAsSmtpdDoes(String level, String use, String enforce, String wrapper, SecurityLevel expected) {
        ServerTls tls = postfix("2.6.6")
                .with("smtpd_tls_security_level", level)
                .with("smtpd_use_tls", use)
                .with("smtpd_enforce_tls", enforce)
                .with("smtpd_tls_wrappermode", wrapper)
                .server();

        assertThat(tls.level()).contains(expected);
        assertThat(tls.isMandatory()).isEqualTo(expected == SecurityLevel.ENCRYPT);
        assertThat(tls.protocolParameter())
                .isEqualTo(expected == SecurityLevel.ENCRYPT ? "smtpd_tls_mandatory_protocols" : "smtpd_tls_protocols");
    }

    @Test
    void levelThatIsNone_leavesNoServer() {
        assertThat(postfix("2.6.6")
                        .with("smtpd_tls_security_level", "maybe")
                        .server()
                        .level())
                .isEmpty();
        assertThat(postfix("2.10.0")
                        .with("smtpd_tls_security_level", "dane")
                        .server()
                        .level())
                .isEmpty();
        assertThat(postfix("2.11.0")
                        .with("smtpd_tls_security_level", "dane")
                        .server()
                        .level())
                .contains(SecurityLevel.ENCRYPT);
    }

    @ParameterizedTest
    @CsvSource({
        "2.6.6, none, NONE",
        "2.6.6, strong, STRONG",
        "2.6.6, ultra, ULTRA",
        "2.6.6, auto, NONE",
        "2.6.6, nonsense, NONE",
        "3.1.0, auto, NONE",
        "3.2.0, auto, AUTO",
        "3.3.0, none, NONE",
        "3.4.0, none, AUTO",
        "3.5.0, ultra, ULTRA",
        "3.6.0, none, AUTO",
        "2.5.9, strong, NONE"
    })
    void ecdhGrade_isWhatTheVersionMakesOfIt(String version, String value, EcdhGrade grade) {
        assertThat(postfix(version)
                        .with("smtpd_tls_eecdh_grade", value)
                        .server()
                        .ecdhGrade())
                .isEqualTo(grade);
    }

    @Test
    void ecdh_dependsOnTheHeaders() {
        assertThat(postfix("2.8.0")
                        .compiledWith(OpenSslRelease.parse("0.9.8y"))
                        .server()
                        .ecdhGrade())
                .isEqualTo(EcdhGrade.NONE);
        assertThat(postfix("3.2.0")
                        .compiledWith(OpenSslRelease.parse("1.0.1u"))
                        .server()
                        .ecdhCurves())
                .containsExactly("prime256v1");
    }

    @Test
    void curves_areThoseOfTheGrade() {
        assertThat(postfix("2.6.6").server().ecdhCurves()).isEmpty();
        assertThat(postfix("2.8.0").server().ecdhCurve()).contains("prime256v1");
        assertThat(postfix("2.8.0")
                        .with("smtpd_tls_eecdh_grade", "ultra")
                        .server()
                        .ecdhCurve())
                .contains("secp384r1");
        assertThat(postfix("3.5.0").server().ecdhCurves())
                .containsExactly("X25519", "X448", "prime256v1", "secp521r1", "secp384r1");
        assertThat(postfix("3.8.0").server().ecdhCurves()).endsWith("secp384r1", "ffdhe2048", "ffdhe3072");
    }

    /** Section 7.2. */
    @ParameterizedTest
    @CsvSource({
        "2.2.0, -, 1024, true", "3.0.13, -, 1024, true", "3.0.14, -, 2048, true", "3.1.0, -, 2048, true",
        "3.5.25, -, 2048, true", "3.6.0, -, 2048, false", "3.7.0, 1.1.1, 2048, false", "3.7.0, 3.0.0, -1, false"
    })
    void dhParameters_areBuiltIn(String version, String headers, int bits, boolean hasExport) {
        PostfixTlsSettings settings = postfix(version);
        DhSource dh = (headers.equals("-") ? settings : settings.compiledWith(OpenSslRelease.parse(headers)))
                .server()
                .dhParameters();

        assertThat(dh.builtInBits().orElse(-1)).isEqualTo(bits);
        assertThat(dh.hasExportParameters()).isEqualTo(hasExport);
        assertThat(dh.file()).isEmpty();
    }

    @Test
    void dhFile_counts_andAutoIsNoFileFrom37On() {
        assertThat(postfix("2.6.6")
                        .with("smtpd_tls_dh1024_param_file", "/etc/dh.pem")
                        .server()
                        .dhParameters()
                        .file())
                .map(Setting::value)
                .contains("/etc/dh.pem");
        assertThat(postfix("3.6.0")
                        .with("smtpd_tls_dh1024_param_file", "auto")
                        .server()
                        .dhParameters()
                        .file())
                .isPresent();
        assertThat(postfix("3.7.0")
                        .with("smtpd_tls_dh1024_param_file", "auto")
                        .server()
                        .dhParameters()
                        .file())
                .isEmpty();
    }

    @Test
    void certificates_comeWithTheirKeys_andChainsReplaceThem() {
        PostfixTlsSettings settings = postfix("3.4.0")
                .with("smtpd_tls_cert_file", "/etc/cert.pem")
                .with("smtpd_tls_eccert_file", "/etc/ec.pem")
                .with("smtpd_tls_eckey_file", "/etc/ec.key");

        assertThat(settings.server().certificates())
                .extracting(file -> file.kind() + " " + file.key().orElseThrow().value())
                .containsExactly("RSA /etc/cert.pem", "ECDSA /etc/ec.key");
        assertThat(settings.with("smtpd_tls_chain_files", "/etc/all.pem")
                        .server()
                        .certificates())
                .extracting(CertificateFile::kind)
                .containsExactly(CertificateFile.Kind.CHAIN);
        assertThat(settings.on(PostfixVersion.parse("2.5.0")).server().certificates())
                .hasSize(1);
    }

    @Test
    void certificateNone_isMeant() {
        ServerTls server = postfix("2.6.6").with("smtpd_tls_cert_file", "none").server();

        assertThat(server.certificates()).isEmpty();
        assertThat(server.doesWithoutCertificate()).isTrue();
        assertThat(postfix("2.6.6").server().doesWithoutCertificate()).isFalse();
    }

    @Test
    void tlsproxy_hasItsOwnParameters_whichDefaultToThoseOfSmtpd() {
        PostfixTlsSettings settings = postfix("3.5.0")
                .with("smtpd_tls_security_level", "may")
                .with("smtpd_tls_exclude_ciphers", "RC4")
                .with("tlsproxy_tls_ciphers", "high");

        assertThat(settings.tlsproxy().orElseThrow().cipherString().orElseThrow())
                .hasToString("aNULL:-aNULL:HIGH:@STRENGTH:!RC4");
        assertThat(postfix("2.7.0").tlsproxy()).isEmpty();
    }

    @Test
    void table_tellsTheOriginOfEachValue() {
        assertThat(PostfixTlsSettings.parse(PostfixVersion.parse("2.6.6"), "smtpd_tls_security_level = may\n")
                        .server())
                .hasToString("""
                        parameter                  value               from
                        smtpd_tls_security_level   may                 main.cf line 1
                        smtpd_tls_protocols                            default of Postfix 2.6.6
                        smtpd_tls_ciphers          export              default of Postfix 2.6.6
                        tls_export_cipherlist      ALL:+RC4:@STRENGTH  default of Postfix 2.6.6
                        smtpd_tls_exclude_ciphers                      default of Postfix 2.6.6
                        smtpd_tls_eecdh_grade      none                default of Postfix 2.6.6
                        """);
    }
}
