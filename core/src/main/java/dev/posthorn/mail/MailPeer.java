package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import org.immutables.value.Value;

/**
 * The other side of a connection as Postfix names it: {@code mx1.example.com[192.0.2.10]}, and for servers
 * {@code mx.example.net[192.0.2.25]:25}.
 *
 * <p>The name is what reverse and forward lookup agreed on, {@code unknown} if they did not. The address is text: it may
 * be {@code unknown} too, and logs that people share have {@code x.x.x.x} there.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface MailPeer permits ImmutableMailPeer {

    /**
     * The host's name.
     *
     * @return such as {@code mx1.example.com} or {@code unknown}; empty text for postscreen and tlsproxy, which print
     *     none
     */
    String name();

    /**
     * What stands in the brackets.
     *
     * @return an IPv4 or IPv6 address without prefix, {@code unknown}, or the path of a socket; empty text where Postfix
     *     2.2 and 2.3 print a name alone
     */
    String address();

    /**
     * What stands behind the brackets and a colon.
     *
     * @return digits or {@code unknown}; empty if nothing was printed
     */
    Optional<String> port();

    /**
     * Could Postfix not find a name it trusts?
     *
     * @return true if the name is the word {@code unknown}
     */
    default boolean isUnknown() {
        return name().equals("unknown");
    }

    /**
     * The peer as Postfix prints it.
     *
     * @return such as {@code mx.example.net[192.0.2.25]:25}
     */
    default String text() {
        String address = address().isEmpty() ? "" : "[" + address() + "]";
        return name() + address + port().map(p -> ":" + p).orElse("");
    }

    /**
     * Reads a peer as Postfix prints it.
     *
     * @param text such as {@code mx.example.net[192.0.2.25]:25}
     * @return the peer, empty if the text is none
     */
    static Optional<MailPeer> parse(String text) {
        Matcher matcher = MailPeerText.PATTERN.matcher(text);
        return matcher.matches()
                ? Optional.of(builder()
                        .name(matcher.group(1))
                        .address(matcher.group(2))
                        .port(Optional.ofNullable(matcher.group(3)))
                        .build())
                : Optional.empty();
    }

    /**
     * A peer without a port.
     *
     * @param name the host's name
     * @param address what stands in the brackets
     * @return the peer
     */
    static MailPeer of(String name, String address) {
        return builder().name(name).address(address).build();
    }

    /**
     * Starts a peer.
     *
     * @return a builder that wants name and address
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link MailPeer}. */
    final class Builder extends ImmutableMailPeer.Builder {
        Builder() {}
    }
}
