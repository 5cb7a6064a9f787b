package dev.posthorn.diagnosis;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.negotiation.DhParameters;
import dev.posthorn.openssl.negotiation.EcdhParameters;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.openssl.negotiation.OpenSslServerBuilder;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.openssl.negotiation.TemporaryRsa;
import dev.posthorn.postfix.ServerTls;
import dev.posthorn.tls.NamedGroup;
import java.util.List;

/** Turns what Postfix does with OpenSSL into the model of an OpenSSL server. */
public final class ServerModel {

    /** Automatic selection of curves exists from here on; Postfix before 3.2 never asks for it. */
    private static final OpenSslRelease AUTOMATIC_CURVES = OpenSslRelease.parse("1.0.2");

    private static final OpenSslRelease NO_TEMPORARY_RSA = OpenSslRelease.parse("1.1.0");

    private ServerModel() {}

    /**
     * The server of a Postfix whose settings are known.
     *
     * @param tls its settings
     * @param cipherString the string in force, whether the settings say so or the log
     * @param build its OpenSSL
     * @param certificates what it has loaded
     * @return the model
     * @throws IllegalArgumentException if no server runs with these settings, or none that is known here
     */
    public static OpenSslServer of(
            ServerTls tls, CipherString cipherString, OpenSslBuild build, List<ServerCertificate> certificates) {
        String text = tls.setsSecurityLevel() ? atPostfixLevel(cipherString, build) : cipherString.text();
        return bare(text, build, certificates)
                .disabledProtocols(tls.protocols().disabled())
                .ecdh(ecdh(tls, build))
                .serverPreference(tls.preemptsCipherList())
                .build();
    }

    /**
     * The server of a Postfix of which only the cipher string is known: all protocols on, no ECDH.
     *
     * @param cipherString the string in force
     * @param build its OpenSSL
     * @param certificates what it has loaded
     * @return the model
     * @throws IllegalArgumentException if no server runs with these settings, or none that is known here
     */
    public static OpenSslServer of(
            CipherString cipherString, OpenSslBuild build, List<ServerCertificate> certificates) {
        return bare(atPostfixLevel(cipherString, build), build, certificates).build();
    }

    /**
     * DH parameters and temporary RSA keys come from callbacks in every Postfix that 1.0.x goes with (section 7). From 1.1.0
     * on there are no temporary RSA keys.
     */
    private static OpenSslServerBuilder bare(
            String cipherString, OpenSslBuild build, List<ServerCertificate> certificates) {
        return OpenSslServer.builder(build)
                .cipherString(cipherString)
                .certificates(certificates.toArray(ServerCertificate[]::new))
                .dh(DhParameters.callback())
                .temporaryRsa(
                        build.release().isAtLeast(NO_TEMPORARY_RSA) ? TemporaryRsa.none() : TemporaryRsa.callback());
    }

    /**
     * Postfix sets the security level of its contexts to 0, where OpenSSL has one; a level in the string comes later and
     * wins (section 8).
     */
    private static String atPostfixLevel(CipherString cipherString, OpenSslBuild build) {
        String text = cipherString.text();
        boolean hasLevels = build.release().isAtLeast(NO_TEMPORARY_RSA);
        return hasLevels && !text.contains("@SECLEVEL") ? text + ":@SECLEVEL=0" : text;
    }

    static EcdhParameters ecdh(ServerTls tls, OpenSslBuild build) {
        return switch (tls.ecdhGrade()) {
            case NONE -> EcdhParameters.none();
            case STRONG, ULTRA ->
                tls.ecdhCurve()
                        .flatMap(NamedGroup::forOpenSslName)
                        .map(EcdhParameters::fixed)
                        .orElseGet(EcdhParameters::none);
            case AUTO ->
                build.release().isAtLeast(AUTOMATIC_CURVES) ? EcdhParameters.automatic() : EcdhParameters.none();
        };
    }
}
