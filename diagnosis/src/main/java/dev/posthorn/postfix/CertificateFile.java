package dev.posthorn.postfix;

import java.util.Optional;

/**
 * A certificate that Postfix is told to load. What is in the file, no setting says.
 *
 * @param kind what the parameter is meant for
 * @param certificate the parameter with the file's name; of {@link Kind#CHAIN} one that names several
 * @param key the parameter with the name of the private key's file; empty for {@link Kind#CHAIN}, whose files hold both
 */
public record CertificateFile(Kind kind, Setting certificate, Optional<Setting> key) {

    /** What a certificate is for, by its parameter. */
    public enum Kind {
        /** {@code …_tls_chain_files}, from 3.4 on: keys and chains of any kind; the other parameters do not count. */
        CHAIN("chain_files", ""),
        /** {@code …_tls_cert_file}. */
        RSA("cert_file", "key_file"),
        /** {@code …_tls_dcert_file}. */
        DSA("dcert_file", "dkey_file"),
        /** {@code …_tls_eccert_file}, from 2.6 on. */
        ECDSA("eccert_file", "eckey_file");

        private final String certificateParameter;
        private final String keyParameter;

        Kind(String certificateParameter, String keyParameter) {
            this.certificateParameter = certificateParameter;
            this.keyParameter = keyParameter;
        }

        String certificateParameter(String prefix) {
            return prefix + "_tls_" + certificateParameter;
        }

        Optional<String> keyParameter(String prefix) {
            return keyParameter.isEmpty() ? Optional.empty() : Optional.of(prefix + "_tls_" + keyParameter);
        }
    }

    /** The parameter with the certificate. */
    @Override
    public String toString() {
        return certificate.toString();
    }
}
