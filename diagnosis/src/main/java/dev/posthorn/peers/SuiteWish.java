package dev.posthorn.peers;

import dev.posthorn.openssl.negotiation.ClientHello;
import dev.posthorn.openssl.negotiation.EcdhParameters;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.tls.NamedGroup;

/**
 * What a client that shares no suite with a server would need: found out by asking the model of that server with other
 * cipher strings, so that certificate, versions and the client's curves are taken into account.
 */
final class SuiteWish {

    private static final String STRONG_PLAIN_RSA = "kRSA+HIGH:!3DES:!aNULL:!eNULL";
    private static final String STRONG_EPHEMERAL_DH = "kEDH+HIGH:!3DES:!aNULL:!eNULL";
    private static final String STRONG_ECDH = "kEECDH+HIGH:!3DES:!aNULL:!eNULL";
    private static final String EVERYTHING = "ALL:!aNULL:!eNULL";

    private SuiteWish() {}

    static PeerKind of(OpenSslServer server, ClientHello hello) {
        boolean plainRsa = succeeds(server, STRONG_PLAIN_RSA, hello);
        boolean ephemeralDh = succeeds(server, STRONG_EPHEMERAL_DH, hello);
        boolean ecdh = succeeds(server.withEcdh(EcdhParameters.fixed(NamedGroup.SECP256R1)), STRONG_ECDH, hello);
        if (plainRsa && !ephemeralDh) {
            return PeerKind.WANTS_PLAIN_RSA;
        }
        if (ecdh && !plainRsa && !ephemeralDh) {
            return PeerKind.WANTS_ECDHE;
        }
        boolean anything = succeeds(server, EVERYTHING, hello);
        return anything && !plainRsa && !ephemeralDh ? PeerKind.WANTS_OUTDATED_SUITES : PeerKind.WANTS_OTHER_SUITES;
    }

    private static boolean succeeds(OpenSslServer server, String cipherString, ClientHello hello) {
        try {
            return server.withCipherString(cipherString).answer(hello).succeeds();
        } catch (IllegalArgumentException e) {
            return false; // No such suite in this build.
        }
    }
}
