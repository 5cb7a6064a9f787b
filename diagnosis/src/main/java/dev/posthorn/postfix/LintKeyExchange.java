package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.postfix.Finding.Severity;
import dev.posthorn.tls.KeyExchange;
import java.util.Optional;

/** Looks at what a server has to agree on keys with: curves, plain RSA, certificates. */
final class LintKeyExchange {

    /** From here on the library negotiates curves by itself. */
    private static final OpenSslRelease CURVES_BY_ITSELF = OpenSslRelease.parse("1.1.0");

    /** What ran where ephemeral ECDH was off by default. */
    private static final OpenSslBuild OF_THAT_TIME = OpenSslBuild.parse("1.0.1e");

    private static final PostfixVersion FIRST_WITH_GRADE = new PostfixVersion(2, 6, 0);

    private final Lint lint;

    LintKeyExchange(Lint lint) {
        this.lint = lint;
    }

    void look() {
        for (PostfixTlsSettings settings : lint.servers()) {
            ServerTls server = settings.server();
            boolean speaksTls =
                    server.level().filter(level -> level != SecurityLevel.NONE).isPresent();
            if (speaksTls) {
                certificate(settings, server);
                if (server.ecdhGrade() == EcdhGrade.NONE && !negotiatesCurvesAnyway()) {
                    withoutCurves(server);
                }
            }
            curves(settings, server);
        }
    }

    private boolean negotiatesCurvesAnyway() {
        return lint.build()
                .filter(build -> build.release().isAtLeast(CURVES_BY_ITSELF))
                .isPresent();
    }

    private void certificate(PostfixTlsSettings settings, ServerTls server) {
        if (server.certificates().isEmpty() && !server.doesWithoutCertificate()) {
            lint.add(
                    LintRule.NO_CERTIFICATE,
                    Severity.WARNING,
                    "smtpd_tls_cert_file",
                    settings.inForce("smtpd_tls_cert_file").map(Setting::origin),
                    "If these are all settings, the server has no certificate, and TLS does not work: clients that try"
                            + " get 454 4.7.0.",
                    "Set smtpd_tls_cert_file and smtpd_tls_key_file.");
        }
    }

    private void withoutCurves(ServerTls server) {
        Optional<Setting> grade = server.ecdhSetting();
        String fix = lint.version().isAtLeast(FIRST_WITH_GRADE)
                ? "Set smtpd_tls_eecdh_grade = strong"
                : "Upgrade to Postfix 2.8 or later";
        Optional<Setting> guilty = killerOfPlainRsa(server);
        if (guilty.isPresent()) {
            lint.add(
                    LintRule.NO_COMMON_KEY_EXCHANGE,
                    Severity.ERROR,
                    guilty.get(),
                    "It leaves no suite with AES and plain RSA, while ephemeral ECDH is off ("
                            + grade.map(Setting::toString).orElse("this version has none")
                            + "). The ECDHE suites that the string still lists cannot be chosen, so that a peer without"
                            + " DHE, as Gmail and Exchange are, gets \"no shared cipher\".",
                    fix + "; or exclude less.");
        } else {
            lint.add(
                    LintRule.NO_ECDH,
                    Severity.WARNING,
                    "smtpd_tls_eecdh_grade",
                    grade.map(Setting::origin),
                    "Ephemeral ECDH is off: with OpenSSL before 1.1.0 no ECDHE suite can be chosen, although cipher"
                            + " lists show them.",
                    fix + ".");
        }
    }

    /** The parameter whose exclusions take the last suite with AES and plain RSA, or the list if it has none. */
    private Optional<Setting> killerOfPlainRsa(ServerTls server) {
        CipherSelection ciphers = server.ciphers();
        Optional<CipherCatalog> catalog = CipherCatalog.forBuild(lint.build().orElse(OF_THAT_TIME));
        boolean isTooLong = ciphers.cipherString()
                .filter(string -> string.text().length() <= CipherSelection.MAX_EXPANDED)
                .isEmpty();
        if (catalog.isEmpty() || isTooLong) {
            return Optional.empty();
        }
        if (hasPlainRsa(ciphers, ciphers.exclusions().size(), catalog.get())) {
            return Optional.empty();
        }
        if (!hasPlainRsa(ciphers, 0, catalog.get())) {
            return ciphers.list();
        }
        // What one exclusion kills none brings back, so that the first guilty one can be found by halving.
        int innocent = 0;
        int guilty = ciphers.exclusions().size();
        while (guilty - innocent > 1) {
            int middle = (innocent + guilty) >>> 1;
            if (hasPlainRsa(ciphers, middle, catalog.get())) {
                innocent = middle;
            } else {
                guilty = middle;
            }
        }
        return ciphers.exclusions().get(guilty - 1).origin();
    }

    private static boolean hasPlainRsa(CipherSelection ciphers, int exclusions, CipherCatalog catalog) {
        CipherString string = ciphers.withExclusions(exclusions);
        return string.expandWith(catalog).suites().stream()
                .filter(suite -> suite.keyExchange() == KeyExchange.RSA)
                .anyMatch(suite -> suite.openSslName().startsWith("AES"));
    }

    private void curves(PostfixTlsSettings settings, ServerTls server) {
        new EcdhSelection(settings, "smtpd")
                .serverComplaints()
                .forEach(message -> lint.add(
                        LintRule.BAD_CURVE,
                        Severity.WARNING,
                        server.ecdhSetting().map(Setting::parameter).orElse("tls_eecdh_auto_curves"),
                        server.ecdhSetting().map(Setting::origin),
                        "Postfix logs: " + message,
                        "Write strong or auto for the grade, and names such as prime256v1 for curves."));
    }
}
