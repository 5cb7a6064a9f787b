package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.negotiation.Choice;
import dev.posthorn.openssl.negotiation.ClientHello;
import dev.posthorn.openssl.negotiation.NegotiationFailure;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.PostfixVersion;
import dev.posthorn.postfix.ServerTls;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The starting case with one thing changed at a time. Expected outcomes are those of the laboratory (fact sheet on
 * handshake failures section 6), where real servers of both releases answered real hellos.
 */
class LaboratoryTest {

    private static final PostfixTlsSettings CUSTOMER = PostfixTlsSettings.parse(PostfixVersion.parse("2.6.6"), """
            smtpd_tls_security_level = may
            smtpd_tls_protocols = !SSLv2, !SSLv3
            smtpd_tls_exclude_ciphers = aNULL, LOW, EXP, MEDIUM, ADH, AECDH, MD5, DSS, ECDSA, CAMELLIA128, 3DES,
                CAMELLIA256, RSA+AES, eNULL
            """);

    private static final PostfixTlsSettings ALL = CUSTOMER.with("smtpd_tls_exclude_ciphers", "");

    private static final String RSA_AES = "take RSA+AES out of smtpd_tls_exclude_ciphers";

    private static CipherDiagnosis diagnose(PostfixTlsSettings settings, String profile, String openSsl) {
        ServerTls tls = settings.server();
        OpenSslServer server = ServerModel.of(
                tls,
                tls.cipherString().orElseThrow(),
                OpenSslBuild.parse(openSsl),
                List.of(ServerCertificate.rsa(2048)));
        return CipherDiagnosis.of(server, ClientHello.profile(profile).orElseThrow(), settings);
    }

    private static String outcome(CipherDiagnosis diagnosis) {
        return diagnosis
                .negotiation()
                .choice()
                .map(LaboratoryTest::words)
                .orElseGet(() -> diagnosis
                        .negotiation()
                        .failure()
                        .map(NegotiationFailure::reason)
                        .orElse(""));
    }

    private static String words(Choice choice) {
        return choice.version() + " " + choice.suite();
    }

    private static List<String> remedies(CipherDiagnosis diagnosis) {
        return diagnosis.remedies().stream()
                .map(remedy -> remedy.change() + " -> " + words(remedy.brings()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "gmail-2015, 1.0.1e", "gmail-2018, 1.0.1e", "gmail-2020, 1.0.1e",
        "gmail-2015, 1.0.2p", "gmail-2018, 1.0.2p", "gmail-2020, 1.0.2p"
    })
    void customersString_andAGmailShapedHello_shareNoCipher(String profile, String openSsl) {
        CipherDiagnosis diagnosis = diagnose(CUSTOMER, profile, openSsl);

        assertThat(outcome(diagnosis)).isEqualTo("no shared cipher");
        assertThat(remedies(diagnosis))
                .containsExactly(
                        "smtpd_tls_eecdh_grade = strong -> TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256",
                        RSA_AES + " -> TLSv1.2 AES128-GCM-SHA256",
                        "upgrade Postfix to 2.8 or later, where smtpd_tls_eecdh_grade = strong is the default"
                                + " -> TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256");
    }

    @ParameterizedTest
    @CsvSource({"1.0.1e, 28, 6", "1.0.2p, 42, 6"})
    void customersString_leavesManySuites_butFewThatThisServerCanChoose(String openSsl, int listed, int usable) {
        CipherDiagnosis diagnosis = diagnose(CUSTOMER, "gmail-2018", openSsl);

        assertThat(diagnosis.listedSuites()).hasSize(listed);
        assertThat(diagnosis.usableSuites())
                .hasSize(usable)
                .allMatch(suite -> suite.openSslName().startsWith("DHE-RSA-AES"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1e", "1.0.2p"})
    void everyCipher_isWhatWorked_withoutForwardSecrecy(String openSsl) {
        CipherDiagnosis diagnosis = diagnose(ALL, "gmail-2018", openSsl);

        assertThat(outcome(diagnosis)).isEqualTo("TLSv1.2 AES128-GCM-SHA256");
        assertThat(remedies(diagnosis))
                .first()
                .isEqualTo("smtpd_tls_eecdh_grade = strong -> TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1e", "1.0.2p"})
    void withoutRsaAesExcluded_plainRsaIsChosen(String openSsl) {
        String exclusions = CUSTOMER.value("smtpd_tls_exclude_ciphers").replace("RSA+AES, ", "");
        CipherDiagnosis diagnosis =
                diagnose(CUSTOMER.with("smtpd_tls_exclude_ciphers", exclusions), "gmail-2018", openSsl);

        assertThat(outcome(diagnosis)).isEqualTo("TLSv1.2 AES128-GCM-SHA256");
        assertThat(remedies(diagnosis))
                .noneMatch(remedy -> remedy.startsWith(RSA_AES))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1e", "1.0.2p"})
    void eecdhGradeStrong_bringsEcdhe_andNothingIsLeftToWish(String openSsl) {
        CipherDiagnosis diagnosis = diagnose(CUSTOMER.with("smtpd_tls_eecdh_grade", "strong"), "gmail-2018", openSsl);

        assertThat(outcome(diagnosis)).isEqualTo("TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256");
        assertThat(diagnosis.remedies()).isEmpty();
    }

    @Test
    void postfix28_hasTheGradeByDefault() {
        CipherDiagnosis diagnosis = diagnose(CUSTOMER.on(PostfixVersion.parse("2.8.0")), "gmail-2018", "1.0.1e");

        assertThat(outcome(diagnosis)).isEqualTo("TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256");
        assertThat(diagnosis.remedies()).isEmpty();
    }

    @Test
    void postfix25_hasNoSuchParameter_soAnUpgradeIsWhatIsLeft() {
        CipherDiagnosis diagnosis = diagnose(CUSTOMER.on(PostfixVersion.parse("2.5.0")), "gmail-2018", "1.0.1e");

        assertThat(remedies(diagnosis))
                .noneMatch(remedy -> remedy.startsWith("smtpd_tls_eecdh_grade"))
                .anyMatch(remedy -> remedy.startsWith("upgrade Postfix"));
    }

    @ParameterizedTest
    @CsvSource({
        "dhe-only, TLSv1.2 DHE-RSA-AES128-GCM-SHA256",
        "office365-2019, TLSv1.2 DHE-RSA-AES256-GCM-SHA384",
        "java7, TLSv1 DHE-RSA-AES128-SHA",
        "tls10-only, TLSv1 DHE-RSA-AES256-SHA",
        "exchange-2003, no shared cipher",
        "outlook-win7, no shared cipher"
    })
    void anotherHello_hasTheOutcomeOfTheLaboratory(String profile, String outcome) {
        assertThat(outcome(diagnose(CUSTOMER, profile, "1.0.1e"))).isEqualTo(outcome);
        assertThat(outcome(diagnose(CUSTOMER, profile, "1.0.2p"))).isEqualTo(outcome);
    }

    @Test
    void tlsv10Hello_withTlsv1Off_isAnUnknownProtocol_andTheRemedyIsToLeaveItOn() {
        CipherDiagnosis diagnosis =
                diagnose(CUSTOMER.with("smtpd_tls_protocols", "!TLSv1, !SSLv2, !SSLv3"), "tls10-only", "1.0.1e");

        assertThat(outcome(diagnosis)).isEqualTo("unknown protocol");
        assertThat(remedies(diagnosis))
                .containsExactly("smtpd_tls_protocols = !SSLv2, !SSLv3 (without !TLSv1) -> TLSv1 DHE-RSA-AES256-SHA");
    }

    @Test
    void story_namesTheRuleThatRemovedWhatWouldHaveWorked() {
        String story = diagnose(CUSTOMER, "gmail-2018", "1.0.1e").explain();

        assertThat(story)
                .contains("it leaves 28 suites", "22 can never be chosen", "no ECDH parameters", "!RSA+AES")
                .contains("Nothing is left: OpenSSL answers \"no shared cipher\".");
        assertThat(story.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }
}
