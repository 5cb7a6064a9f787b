package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * What smtpd, postscreen, a milter or a proxy filter decided about a client or a message:
 * {@code 3D2F11A0C4: reject: RCPT from unknown[192.0.2.99]: 554 5.7.1 <b@example.org>: Relay access denied; …}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface AccessDecision extends MaillogEvent permits ImmutableAccessDecision {

    /**
     * The message.
     *
     * @return the queue id, empty for {@code NOQUEUE} and where none is printed
     */
    Optional<QueueId> queueId();

    /**
     * What was decided, in the word of the line.
     *
     * @return such as {@code reject}, {@code hold} or {@code milter-reject}
     */
    String action();

    /**
     * At which command.
     *
     * @return such as {@code CONNECT}, {@code RCPT} or {@code END-OF-MESSAGE}
     */
    String where();

    /**
     * About whom.
     *
     * @return the client, empty for proxy filters, which do not print it
     */
    Optional<MailPeer> client();

    /**
     * Why: the reply to the client, or the text of a rule.
     *
     * @return the text between client and semicolon, reply codes included
     */
    String text();

    /**
     * The reply code at the beginning of the text (RFC 5321 section 4.2).
     *
     * @return such as 554, empty if the text has none
     */
    OptionalInt replyCode();

    /**
     * The status code at the beginning of the text.
     *
     * @return such as {@code 5.7.1}, empty if the text has none
     */
    Optional<EnhancedStatusCode> dsn();

    /**
     * The text without the codes.
     *
     * @return the rest of the text
     */
    String reason();

    /**
     * Which kind of restriction a FILTER, HOLD, DISCARD and the like came from.
     *
     * @return such as {@code Sender address}, empty for other actions
     */
    Optional<String> restrictionClass();

    /**
     * What a FILTER, REDIRECT or BCC goes to.
     *
     * @return the argument of the action, empty for other actions
     */
    Optional<String> argument();

    /**
     * Who sends it, if the client has said so yet.
     *
     * @return the address without angle brackets, empty text for the null sender; empty if not printed
     */
    Optional<String> sender();

    /**
     * To whom it goes, if the client has said so yet.
     *
     * @return the address without angle brackets; empty if not printed
     */
    Optional<String> recipient();

    /**
     * Which protocol the client speaks.
     *
     * @return {@code SMTP} or {@code ESMTP}, also with TLS; empty if not printed
     */
    Optional<String> protocol();

    /**
     * What the client calls itself, unchecked.
     *
     * @return the argument of HELO or EHLO, empty if not printed
     */
    Optional<String> helo();

    /**
     * How the client authenticated (3.10 and later).
     *
     * @return such as {@code PLAIN}, empty if not printed
     */
    Optional<String> saslMethod();

    /**
     * As whom the client authenticated.
     *
     * @return the user name, empty if not printed
     */
    Optional<String> saslUsername();

    /**
     * Whom the AUTH parameter of MAIL FROM named (3.10 and later).
     *
     * @return an address in xtext, empty if not printed
     */
    Optional<String> saslSender();

    @Override
    MaillogKind kind();

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants all but the optional parts
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of an {@link AccessDecision}. */
    final class Builder extends ImmutableAccessDecision.Builder {
        Builder() {}
    }
}
