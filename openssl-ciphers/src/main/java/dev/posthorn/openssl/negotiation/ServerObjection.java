package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.tls.AlertDescription;

/** Why a server of 0.9.8 to 1.0.2 does not accept a client's certificate (fact sheet on negotiation section 6, point 7). */
record ServerObjection(String reason, AlertDescription alert) {

    private static final OpenSslRelease FIRST_THAT_SAYS_VERIFY_FAILED = OpenSslRelease.parse("1.0.2");
    private static final AlertDescription EXPIRED = new AlertDescription(45);

    static ServerObjection noCertificate() {
        return new ServerObjection("peer did not return a certificate", AlertDescription.HANDSHAKE_FAILURE);
    }

    static ServerObjection notVerified(OpenSslServer server, CertificateStanding standing) {
        String reason = server.build().release().isAtLeast(FIRST_THAT_SAYS_VERIFY_FAILED)
                ? "certificate verify failed"
                : "no certificate returned";
        boolean expired = standing == CertificateStanding.EXPIRED && server.trustsAuthority();
        return new ServerObjection(reason, expired ? EXPIRED : AlertDescription.UNKNOWN_CA);
    }
}
