package dev.posthorn.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.maillog.WrittenLog;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.PostfixVersion;
import dev.posthorn.remedy.ConfigurationText.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No version gets a line that it does not know: every parameter of every line is looked up in the tables of the settings. */
class KnownWordsTest {

    /** Those that have nothing to do with TLS: fact sheet on Postfix TLS configuration section 11. */
    private static final Set<String> OTHERS = Set.of("smtpd_discard_ehlo_keyword_address_maps", "syslog_name");

    private record Version(String postfix, String openSsl) {
        @Override
        public String toString() {
            return postfix + " with " + openSsl;
        }
    }

    static Stream<Version> versions() {
        List<String> postfix = List.of(
                "2.2.12", "2.3.19", "2.4.16", "2.5.17", "2.6.0", "2.6.6", "2.6.19", "2.7.16", "2.8.20", "2.9.1",
                "2.9.15", "2.10.10", "2.11.11", "3.0.2", "3.0.15", "3.1.15", "3.2.37", "3.3.22", "3.4.29", "3.5.25",
                "3.6.15", "3.7.11", "3.8.6", "3.9.1", "3.10.2", "3.11.6");
        return postfix.stream()
                .flatMap(version -> Stream.of("1.0.1e", "3.0.15").map(openSsl -> new Version(version, openSsl)));
    }

    /** One of everything that can go wrong. */
    private static WrittenLog everything() {
        WrittenLog log = WrittenLog.log();
        List<String> errors = List.of(
                WrittenLog.UNKNOWN_PROTOCOL,
                WrittenLog.WRONG_VERSION_NUMBER,
                WrittenLog.NO_SHARED_CIPHER,
                WrittenLog.UNKNOWN_CA,
                "error:14209102:SSL routines:tls_early_post_process_client_hello:unsupported protocol:ssl/statem/statem_srvr.c:1686:");
        int host = 1;
        for (String error : errors) {
            String peer = "mx" + host + ".example.net[192.0.2." + host++ + "]";
            log.clientFails(peer, error).clientFails(peer, error);
        }
        return log.clientFails("mail-lf1-f44.google.com[192.0.2.100]", WrittenLog.NO_SHARED_CIPHER)
                .serverWithout("TLSv9", "mx.example.org[192.0.2.101]")
                .deliveryWithoutOffer("mx.example.org[192.0.2.102]:25", "a@example.org")
                .deliveryFails(
                        "mx.example.com[192.0.2.103]:25",
                        "a@example.com",
                        "error:14082174:SSL routines:SSL3_CHECK_CERT_AND_ALGORITHM:dh key too small:s3_clnt.c:3352:");
    }

    private static List<RemedyPlan> plans(Version version) {
        List<String> settings = List.of(
                "",
                "smtpd_tls_security_level = may\nsmtpd_tls_protocols = !SSLv2, !SSLv3, !TLSv1\nsmtpd_tls_ciphers = high\n"
                        + "smtpd_tls_exclude_ciphers = RSA+AES, 3DES",
                "smtpd_use_tls = yes\nsmtpd_tls_protocols = TLSv9",
                "smtpd_tls_security_level = may\nsmtpd_tls_protocols = >=TLSv1.2",
                "smtpd_tls_security_level = encrypt\nsmtpd_tls_mandatory_protocols = !SSLv2, !SSLv3, !TLSv1");
        List<RemedyPlan> plans = new ArrayList<>();
        for (String mainCf : settings) {
            plans.add(everything()
                    .diagnose(MailServer.of(version.postfix, mainCf, version.openSsl))
                    .remedies());
        }
        return plans;
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyParameterAndEveryListOfProtocols_isKnown(Version version) {
        PostfixTlsSettings known = PostfixTlsSettings.defaultsOf(PostfixVersion.parse(version.postfix));
        List<String> seen = new ArrayList<>();
        List<String> lists = new ArrayList<>();
        for (RemedyPlan plan : plans(version)) {
            for (TargetedRemedy remedy : plan.remedies()) {
                for (ConfigurationText text : remedy.texts()) {
                    text.lines().stream()
                            .filter(line -> text.file() == File.MAIN_CF && line.contains("_protocols = "))
                            .forEach(lists::add);
                    parameters(text).forEach(parameter -> {
                        seen.add(parameter);
                        assertThat(OTHERS.contains(parameter)
                                        || known.setting(parameter).isPresent())
                                .as("%s in %s", parameter, remedy)
                                .isTrue();
                    });
                }
            }
        }
        assertThat(seen).isNotEmpty();
        assertThat(lists).allSatisfy(line -> assertThat(isValid(line, version)).isTrue());
    }

    private static List<String> parameters(ConfigurationText text) {
        return switch (text.file()) {
            case MAIN_CF ->
                text.lines().stream()
                        .map(line -> line.substring(0, line.indexOf(" =")))
                        .toList();
            case MASTER_CF ->
                text.lines().stream()
                        .filter(line -> line.startsWith("  -o "))
                        .map(line -> line.substring(5, line.indexOf('=')))
                        .toList();
            case NO_STARTTLS, TLS_POLICY, FIREWALL -> List.of();
        };
    }

    private static boolean isValid(String line, Version version) {
        PostfixVersion postfix = PostfixVersion.parse(version.postfix);
        return PostfixTlsSettings.parse(postfix, "smtpd_use_tls = yes\n" + line)
                .server()
                .protocols()
                .isValid();
    }
}
