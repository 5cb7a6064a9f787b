package dev.posthorn.openssl.negotiation;

/**
 * Why a server passes over a suite that both sides list. It looks at version, identity, key exchange and curves, in
 * that order, and the first obstacle is the reason (fact sheet on negotiation section 4).
 */
public enum SkipReason {
    /** The connection has a version below TLSv1.2, or the server has TLSv1.2 switched off. */
    SUITE_NEEDS_TLSV1_2("suite needs TLSv1.2"),
    /** An SSLv2 cipher kind outside SSLv2, or a suite that the chosen version no longer has. */
    SUITE_NOT_FOR_VERSION("suite not for this version"),
    /** Forbidden by the security level, from 1.1.0 on. */
    SECURITY_LEVEL("security level"),
    /** The suite needs an RSA certificate, to sign or to receive the client's secret. */
    NO_RSA_CERTIFICATE("no RSA certificate"),
    /** The suite needs a DSA certificate. */
    NO_DSA_CERTIFICATE("no DSA certificate"),
    /** The suite needs an EC certificate that signs. */
    NO_ECDSA_CERTIFICATE("no ECDSA certificate"),
    /** The suite needs an EC certificate for static key agreement. */
    NO_ECDH_CERTIFICATE("no ECDH certificate"),
    /** The suite needs a certificate with a Diffie-Hellman key, which hardly anybody has. */
    NO_DH_CERTIFICATE("no DH certificate"),
    /** The suite needs a GOST certificate, and the engine that reads it. */
    NO_GOST_CERTIFICATE("no GOST certificate"),
    /** The EC certificate has a key usage without digitalSignature. */
    KEY_USAGE_FORBIDS_SIGNING("key usage forbids signing"),
    /** The EC certificate has a key usage without keyAgreement. */
    KEY_USAGE_FORBIDS_KEY_AGREEMENT("key usage forbids key agreement"),
    /** A static ECDH suite wants its certificate signed by RSA, or by ECDSA, and it is signed by the other. */
    ISSUER_HAS_OTHER_ALGORITHM("EC certificate signed by the other algorithm"),
    /** The program has set no callback for pre-shared keys. */
    NO_PSK_CALLBACK("no PSK callback"),
    /** The server would prove its identity by Secure Remote Password, and the program has set no callback for it. */
    NO_SRP("no SRP"),
    /** Keys would be agreed by Secure Remote Password, and the program has set no callback for it. */
    NO_SRP_CALLBACK("no SRP callback"),
    /** There is no Kerberos keytab that the program can read. */
    NO_KERBEROS_KEYTAB("no Kerberos keytab"),
    /** An export suite with RSA key exchange, a longer key in the certificate, and no short one beside it. */
    RSA_KEY_TOO_LONG_FOR_EXPORT("RSA key longer than export limit and no temporary RSA key"),
    /** The suite needs ephemeral Diffie-Hellman, and nothing is set for it. */
    NO_DH_PARAMETERS("no DH parameters"),
    /** An export suite, and the Diffie-Hellman parameters are longer than it allows, or there are none. */
    NO_EXPORT_SIZED_DH("no export-sized DH"),
    /** The suite needs ephemeral Diffie-Hellman over a curve, and nothing is set for it. */
    NO_ECDH_PARAMETERS("no ECDH parameters"),
    /** The certificate's curve is not among the client's groups (1.0.0, 1.0.1). */
    CERTIFICATE_CURVE_NOT_OFFERED("certificate curve not offered by client"),
    /** The certificate's curve is not among the client's groups, or not in the server's own list (1.0.2 on). */
    CERTIFICATE_CURVE_NOT_SHARED("certificate curve not shared"),
    /** The client does not take the form in which the certificate's point is written. */
    POINT_FORMAT_NOT_OFFERED("point format not offered by client"),
    /** The curve set for ephemeral ECDH is not among the client's groups. */
    ECDH_CURVE_NOT_OFFERED("ECDH curve not offered by client"),
    /** Automatic selection, and no curve that both sides have (1.0.2). */
    NO_SHARED_CURVE("no shared curve"),
    /** The suite needs a group, and the client names none (1.1.0 on). */
    CLIENT_SENT_NO_GROUPS("client sent no supported groups"),
    /** The suite needs a group, and there is none that both sides have (1.1.0 on). */
    NO_SHARED_GROUP("no shared group"),
    /** The server would sign with ECDSA, and the client takes no such signature that the server knows (1.1.1 on). */
    NO_ECDSA_SIGNATURE_ALGORITHM("no shared ECDSA signature algorithm");

    private final String text;

    SkipReason(String text) {
        this.text = text;
    }

    /**
     * The reason in words.
     *
     * @return such as {@code no ECDH parameters}
     */
    public String text() {
        return text;
    }

    /** The {@link #text()}. */
    @Override
    public String toString() {
        return text;
    }
}
