package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * One entry of OpenSSL's error queue: {@code warning: TLS library problem: error:1408A0C1:SSL routines:…}.
 *
 * <p>The line names no peer; it belongs to the session of its process.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface TlsLibraryProblem extends MaillogEvent permits ImmutableTlsLibraryProblem {

    /**
     * The library's own idea of who had the problem (Postfix up to 2.10): in practice the process id.
     *
     * @return the number in front of the error string, empty if none was printed
     */
    OptionalLong threadId();

    /**
     * What OpenSSL says.
     *
     * @return the text from {@code error:} to the end of the line
     */
    String errorString();

    @Override
    default MaillogKind kind() {
        return MaillogKind.TLS_LIBRARY_PROBLEM;
    }

    /**
     * The process that had the problem.
     *
     * @return the process id of the line, else the {@link #threadId()}, else empty
     */
    default OptionalLong processId() {
        return envelope().pid().isPresent() ? envelope().pid() : threadId();
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope and error string
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link TlsLibraryProblem}. */
    final class Builder extends ImmutableTlsLibraryProblem.Builder {
        Builder() {}
    }
}
