package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.Rule;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.error.Cause;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.openssl.negotiation.Choice;
import dev.posthorn.openssl.negotiation.ClientHello;
import dev.posthorn.openssl.negotiation.Negotiation;
import dev.posthorn.openssl.negotiation.NegotiationFailure;
import dev.posthorn.openssl.negotiation.NegotiationFate;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.openssl.negotiation.SkipReason;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.PostfixVersion;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The four answers of the starting case, by their facts (fact sheet on handshake failures, section 6): from lines of our own,
 * and from the administrator's where {@code -Dposthorn.cases=DIR} says they are.
 */
class StartingCaseTest {

    private static final String PEER = "out1.example.com[192.0.2.10]";

    private static final String STRING =
            "ALL:+RC4:@STRENGTH:!aNULL:!LOW:!EXP:!MEDIUM:!ADH:!AECDH:!MD5:!DSS:!ECDSA:!CAMELLIA128"
                    + ":!3DES:!CAMELLIA256:!RSA+AES:!eNULL";

    private static final String LISTS = """
            tls_export_cipherlist = ALL:+RC4:@STRENGTH
            tls_high_cipherlist = ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH
            tls_low_cipherlist = ALL:!EXPORT:+RC4:@STRENGTH
            tls_medium_cipherlist = ALL:!EXPORT:!LOW:+RC4:@STRENGTH
            tls_null_cipherlist = eNULL:!aNULL
            """;

    private static final String AT_FIRST = LISTS + """
            smtpd_tls_security_level = may
            smtpd_tls_protocols = !SSLv2, !SSLv3
            smtpd_tls_mandatory_protocols = !SSLv2, !SSLv3
            smtpd_tls_exclude_ciphers = aNULL, LOW, EXP, MEDIUM, ADH, AECDH, MD5, DSS, ECDSA, CAMELLIA128, 3DES,
                CAMELLIA256, RSA+AES, eNULL
            """;

    private static final String LATER = LISTS + """
            smtpd_tls_protocols = !TLSv1, !SSLv2, !SSLv3
            smtpd_tls_ciphers = high
            smtpd_tls_mandatory_protocols = !TLSv1, !SSLv2, !SSLv3
            smtpd_tls_mandatory_ciphers = high
            smtpd_tls_security_level = may
            """;

    private static final List<CipherSuite> PLAIN_RSA_AES = Stream.of(
                    "AES128-GCM-SHA256", "AES256-GCM-SHA384", "AES128-SHA", "AES256-SHA")
            .map(name -> CipherSuite.forOpenSslName(name).orElseThrow())
            .toList();

    /** A log with a failure to explain, by a name for the report. */
    private record Case(String name, String log) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Case> gmail() throws IOException {
        Lines own = Lines.log()
                .smtpd(7, "connect from " + PEER)
                .smtpd(7, "setting up TLS connection from " + PEER)
                .smtpd(7, PEER + ": TLS cipher list \"" + STRING + "\"")
                .smtpd(7, "SSL_accept:before/accept initialization")
                .smtpd(7, "SSL3 alert write:fatal:handshake failure")
                .smtpd(7, "SSL_accept:error in SSLv3 read client hello C")
                .smtpd(7, "SSL_accept error from " + PEER + ": -1")
                .smtpd(7, Lines.NO_SHARED_CIPHER)
                .smtpd(7, "lost connection after STARTTLS from " + PEER)
                .smtpd(7, "disconnect from " + PEER);
        return cases(own, "1-gmail-no-shared-cipher.log", "2-gmail-no-shared-cipher-loglevel2.log");
    }

    private static Stream<Case> others() throws IOException {
        Lines own = Lines.log()
                .smtpd(7, "connect from " + PEER)
                .smtpd(7, "SSL_accept:error in SSLv2/v3 read client hello A")
                .smtpd(7, "SSL_accept error from " + PEER + ": -1")
                .smtpd(7, Lines.UNKNOWN_PROTOCOL)
                .smtpd(7, "lost connection after STARTTLS from " + PEER)
                .smtpd(7, "disconnect from " + PEER);
        return cases(own, "4-other-mtas-unknown-protocol.log");
    }

    private static Stream<Case> cases(Lines own, String... files) throws IOException {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case("lines of our own", new String(own.bytes(), StandardCharsets.UTF_8)));
        String folder = System.getProperty("posthorn.cases", "");
        for (String file : folder.isEmpty() ? new String[0] : files) {
            cases.add(new Case(file, Files.readString(Path.of(folder, file))));
        }
        return cases.stream();
    }

    private static List<HandshakeDiagnosis> diagnose(Case from, MailServer server) {
        List<HandshakeDiagnosis> failures = Lines.log().text(from.log).sessions().stream()
                .filter(session -> session.tlsOutcome().isFailure())
                .map(session -> HandshakeDiagnosis.of(session, server))
                .toList();
        assertThat(failures).isNotEmpty();
        return failures;
    }

    private static CipherDiagnosis gmailOn(MailServer server, Case from) {
        HandshakeDiagnosis diagnosis = diagnose(from, server).get(0);
        assertThat(diagnosis.verdict().cause()).isEqualTo(SessionCause.NO_SHARED_CIPHER);
        return diagnosis.cipherDiagnosis().orElseThrow();
    }

    private static List<String> names(List<OpenSslCipherSuite> suites) {
        return suites.stream().map(OpenSslCipherSuite::openSslName).toList();
    }

    private static String reason(Negotiation negotiation) {
        return negotiation.failure().map(NegotiationFailure::reason).orElse("");
    }

    // Why Gmail gets "no shared cipher".

    @ParameterizedTest
    @MethodSource("gmail")
    void gmail_findsAListOf28Suites_ofWhichThisServerCanServeSix(Case from) {
        CipherDiagnosis diagnosis = gmailOn(MailServer.of("2.6.6", AT_FIRST, "1.0.1e"), from);

        assertThat(diagnosis.listedSuites()).hasSize(28);
        assertThat(names(diagnosis.deadSuites().getOrDefault(SkipReason.NO_ECDH_PARAMETERS, List.of())))
                .hasSize(6)
                .allMatch(name -> name.startsWith("ECDHE-RSA-AES"));
        assertThat(names(diagnosis.usableSuites())).hasSize(6).allMatch(name -> name.startsWith("DHE-RSA-AES"));
    }

    @ParameterizedTest
    @MethodSource("gmail")
    void gmail_offersNoDhe_andItsPlainRsaIsExcluded_byOneRule(Case from) {
        CipherDiagnosis diagnosis = gmailOn(MailServer.of("2.6.6", AT_FIRST, "1.0.1e"), from);
        List<CipherSuite> offered = diagnosis.hello().cipherSuites();

        assertThat(diagnosis.usableSuites()).noneMatch(suite -> offered.contains(suite.cipherSuite()));
        assertThat(diagnosis.negotiation().version()).contains(ProtocolVersion.TLSV1_2);
        List<CipherSuite> excluded = new ArrayList<>();
        for (NegotiationFate fate : diagnosis.negotiation().fates()) {
            if (fate instanceof NegotiationFate.NotInServerList gone) {
                gone.stringFate()
                        .decidedBy()
                        .map(Rule::text)
                        .filter("!RSA+AES"::equals)
                        .ifPresent(rule -> excluded.add(fate.suite()));
            }
        }
        assertThat(excluded).containsAll(PLAIN_RSA_AES);
        assertThat(offered).containsAll(PLAIN_RSA_AES);
    }

    @ParameterizedTest
    @MethodSource("gmail")
    void gmail_wouldBeServed_withAGrade_orWithPlainRsa_orByALaterPostfix(Case from) {
        CipherDiagnosis diagnosis = gmailOn(MailServer.of("2.6.6", AT_FIRST, "1.0.1e"), from);

        assertThat(diagnosis.remedies())
                .extracting(remedy -> remedy.kind() + " " + remedy.brings().suite())
                .containsExactly(
                        "SETTING ECDHE-RSA-AES128-GCM-SHA256",
                        "CIPHER_STRING AES128-GCM-SHA256",
                        "UPGRADE ECDHE-RSA-AES128-GCM-SHA256");
    }

    // Why ALL:+RC4:@STRENGTH works.

    @Test
    void everyCipher_leavesTheClientsFirstSuiteThatNeedsNoCurve() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(PostfixVersion.parse("2.6.6"), AT_FIRST)
                .with("smtpd_tls_exclude_ciphers", "");
        OpenSslServer server = ServerModel.of(
                settings.server(),
                settings.server().cipherString().orElseThrow(),
                OpenSslBuild.parse("1.0.1e"),
                List.of(ServerCertificate.rsa(2048)));
        CipherDiagnosis diagnosis =
                CipherDiagnosis.of(server, ClientHello.profile("gmail-2018").orElseThrow(), settings);
        Choice choice = diagnosis.negotiation().choice().orElseThrow();

        assertThat(server.expansion().cipherString().text()).isEqualTo("ALL:+RC4:@STRENGTH");
        assertThat(choice.suite().openSslName()).isEqualTo("AES128-GCM-SHA256");
        assertThat(choice.version()).isEqualTo(ProtocolVersion.TLSV1_2);
        assertThat(server.hasServerPreference()).isFalse();
        List<CipherSuite> before = diagnosis.hello().cipherSuites().stream()
                .takeWhile(suite -> !suite.equals(choice.suite().cipherSuite()))
                .toList();
        assertThat(before)
                .filteredOn(suite -> server.expansion().suites().stream()
                        .anyMatch(listed -> listed.cipherSuite().equals(suite)))
                .isNotEmpty()
                .allSatisfy(suite -> assertThat(diagnosis.negotiation().fateOf(suite))
                        .get()
                        .isInstanceOfSatisfying(
                                NegotiationFate.Skipped.class,
                                skipped -> assertThat(skipped.reason())
                                        .isIn(SkipReason.NO_ECDH_PARAMETERS, SkipReason.NO_ECDSA_CERTIFICATE)));
    }

    // Why a newer OpenSSL does not help.

    @ParameterizedTest
    @MethodSource("gmail")
    void newerOpenSsl_answersAlike_andIsNoRemedy(Case from) {
        HandshakeDiagnosis diagnosis =
                diagnose(from, MailServer.of("2.6.6", AT_FIRST, "1.0.1e")).get(0);
        OpenSslUpgrade upgrade = diagnosis.openSslUpgrade().orElseThrow();

        assertThat(upgrade.helps()).isFalse();
        assertThat(upgrade.to()).hasToString("1.0.2u");
        assertThat(reason(upgrade.negotiation())).isEqualTo("no shared cipher");
        assertThat(diagnosis.remedies()).noneMatch(remedy -> remedy.change().contains("OpenSSL"));
    }

    @ParameterizedTest
    @MethodSource("gmail")
    void openSsl102p_listsMore_andServesTheSameSix(Case from) {
        CipherDiagnosis diagnosis = gmailOn(MailServer.of("2.6.6", AT_FIRST, "1.0.2p"), from);

        assertThat(diagnosis.listedSuites()).hasSize(42);
        assertThat(diagnosis.usableSuites()).hasSize(6);
        assertThat(reason(diagnosis.negotiation())).isEqualTo("no shared cipher");
    }

    // Why !TLSv1 gives "unknown protocol", and that it is not SSLv3.

    @ParameterizedTest
    @MethodSource("others")
    void otherSenders_speakTlsv10AtMost_andLeavingItOnServesThem(Case from) {
        for (HandshakeDiagnosis diagnosis : diagnose(from, MailServer.of("2.6.6", LATER, "1.0.1e"))) {
            assertThat(diagnosis.verdict().cause()).isEqualTo(SessionCause.PEER_PROTOCOL_TOO_OLD);
            assertThat(diagnosis.readings().get(0).cause()).isEqualTo(Cause.TLSV1_0_AT_MOST);
            assertThat(diagnosis.remedies())
                    .extracting(Remedy::change)
                    .containsExactly("smtpd_tls_protocols = !SSLv2, !SSLv3 (without !TLSv1)");
        }
    }

    @Test
    void earlierSessionWithTlsv10_leavesNothingElse() {
        SmtpSession failed = Lines.log()
                .smtpd(7, "connect from " + PEER)
                .smtpd(
                        7,
                        "Anonymous TLS connection established from " + PEER
                                + ": TLSv1 with cipher DHE-RSA-AES256-SHA (256/256 bits)")
                .smtpd(7, "disconnect from " + PEER)
                .smtpd(7, "connect from " + PEER)
                .smtpd(7, "SSL_accept error from " + PEER + ": -1")
                .smtpd(7, Lines.UNKNOWN_PROTOCOL)
                .smtpd(7, "lost connection after STARTTLS from " + PEER)
                .smtpd(7, "disconnect from " + PEER)
                .sessions()
                .get(1);
        HandshakeDiagnosis diagnosis = HandshakeDiagnosis.of(failed, MailServer.of("2.6.6", LATER, "1.0.1e"));

        assertThat(diagnosis.readings()).extracting(reading -> reading.cause()).containsExactly(Cause.TLSV1_0_AT_MOST);
        assertThat(diagnosis.verdict().confidence()).isEqualTo(Confidence.CERTAIN);
    }

    /** The first two columns of the table in section 6; a string that excludes nothing, so that only versions decide. */
    @Test
    void sslv3Sender_failedBefore_withAnotherError() {
        Map<String, String> before = Map.of("TLSv1", "", "SSLv3", "wrong version number");
        Map<String, String> after = Map.of("TLSv1", "unknown protocol", "SSLv3", "unknown protocol");

        assertThat(outcomes("!SSLv2, !SSLv3")).isEqualTo(before);
        assertThat(outcomes("!TLSv1, !SSLv2, !SSLv3")).isEqualTo(after);
    }

    private static Map<String, String> outcomes(String protocols) {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(
                PostfixVersion.parse("2.6.6"),
                "smtpd_tls_security_level = may\nsmtpd_tls_protocols = " + protocols + "\n");
        OpenSslServer server = ServerModel.of(
                settings.server(),
                settings.server().cipherString().orElseThrow(),
                OpenSslBuild.parse("1.0.1e"),
                List.of(ServerCertificate.rsa(2048)));
        return Map.of(
                "TLSv1", reason(server.answer(hello(ProtocolVersion.TLSV1_0))),
                "SSLv3", reason(server.answer(hello(ProtocolVersion.SSLV3))));
    }

    private static ClientHello hello(ProtocolVersion newest) {
        return ClientHello.builder(newest).cipherSuites("AES128-SHA").build();
    }
}
