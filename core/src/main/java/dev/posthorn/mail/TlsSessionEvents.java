package dev.posthorn.mail;

import java.util.Optional;

/** Sessions out of the events of each program: which of their parts says what. */
final class TlsSessionEvents {

    private TlsSessionEvents() {}

    static TlsSessionEvent of(TlsEstablished event) {
        MailPeer peer = event.peer();
        return TlsSessionEvent.builder()
                .envelope(event.envelope())
                .software(MailSoftware.POSTFIX)
                .role(event.role())
                .peerName(notEmpty(peer.name()))
                .peerAddress(notEmpty(peer.address()))
                .protocol(event.session().protocol())
                .cipherSuiteName(event.session().cipherSuiteName())
                .effectiveKeyBits(event.session().effectiveKeyBits())
                .algorithmKeyBits(event.session().algorithmKeyBits())
                .verification(event.trust().map(PeerTrust::word))
                .build();
    }

    static Optional<TlsSessionEvent> of(NeighbourNotice event) {
        Optional<String> protocol = event.part(NeighbourPart.PROTOCOL);
        Optional<String> cipher = event.part(NeighbourPart.CIPHER);
        if (protocol.isEmpty() || cipher.isEmpty()) {
            return Optional.empty();
        }
        TlsSessionEvent.Builder session = TlsSessionEvent.builder()
                .envelope(event.envelope())
                .software(event.software())
                .role(role(event))
                .peerName(event.part(NeighbourPart.HOST))
                .peerAddress(event.part(NeighbourPart.PEER_ADDRESS).or(() -> event.part(NeighbourPart.RIP)))
                .protocol(protocol.get())
                .cipherSuiteName(cipher.get())
                .verification(verification(event));
        event.part(NeighbourPart.USED_BITS).map(TlsSessionEvents::bits).ifPresent(session::effectiveKeyBits);
        event.part(NeighbourPart.ALG_BITS).map(TlsSessionEvents::bits).ifPresent(session::algorithmKeyBits);
        return Optional.of(session.build());
    }

    /** Sendmail says it; Exim delivers as a client; the others only serve. */
    private static TlsRole role(NeighbourNotice event) {
        boolean isClient = event.part(NeighbourPart.SIDE).equals(Optional.of("client"))
                || switch (event.kind()) {
                    case EXIM_DELIVERY, EXIM_FAILED, EXIM_DEFERRED -> true;
                    default -> false;
                };
        return isClient ? TlsRole.CLIENT : TlsRole.SERVER;
    }

    private static Optional<String> verification(NeighbourNotice event) {
        return event.part(NeighbourPart.VERIFY)
                .or(() -> event.part(NeighbourPart.VERIFIED))
                .or(() ->
                        event.kind() == MaillogKind.CYRUS_STARTTLS ? event.part(NeighbourPart.AUTH) : Optional.empty());
    }

    /** A number of bits has few digits; what is longer is nobody's key. */
    private static Integer bits(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.valueOf(digits);
    }

    private static Optional<String> notEmpty(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
