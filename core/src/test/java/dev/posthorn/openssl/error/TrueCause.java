package dev.posthorn.openssl.error;

import static dev.posthorn.openssl.error.Cause.ANONYMOUS_SUITE_WITH_CLIENT_CERTIFICATE;
import static dev.posthorn.openssl.error.Cause.BROKEN_PEER;
import static dev.posthorn.openssl.error.Cause.CERTIFICATE_NOT_TRUSTED;
import static dev.posthorn.openssl.error.Cause.CERTIFICATE_OUTDATED;
import static dev.posthorn.openssl.error.Cause.CERTIFICATE_TYPE_UNSUITABLE;
import static dev.posthorn.openssl.error.Cause.CLIENT_CERTIFICATE_DEMANDED;
import static dev.posthorn.openssl.error.Cause.FALLBACK_RETRY;
import static dev.posthorn.openssl.error.Cause.NOTHING_TO_OFFER;
import static dev.posthorn.openssl.error.Cause.NO_COMMON_PARAMETERS;
import static dev.posthorn.openssl.error.Cause.PARAMETERS_TOO_WEAK;
import static dev.posthorn.openssl.error.Cause.PEER_PROBLEM;
import static dev.posthorn.openssl.error.Cause.SIGNATURE_NOT_ALLOWED;
import static dev.posthorn.openssl.error.Cause.SSLV2_ONLY;
import static dev.posthorn.openssl.error.Cause.SSLV3_ONLY;
import static dev.posthorn.openssl.error.Cause.TLSV1_0_AT_MOST;
import static dev.posthorn.openssl.error.Cause.VERSION_NOT_COMMON;

import java.util.Optional;
import java.util.Set;

/**
 * Why recorded handshakes failed, going by the recording alone: by what the side that failed first printed, by the alert
 * it sent, and by what the laboratory knew of certificates and versions. Our own verdicts have no say here.
 */
final class TrueCause {

    private TrueCause() {}

    /**
     * The cause as the other side may hope to learn it: that side has seen nothing of the settings that decided. More than
     * one where the same fact has two names from there; none where the recording does not tell.
     */
    static Set<Cause> seenFromTheOtherSide(FailedHandshake handshake) {
        return switch (handshake.verdict()) {
            case "server: no shared cipher", "server: no suitable key share", "client: no cipher list" ->
                Set.of(NO_COMMON_PARAMETERS);
            case "server: unknown protocol",
                    "server: unsupported protocol",
                    "server: version too low",
                    "server: wrong version number",
                    "client: unsupported protocol",
                    "client: wrong version number",
                    "client: wrong ssl version" -> Set.of(VERSION_NOT_COMMON);
            case "server: inappropriate fallback" -> Set.of(FALLBACK_RETRY);
            case "client: certificate verify failed" ->
                Set.of(
                        handshake.serverCertificate().equals("expired")
                                ? CERTIFICATE_OUTDATED
                                : CERTIFICATE_NOT_TRUSTED);
            case "server: certificate verify failed", "server: no certificate returned" ->
                Set.of(CERTIFICATE_NOT_TRUSTED);
            // Without an error the server refused the certificate in SSLv2, which has no alerts.
            case "server: no error" -> Set.of(CERTIFICATE_NOT_TRUSTED);
            case "server: peer did not return a certificate", "server: peer error no certificate" ->
                Set.of(CLIENT_CERTIFICATE_DEMANDED);
            case "client: no protocols available", "client: no ciphers available", "client: no suitable groups" ->
                Set.of(NOTHING_TO_OFFER);
            // 1.1.1 says internal error where 3.0 says no protocols available (fact sheet on handshake failures,
            // section 3): the server has no version left, so there is no common one.
            case "server: no protocols available", "server: internal error" -> Set.of(VERSION_NOT_COMMON, PEER_PROBLEM);
            case "server: no ciphers available" -> Set.of(NO_COMMON_PARAMETERS, PEER_PROBLEM);
            // Section 2: alert 80 for SHA-1 and MD5 below level 1, alert 40 where nothing is common.
            case "server: no suitable signature algorithm" ->
                Set.of(
                        handshake.own().alertSent().equals("internal error")
                                ? SIGNATURE_NOT_ALLOWED
                                : NO_COMMON_PARAMETERS);
            case "client: legacy sigalg disallowed or unsupported" -> Set.of(SIGNATURE_NOT_ALLOWED);
            case "client: dh key too small" -> Set.of(PARAMETERS_TOO_WEAK);
            // The server's own key of 512 bits: weak, and its own trouble.
            case "server: digest too big for rsa key" -> Set.of(PARAMETERS_TOO_WEAK, PEER_PROBLEM);
            // SSLv2 knows RSA only: a server without such a certificate sends an empty one, too short to decode.
            case "client: wrong curve", "client: header too long" -> Set.of(CERTIFICATE_TYPE_UNSUITABLE);
            case "client: tls client cert req with anon cipher" -> Set.of(ANONYMOUS_SUITE_WITH_CLIENT_CERTIFICATE);
            // 0.9.8 cannot check signatures of DSA keys with a long subgroup: the client's own flaw.
            case "client: bad q value", "client: unexpected message" -> Set.of(BROKEN_PEER);
            default -> Set.of();
        };
    }

    /** Which clients a server turned away for their version; empty if that is not why it failed. */
    static Optional<Cause> versionOfTheClient(FailedHandshake handshake) {
        boolean isAboutTheVersion = Set.of(
                        "server: unknown protocol",
                        "server: unsupported protocol",
                        "server: version too low",
                        "server: wrong version number")
                .contains(handshake.verdict());
        if (!isAboutTheVersion) {
            return Optional.empty();
        }
        return switch (handshake.hello()) {
            case "sslv2 0002" -> Optional.of(SSLV2_ONLY);
            case "sslv2 0300", "tls 0300" -> Optional.of(SSLV3_ONLY);
            case "sslv2 0301", "tls 0301", "tls 0302" -> Optional.of(TLSV1_0_AT_MOST);
            default -> Optional.empty();
        };
    }
}
