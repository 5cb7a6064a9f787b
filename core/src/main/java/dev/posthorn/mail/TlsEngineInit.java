package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import org.immutables.value.Value;

/**
 * A process makes itself ready for TLS: {@code initializing the server-side TLS engine}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface TlsEngineInit extends MaillogEvent permits ImmutableTlsEngineInit {

    /**
     * For which side.
     *
     * @return the role named in the text
     */
    TlsRole role();

    @Override
    default MaillogKind kind() {
        return MaillogKind.TLS_ENGINE_INIT;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope and role
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link TlsEngineInit}. */
    final class Builder extends ImmutableTlsEngineInit.Builder {
        Builder() {}
    }
}
