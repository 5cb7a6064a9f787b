package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Optional;

/**
 * What a server's ServerHello says.
 *
 * @param version the version of the connection
 * @param suite the suite
 * @param curve the curve of the server's ephemeral key; empty if the suite has none or it cannot be told
 */
public record Choice(ProtocolVersion version, OpenSslCipherSuite suite, Optional<NamedGroup> curve) {

    /** {@code TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 on prime256v1}. */
    @Override
    public String toString() {
        return version + " " + suite + curve.map(group -> " on " + group).orElse("");
    }
}
