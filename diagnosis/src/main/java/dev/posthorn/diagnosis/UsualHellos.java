package dev.posthorn.diagnosis;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.openssl.negotiation.ClientHelloProfile;
import java.util.List;
import java.util.Optional;

/**
 * What clients of mail servers usually offer. No log says what a client offered; these are the shapes that a diagnosis
 * assumes, and it assumes only one that fits what the log says.
 */
public final class UsualHellos {

    private UsualHellos() {}

    /**
     * The known shapes of senders.
     *
     * @return the shapes, what most senders look like first
     */
    public static List<ClientHelloProfile> all() {
        return HelloGuess.usual();
    }

    /**
     * What the senders of a domain are known to offer, from experience.
     *
     * @param peer a peer; its name decides
     * @return the shape, empty if nothing is known of its domain
     */
    public static Optional<ClientHelloProfile> byName(MailPeer peer) {
        return HelloGuess.byName(peer).map(HelloGuess::profile);
    }
}
