package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Optional;

/** Whether a server can use a suite. */
interface SuiteFilter {

    /** What forbids the suite on a connection, empty if nothing does. SSLv2 asks for an RSA certificate elsewhere. */
    Optional<SkipReason> obstacle(OpenSslCipherSuite suite, ProtocolVersion version, ClientHello hello);

    /** What forbids the suite whatever a client offers, empty if some hello could bring it about. */
    Optional<SkipReason> obstacleForever(OpenSslCipherSuite suite);
}
