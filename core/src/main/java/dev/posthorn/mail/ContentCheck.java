package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a header or body check found:
 * {@code 3D2F11A0C4: reject: header Subject: buy now from mx1.example.com[192.0.2.10]; …: no thanks}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface ContentCheck extends MaillogEvent permits ImmutableContentCheck {

    /**
     * The message.
     *
     * @return the queue id, empty for {@code NOQUEUE} and where none is printed
     */
    Optional<QueueId> queueId();

    /**
     * What was done, in the word of the line.
     *
     * @return such as {@code reject}, {@code warning}, {@code replace} or {@code milter-header-hold}
     */
    String action();

    /**
     * Where it was found.
     *
     * @return {@code header}, {@code body}, {@code mime header} or {@code nested header}; empty for a MIME error
     */
    Optional<String> part();

    /**
     * What is wrong with the MIME structure.
     *
     * @return the text of a MIME error, empty for all others
     */
    Optional<String> error();

    /**
     * What was found.
     *
     * @return the beginning of the line that matched
     */
    String content();

    /**
     * Where the message came from.
     *
     * @return the client, {@code local} or {@code unknown}; empty for checks at delivery, which do not print it
     */
    Optional<String> origin();

    /**
     * The client it came from.
     *
     * @return the origin, if that is a client
     */
    Optional<MailPeer> client();

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
     * What the rule says about it.
     *
     * @return the text behind the colon, empty if there is none
     */
    Optional<String> text();

    @Override
    MaillogKind kind();

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, kind, action and content
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link ContentCheck}. */
    final class Builder extends ImmutableContentCheck.Builder {
        Builder() {}
    }
}
