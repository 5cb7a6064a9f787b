package dev.posthorn.diagnosis;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.negotiation.Choice;
import dev.posthorn.openssl.negotiation.Negotiation;
import dev.posthorn.openssl.negotiation.NegotiationFailure;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import java.util.Optional;

/**
 * What a newer OpenSSL would have made of the same handshake, with everything else as it is: same cipher string, same keys,
 * same parameters, same client.
 *
 * @param to the newer build: the last release that a Postfix of that time can be linked with
 * @param negotiation what it answers
 */
public record OpenSslUpgrade(OpenSslBuild to, Negotiation negotiation) {

    /** The last release before the interface changed; a Postfix built for 1.0 runs with it. */
    private static final OpenSslRelease LAST_OF_ITS_KIND = OpenSslRelease.parse("1.0.2u");

    private static final OpenSslRelease FIRST_OF_ITS_KIND = OpenSslRelease.parse("1.0.0");

    /**
     * An upgrade.
     *
     * @param to the newer build
     * @param negotiation what it answers
     */
    public OpenSslUpgrade {}

    /** The upgrade that was open to a server; empty if there was none, or nothing to gain. */
    static Optional<OpenSslUpgrade> of(CipherDiagnosis diagnosis) {
        OpenSslServer server = diagnosis.server();
        OpenSslRelease release = server.build().release();
        boolean isPossible = release.isAtLeast(FIRST_OF_ITS_KIND)
                && !release.isAtLeast(LAST_OF_ITS_KIND)
                && !diagnosis.negotiation().succeeds();
        if (!isPossible) {
            return Optional.empty();
        }
        OpenSslBuild newer = OpenSslBuild.of(LAST_OF_ITS_KIND);
        OpenSslServer upgraded = OpenSslServer.builder(newer)
                .cipherString(server.expansion().cipherString().text())
                .certificates(server.certificates().toArray(ServerCertificate[]::new))
                .disabledProtocols(server.disabledProtocols())
                .ecdh(server.ecdh())
                .dh(server.dh())
                .temporaryRsa(server.temporaryRsa())
                .serverPreference(server.hasServerPreference())
                .build();
        return Optional.of(new OpenSslUpgrade(newer, upgraded.answer(diagnosis.hello())));
    }

    /**
     * Would the upgrade have helped?
     *
     * @return true if the handshake succeeds with it
     */
    public boolean helps() {
        return negotiation.succeeds();
    }

    /**
     * What the upgrade would bring.
     *
     * @return one sentence
     */
    public String summary() {
        if (helps()) {
            Choice choice = negotiation.choice().orElseThrow();
            return "OpenSSL " + to + " would choose " + choice.version() + " with " + choice.suite() + ".";
        }
        String reason = negotiation.failure().map(NegotiationFailure::reason).orElse("nothing");
        return "A newer OpenSSL changes nothing: " + to + " answers \"" + reason + "\" as well.";
    }

    /** The {@link #summary()}. */
    @Override
    public String toString() {
        return summary();
    }
}
