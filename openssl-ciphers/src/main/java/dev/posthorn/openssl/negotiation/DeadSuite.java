package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;

/**
 * A suite of a server's list that can never be chosen there, whatever a client offers. Listings of the cipher string
 * show it all the same.
 *
 * @param suite the suite
 * @param reason what the server lacks
 */
public record DeadSuite(OpenSslCipherSuite suite, SkipReason reason) {

    /** {@code ECDHE-RSA-AES128-SHA: no ECDH parameters}. */
    @Override
    public String toString() {
        return suite + ": " + reason;
    }
}
