package dev.posthorn.diagnosis;

import dev.posthorn.openssl.error.FailureKind;
import dev.posthorn.openssl.error.OpenSslError;
import java.util.ArrayList;
import java.util.List;

/**
 * No suite in common: what can be said of it without the hello of the client, which no log has. That is little: where the
 * offers of TLSv1.3 were judged, and a server that could serve nobody.
 */
final class SuiteChoice {

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
        return its.context.suites().servesNobody(its.session)
                ? CauseFinding.certain(SessionCause.SUITES_WITHOUT_KEYS)
                : finding;
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
}
