package dev.posthorn.report;

/**
 * How often TLS 1.3 came out like this; only Postfix 3.4 and later, and the last patch releases before, print it.
 *
 * @param keyExchange such as {@code X25519} or {@code ECDHE P-256}, empty if not printed
 * @param serverSignature such as {@code RSA-PSS 2048 bits}, empty for resumed sessions
 * @param serverDigest such as {@code SHA256}, empty if not printed
 * @param clientSignature the same of a client with a certificate
 * @param clientDigest the same
 * @param count how often
 */
public record TlsTailCount(
        String keyExchange,
        String serverSignature,
        String serverDigest,
        String clientSignature,
        String clientDigest,
        long count) {

    /**
     * Puts counts together.
     *
     * @param keyExchange how the keys were agreed
     * @param serverSignature how the server proved its identity
     * @param serverDigest with which digest
     * @param clientSignature how the client did
     * @param clientDigest with which digest
     * @param count how often
     */
    public TlsTailCount {}
}
