package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.postfix.Finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for parameters that this version, or another parameter, overrules. */
final class LintEffects {

    private static final PostfixVersion ALWAYS_AUTO = new PostfixVersion(3, 6, 0);
    private static final PostfixVersion WEAK_GRADES_GONE = new PostfixVersion(3, 8, 0);
    private static final OpenSslRelease FIRST_WITH_ECDH = OpenSslRelease.parse("1.0.0");

    private final Lint lint;

    LintEffects(Lint lint) {
        this.lint = lint;
    }

    void look() {
        if (lint.version().isAtLeast(ALWAYS_AUTO)) {
            ignored("smtpd_tls_eecdh_grade", "From 3.6 on it is ignored: tls_eecdh_auto_curves is negotiated, always.");
            ignored("smtpd_tls_dh512_param_file", "From 3.6 on it is ignored: there are no export suites.");
        }
        if (lint.version().isAtLeast(WEAK_GRADES_GONE)) {
            ignored("tls_low_cipherlist", "From 3.8 on it is ignored: the grade low means medium.");
            ignored("tls_export_cipherlist", "From 3.8 on it is ignored: the grade export means medium.");
        }
        curves();
        lists();
        lint.servers().forEach(this::certificates);
        lint.servers().forEach(this::clientCertificates);
    }

    private void ignored(String parameter, String reason) {
        lint.stated(parameter).ifPresent(setting -> without(setting, Severity.NOTE, reason, "Remove it."));
    }

    private void without(Setting setting, Severity severity, String reason, String fix) {
        lint.add(LintRule.WITHOUT_EFFECT, severity, setting, reason, fix);
    }

    private void curves() {
        boolean compiledOut = lint.settings()
                .headers()
                .filter(release -> !release.isAtLeast(FIRST_WITH_ECDH))
                .isPresent();
        if (compiledOut) {
            lint.stated("smtpd_tls_eecdh_grade")
                    .ifPresent(setting -> without(
                            setting,
                            Severity.WARNING,
                            "Compiled with an OpenSSL before 1.0.0, Postfix has no ephemeral ECDH and ignores it.",
                            "Compile Postfix with a later OpenSSL."));
        }
        idleCurve("tls_eecdh_strong_curve", EcdhGrade.STRONG);
        idleCurve("tls_eecdh_ultra_curve", EcdhGrade.ULTRA);
        idleCurve("tls_eecdh_auto_curves", EcdhGrade.AUTO);
    }

    private void idleCurve(String parameter, EcdhGrade grade) {
        boolean isUsed = lint.servers().stream().anyMatch(each -> each.server().ecdhGrade() == grade);
        // From 3.2 on clients use the list whatever the grade.
        if (!isUsed && grade != EcdhGrade.AUTO) {
            lint.stated(parameter)
                    .ifPresent(setting -> without(
                            setting,
                            Severity.NOTE,
                            "No server has the grade that it belongs to: here it is "
                                    + lint.settings().server().ecdhGrade() + ".",
                            "Remove it, or set smtpd_tls_eecdh_grade."));
        }
    }

    /** The list of a grade that nobody has; a policy table can choose any. */
    private void lists() {
        boolean byPolicy = lint.stated("smtp_tls_policy_maps").isPresent();
        for (String grade : List.of("high", "medium", "low", "export", "null")) {
            String parameter = "tls_" + grade + "_cipherlist";
            boolean isUsed = Stream.concat(
                            lint.servers().stream().map(each -> each.server().ciphers()),
                            lint.clients().stream().map(each -> each.client().ciphers()))
                    .anyMatch(ciphers -> ciphers.list()
                            .filter(list -> list.parameter().equals(parameter))
                            .isPresent());
            boolean isIgnored =
                    lint.version().isAtLeast(WEAK_GRADES_GONE) && (grade.equals("low") || grade.equals("export"));
            if (!isUsed && !byPolicy && !isIgnored) {
                lint.stated(parameter)
                        .ifPresent(setting -> without(
                                setting,
                                Severity.WARNING,
                                "No server and no client has the grade " + grade + "; the server has "
                                        + gradeOf(lint.settings().server()) + ".",
                                "Set the grade, or change the list of the grade in force."));
            }
        }
    }

    private static String gradeOf(ServerTls server) {
        return server.ciphers().grade().map(Setting::toString).orElse("none");
    }

    private void certificates(PostfixTlsSettings settings) {
        Optional<Setting> chains = settings.server().certificates().stream()
                .filter(file -> file.kind() == CertificateFile.Kind.CHAIN)
                .map(CertificateFile::certificate)
                .findFirst();
        if (chains.isPresent()) {
            for (String name : List.of("cert_file", "dcert_file", "eccert_file")) {
                Lint.stated(settings, "smtpd_tls_" + name)
                        .filter(setting -> !setting.value().isEmpty())
                        .ifPresent(setting -> without(
                                setting,
                                Severity.WARNING,
                                "smtpd_tls_chain_files is set, and then this file is not loaded.",
                                "Put it into smtpd_tls_chain_files, or remove it."));
            }
        }
    }

    private void clientCertificates(PostfixTlsSettings settings) {
        boolean inVain =
                settings.isOn("smtpd_tls_req_ccert") && !settings.server().isMandatory();
        if (inVain) {
            Lint.stated(settings, "smtpd_tls_req_ccert")
                    .ifPresent(setting -> without(
                            setting,
                            Severity.WARNING,
                            "A server that does not require TLS cannot require a certificate.",
                            "Set smtpd_tls_ask_ccert = yes, or require TLS on a service of its own."));
        }
    }
}
