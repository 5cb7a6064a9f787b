package dev.posthorn.report;

import dev.posthorn.parsers.bytes.AsciiView;

/**
 * What a handshake came to, in the few words that a series over time needs: the version that was agreed, or that none was.
 *
 * <p>Protocol names come from the log; the ones that OpenSSL's {@code SSL_get_version} prints are told apart, all others are
 * {@link #OTHER}. In the order of age, so that later ones compare as greater.
 */
public enum HandshakeResult {
    /** No handshake came about. */
    FAILED("failed"),
    /** SSL 2.0, of 1995; broken. */
    SSLV2("SSLv2"),
    /** SSL 3.0, of 1996; broken. */
    SSLV3("SSLv3"),
    /** TLS 1.0, of 1999. */
    TLSV1("TLSv1"),
    /** TLS 1.1, of 2006. */
    TLSV1_1("TLSv1.1"),
    /** TLS 1.2, of 2008. */
    TLSV1_2("TLSv1.2"),
    /** TLS 1.3, of 2018. */
    TLSV1_3("TLSv1.3"),
    /** A name that this library does not know. */
    OTHER("other");

    private final String word;

    HandshakeResult(String word) {
        this.word = word;
    }

    /**
     * The result for people: the name as Postfix prints it, {@code failed} or {@code other}.
     *
     * @return one word
     */
    public String word() {
        return word;
    }

    /**
     * The result of a handshake that agreed on a protocol.
     *
     * @param protocol as it was printed, such as {@code TLSv1.2}
     * @return the result, {@link #OTHER} for a name that is not known
     */
    public static HandshakeResult ofProtocol(String protocol) {
        for (HandshakeResult result : PROTOCOLS) {
            if (result.word.equals(protocol)) {
                return result;
            }
        }
        return OTHER;
    }

    static HandshakeResult ofProtocol(AsciiView protocol) {
        for (HandshakeResult result : PROTOCOLS) {
            if (protocol.contentEquals(result.word)) {
                return result;
            }
        }
        return OTHER;
    }

    private static final HandshakeResult[] PROTOCOLS = {SSLV2, SSLV3, TLSV1, TLSV1_1, TLSV1_2, TLSV1_3};
}
