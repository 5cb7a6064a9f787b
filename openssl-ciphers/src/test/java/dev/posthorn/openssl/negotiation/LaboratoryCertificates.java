package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.negotiation.ServerCertificate.KeyType;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyUsage;
import dev.posthorn.tls.NamedGroup;

/** The certificates of the laboratory, by the names the recordings use. */
final class LaboratoryCertificates {

    private LaboratoryCertificates() {}

    static ServerCertificate get(String name) {
        return switch (name) {
            case "rsa512" -> ServerCertificate.rsa(512);
            case "rsa1024" -> ServerCertificate.rsa(1024);
            case "rsa2048", "rsa2048md5" -> ServerCertificate.rsa(2048);
            case "rsa2048ca" -> ServerCertificate.rsa(2048).signedBy(KeyType.RSA);
            case "rsa2048exp" -> ServerCertificate.rsa(2048).withStanding(CertificateStanding.EXPIRED);
            case "rsa2048sign" -> ServerCertificate.rsa(2048).withKeyUsage(KeyUsage.DIGITAL_SIGNATURE);
            case "dsa1024" -> ServerCertificate.dsa(1024).withSubgroup(256);
            case "ecp224" -> onCurve("secp224r1");
            case "ecp256" -> onCurve("prime256v1");
            case "ecp384" -> onCurve("secp384r1");
            case "ecp521" -> onCurve("secp521r1");
            case "ecb163" -> onCurve("sect163r2");
            case "ecp256rsa" -> onCurve("prime256v1").signedBy(KeyType.RSA);
            case "ecp256sign" -> onCurve("prime256v1").withKeyUsage(KeyUsage.DIGITAL_SIGNATURE);
            case "ecp256agree" -> onCurve("prime256v1").withKeyUsage(KeyUsage.KEY_AGREEMENT);
            default -> throw new IllegalArgumentException("name: the laboratory has no certificate " + name);
        };
    }

    private static ServerCertificate onCurve(String name) {
        return ServerCertificate.ecdsa(NamedGroup.forOpenSslName(name).orElseThrow());
    }
}
