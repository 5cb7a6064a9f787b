package dev.posthorn.openssl.negotiation;

import java.util.Optional;

/** How a client opens: with a hello, or not at all. */
record Opening(Optional<ClientHello> hello, Optional<ClientObjection> objection) {

    static Opening with(ClientHello hello) {
        return new Opening(Optional.of(hello), Optional.empty());
    }

    static Opening refused(ClientObjection objection) {
        return new Opening(Optional.empty(), Optional.of(objection));
    }
}
