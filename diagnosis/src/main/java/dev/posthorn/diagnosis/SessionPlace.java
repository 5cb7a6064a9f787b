package dev.posthorn.diagnosis;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.TlsRole;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Where a session stands in the log: who wrote its lines, which they are, and when. */
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface SessionPlace permits SmtpSession {

    /**
     * The software that wrote the lines.
     *
     * @return Postfix, or its neighbour in the same log
     */
    @Value.Default
    default MailSoftware software() {
        return MailSoftware.POSTFIX;
    }

    /**
     * Which side wrote the lines.
     *
     * @return server for smtpd and postscreen
     */
    @Value.Default
    default TlsRole role() {
        return TlsRole.SERVER;
    }

    /**
     * The program that wrote the lines.
     *
     * @return such as {@code smtpd}, {@code smtp} or {@code imap-login}, empty if the lines do not say
     */
    Optional<String> program();

    /**
     * The instance of Postfix that wrote the lines, or the service.
     *
     * @return such as {@code postfix} or {@code postfix/submission}, empty if the lines do not say
     */
    Optional<String> instance();

    /**
     * The host that wrote the lines.
     *
     * @return its name, empty if the lines have none
     */
    Optional<String> host();

    /**
     * The process that wrote the lines.
     *
     * @return the process id, empty for fragments without one
     */
    OptionalLong processId();

    /**
     * The number of the session's first line in its input.
     *
     * @return 1 or more
     */
    long firstLine();

    /**
     * The number of the session's last line in its input. Lines of other processes may be between the two.
     *
     * @return {@link #firstLine()} or more
     */
    @Value.Default
    default long lastLine() {
        return firstLine();
    }

    /**
     * How many lines were understood as part of the session.
     *
     * @return 1 or more
     */
    long lineCount();

    /**
     * When the first line was written.
     *
     * @return the time as written, empty if the line has none
     */
    Optional<LogTimestamp> startedAt();

    /**
     * When the last line was written.
     *
     * @return the time as written, empty if the line has none
     */
    Optional<LogTimestamp> endedAt();

    /**
     * Why the session was taken to be complete.
     *
     * @return disconnected if a line says so
     */
    @Value.Default
    default SessionEnd end() {
        return SessionEnd.END_OF_LOG;
    }
}
