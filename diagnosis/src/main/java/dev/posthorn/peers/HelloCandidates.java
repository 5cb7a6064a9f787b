package dev.posthorn.peers;

import dev.posthorn.diagnosis.UsualHellos;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.negotiation.ClientHelloProfile;
import dev.posthorn.openssl.negotiation.Negotiation;
import dev.posthorn.openssl.negotiation.NegotiationFailure;
import dev.posthorn.openssl.negotiation.OpenSslServer;
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
        return of(peer.role(), MailPeer.of(peer.name(), peer.address()), peer.observations(), models);
    }

    static HelloCandidates of(TlsRole role, MailPeer peer, List<Observation> observations, ServiceModels models) {
        if (role == TlsRole.CLIENT) {
            return NONE; // It is we who send the hello.
        }
        List<ClientHelloProfile> shapes = new ArrayList<>(UsualHellos.all());
        int retraced = 0;
        for (Observation observation : observations) {
            Optional<OpenSslServer> model = models.of(observation.service(), observation.cipherString());
            if (model.isPresent()) {
                retraced++;
                shapes.removeIf(shape -> !outcomeOf(model.get(), shape).equals(observation.outcome()));
            }
        }
        if (retraced == 0) {
            return NONE;
        }
        Optional<ClientHelloProfile> byName = UsualHellos.byName(peer).filter(shapes::contains);
        return new HelloCandidates(byName.map(List::of).orElse(shapes), byName.isPresent(), retraced);
    }

    /** In the words of {@link Observation#outcome()}. */
    private static String outcomeOf(OpenSslServer model, ClientHelloProfile shape) {
        Negotiation answer = model.answer(shape.hello());
        return answer.failure()
                .map(NegotiationFailure::reason)
                .or(() -> answer.choice()
                        .map(choice -> choice.version() + " " + choice.suite().openSslName()))
                .orElse("");
    }
}
