package dev.posthorn.diagnosis;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.error.FailureKind;
import dev.posthorn.openssl.error.OpenSslError;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * No suite in common: what can be said of it without the hello of the client, which no log has. That is little: where the
 * offers of TLSv1.3 were judged, and a server that could serve nobody.
 */
final class SuiteChoice {

    private static final OpenSslRelease FIRST_WITH_TLSV1_3 = OpenSslRelease.parse("1.1.1");

    /** Nobody means a longer string, and somebody might want to keep us busy. */
    private static final int MAX_EXPANDED = 20_000;

    /**
     * Releases without function names, 3.0 and later, judge offers of TLSv1.3 in {@code tls_early_post_process_client_hello}
     * at or before line 2017 of statem_srvr.c, all others in {@code tls_post_process_client_hello} at or after line 2220
     * (fact sheet on OpenSSL errors, the places of 149 releases); distributors' patches move lines by a few.
     */
    private static final int BETWEEN_EARLY_AND_LATE = 2_120;

    private final VerdictCase its;

    SuiteChoice(VerdictCase its) {
        this.its = its;
    }

    CauseFinding refine(CauseFinding finding, OpenSslError error) {
        if (isOfTls13(error)) {
            return CauseFinding.certain(SessionCause.NO_SHARED_TLS13_CIPHER);
        }
        if (hasUnusableDh()) {
            return CauseFinding.likely(SessionCause.PARAMETERS_TOO_WEAK, SessionCause.NO_SHARED_CIPHER);
        }
        return servesNobody() ? CauseFinding.certain(SessionCause.SUITES_WITHOUT_KEYS) : finding;
    }

    private static boolean isOfTls13(OpenSslError error) {
        if (error.functionText().filter(name -> !name.isEmpty()).isPresent()) {
            return error.functionText()
                    .filter("tls_early_post_process_client_hello"::equals)
                    .isPresent();
        }
        return error.file().filter(file -> file.endsWith("statem_srvr.c")).isPresent()
                && error.line().isPresent()
                && error.line().getAsInt() < BETWEEN_EARLY_AND_LATE;
    }

    /** The process could not use the Diffie-Hellman parameters that it was given, and said so. */
    private boolean hasUnusableDh() {
        List<LogLine> all = new ArrayList<>(its.session.earlierWarnings());
        all.addAll(its.session.lines());
        return all.stream()
                .flatMap(line -> OpenSslError.find(line.text()).stream())
                .flatMap(error -> error.reasonText().stream())
                .anyMatch(reason -> FailureKind.ofReasonText(reason).symbol().equals("DH_KEY_TOO_SMALL"));
    }

    private boolean servesNobody() {
        Optional<OpenSslBuild> build = its.context.server().openSsl();
        Optional<PostfixTlsSettings> settings = its.settings();
        Optional<CipherString> string = its.session
                .cipherString()
                .or(() -> settings.flatMap(known -> known.server().cipherString()))
                .filter(known -> known.text().length() <= MAX_EXPANDED);
        if (build.isEmpty() || settings.isEmpty() || string.isEmpty() || mayServeTls13(build.get(), settings.get())) {
            return false;
        }
        return model(settings.get(), string.get(), build.get())
                .filter(server -> server.deadSuites().size()
                        == server.expansion().suites().size())
                .isPresent();
    }

    private static boolean mayServeTls13(OpenSslBuild build, PostfixTlsSettings settings) {
        return build.release().isAtLeast(FIRST_WITH_TLSV1_3)
                && !settings.server().protocols().disabled().contains(ProtocolVersion.TLSV1_3);
    }

    private Optional<OpenSslServer> model(PostfixTlsSettings settings, CipherString string, OpenSslBuild build) {
        List<ServerCertificate> certificates = its.context.server().certificates();
        if (certificates.isEmpty()
                || CipherCatalog.forBuild(build).isEmpty()
                || string.expandFor(build).rejection().isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ServerModel.of(settings.server(), string, build, certificates));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // No server runs with these settings, so the log is not theirs.
        }
    }
}
