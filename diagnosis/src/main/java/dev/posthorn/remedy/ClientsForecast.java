package dev.posthorn.remedy;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.peers.HelloCandidates;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.PeerTls;
import dev.posthorn.peers.ServiceModels;
import dev.posthorn.remedy.PeerImpact.Kind;
import dev.posthorn.text.TerminalText;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What other settings would mean to the clients of a server. Two ways lead to an answer: what follows from what a client
 * once agreed on, which is certain, and what all known shapes of hellos have in common that do what the client did.
 */
final class ClientsForecast {

    private static final int MAX_REASON = 100;

    private final ServiceModels before;
    private final ServiceModels after;
    private final Map<String, CipherString> logged;
    private final Map<Optional<String>, ServiceChange> changes = new HashMap<>();

    /**
     * A forecast.
     *
     * @param logged the cipher strings that the log shows to be in force, by service
     */
    ClientsForecast(MailServer before, MailServer after, Map<String, CipherString> logged) {
        this.before = new ServiceModels(before);
        this.after = new ServiceModels(after);
        this.logged = logged;
    }

    /** A peer that uses several services gets the worst of what becomes of it. */
    PeerImpact of(Peer peer) {
        List<Optional<String>> services = peer.services().isEmpty()
                ? List.of(Optional.empty())
                : peer.services().stream().map(Optional::of).toList();
        return services.stream()
                .map(service -> of(peer, change(service)))
                .min(Comparator.comparing(PeerImpact::kind))
                .orElseThrow();
    }

    private ServiceChange change(Optional<String> service) {
        return changes.computeIfAbsent(
                service,
                any -> ServiceChange.of(service, before, after, Optional.ofNullable(logged.get(service.orElse("")))));
    }

    private PeerImpact of(Peer peer, ServiceChange change) {
        HelloCandidates shapes = HelloCandidates.of(peer, before);
        Outlook now = now(peer, change, shapes);
        if (change.staysTheSame()) {
            Kind kind = now.isFailure() ? Kind.STILL_FAILS : Kind.UNCHANGED;
            return impact(peer, kind, now, now, Confidence.CERTAIN, "The settings of the service stay the same.");
        }
        if (change.whyOff().isPresent()) {
            String because = change.whyOff().get();
            return lossOrNothing(peer, now, Outlook.failure("no TLS"), Confidence.CERTAIN, because);
        }
        if (change.after().isEmpty()) {
            return impact(
                    peer,
                    Kind.UNDETERMINED,
                    now,
                    Outlook.UNKNOWN,
                    Confidence.OPEN,
                    "Settings or OpenSSL are not known well enough for a model of the server.");
        }
        Set<Outlook> then = outlooks(after, change.after().get(), shapes);
        return byFacts(peer, change, now, then, shapes).orElseGet(() -> byShapes(peer, now, then, shapes));
    }

    /** What the peer does now: as the model says if all shapes agree, else as it did most. */
    private Outlook now(Peer peer, ServiceChange change, HelloCandidates shapes) {
        Set<Outlook> modelled =
                change.before().map(server -> outlooks(before, server, shapes)).orElse(Set.of());
        if (modelled.size() == 1) {
            return modelled.iterator().next();
        }
        Optional<Outlook> agreed = succeedsNow(peer)
                ? peer.negotiated().stream().findFirst().map(tls -> Outlook.success(tls.toString()))
                : Optional.empty();
        return agreed.or(() -> peer.failures().stream()
                        .findFirst()
                        .map(failure -> Outlook.failure(TerminalText.escape(failure.reason(), MAX_REASON))))
                .orElse(Outlook.UNKNOWN);
    }

    private static boolean succeedsNow(Peer peer) {
        return !peer.isFailing() || peer.counts().establishedAfterFailure() > 0;
    }

    private static Set<Outlook> outlooks(ServiceModels models, OpenSslServer server, HelloCandidates shapes) {
        return shapes.shapes().stream()
                .map(shape -> Outlook.of(models.outcome(server, shape)))
                .collect(Collectors.toSet());
    }

    /** What follows from version and suite that the client once agreed on. */
    private static Optional<PeerImpact> byFacts(
            Peer peer, ServiceChange change, Outlook now, Set<Outlook> then, HelloCandidates shapes) {
        if (peer.negotiated().isEmpty() || !succeedsNow(peer)) {
            return Optional.empty();
        }
        Optional<PeerTls> kept =
                peer.negotiated().stream().filter(change::keeps).findFirst();
        if (kept.isPresent()) {
            return Optional.of(keeping(peer, change, kept.get(), now, then, shapes));
        }
        Optional<ProtocolVersion> newest = change.newestOf(peer.negotiated()).filter(change::leavesNothingFor);
        return newest.map(version -> lossOrNothing(
                peer,
                now,
                Outlook.failure("no common version"),
                Confidence.CERTAIN,
                "Its newest version is " + version
                        + ", for it agreed on that while newer ones were on, and that would be" + " off."));
    }

    private static PeerImpact keeping(
            Peer peer, ServiceChange change, PeerTls kept, Outlook now, Set<Outlook> then, HelloCandidates shapes) {
        String because = "Its " + kept + " stays possible.";
        if (then.size() == 1 && then.iterator().next().isSuccess()) {
            Outlook one = then.iterator().next();
            Kind kind = one.text().equals(now.text()) ? Kind.UNCHANGED : Kind.OTHER_SUITE;
            return impact(peer, kind, now, one, Confidence.LIKELY, because + " " + told(shapes));
        }
        return change.addsNothing()
                ? impact(
                        peer,
                        Kind.UNCHANGED,
                        now,
                        now,
                        Confidence.CERTAIN,
                        because + " Nothing is added that it could rather take.")
                : impact(peer, Kind.KEEPS_TLS, now, Outlook.UNKNOWN, Confidence.CERTAIN, because);
    }

    private static PeerImpact byShapes(Peer peer, Outlook now, Set<Outlook> then, HelloCandidates shapes) {
        boolean allSucceed = then.stream().allMatch(Outlook::isSuccess);
        boolean allFail = then.stream().allMatch(Outlook::isFailure);
        boolean isKnownNow = now.isSuccess() || now.isFailure();
        if (then.isEmpty() || !isKnownNow || (!allSucceed && !allFail)) {
            return undetermined(peer, now, shapes);
        }
        Outlook one = then.size() == 1 ? then.iterator().next() : new Outlook("", allSucceed, allFail);
        if (allFail) {
            return lossOrNothing(peer, now, one, Confidence.LIKELY, told(shapes));
        }
        return impact(peer, success(now, one), now, one, Confidence.LIKELY, told(shapes));
    }

    private static Kind success(Outlook now, Outlook then) {
        if (now.isFailure()) {
            return Kind.WOULD_SUCCEED;
        }
        if (then.text().isEmpty()) {
            return Kind.KEEPS_TLS;
        }
        return then.text().equals(now.text()) ? Kind.UNCHANGED : Kind.OTHER_SUITE;
    }

    private static String told(HelloCandidates shapes) {
        int count = shapes.shapes().size();
        return count == 1
                ? "Retraced with a client of the shape "
                        + shapes.shapes().get(0).name()
                        + (shapes.isByName()
                                ? ", which is known of hosts of its name."
                                : ", the only known one that does what it did.")
                : "All " + count + " known shapes of clients that do what it did agree.";
    }

    private static PeerImpact undetermined(Peer peer, Outlook now, HelloCandidates shapes) {
        String because = shapes.shapes().isEmpty()
                ? "No known shape of clients does what it did, or nothing it did could be retraced."
                : "The " + shapes.shapes().size() + " known shapes of clients that do what it did do not agree.";
        return impact(peer, Kind.UNDETERMINED, now, Outlook.UNKNOWN, Confidence.OPEN, because);
    }

    private static PeerImpact lossOrNothing(
            Peer peer, Outlook now, Outlook then, Confidence confidence, String because) {
        if (now.isFailure()) {
            return impact(peer, Kind.STILL_FAILS, now, then, confidence, because);
        }
        boolean knowsClearText = peer.counts().acceptedInClearText() > 0;
        return impact(peer, knowsClearText ? Kind.WOULD_FALL_BACK : Kind.WOULD_FAIL, now, then, confidence, because);
    }

    private static PeerImpact impact(
            Peer peer, Kind kind, Outlook now, Outlook then, Confidence confidence, String because) {
        return new PeerImpact(peer, kind, now.text(), then.text(), confidence, because);
    }
}
