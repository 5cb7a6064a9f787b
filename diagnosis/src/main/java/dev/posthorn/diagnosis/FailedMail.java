package dev.posthorn.diagnosis;

import dev.posthorn.mail.CommandCount;
import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the mail failed by, when TLS did not. */
final class FailedMail {

    private final VerdictCase its;
    private final SmtpSession session;

    private FailedMail(VerdictCase its) {
        this.its = its;
        session = its.session;
    }

    static SessionVerdict verdict(VerdictCase its) {
        return new FailedMail(its).find();
    }

    private SessionVerdict find() {
        return switch (session.outcome()) {
            case MAIL_ACCEPTED, FELL_BACK_TO_CLEAR_TEXT -> accepted();
            case NO_MAIL, PASSED_ON -> its.verdict(SessionCause.NOTHING);
            case HANDSHAKE_FAILED -> FailedHandshake.verdict(its);
            case LOST -> loss();
            case NOT_CONNECTED ->
                its.verdict(
                        its.statedCause(SessionCause.CONNECT_FAILED),
                        MaillogKind.SMTP_CONNECT_FAILED,
                        MaillogKind.DELIVERY);
            case LOCAL_PROBLEM -> localProblem();
            case DEFERRED, REJECTED -> session.role() == TlsRole.CLIENT ? refusedByPeer() : refusedByUs();
            case UNKNOWN -> its.verdict(CauseFinding.open(SessionCause.UNKNOWN), Optional.empty(), List.of());
        };
    }

    /** A message can be taken over for some recipients and refused for others. */
    private SessionVerdict accepted() {
        boolean isPartlyRefused = session.deliveries().stream()
                .anyMatch(status -> status != DeliveryStatus.SENT && status != DeliveryStatus.DELIVERABLE);
        Optional<SessionCause> refusal = session.role() == TlsRole.CLIENT
                ? Optional.of(SessionCause.REFUSED_BY_PEER).filter(cause -> isPartlyRefused)
                : told();
        if (refusal.isEmpty()) {
            return its.verdict(SessionCause.NOTHING);
        }
        its.tell("A message was taken over in this session all the same.");
        return its.verdict(CauseFinding.certain(refusal.get()), Optional.empty(), session.lines());
    }

    private SessionVerdict loss() {
        Optional<SessionVerdict> refusal = FailedHandshake.afterwards(its);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean isTimeout = session.lostReason().filter("timeout"::equals).isPresent();
        SessionCause cause = its.statedCause(isTimeout ? SessionCause.TIMEOUT : SessionCause.CONNECTION_LOST);
        List<LogLine> evidence = its.linesOf(
                MaillogKind.SMTPD_LOST,
                MaillogKind.SMTP_LOST,
                MaillogKind.SMTP_TIMEOUT,
                MaillogKind.POSTSCREEN_HANGUP,
                MaillogKind.DELIVERY);
        return its.verdict(
                isBeforeTheServerAgreed() ? beforeTheServerAgreed(cause) : CauseFinding.certain(cause),
                evidence.stream().reduce((earlier, later) -> later).map(LogLine::text),
                evidence);
    }

    /** With TLSv1.3 a client is done before the server has judged its certificate (fact sheet on log messages section 6.1). */
    private boolean isBeforeTheServerAgreed() {
        return session.role() == TlsRole.CLIENT
                && session.stage() == SessionStage.TLS
                && session.established()
                        .flatMap(summary -> summary.session().negotiatedVersion())
                        .filter(ProtocolVersion.TLSV1_3::equals)
                        .isPresent();
    }

    private CauseFinding beforeTheServerAgreed(SessionCause cause) {
        its.tell("With TLSv1.3 this side is done before the server has judged it: a server that demands a client"
                + " certificate, or refuses the one it got, hangs up here.");
        return CauseFinding.likely(cause, SessionCause.PEER_ALERT, SessionCause.CLIENT_CERTIFICATE_MISSING);
    }

    private SessionVerdict localProblem() {
        SessionCause otherwise =
                session.end() == SessionEnd.PROCESS_DIED ? SessionCause.PROCESS_DIED : SessionCause.LOCAL_SERVICE;
        SessionCause cause = told().orElse(otherwise);
        Optional<String> last =
                session.lines().stream().reduce((earlier, later) -> later).map(LogLine::text);
        return its.verdict(CauseFinding.certain(cause), last, session.lines());
    }

    private SessionVerdict refusedByPeer() {
        boolean isWithoutServer =
                session.peer().isEmpty() && session.statedCause().isEmpty();
        if (isWithoutServer) {
            return withoutServer();
        }
        return its.verdict(
                its.statedCause(SessionCause.REFUSED_BY_PEER),
                MaillogKind.SMTP_SERVER_SAID,
                MaillogKind.SMTP_REFUSED_TO_TALK,
                MaillogKind.SMTP_ATTEMPT_FAILED,
                MaillogKind.DELIVERY);
    }

    /** Nobody refused anything where no server was asked; what the process warned of is all there is. */
    private SessionVerdict withoutServer() {
        List<LogLine> warnings = session.earlierWarnings().stream()
                .filter(line -> line.kind() == MaillogKind.SMTP_WRAPPERMODE)
                .toList();
        CauseFinding finding = warnings.isEmpty()
                ? CauseFinding.open(SessionCause.UNKNOWN)
                : CauseFinding.likely(SessionCause.TLS_POLICY_INVALID);
        List<LogLine> evidence = new ArrayList<>(warnings);
        evidence.addAll(its.linesOf(MaillogKind.DELIVERY));
        return its.verdict(finding, evidence.stream().findFirst().map(LogLine::text), evidence);
    }

    private SessionVerdict refusedByUs() {
        SessionCause cause = withoutTls().or(this::misbehaviour).or(this::told).orElse(SessionCause.REFUSED_BY_US);
        Optional<String> detail = session.lines().stream().findFirst().map(LogLine::text);
        return its.verdict(CauseFinding.certain(cause), detail, session.lines());
    }

    /** Postfix logs nothing of {@code 530 5.7.0 Must issue a STARTTLS command first}; but it counts what it refused. */
    private Optional<SessionCause> withoutTls() {
        boolean isClear = session.tlsOutcome() == TlsOutcome.NO_TLS_SEEN
                && session.commands().stream()
                        .noneMatch(count -> count.command().equals("starttls"));
        boolean isRequired = its.settings()
                .filter(settings -> (hasFailed("mail") && settings.server().isMandatory())
                        || (hasFailed("auth") && isAuthOnlyWithTls(settings)))
                .isPresent();
        return isClear && isRequired && session.lines().isEmpty()
                ? Optional.of(SessionCause.TLS_NOT_USED)
                : Optional.empty();
    }

    private static boolean isAuthOnlyWithTls(PostfixTlsSettings settings) {
        return settings.server().isMandatory() || settings.isOn("smtpd_tls_auth_only");
    }

    private boolean hasFailed(String command) {
        return session.commands().stream()
                .filter(count -> count.command().equals(command))
                .anyMatch(CommandCount::hasFailures);
    }

    private Optional<SessionCause> misbehaviour() {
        Optional<SessionCause> found = Optional.empty();
        for (LogLine line : session.lines()) {
            found = switch (line.kind()) {
                case SMTPD_SASL_FAILED, SMTPD_SASL_ABORTED -> Optional.of(SessionCause.AUTHENTICATION_FAILED);
                case SMTPD_LIMIT_EXCEEDED, POSTSCREEN_COMMAND_LIMIT -> Optional.of(SessionCause.LIMIT_EXCEEDED);
                case SMTPD_NON_SMTP,
                        SMTPD_ILLEGAL_ADDRESS,
                        SMTPD_REQUEST_TOO_LONG,
                        POSTSCREEN_PREGREET,
                        POSTSCREEN_BARE_NEWLINE,
                        POSTSCREEN_PIPELINING,
                        POSTSCREEN_NON_SMTP -> Optional.of(SessionCause.PROTOCOL_VIOLATION);
                default -> found;
            };
        }
        boolean isTooMany = session.lostReason()
                .filter(reason -> reason.startsWith("too many"))
                .isPresent();
        return found.isEmpty() && isTooMany ? Optional.of(SessionCause.LIMIT_EXCEEDED) : found;
    }

    /** The first line that says it in Postfix's words. */
    private Optional<SessionCause> told() {
        return session.lines().stream().flatMap(line -> told(line).stream()).findFirst();
    }

    private static Optional<SessionCause> told(LogLine line) {
        for (TsvTable.Row row : Table.ROWS) {
            String text = row.text("text");
            boolean fits = row.text("kind").equals("-")
                    ? line.text().startsWith(text)
                    : line.kind().name().endsWith(row.text("kind"))
                            && line.text().contains(text);
            if (fits) {
                return Optional.of(SessionCause.valueOf(row.text("cause")));
            }
        }
        return Optional.empty();
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Table {
        static final List<TsvTable.Row> ROWS = TsvTable.read(
                        "refusal-texts.tsv", FailedMail.class.getResourceAsStream("refusal-texts.tsv"))
                .rows();
    }
}
