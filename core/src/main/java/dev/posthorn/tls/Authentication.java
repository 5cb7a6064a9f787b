package dev.posthorn.tls;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the server proves its identity in a suite. User log-in is another matter. */
public enum Authentication {
    /** A certificate with an RSA key. */
    RSA("aRSA"),
    /** A certificate with a DSA key. */
    DSS("aDSS"),
    /** A certificate with an elliptic-curve key that signs. */
    ECDSA("aECDSA"),
    /** A certificate with a static Diffie-Hellman key. */
    DH("aDH"),
    /** A certificate with a static elliptic-curve Diffie-Hellman key. */
    ECDH("aECDH"),
    /** Nothing: the suite is anonymous. */
    NONE("aNULL"),
    /** A pre-shared key. */
    PSK("aPSK"),
    /** The password of Secure Remote Password. */
    SRP("aSRP"),
    /** A Kerberos ticket. */
    KRB5("aKRB5"),
    /** A certificate with a GOST R 34.10-94 key. */
    GOST94("aGOST94"),
    /** A certificate with a GOST R 34.10-2001 key. */
    GOST01("aGOST01"),
    /** A certificate with a GOST R 34.10-2012 key. */
    GOST12("aGOST12"),
    /** Whatever the handshake negotiates apart from the suite (RFC 8446). */
    ANY("any");

    private static final Map<String, Authentication> BY_WORD = new HashMap<>();

    static {
        for (Authentication authentication : values()) {
            BY_WORD.put(authentication.cipherStringWord, authentication);
        }
    }

    private final String cipherStringWord;

    Authentication(String cipherStringWord) {
        this.cipherStringWord = cipherStringWord;
    }

    /**
     * Finds an authentication by its word in OpenSSL's cipher strings (ciphers(1)).
     *
     * @param word such as {@code aRSA}
     * @return the authentication, empty if it is no such word
     */
    public static Optional<Authentication> forCipherStringWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
