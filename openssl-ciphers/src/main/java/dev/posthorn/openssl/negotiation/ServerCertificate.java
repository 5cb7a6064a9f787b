package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.NamedGroup;
import java.util.Optional;
import java.util.Set;

/**
 * What negotiation asks of a certificate and its private key. Names and digests play no part in it, and dates only for a
 * client that verifies it.
 *
 * <pre>{@code
 * ServerCertificate.rsa(2048);
 * ServerCertificate.ecdsa(NamedGroup.SECP256R1).signedBy(ServerCertificate.KeyType.RSA);
 * }</pre>
 *
 * @param keyType the kind of key
 * @param keyBits its length in bits, 0 for a key on a curve
 * @param curve the curve of an EC key, empty for others
 * @param subgroupBits the length of the order of a DSA key's subgroup, 160 unless somebody made it otherwise; 0 for
 *     other kinds of key
 * @param compressedPoint does the certificate hold the public point of an EC key in compressed form?
 * @param keyUsage what the key-usage extension allows; empty if the certificate has no such extension
 * @param issuerKeyType the kind of key that signed the certificate; its own for a self-signed one
 * @param standing how it stands with a client that verifies it
 */
public record ServerCertificate(
        KeyType keyType,
        int keyBits,
        Optional<NamedGroup> curve,
        int subgroupBits,
        boolean compressedPoint,
        Optional<Set<KeyUsage>> keyUsage,
        KeyType issuerKeyType,
        CertificateStanding standing) {

    /** FIPS 186 knew no other before its third revision of 2009. */
    private static final int USUAL_SUBGROUP_BITS = 160;

    /** The kinds of key. A server has room for one certificate of each. */
    public enum KeyType {
        /** RSA. */
        RSA,
        /** DSA, {@code DSS} in names of suites. */
        DSA,
        /** Elliptic curve, for signatures and static key agreement. */
        EC
    }

    /** The two bits of the key-usage extension (RFC 5280 section 4.2.1.3) that a server of 1.0.x looks at. */
    public enum KeyUsage {
        /** The key may sign: needed for ECDHE-ECDSA suites. */
        DIGITAL_SIGNATURE,
        /** The key may agree on keys: needed for static ECDH suites. */
        KEY_AGREEMENT
    }

    /**
     * Makes a certificate of all its parts; the factories are more convenient.
     *
     * @param keyType the kind of key
     * @param keyBits its length in bits, 0 for a key on a curve
     * @param curve the curve of an EC key, empty for others
     * @param subgroupBits the length of the order of a DSA key's subgroup, 0 for other kinds of key
     * @param compressedPoint does the certificate hold the public point in compressed form?
     * @param keyUsage what the key-usage extension allows, copied; empty if there is no such extension
     * @param issuerKeyType the kind of key that signed it
     * @param standing how it stands with a client that verifies it
     * @throws IllegalArgumentException if an EC key has no curve or another one has, or a length is impossible
     */
    public ServerCertificate {
        keyUsage = keyUsage.map(Set::copyOf);
        if (curve.isPresent() != (keyType == KeyType.EC)) {
            throw new IllegalArgumentException(
                    "curve: " + (curve.isPresent() ? "an " + keyType + " key has none" : "an EC key needs one"));
        }
        if (keyType == KeyType.EC ? keyBits != 0 : keyBits <= 0) {
            throw new IllegalArgumentException("keyBits: " + keyBits + " is no length of an " + keyType + " key");
        }
        if (keyType == KeyType.DSA ? subgroupBits <= 0 : subgroupBits != 0) {
            throw new IllegalArgumentException(
                    "subgroupBits: " + subgroupBits + " is no length of a subgroup of an " + keyType + " key");
        }
    }

    /**
     * A self-signed certificate with an RSA key and no key usage.
     *
     * @param bits the length of the key
     * @return the certificate
     * @throws IllegalArgumentException if {@code bits} is not positive
     */
    public static ServerCertificate rsa(int bits) {
        return new ServerCertificate(
                KeyType.RSA,
                bits,
                Optional.empty(),
                0,
                false,
                Optional.empty(),
                KeyType.RSA,
                CertificateStanding.SELF_SIGNED);
    }

    /**
     * A self-signed certificate with a DSA key and no key usage.
     *
     * @param bits the length of the key
     * @return the certificate
     * @throws IllegalArgumentException if {@code bits} is not positive
     */
    public static ServerCertificate dsa(int bits) {
        return new ServerCertificate(
                KeyType.DSA,
                bits,
                Optional.empty(),
                USUAL_SUBGROUP_BITS,
                false,
                Optional.empty(),
                KeyType.DSA,
                CertificateStanding.SELF_SIGNED);
    }

    /**
     * A self-signed certificate with an EC key and no key usage.
     *
     * @param curve the curve of the key
     * @return the certificate
     */
    public static ServerCertificate ecdsa(NamedGroup curve) {
        return new ServerCertificate(
                KeyType.EC,
                0,
                Optional.of(curve),
                0,
                false,
                Optional.empty(),
                KeyType.EC,
                CertificateStanding.SELF_SIGNED);
    }

    /**
     * The same certificate with a key-usage extension.
     *
     * @param allowed what the extension allows, as far as it matters here
     * @return a copy
     */
    public ServerCertificate withKeyUsage(KeyUsage... allowed) {
        return new ServerCertificate(
                keyType,
                keyBits,
                curve,
                subgroupBits,
                compressedPoint,
                Optional.of(Set.of(allowed)),
                issuerKeyType,
                standing);
    }

    /**
     * The same certificate signed by an authority's key.
     *
     * @param issuer the kind of the issuer's key
     * @return a copy, in date
     */
    public ServerCertificate signedBy(KeyType issuer) {
        return new ServerCertificate(
                keyType, keyBits, curve, subgroupBits, compressedPoint, keyUsage, issuer, CertificateStanding.ISSUED);
    }

    /**
     * The same certificate as it stands with a client that verifies it.
     *
     * @param changed the standing
     * @return a copy
     */
    public ServerCertificate withStanding(CertificateStanding changed) {
        return new ServerCertificate(
                keyType, keyBits, curve, subgroupBits, compressedPoint, keyUsage, issuerKeyType, changed);
    }

    /**
     * The same certificate with its public point in compressed form.
     *
     * @return a copy
     */
    public ServerCertificate withCompressedPoint() {
        return new ServerCertificate(keyType, keyBits, curve, subgroupBits, true, keyUsage, issuerKeyType, standing);
    }

    /**
     * The same DSA certificate with a subgroup of another order, which OpenSSL 0.9.8 refuses.
     *
     * @param bits the length of the order
     * @return a copy
     * @throws IllegalArgumentException if the key is not a DSA key, or {@code bits} is not positive
     */
    public ServerCertificate withSubgroup(int bits) {
        return new ServerCertificate(keyType, keyBits, curve, bits, compressedPoint, keyUsage, issuerKeyType, standing);
    }

    boolean hasLongSubgroup() {
        return subgroupBits > USUAL_SUBGROUP_BITS;
    }

    /** Does the key usage, if there is any, allow this? */
    boolean allows(KeyUsage usage) {
        return keyUsage.isEmpty() || keyUsage.get().contains(usage);
    }

    /** {@code RSA 2048}, {@code EC prime256v1 signed by RSA}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(keyType.name()).append(' ');
        curve.ifPresentOrElse(out::append, () -> out.append(keyBits));
        if (compressedPoint) {
            out.append(" compressed");
        }
        keyUsage.ifPresent(allowed -> out.append(" key usage ").append(allowed));
        if (issuerKeyType != keyType) {
            out.append(" signed by ").append(issuerKeyType);
        }
        return out.toString();
    }
}
