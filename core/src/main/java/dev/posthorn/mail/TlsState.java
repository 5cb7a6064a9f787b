package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import org.immutables.value.Value;

/**
 * A step of a handshake: {@code SSL_accept:SSLv3 read client hello B}.
 *
 * <p>The words are OpenSSL's. {@code error in} also appears where OpenSSL merely waits for more data.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface TlsState extends MaillogEvent permits ImmutableTlsState {

    /**
     * What OpenSSL is doing.
     *
     * @return {@code SSL_accept}, {@code SSL_connect} or {@code unknown}
     */
    String prefix();

    /**
     * How the step went.
     *
     * @return the word in front of the state
     */
    TlsStateOutcome outcome();

    /**
     * The step.
     *
     * @return such as {@code before/accept initialization} or {@code SSLv3 read client hello C}
     */
    String state();

    @Override
    default MaillogKind kind() {
        return MaillogKind.TLS_STATE;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, prefix, outcome and state
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link TlsState}. */
    final class Builder extends ImmutableTlsState.Builder {
        Builder() {}
    }
}
