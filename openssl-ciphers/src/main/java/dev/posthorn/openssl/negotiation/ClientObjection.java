package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.AlertDescription;
import java.util.Optional;
import java.util.OptionalInt;

/** Why a client of 0.9.8 to 1.0.2 gives up, in the order in which it can (fact sheet on negotiation section 6). */
public enum ClientObjection {
    /** Every version is switched off; nothing is sent. */
    NO_PROTOCOLS_AVAILABLE("no protocols available"),
    /** Its list has no suite for its highest version; nothing is sent. */
    NO_CIPHERS_AVAILABLE("no ciphers available"),
    /** The server chose a version that is switched off here. */
    UNSUPPORTED_PROTOCOL("unsupported protocol", 70),
    /** The server chose another version than the only one this client speaks. */
    WRONG_VERSION_NUMBER("wrong version number", 70),
    /** SSLv2, and the server shows no certificate: the client finds an empty one that it cannot read. */
    HEADER_TOO_LONG("header too long"),
    /** The server's certificate is verified by nobody this client trusts. */
    UNKNOWN_AUTHORITY("certificate verify failed", 48),
    /** The server's certificate is out of date. */
    EXPIRED_CERTIFICATE("certificate verify failed", 45),
    /** SSLv2, and no suite that both have: the client would make the choice. */
    NO_CIPHER_LIST("no cipher list"),
    /** The server uses a curve that is not in the client's list (1.0.2). */
    WRONG_CURVE("wrong curve", 50),
    /** The server's DSA key has a subgroup whose order is not of 160 bits (0.9.8). */
    BAD_Q_VALUE("bad q value", 51),
    /** The server asks for a certificate in an anonymous suite of TLS. */
    CERTIFICATE_REQUEST_WITH_ANONYMOUS_CIPHER("tls client cert req with anon cipher", 10),
    /** The server's prime for Diffie-Hellman is too short. */
    DH_KEY_TOO_SMALL("dh key too small", 40);

    private final String text;
    private final OptionalInt alert;

    ClientObjection(String text) {
        this.text = text;
        this.alert = OptionalInt.empty();
    }

    ClientObjection(String text, int alert) {
        this.text = text;
        this.alert = OptionalInt.of(alert);
    }

    /**
     * The reason as OpenSSL prints it.
     *
     * @return such as {@code dh key too small}
     */
    public String text() {
        return text;
    }

    /** The alert for it in TLS, where the release sends one. */
    Optional<AlertDescription> alert() {
        return alert.isPresent() ? Optional.of(new AlertDescription(alert.getAsInt())) : Optional.empty();
    }

    /** The {@link #text()}. */
    @Override
    public String toString() {
        return text;
    }
}
