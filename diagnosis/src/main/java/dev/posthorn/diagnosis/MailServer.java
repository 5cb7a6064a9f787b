package dev.posthorn.diagnosis;

import dev.posthorn.diagnosis.internal.PosthornStyle;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.PostfixVersion;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The server whose log is read, as far as it is known. A log tells some of it, such as the cipher string at log level 2;
 * the rest only the administrator can tell. What is not known is assumed, and every explanation says what it assumed.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface MailServer permits ImmutableMailServer {

    /**
     * The settings of its Postfix.
     *
     * @return the settings, empty if nobody told
     */
    Optional<PostfixTlsSettings> settings();

    /**
     * The OpenSSL it runs with.
     *
     * @return the build, empty if nobody told
     */
    Optional<OpenSslBuild> openSsl();

    /**
     * The certificates it has.
     *
     * @return what somebody told; empty if nobody did
     */
    List<ServerCertificate> certificates();

    /**
     * The certificates to reckon with.
     *
     * @return {@link #certificates()}, or one self-signed RSA certificate of 2048 bits if nobody told
     */
    default List<ServerCertificate> assumedCertificates() {
        return certificates().isEmpty() ? List.of(ServerCertificate.rsa(2048)) : certificates();
    }

    /**
     * A server of which nothing is known but its log.
     *
     * @return an RSA certificate is assumed, all else is left open
     */
    static MailServer unknown() {
        return builder().build();
    }

    /**
     * A server described in text.
     *
     * @param postfixVersion as {@code postconf mail_version} prints it
     * @param mainCf the text of its main.cf, or what {@code postconf -n} prints
     * @param openSsl the release and build options of its OpenSSL, as {@link OpenSslBuild#parse} reads them
     * @return the server, with an RSA certificate
     * @throws IllegalArgumentException if version or build cannot be read
     */
    static MailServer of(String postfixVersion, String mainCf, String openSsl) {
        return builder()
                .settings(PostfixTlsSettings.parse(PostfixVersion.parse(postfixVersion), mainCf))
                .openSsl(OpenSslBuild.parse(openSsl))
                .build();
    }

    /**
     * Starts a server.
     *
     * @return a builder that wants nothing
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects what is known of a {@link MailServer}. */
    final class Builder extends ImmutableMailServer.Builder {
        Builder() {}
    }
}
