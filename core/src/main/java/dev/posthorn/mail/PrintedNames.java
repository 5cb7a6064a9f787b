package dev.posthorn.mail;

import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What versions and cipher suites are called in logs. OpenSSL has its own names; Exim prints the names of the registry, or
 * those of GnuTLS with underscores for hyphens (maillog-dialects 5.3):
 *
 * <pre>
 *   TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384             the registry
 *       ECDHE_RSA_AES_256_GCM_SHA384                  GnuTLS before 3.6: neither TLS_ nor WITH_, and SHA1 for SHA
 *       ECDHE_X25519__RSA_PSS_RSAE_SHA256__AES_256_GCM   GnuTLS: key exchange, signature, cipher, and a hash behind CBC
 * </pre>
 */
final class PrintedNames {

    private static final String TLS_1_3 = "TLS_";

    private PrintedNames() {}

    /** {@code TLSv1.2} of OpenSSL, {@code TLS1.2} of GnuTLS. */
    static Optional<ProtocolVersion> version(String printed) {
        boolean isGnuTls = printed.startsWith("TLS") && !printed.startsWith("TLSv");
        String name = isGnuTls ? "TLSv" + printed.substring("TLS".length()) : printed;
        return ProtocolVersion.forOpenSslName(name.equals("TLSv1.0") ? "TLSv1" : name);
    }

    /** A suite by any of its names; the version tells suites of TLS 1.3 apart, whose GnuTLS names do not say it. */
    static Optional<CipherSuite> suite(String printed, Optional<ProtocolVersion> version) {
        return CipherSuite.forOpenSslName(printed)
                .or(() -> CipherSuite.forStandardName(printed))
                .or(() -> Optional.ofNullable(GnuTls.BY_NAME.get(printed)))
                .or(() -> ofParts(printed, version.equals(Optional.of(ProtocolVersion.TLSV1_3))));
    }

    private static Optional<CipherSuite> ofParts(String printed, boolean isTls13) {
        String[] parts = printed.split("__", -1);
        if (parts.length < 2) {
            return Optional.empty();
        }
        String cipher = parts[2 < parts.length ? 2 : 1];
        if (isTls13) {
            return Optional.ofNullable(GnuTls.TLS_1_3_BY_CIPHER.get(cipher));
        }
        String hash = parts.length > 3 ? parts[3] : "";
        return Optional.ofNullable(GnuTls.BY_NAME.get(exchange(parts) + "_" + cipher + hash(cipher, hash)));
    }

    /** {@code ECDHE_SECP256R1} and a signature of {@code RSA_SHA256}: ECDHE_RSA; {@code RSA} alone stays RSA. */
    private static String exchange(String[] parts) {
        String exchange = parts[0].replaceFirst("_.*", "");
        String signer = parts.length > 2 ? parts[1].replaceFirst("_.*", "") : "";
        return signer.isEmpty() ? exchange : exchange + "_" + signer;
    }

    /** The hash of an AEAD suite follows from its key (RFC 5288, RFC 5289, RFC 7905); all others print one. */
    private static String hash(String cipher, String printed) {
        if (!printed.isEmpty()) {
            return "_" + printed;
        }
        return cipher.startsWith("AES_256_GCM") || cipher.startsWith("CAMELLIA_256_GCM") ? "_SHA384" : "_SHA256";
    }

    /** GnuTLS's names of the suites we know, by the rules that GnuTLS itself follows (lib/algorithms/ciphersuites.c). */
    private static final class GnuTls {

        static final Map<String, CipherSuite> BY_NAME = new HashMap<>();
        static final Map<String, CipherSuite> TLS_1_3_BY_CIPHER = new HashMap<>();

        static {
            for (CipherSuite suite : CipherSuite.known()) {
                suite.standardName().ifPresent(name -> add(name, suite));
            }
        }

        private static void add(String standardName, CipherSuite suite) {
            int with = standardName.indexOf("_WITH_");
            if (with < 0) {
                if (standardName.startsWith(TLS_1_3) && standardName.contains("_SHA")) {
                    String cipher = standardName.substring(TLS_1_3.length(), standardName.lastIndexOf("_SHA"));
                    TLS_1_3_BY_CIPHER.put(cipher, suite);
                }
                return;
            }
            String exchange = standardName.substring(TLS_1_3.length(), with);
            String cipher = standardName.substring(with + "_WITH_".length());
            String hashed = cipher.endsWith("_SHA") ? cipher + "1" : cipher;
            BY_NAME.put(exchange + "_" + hashed, suite);
        }
    }
}
