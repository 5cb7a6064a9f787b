package dev.posthorn.diagnosis;

import dev.posthorn.diagnosis.internal.PosthornStyle;
import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.QueueId;
import dev.posthorn.text.TerminalText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * The path of a message through Postfix, put together from the lines of all programs that name its queue id: how it came,
 * what cleanup and the queue manager say of it, every attempt to deliver it, and the messages that came of it.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface MessagePath permits ImmutableMessagePath {

    /**
     * The host that wrote the lines.
     *
     * @return its name, empty if the lines have none
     */
    Optional<String> host();

    /**
     * The id of the message in that host's queue.
     *
     * @return the queue id
     */
    QueueId queueId();

    /**
     * The number of the first line that names it.
     *
     * @return 1 or more
     */
    long firstLine();

    /**
     * The number of the last line that names it.
     *
     * @return {@link #firstLine()} or more
     */
    long lastLine();

    /**
     * How many lines name it.
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
     * Why the path was taken to be complete.
     *
     * @return removed if the queue manager says so
     */
    MessageEnd end();

    /**
     * Where the message came from.
     *
     * @return the origin, unknown if the log begins later
     */
    MessageOrigin origin();

    /**
     * The message that this one came of: the one that a notification is about, that was forwarded, or that went through a
     * filter.
     *
     * @return its queue id, empty if there is none
     */
    Optional<QueueId> cameFrom();

    /**
     * The client that brought the message.
     *
     * @return the client, empty if it was not brought by SMTP
     */
    Optional<MailPeer> client();

    /**
     * Who the client said it was.
     *
     * @return the SASL user name, empty if it did not authenticate itself
     */
    Optional<String> saslUsername();

    /**
     * The name the message gave itself.
     *
     * @return the Message-ID as printed, mostly in angle brackets; empty if no line has it
     */
    Optional<String> messageId();

    /**
     * The envelope sender.
     *
     * @return the address, empty text for the null sender; nothing if no line has it
     */
    Optional<String> sender();

    /**
     * The size of the message.
     *
     * @return bytes, empty if no line has it
     */
    OptionalLong size();

    /**
     * How many recipients the message had when it became active for the first time.
     *
     * @return the number, empty if no line has it
     */
    OptionalInt recipientCount();

    /**
     * How often the message became active: once, and once more for each later attempt.
     *
     * @return 0 or more
     */
    int activations();

    /**
     * The attempts to deliver it.
     *
     * @return the attempts in order, as many as the limits allow
     */
    List<DeliveryAttempt> attempts();

    /**
     * How many more attempts there were than the limits allow.
     *
     * @return 0 if {@link #attempts()} has all
     */
    long attemptsLeftOut();

    /**
     * The messages that came of this one: notifications, forwarded ones, and what a filter on this host sent back.
     *
     * @return queue ids in order
     */
    List<QueueId> becameOf();

    /**
     * The lines that tell of refusals, checks and problems.
     *
     * @return the lines in order, as many as the limits allow
     */
    List<LogLine> lines();

    /**
     * What became of it.
     *
     * @return the fate, over all recipients
     */
    MessageFate fate();

    /**
     * The path in one line.
     *
     * @return lines, queue id, sender and fate; safe for a terminal
     */
    default String oneLine() {
        return "lines " + firstLine() + "-" + lastLine() + " " + queueId().text() + ": "
                + sender().map(from -> "from=<" + TerminalText.escape(from, 100) + "> ")
                        .orElse("")
                + attempts().size() + " attempts, " + fate();
    }

    /**
     * Starts a path.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link MessagePath}. */
    final class Builder extends ImmutableMessagePath.Builder {
        Builder() {}
    }
}
