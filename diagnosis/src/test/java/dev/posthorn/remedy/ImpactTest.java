package dev.posthorn.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.maillog.MaillogDiagnosis;
import dev.posthorn.maillog.WrittenLog;
import dev.posthorn.openssl.error.Confidence;
import org.junit.jupiter.api.Test;

/** What other settings would mean; the rules of choice: fact sheet on negotiation, the case: handshake failures section 6. */
class ImpactTest {

    private static final String PEER = "mx.example.net[192.0.2.25]";
    private static final String GOOGLE = "mail-lf1-f44.google.com[192.0.2.26]";

    private static final MailServer SERVER =
            MailServer.of("2.6.6", "smtpd_tls_security_level = may\nsmtpd_tls_protocols = !SSLv2, !SSLv3", "1.0.1e");

    private static PeerImpact impact(MaillogDiagnosis log, String parameter, String value) {
        Impact impact = log.impactOf(log.server().settings().orElseThrow().with(parameter, value));
        assertThat(impact.all()).hasSize(1);
        return impact.all().get(0);
    }

    @Test
    void switchingOffTheOnlyVersionOfAPeer_losesIt() {
        PeerImpact impact = impact(
                WrittenLog.log()
                        .clientSucceeds(PEER, "TLSv1 with cipher AES128-SHA (128/128 bits)")
                        .diagnose(SERVER),
                "smtpd_tls_protocols",
                "!SSLv2, !SSLv3, !TLSv1");

        assertThat(impact.kind()).isEqualTo(PeerImpact.Kind.WOULD_FAIL);
        assertThat(impact.confidence()).isEqualTo(Confidence.CERTAIN);
    }

    @Test
    void peerThatOnceSentInClearText_wouldFallBack() {
        PeerImpact impact = impact(
                WrittenLog.log()
                        .clientSucceeds(PEER, "TLSv1 with cipher AES128-SHA (128/128 bits)")
                        .clientSendsInClear(PEER)
                        .diagnose(SERVER),
                "smtpd_tls_protocols",
                "!SSLv2, !SSLv3, !TLSv1");

        assertThat(impact.kind()).isEqualTo(PeerImpact.Kind.WOULD_FALL_BACK);
    }

    @Test
    void switchingOffOtherVersions_leavesAPeerAlone() {
        PeerImpact impact = impact(
                WrittenLog.log()
                        .clientSucceeds(PEER, "TLSv1.2 with cipher AES128-GCM-SHA256 (128/128 bits)")
                        .diagnose(SERVER),
                "smtpd_tls_protocols",
                "!SSLv2, !SSLv3, !TLSv1");

        assertThat(impact.kind()).isEqualTo(PeerImpact.Kind.UNCHANGED);
    }

    @Test
    void curveForABigSender_bringsEcdheInPlaceOfPlainRsa() {
        PeerImpact impact = impact(
                WrittenLog.log()
                        .clientSucceeds(GOOGLE, "TLSv1.2 with cipher AES128-GCM-SHA256 (128/128 bits)")
                        .diagnose(SERVER),
                "smtpd_tls_eecdh_grade",
                "strong");

        assertThat(impact.kind()).isEqualTo(PeerImpact.Kind.OTHER_SUITE);
        assertThat(impact.before()).isEqualTo("TLSv1.2 AES128-GCM-SHA256");
        assertThat(impact.after()).isEqualTo("TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256");
    }

    @Test
    void excludingPlainRsa_losesABigSender() {
        PeerImpact impact = impact(
                WrittenLog.log()
                        .clientSucceeds(GOOGLE, "TLSv1.2 with cipher AES128-GCM-SHA256 (128/128 bits)")
                        .diagnose(SERVER),
                "smtpd_tls_exclude_ciphers",
                "kRSA");

        assertThat(impact.kind()).isEqualTo(PeerImpact.Kind.WOULD_FAIL);
        assertThat(impact.after()).isEqualTo("no shared cipher");
        assertThat(impact.confidence()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void suiteOfAnUnknownShape_whenExcluded_cannotBeTold() {
        PeerImpact impact = impact(
                WrittenLog.log()
                        .clientSucceeds(PEER, "TLSv1.2 with cipher CAMELLIA128-SHA (128/128 bits)")
                        .diagnose(SERVER),
                "smtpd_tls_exclude_ciphers",
                "CAMELLIA128");

        assertThat(impact.kind()).isEqualTo(PeerImpact.Kind.UNDETERMINED);
        assertThat(impact.because())
                .isEqualTo("No known shape of clients does what it did, or nothing it did could be retraced.");
    }

    @Test
    void noTlsAtAll_isTheEndForAll() {
        PeerImpact impact = impact(
                WrittenLog.log()
                        .clientSucceeds(PEER, "TLSv1.2 with cipher CAMELLIA128-SHA (128/128 bits)")
                        .diagnose(SERVER),
                "smtpd_tls_security_level",
                "none");

        assertThat(impact.kind()).isEqualTo(PeerImpact.Kind.WOULD_FAIL);
        assertThat(impact.because()).isEqualTo("The service announces no STARTTLS.");
    }

    @Test
    void invalidProtocolList_isTheEndForAll() {
        PeerImpact impact = impact(
                WrittenLog.log()
                        .clientSucceeds(PEER, "TLSv1.2 with cipher AES128-SHA (128/128 bits)")
                        .diagnose(SERVER),
                "smtpd_tls_protocols",
                "TLSv1.2");

        assertThat(impact.kind()).isEqualTo(PeerImpact.Kind.WOULD_FAIL);
    }

    @Test
    void sameSettings_changeNothingForAnybody() {
        MaillogDiagnosis log = WrittenLog.log()
                .clientSucceeds(PEER, "TLSv1.2 with cipher CAMELLIA128-SHA (128/128 bits)")
                .clientFails(GOOGLE, WrittenLog.UNKNOWN_PROTOCOL)
                .deliveryFails("mx.example.org[192.0.2.30]:25", "a@example.org", WrittenLog.NO_SHARED_CIPHER)
                .diagnose(SERVER);

        Impact impact = log.impactOf(log.server().settings().orElseThrow());

        assertThat(impact.all()).hasSize(3);
        assertThat(impact.isEmpty()).isTrue();
    }

    @Test
    void mandatorySetting_onAnOpportunisticServer_changesNothing() {
        PeerImpact impact = impact(
                WrittenLog.log()
                        .clientSucceeds(PEER, "TLSv1 with cipher AES128-SHA (128/128 bits)")
                        .diagnose(SERVER),
                "smtpd_tls_mandatory_protocols",
                "!SSLv2, !SSLv3, !TLSv1");

        assertThat(impact.kind()).isEqualTo(PeerImpact.Kind.UNCHANGED);
        assertThat(impact.confidence()).isEqualTo(Confidence.CERTAIN);
    }

    @Test
    void serverOfOurs_keepsWhatItChose_andIsUnknownWhereThatGoes() {
        WrittenLog log = WrittenLog.log()
                .deliverySucceeds(
                        "mx.example.net[192.0.2.25]:25",
                        "a@example.net",
                        "TLSv1.2 with cipher AES128-GCM-SHA256 (128/128 bits)");
        MaillogDiagnosis diagnosis = log.diagnose(MailServer.of("2.6.6", "smtp_tls_security_level = may", "1.0.1e"));

        assertThat(impact(diagnosis, "smtp_tls_exclude_ciphers", "RC4").kind()).isEqualTo(PeerImpact.Kind.UNCHANGED);
        assertThat(impact(diagnosis, "smtp_tls_exclude_ciphers", "AES128").kind())
                .isEqualTo(PeerImpact.Kind.UNDETERMINED);
    }
}
