package dev.posthorn.tls;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How a suite agrees on keys. A suite of TLS 1.3 leaves the question open ({@link #ANY}). */
public enum KeyExchange {
    /** The client encrypts a secret to the server's RSA key (RFC 5246): no forward secrecy. */
    RSA("kRSA"),
    /** Ephemeral Diffie-Hellman. */
    DHE("kEDH", "kDHE"),
    /** Static Diffie-Hellman, certificate signed with RSA. */
    DH_RSA("kDHr"),
    /** Static Diffie-Hellman, certificate signed with DSA. */
    DH_DSS("kDHd"),
    /** Ephemeral Diffie-Hellman over an elliptic curve (RFC 8422). */
    ECDHE("kEECDH", "kECDHE"),
    /** Static Diffie-Hellman over an elliptic curve, certificate signed with RSA (RFC 4492). */
    ECDH_RSA("kECDHr"),
    /** Static Diffie-Hellman over an elliptic curve, certificate signed with ECDSA (RFC 4492). */
    ECDH_ECDSA("kECDHe"),
    /** A pre-shared key alone (RFC 4279). */
    PSK("kPSK"),
    /** A pre-shared key with RSA (RFC 4279). */
    RSA_PSK("kRSAPSK"),
    /** A pre-shared key with ephemeral Diffie-Hellman (RFC 4279). */
    DHE_PSK("kDHEPSK"),
    /** A pre-shared key with ephemeral Diffie-Hellman over an elliptic curve (RFC 5489). */
    ECDHE_PSK("kECDHEPSK"),
    /** Secure Remote Password (RFC 5054). */
    SRP("kSRP"),
    /** Kerberos (RFC 2712). */
    KRB5("kKRB5"),
    /** GOST R 34.10. */
    GOST("kGOST"),
    /** GOST R 34.10-2018 (RFC 9189). */
    GOST18("kGOST18"),
    /** Whatever the handshake negotiates apart from the suite (RFC 8446). */
    ANY("any");

    private static final Map<String, KeyExchange> BY_WORD = new HashMap<>();

    static {
        for (KeyExchange keyExchange : values()) {
            BY_WORD.put(keyExchange.cipherStringWord, keyExchange);
            BY_WORD.put(keyExchange.laterWord, keyExchange);
        }
    }

    private final String cipherStringWord;
    private final String laterWord;

    KeyExchange(String cipherStringWord) {
        this(cipherStringWord, cipherStringWord);
    }

    /** Takes the word up to 1.0.2 and the word from 1.1.0 on. */
    KeyExchange(String cipherStringWord, String laterWord) {
        this.cipherStringWord = cipherStringWord;
        this.laterWord = laterWord;
    }

    /**
     * Finds a key exchange by its word in OpenSSL's cipher strings (ciphers(1)).
     *
     * @param word such as {@code kEECDH}, or {@code kECDHE} as later releases say
     * @return the key exchange, empty if it is no such word
     */
    public static Optional<KeyExchange> forCipherStringWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /**
     * Does it keep recorded traffic secret when the server's key gets known later?
     *
     * @return true for the ephemeral exchanges and TLS 1.3
     */
    public boolean offersForwardSecrecy() {
        return switch (this) {
            case DHE, ECDHE, DHE_PSK, ECDHE_PSK, ANY -> true;
            default -> false;
        };
    }
}
