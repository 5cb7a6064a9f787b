package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.openssl.error.FailureKind;
import dev.posthorn.openssl.error.OpenSslError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why this host has no TLS. A setting of the process comes before the session, one of the session within it; the earliest
 * explains what follows, such as {@code 454 TLS not available} (fact sheet on Postfix log messages, sections 4.2 and 5).
 */
final class DisabledTls {

    private static final Set<String> NOT_READABLE =
            Set.of("NO_SUCH_FILE_OR_DIRECTORY", "NO_SUCH_FILE", "PERMISSION_DENIED");

    /** Not what it should be, cut short, or locked with a password that nobody is there to type. */
    private static final Set<String> NOT_USABLE = Set.of(
            "NO_START_LINE",
            "BAD_END_LINE",
            "BAD_BASE64_DECODE",
            "SHORT_HEADER",
            "WRONG_TAG",
            "TOO_LONG",
            "UNSUPPORTED",
            "BAD_DECRYPT",
            "BAD_PASSWORD_READ",
            "PROBLEMS_GETTING_PASSWORD");

    private static final Set<String> NO_PAIR =
            Set.of("KEY_VALUES_MISMATCH", "KEY_TYPE_MISMATCH", "PRIVATE_KEY_MISMATCH");

    private final VerdictCase its;
    private final List<LogLine> evidence = new ArrayList<>();
    private SessionCause cause = SessionCause.TLS_UNAVAILABLE;

    private DisabledTls(VerdictCase its) {
        this.its = its;
    }

    static SessionVerdict verdict(VerdictCase its) {
        return new DisabledTls(its).find();
    }

    private SessionVerdict find() {
        List<LogLine> all = new ArrayList<>(its.session.earlierWarnings());
        all.addAll(its.session.lines());
        for (int i = 0; i < all.size(); i++) {
            take(all.get(i), all.subList(i + 1, all.size()));
        }
        if (cause == SessionCause.TLS_UNAVAILABLE) {
            cause = its.statedCause(cause);
        }
        if (!its.session.earlierWarnings().isEmpty()) {
            its.tell("The process warned of it before this session; every session of this process is affected.");
        }
        evidence.addAll(its.linesOf(MaillogKind.SMTPD_LOST, MaillogKind.DELIVERY, MaillogKind.SMTPD_WRAPPER_DROPPED));
        Optional<String> detail = evidence.stream().findFirst().map(LogLine::text);
        return its.verdict(CauseFinding.certain(cause), detail, evidence);
    }

    private void take(LogLine line, List<LogLine> following) {
        SessionCause shown = shownBy(line, following);
        if (shown == SessionCause.UNKNOWN) {
            if (line.kind() == MaillogKind.TLS_LIBRARY_PROBLEM) {
                evidence.add(line);
            }
            return;
        }
        evidence.add(line);
        cause = cause == SessionCause.TLS_UNAVAILABLE ? shown : cause;
    }

    private static SessionCause shownBy(LogLine line, List<LogLine> following) {
        return switch (line.kind()) {
            case TLS_INVALID_PROTOCOLS, TLS_ERROR_VERSION_LIMIT -> SessionCause.PROTOCOL_LIST_INVALID;
            case TLS_INVALID_GRADE -> SessionCause.CIPHER_GRADE_INVALID;
            case TLS_INVALID_EXCLUSION -> SessionCause.CIPHER_EXCLUSION_INVALID;
            case TLS_INVALID_CIPHER_LIST -> SessionCause.CIPHER_LIST_INVALID;
            case TLS_ERROR_SETTING_GRADE ->
                saidOf(following, Set.of("NO_CIPHER_MATCH"))
                        ? SessionCause.CIPHER_LIST_INVALID
                        : SessionCause.CIPHER_SETTING_INVALID;
            case TLS_CERT_LOAD -> certificate(line, following);
            case TLS_KEY_MISMATCH -> SessionCause.KEY_MISMATCH;
            case TLS_CA_LOAD -> SessionCause.CA_FILE_UNUSABLE;
            case TLS_CHAIN_FILE -> chain(line, following);
            case TLS_NEED_CERT_PAIR, SMTPD_TLS_CONFIG -> SessionCause.CERTIFICATE_UNUSABLE;
            case SMTP_TLS_POLICY_SYNTAX, SMTP_TLS_POLICY_LOOKUP -> SessionCause.TLS_POLICY_INVALID;
            case TLS_NO_ENTROPY,
                    TLS_NO_SSL_CTX,
                    TLS_NO_DATA_INDEX,
                    TLS_DIGEST,
                    TLS_DISABLED,
                    TLS_DANE_INIT_FAILED,
                    TLS_CONTEXT_FAILED,
                    TLS_SET_FD,
                    TLS_CONFIG_FILE,
                    TLS_NOT_COMPILED_IN,
                    TLSPROXY_NO_TLS,
                    TLSPROXY_NOT_COMPILED_IN,
                    SMTP_TLSPROXY_PROBLEM,
                    SMTP_TLS_UNAVAILABLE -> SessionCause.TLS_UNAVAILABLE;
            default -> SessionCause.UNKNOWN;
        };
    }

    /** {@code cannot get RSA certificate from file "…"} or {@code … private key from file "…"} (tls_certkey.c). */
    private static SessionCause certificate(LogLine line, List<LogLine> following) {
        boolean isKey = line.text().toLowerCase(Locale.ROOT).contains("private key from file");
        if (saidOf(following, NO_PAIR)) {
            return SessionCause.KEY_MISMATCH;
        }
        if (saidOf(following, NOT_READABLE)) {
            return isKey ? SessionCause.KEY_FILE_MISSING : SessionCause.CERTIFICATE_FILE_MISSING;
        }
        if (saidOf(following, NOT_USABLE)) {
            return isKey ? SessionCause.KEY_FILE_INVALID : SessionCause.CERTIFICATE_FILE_INVALID;
        }
        return SessionCause.CERTIFICATE_UNUSABLE;
    }

    /** The texts are those of tls_certkey.c, {@code load_chain_files}. */
    private static SessionCause chain(LogLine line, List<LogLine> following) {
        if (saidOf(following, NOT_READABLE)) {
            return SessionCause.CERTIFICATE_FILE_MISSING;
        }
        boolean isMismatch = line.text().endsWith("does not match next certificate") || saidOf(following, NO_PAIR);
        return isMismatch ? SessionCause.KEY_MISMATCH : SessionCause.CHAIN_FILE_INVALID;
    }

    /** Has OpenSSL one of these reasons for the line before? Its errors follow directly. */
    private static boolean saidOf(List<LogLine> following, Set<String> symbols) {
        for (LogLine line : following) {
            if (line.kind() != MaillogKind.TLS_LIBRARY_PROBLEM) {
                return false;
            }
            boolean isSaid = OpenSslError.find(line.text())
                    .flatMap(OpenSslError::reasonText)
                    .filter(reason ->
                            symbols.contains(FailureKind.ofReasonText(reason).symbol()))
                    .isPresent();
            if (isSaid) {
                return true;
            }
        }
        return false;
    }
}
