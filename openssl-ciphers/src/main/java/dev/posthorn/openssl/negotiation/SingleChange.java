package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.Rule;
import java.util.Optional;

/**
 * One change of a server that would let a failed negotiation or handshake succeed.
 *
 * @param kind what sort of change it is
 * @param description the change, as an instruction without full stop
 * @param rule the rule to take out of the cipher string, if that is the change
 * @param server the server with the change made
 * @param choice what it then answers to the same hello
 */
public record SingleChange(Kind kind, String description, Optional<Rule> rule, OpenSslServer server, Choice choice) {

    /** The sorts of change, the one with the weakest side effect first. */
    public enum Kind {
        /** A curve for ECDHE: other clients get forward secrecy too, and none loses anything. */
        SET_ECDH_CURVE,
        /** Parameters for DHE: some old clients choke on long primes. */
        SET_DH_PARAMETERS,
        /** The other side's order: other clients may get other suites. */
        CHANGE_PREFERENCE,
        /** One certificate more: it has to be had and renewed. */
        ADD_CERTIFICATE,
        /** No more request for client certificates: nobody is known by one any longer. */
        STOP_ASKING_FOR_CERTIFICATES,
        /** One rule less in the cipher string: everything it kept out comes in. */
        REMOVE_RULE,
        /** One more protocol, for everybody. */
        ENABLE_PROTOCOL,
        /** A temporary RSA key: export suites come alive, for everybody whom an attacker can talk into one. */
        SET_TEMPORARY_RSA
    }

    /** {@code remove rule 16 "!RSA+AES": TLSv1.2 AES128-GCM-SHA256}. */
    @Override
    public String toString() {
        return description + ": " + choice;
    }
}
