package dev.posthorn.peers;

import dev.posthorn.diagnosis.UsualHellos;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.openssl.negotiation.ClientHello;
import dev.posthorn.openssl.negotiation.ClientHelloProfile;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client of ours may have offered: the known shapes with which the model of this server does all that the log says
 * happened with that client.
 *
 * @param shapes the shapes that fit, usual ones first; if the peer's name tells which one it is and that fits, it alone
 * @param isByName did the name decide?
 * @param retraced how many different outcomes of this peer could be compared with the model
 */
public record HelloCandidates(List<ClientHelloProfile> shapes, boolean isByName, int retraced) {

    private static final HelloCandidates NONE = new HelloCandidates(List.of(), false, 0);

    /**
     * Makes a value.
     *
     * @param shapes the shapes; copied
     * @param isByName did the name decide?
     * @param retraced 0 or more
     */
    public HelloCandidates {
        shapes = List.copyOf(shapes);
    }

    /**
     * Finds the shapes that fit a peer.
     *
     * @param peer a peer
     * @param models the server that the log was written with
     * @return the shapes; none if nothing could be retraced, or no known shape does what this peer did
     */
    public static HelloCandidates of(Peer peer, ServiceModels models) {
        HelloCandidates all = of(peer.role(), MailPeer.of(peer.name(), peer.address()), peer.observations(), models);
        List<ClientHelloProfile> fitting = all.shapes.stream()
                .filter(shape -> peer.finding()
                        .filter(found -> found.confidence() != Confidence.OPEN)
                        .map(found -> isOf(found.kind(), shape.hello()))
                        .orElse(true))
                .toList();
        return new HelloCandidates(fitting, all.isByName, all.retraced);
    }

    /** What a peer is taken for says more than the model: that it speaks no newer version. */
    private static boolean isOf(PeerKind kind, ClientHello hello) {
        ProtocolVersion newest = hello.supportedVersions().stream()
                .flatMap(List::stream)
                .max(ProtocolVersion::compareTo)
                .orElse(hello.legacyVersion());
        return switch (kind) {
            case TLSV1_0_AT_MOST -> newest.equals(ProtocolVersion.TLSV1_0);
            case SSLV3_ONLY -> newest.equals(ProtocolVersion.SSLV3);
            case OLDER_VERSION -> ProtocolVersion.TLSV1_1.isAtLeast(newest);
            default -> true;
        };
    }

    static HelloCandidates of(TlsRole role, MailPeer peer, List<Observation> observations, ServiceModels models) {
        return role == TlsRole.CLIENT // Then it is we who send the hello.
                ? NONE
                : models.candidates(observations, UsualHellos.byName(peer));
    }

    static HelloCandidates find(
            List<Observation> observations, Optional<ClientHelloProfile> byName, ServiceModels models) {
        List<ClientHelloProfile> shapes = new ArrayList<>(UsualHellos.all());
        int retraced = 0;
        for (Observation observation : observations) {
            Optional<OpenSslServer> model = models.of(observation.service(), observation.cipherString());
            if (model.isPresent()) {
                retraced++;
                shapes.removeIf(
                        shape -> !models.outcome(model.get(), shape).text().equals(observation.outcome()));
            }
        }
        if (retraced == 0) {
            return NONE;
        }
        Optional<ClientHelloProfile> named = byName.filter(shapes::contains);
        return new HelloCandidates(named.map(List::of).orElse(shapes), named.isPresent(), retraced);
    }
}
