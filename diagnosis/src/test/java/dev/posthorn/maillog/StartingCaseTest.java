package dev.posthorn.maillog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.Cases;
import dev.posthorn.Posthorn;
import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.PeerKind;
import dev.posthorn.remedy.ConfigurationText;
import dev.posthorn.remedy.Impact;
import dev.posthorn.remedy.PeerImpact;
import dev.posthorn.remedy.TargetedRemedy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Questions 5 to 8 of the starting case, on its own files, read where {@code -Dposthorn.cases=DIR} says they are; the answers
 * are in the fact sheet on handshake failures section 6.
 */
class StartingCaseTest {

    private static final String STRICT = """
        smtpd_tls_security_level = may
        smtpd_tls_protocols = !SSLv2, !SSLv3
        smtpd_tls_exclude_ciphers = aNULL, LOW, EXP, MEDIUM, ADH, AECDH, MD5, DSS, ECDSA, CAMELLIA128, 3DES, CAMELLIA256,
            RSA+AES, eNULL
        """;

    private static final String LATER = """
        smtpd_tls_security_level = may
        smtpd_tls_protocols = !TLSv1, !SSLv2, !SSLv3
        smtpd_tls_ciphers = high
        """;

    private Path cases = Path.of("");

    @BeforeEach
    void findCases() {
        cases = Cases.folder();
    }

    private MaillogDiagnosis diagnose(String file, String mainCf) {
        return Posthorn.diagnose(cases.resolve(file), MailServer.of("2.6.6", mainCf, "1.0.1e"));
    }

    private static List<String> lines(MaillogDiagnosis log, TargetedRemedy.Kind kind) {
        return log.remedies().remedies().stream()
                .filter(remedy -> remedy.kind() == kind)
                .map(TargetedRemedy::texts)
                .flatMap(List::stream)
                .map(ConfigurationText::lines)
                .flatMap(List::stream)
                .toList();
    }

    /** Question 5. */
    @Test
    void whatWasNegotiated_isCounted() {
        MaillogDiagnosis log = diagnose("3-gmail-all-ciphers-succeeds.log", STRICT);

        assertThat(log.tlsReport().sessions().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.protocol() + " " + row.cipherSuiteName() + " " + row.count())
                        .isEqualTo("TLSv1.2 AES128-GCM-SHA256 1"));
    }

    /** Question 6. */
    @Test
    void whoFailsHowOftenAndWithWhat_isTold() {
        MaillogDiagnosis log = diagnose("4-other-mtas-unknown-protocol.log", LATER);

        assertThat(log.peers().failing())
                .extracting(Peer::text)
                .containsExactlyInAnyOrder(
                        "mta3.email.secretescapes.com[198.245.84.110]", "mta.email.bbc.com[198.245.84.99]");
        assertThat(log.peers().failing())
                .allSatisfy(peer -> assertThat(peer.failures())
                        .singleElement()
                        .satisfies(failure -> assertThat(failure.reason() + " " + failure.count())
                                .isEqualTo("unknown protocol 1")));
    }

    /** Questions 4 and 7: they stop at TLSv1.0; SSLv3 has nothing to do with it. */
    @Test
    void otherSenders_speakTlsv10_andGetExceptionsOfTheirOwn() {
        MaillogDiagnosis log = diagnose("4-other-mtas-unknown-protocol.log", LATER);

        assertThat(log.peers().of(PeerKind.TLSV1_0_AT_MOST)).hasSize(2);
        assertThat(lines(log, TargetedRemedy.Kind.SETTINGS)).containsExactly("smtpd_tls_protocols = !SSLv2, !SSLv3");
        assertThat(lines(log, TargetedRemedy.Kind.NO_STARTTLS))
                .containsExactlyInAnyOrder(
                        "smtpd_discard_ehlo_keyword_address_maps = cidr:/etc/postfix/no_starttls.cidr",
                        "198.245.84.110/32    starttls, silent-discard",
                        "198.245.84.99/32    starttls, silent-discard");
        assertThat(lines(log, TargetedRemedy.Kind.SECOND_LISTENER)).contains("  -o smtpd_tls_protocols=!SSLv2,!SSLv3");
        assertThat(log.peers().find(TlsRole.SERVER, "107.174.30.57")).isEmpty();
    }

    /** Questions 1 and 8. */
    @Test
    void bigSender_getsACurveOrPlainRsa() {
        MaillogDiagnosis log = diagnose("2-gmail-no-shared-cipher-loglevel2.log", STRICT);

        assertThat(log.peers().of(PeerKind.WANTS_PLAIN_RSA)).hasSize(1);
        assertThat(log.contradictions()).isEmpty();
        assertThat(log.remedies().remedies())
                .extracting(remedy -> remedy.texts().get(0).lines().get(0) + ": "
                        + remedy.impact().orElseThrow().gaining().get(0).after())
                .containsExactly(
                        "smtpd_tls_eecdh_grade = strong: TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256",
                        "smtpd_tls_exclude_ciphers = aNULL, LOW, EXP, MEDIUM, ADH, AECDH, MD5, DSS, ECDSA, CAMELLIA128,"
                                + " 3DES, CAMELLIA256, eNULL: TLSv1.2 AES128-GCM-SHA256");
    }

    /** Question 2. */
    @Test
    void newerOpenSsl_wouldNotHelp() {
        MaillogDiagnosis log = diagnose("2-gmail-no-shared-cipher-loglevel2.log", STRICT);

        Impact impact = Impact.of(log.peers(), log.server(), MailServer.of("2.6.6", STRICT, "1.0.2p"));

        assertThat(impact.all()).extracting(PeerImpact::kind).containsExactly(PeerImpact.Kind.STILL_FAILS);
    }

    /** Question 8: the settings that worked, made stricter. */
    @Test
    void strictSettings_wouldHaveLostTheSender_andTheLogContradictsThem() {
        String all = "smtpd_tls_security_level = may\nsmtpd_tls_protocols = !SSLv2, !SSLv3";
        MaillogDiagnosis log = diagnose("3-gmail-all-ciphers-succeeds.log", all);

        assertThat(log.contradictions()).isEmpty();
        assertThat(log.impactOf(MailServer.of("2.6.6", STRICT, "1.0.1e")
                                .settings()
                                .orElseThrow())
                        .losing())
                .singleElement()
                .satisfies(impact -> assertThat(impact.after()).isEqualTo("no shared cipher"));
        assertThat(diagnose("3-gmail-all-ciphers-succeeds.log", STRICT).contradictions())
                .extracting(Contradiction::logSays)
                .containsExactlyInAnyOrder("TLSv1.2 with AES128-GCM-SHA256", "\"ALL:+RC4:@STRENGTH\"");
    }

    /** Question 3. */
    @Test
    void refusedProtocolList_isFoundInTheSettings() {
        String refused = """
            smtpd_tls_security_level = may
            smtpd_tls_protocols = TLSv1.2, TLSv1.1, !TLSv1, !SSLv2, !SSLv3
            """;
        MaillogDiagnosis log = diagnose("5-bare-fragments.log", refused);

        assertThat(log.contradictions()).isEmpty();
        assertThat(log.findings())
                .anySatisfy(finding -> assertThat(finding.subject()).isEqualTo("smtpd_tls_protocols"));
    }
}
