package dev.posthorn;

import dev.posthorn.diagnosis.LaterSessions;
import dev.posthorn.diagnosis.MessagePath;
import dev.posthorn.diagnosis.SessionVerdict;
import dev.posthorn.diagnosis.SmtpSession;
import dev.posthorn.diagnosis.VerdictContext;
import dev.posthorn.mail.Delivery;
import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.SmtpdLost;
import dev.posthorn.mail.TlsAlert;
import dev.posthorn.mail.TlsEstablished;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.json.JsonLines;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A mail log for the shell: streams of what its lines say, each a value that prints as one line.
 *
 * <pre>{@code
 * Posthorn.maillog("maillog").deliveries().limit(5).forEach(System.out::println);
 * }</pre>
 *
 * <p>Every stream reads the file anew, from the start. It lets go of the file when it is closed; those who do not read to
 * the end of many logs close theirs.
 */
public final class MaillogFile {

    private final Path path;

    private MaillogFile(Path path) {
        this.path = path;
    }

    static MaillogFile open(Path path) {
        MaillogFile file = new MaillogFile(path);
        file.lines().close(); // Who mistypes a name hears of it at once.
        return file;
    }

    /**
     * All lines.
     *
     * @return the events of the log, in order
     * @throws UncheckedIOException if the file cannot be read
     */
    public Stream<MaillogEvent> lines() {
        try {
            return Maillog.stream(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All attempts to deliver to a recipient, whatever came of them.
     *
     * @return the deliveries of the log, in order
     * @throws UncheckedIOException if the file cannot be read
     */
    public Stream<Delivery> deliveries() {
        return lines().filter(Delivery.class::isInstance).map(Delivery.class::cast);
    }

    /**
     * All handshakes that succeeded, and connections used once more.
     *
     * @return the TLS sessions of the log, in order
     * @throws UncheckedIOException if the file cannot be read
     */
    public Stream<TlsEstablished> tlsSessions() {
        return lines().filter(TlsEstablished.class::isInstance).map(TlsEstablished.class::cast);
    }

    /**
     * All sessions: what the lines of each connection come to, in the order in which they are complete.
     *
     * <pre>{@code
     * Posthorn.maillog("maillog").sessions().filter(session -> session.tlsOutcome().isFailure())
     *         .forEach(session -> System.out.println(session.verdict().explain()));
     * }</pre>
     *
     * @return the sessions of the log; those that are open are held within the limits of a tracker
     * @throws UncheckedIOException if the file cannot be read
     */
    public Stream<SmtpSession> sessions() {
        return TrackedStream.sessions(path);
    }

    /**
     * Why sessions failed, each weighed with the sessions of the same peer before and after it. For that the log is read
     * twice, at first when this is called.
     *
     * <pre>{@code
     * Posthorn.maillog("maillog").verdicts().forEach(verdict -> System.out.println(verdict.explain()));
     * }</pre>
     *
     * @return the verdicts on the sessions whose TLS failed, in the order in which the sessions are complete
     * @throws UncheckedIOException if the file cannot be read
     */
    public Stream<SessionVerdict> verdicts() {
        VerdictContext context = VerdictContext.unknown().withLater(LaterSessions.of(sessions()));
        return sessions().filter(session -> session.tlsOutcome().isFailure()).map(session -> session.verdict(context));
    }

    /**
     * All messages: the path of each through Postfix, in the order in which they are complete.
     *
     * @return the paths of the log
     * @throws UncheckedIOException if the file cannot be read
     */
    public Stream<MessagePath> messages() {
        return TrackedStream.messages(path);
    }

    /**
     * All lines that say that a handshake or a delivery failed: errors of handshakes with what OpenSSL says about them,
     * fatal alerts, connections lost after STARTTLS, certificates and hosts that were no good, and deliveries that are
     * neither sent nor probes that would be. {@link Posthorn#diagnose(Path, Path...)} puts them together to causes.
     *
     * @return the failures of the log, in order
     * @throws UncheckedIOException if the file cannot be read
     */
    public Stream<MaillogEvent> failures() {
        return lines().filter(MaillogFile::isFailure);
    }

    private static boolean isFailure(MaillogEvent event) {
        return switch (event.kind()) {
            case SSL_ACCEPT_ERROR,
                    SSL_CONNECT_ERROR,
                    TLS_LIBRARY_PROBLEM,
                    TLS_INVALID_PROTOCOLS,
                    TLS_VERIFY_FAILED,
                    TLS_PEERNAME_FAILED,
                    TLSPROXY_HANDSHAKE_FAILED,
                    SMTPD_TLS_ABORT,
                    SMTPD_WRAPPER_DROPPED,
                    SMTP_ATTEMPT_FAILED,
                    SMTP_CONNECT_FAILED,
                    SMTP_LOST,
                    SMTP_TIMEOUT -> true;
            case TLS_ALERT -> ((TlsAlert) event).level().equals("fatal");
            case SMTPD_LOST -> ((SmtpdLost) event).stage().equals("STARTTLS");
            case DELIVERY -> isFailure(((Delivery) event).status());
            default -> false;
        };
    }

    private static boolean isFailure(DeliveryStatus status) {
        return status != DeliveryStatus.SENT && status != DeliveryStatus.DELIVERABLE;
    }

    /**
     * All events as JSON Lines, an object each; {@link dev.posthorn.parsers.json} describes them.
     *
     * <pre>{@code
     * Posthorn.maillog("maillog").toJsonLines(Path.of("maillog.jsonl"));
     * }</pre>
     *
     * @param file where to; replaced if it exists
     * @return how many events there are
     * @throws UncheckedIOException if the log cannot be read or the file cannot be written
     */
    public long toJsonLines(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            return toJsonLines(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All events as JSON Lines.
     *
     * @param out where to; flushed, not closed
     * @return how many events there are
     * @throws UncheckedIOException if the log cannot be read or the output cannot be written
     */
    public long toJsonLines(OutputStream out) {
        try (MaillogCursor cursor = Maillog.open(path);
                JsonLines lines = new JsonLines(out)) {
            return lines.writeAll(cursor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What can be asked of it. */
    @Override
    public String toString() {
        return path
                + ": lines(), deliveries(), tlsSessions(), sessions(), verdicts(), messages(), failures(), toJsonLines(file)";
    }
}
