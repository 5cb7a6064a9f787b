package dev.posthorn.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.maillog.WrittenLog;
import dev.posthorn.peers.Peer;
import dev.posthorn.remedy.ConfigurationText.File;
import dev.posthorn.remedy.TargetedRemedy.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lines are proposed for whom; the levers: fact sheet on Postfix TLS configuration sections 11 and 12. */
class RemedyPlanTest {

    private static final String PEER = "mx.example.net[192.0.2.25]";
    private static final String OTHER = "mail.example.org[2001:db8:5::7]";

    private static MailServer server(String version, String mainCf, String openSsl) {
        return MailServer.of(version, "smtpd_tls_security_level = may\n" + mainCf, openSsl);
    }

    private static final MailServer WITHOUT_TLSV1 =
            server("2.6.6", "smtpd_tls_protocols = !TLSv1, !SSLv2, !SSLv3", "1.0.1e");

    private static List<String> lines(RemedyPlan plan, Kind kind, File file) {
        return plan.remedies().stream()
                .filter(remedy -> remedy.kind() == kind)
                .flatMap(remedy -> remedy.text(file).stream())
                .flatMap(text -> text.lines().stream())
                .toList();
    }

    @Test
    void clientsOfTlsv10_getThreeWays() {
        RemedyPlan plan = WrittenLog.log()
                .clientFails(PEER, WrittenLog.UNKNOWN_PROTOCOL)
                .clientFails(OTHER, WrittenLog.UNKNOWN_PROTOCOL)
                .diagnose(WITHOUT_TLSV1)
                .remedies();

        assertThat(lines(plan, Kind.SETTINGS, File.MAIN_CF)).containsExactly("smtpd_tls_protocols = !SSLv2, !SSLv3");
        assertThat(lines(plan, Kind.NO_STARTTLS, File.MAIN_CF))
                .containsExactly("smtpd_discard_ehlo_keyword_address_maps = cidr:/etc/postfix/no_starttls.cidr");
        assertThat(lines(plan, Kind.NO_STARTTLS, File.NO_STARTTLS))
                .containsExactlyInAnyOrder(
                        "192.0.2.25/32    starttls, silent-discard", "2001:db8:5::7/128    starttls, silent-discard");
        assertThat(lines(plan, Kind.SECOND_LISTENER, File.MASTER_CF))
                .containsExactly(
                        "2525      inet  n       -       n       -       -       smtpd",
                        "  -o syslog_name=postfix/legacy",
                        "  -o smtpd_tls_security_level=may",
                        "  -o smtpd_tls_protocols=!SSLv2,!SSLv3");
        assertThat(lines(plan, Kind.SECOND_LISTENER, File.FIREWALL))
                .containsExactlyInAnyOrder(
                        "iptables -t nat -A PREROUTING -p tcp -s 192.0.2.25/32 --dport 25 -j REDIRECT --to-ports 2525",
                        "ip6tables -t nat -A PREROUTING -p tcp -s 2001:db8:5::7/128 --dport 25 -j REDIRECT --to-ports 2525");
        assertThat(plan.unserved()).isEmpty();
    }

    @Test
    void permittedVersion_isWrittenAsABoundWhereTheVersionKnowsThem() {
        RemedyPlan plan = WrittenLog.log()
                .clientFails(
                        PEER,
                        "error:14209102:SSL routines:tls_early_post_process_client_hello:unsupported protocol:"
                                + "ssl/statem/statem_srvr.c:1686:")
                .diagnose(server("3.6.4", "smtpd_tls_protocols = >=TLSv1.2", "1.1.1k"))
                .remedies();

        assertThat(lines(plan, Kind.SETTINGS, File.MAIN_CF)).contains("smtpd_tls_protocols = >=TLSv1");
    }

    @Test
    void clientOfSslv3_getsAListenerOnlyWhereOpenSslCanSpeakIt() {
        WrittenLog log = WrittenLog.log().clientFails(PEER, WrittenLog.WRONG_VERSION_NUMBER);
        String mainCf = "smtpd_tls_protocols = !SSLv2, !SSLv3";

        RemedyPlan can = log.diagnose(server("2.6.6", mainCf, "1.0.1e")).remedies();
        RemedyPlan cannot =
                log.diagnose(server("2.6.6", mainCf, "1.0.1e no-ssl3")).remedies();

        assertThat(lines(can, Kind.SECOND_LISTENER, File.MASTER_CF)).contains("  -o smtpd_tls_protocols=!SSLv2");
        assertThat(lines(cannot, Kind.SECOND_LISTENER, File.MASTER_CF)).isEmpty();
    }

    @Test
    void noListener_beforeThereWereProtocolsForOpportunisticTls() {
        RemedyPlan plan = WrittenLog.log()
                .clientFails(PEER, WrittenLog.WRONG_VERSION_NUMBER)
                .diagnose(server("2.5.1", "", "1.0.1e"))
                .remedies();

        assertThat(plan.remedies()).extracting(TargetedRemedy::kind).doesNotContain(Kind.SECOND_LISTENER);
    }

    @Test
    void serviceThatRequiresTls_hidesStartTlsFromNobody() {
        RemedyPlan plan = WrittenLog.log()
                .clientFails(PEER, WrittenLog.UNKNOWN_CA)
                .clientFails(PEER, WrittenLog.UNKNOWN_CA)
                .diagnose(MailServer.of("2.6.6", "smtpd_tls_security_level = encrypt", "1.0.1e"))
                .remedies();

        assertThat(plan.remedies()).isEmpty();
        assertThat(plan.unserved())
                .extracting(RemedyPlan.Unserved::because)
                .containsExactly("The service requires TLS; without STARTTLS this client could not send mail at all.");
    }

    @Test
    void tableThatIsThere_staysBehindTheNewOne() {
        RemedyPlan plan = WrittenLog.log()
                .clientFails(PEER, WrittenLog.UNKNOWN_CA)
                .diagnose(server(
                        "2.6.6", "smtpd_discard_ehlo_keyword_address_maps = cidr:/etc/postfix/discard", "1.0.1e"))
                .remedies();

        assertThat(lines(plan, Kind.NO_STARTTLS, File.MAIN_CF))
                .containsExactly("smtpd_discard_ehlo_keyword_address_maps = cidr:/etc/postfix/no_starttls.cidr,"
                        + " cidr:/etc/postfix/discard");
    }

    @Test
    void clientThatFallsBackByItself_needsNoTable() {
        RemedyPlan plan = WrittenLog.log()
                .clientFails(PEER, WrittenLog.UNKNOWN_CA)
                .clientSendsInClear(PEER)
                .diagnose(server("2.6.6", "", "1.0.1e"))
                .remedies();

        assertThat(plan.unserved())
                .extracting(RemedyPlan.Unserved::because)
                .containsExactly("It sends in clear text by itself when TLS fails.");
    }

    @Test
    void scannersAndNoise_areServedByNothing() {
        WrittenLog log = WrittenLog.log().clientFails("unknown[198.51.100.9]", WrittenLog.HTTP_REQUEST);
        for (int i = 0; i < 20; i++) {
            log.clientFails("scan.example.org[198.51.100.7]", WrittenLog.NO_SHARED_CIPHER, 1);
        }
        RemedyPlan plan = log.clientHangsUp(PEER)
                .clientFallsSilent(OTHER)
                .diagnose(server("2.6.6", "", "1.0.1e"))
                .remedies();

        assertThat(plan.remedies()).isEmpty();
        assertThat(plan.unserved())
                .extracting(RemedyPlan.Unserved::because)
                .doesNotContain("")
                .hasSize(4);
    }

    @Test
    void invalidProtocolList_isWrittenAnew() {
        RemedyPlan plan = WrittenLog.log()
                .serverWithout("TLSv1.2, TLSv1.1, !TLSv1, !SSLv2, !SSLv3", PEER)
                .diagnose(server("2.6.6", "smtpd_tls_protocols = TLSv1.2, TLSv1.1, !TLSv1, !SSLv2, !SSLv3", "1.0.1e"))
                .remedies();

        assertThat(lines(plan, Kind.SETTINGS, File.MAIN_CF)).containsExactly("smtpd_tls_protocols = !SSLv2, !SSLv3");
    }

    @Test
    void serverWithoutTls_getsAPolicyForItsDestination() {
        RemedyPlan plan = WrittenLog.log()
                .deliveryWithoutOffer("mx.example.net[192.0.2.25]:25", "someone@example.net")
                .diagnose(MailServer.of("3.4.1", "smtp_tls_security_level = encrypt", "1.1.1k"))
                .remedies();

        assertThat(lines(plan, Kind.POLICY, File.MAIN_CF))
                .containsExactly("smtp_tls_policy_maps = texthash:/etc/postfix/tls_policy");
        assertThat(lines(plan, Kind.POLICY, File.TLS_POLICY)).containsExactly("example.net    none");
    }

    @Test
    void serverWithShortDh_getsAPolicyWithoutDhe() {
        WrittenLog log = WrittenLog.log()
                .deliveryFails(
                        "mx.example.net[192.0.2.25]:25",
                        "someone@example.net",
                        "error:14082174:SSL routines:SSL3_CHECK_CERT_AND_ALGORITHM:dh key too small:s3_clnt.c:3352:");

        assertThat(lines(
                        log.diagnose(MailServer.of("2.6.6", "smtp_tls_security_level = may", "1.0.1u"))
                                .remedies(),
                        Kind.POLICY,
                        File.TLS_POLICY))
                .containsExactly("example.net    may exclude=kEDH");
    }

    @Test
    void bigSender_getsTheLeastThatHelps_andNoException() {
        RemedyPlan plan = WrittenLog.log()
                .clientFails("mail-lf1-f44.google.com[192.0.2.25]", WrittenLog.NO_SHARED_CIPHER)
                .diagnose(server("2.6.6", "smtpd_tls_exclude_ciphers = MEDIUM, 3DES, RSA+AES", "1.0.1e"))
                .remedies();

        assertThat(lines(plan, Kind.SETTINGS, File.MAIN_CF))
                .containsExactly("smtpd_tls_eecdh_grade = strong", "smtpd_tls_exclude_ciphers = MEDIUM, 3DES");
        assertThat(plan.remedies()).extracting(TargetedRemedy::kind).containsOnly(Kind.SETTINGS);
    }

    @Test
    void remedyOfSettings_appliedAndJudged_servesItsPeersAndNoOthers() {
        var log = WrittenLog.log()
                .clientFails("mail-lf1-f44.google.com[192.0.2.25]", WrittenLog.NO_SHARED_CIPHER)
                .clientSucceeds(
                        "mx.example.org[192.0.2.26]", "TLSv1.2 with cipher DHE-RSA-AES256-GCM-SHA384 (256/256 bits)")
                .diagnose(server("2.6.6", "smtpd_tls_exclude_ciphers = MEDIUM, 3DES, RSA+AES", "1.0.1e"));
        var settings = log.server().settings().orElseThrow();

        Impact impact = log.impactOf(settings.with("smtpd_tls_eecdh_grade", "strong"));

        TargetedRemedy remedy = log.remedies().remedies().get(0);
        assertThat(impact.gaining()).extracting(PeerImpact::peer).containsExactlyElementsOf(remedy.serves());
        assertThat(remedy.serves()).extracting(Peer::address).containsExactly("192.0.2.25");
        assertThat(impact.losing()).isEmpty();
    }
}
