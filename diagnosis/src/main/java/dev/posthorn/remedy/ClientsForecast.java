package dev.posthorn.remedy;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.openssl.negotiation.DeadSuite;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.peers.HandshakeOutcome;
import dev.posthorn.peers.HelloCandidates;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.PeerTls;
import dev.posthorn.peers.ServiceModels;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.SecurityLevel;
import dev.posthorn.postfix.ServerTls;
import dev.posthorn.text.TerminalText;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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

    private static final String NO_TLS = "no TLS";

    private final ServiceModels before;
    private final ServiceModels after;
    private final Map<String, CipherString> logged;
    private final Map<Optional<String>, Optional<OpenSslServer>> changedModels = new HashMap<>();
    private final Map<Optional<String>, Boolean> sameServices = new HashMap<>();
    private final Map<Optional<String>, Optional<String>> offBefore = new HashMap<>();
    private final Map<Optional<String>, Optional<String>> offAfter = new HashMap<>();
    private final IdentityHashMap<OpenSslServer, List<String>> usableSuites = new IdentityHashMap<>();

    ClientsForecast(MailServer before, MailServer after, Map<String, CipherString> logged) {
        this.before = new ServiceModels(before);
        this.after = new ServiceModels(after);
        this.logged = logged;
    }

    private Optional<OpenSslServer> modelBefore(Optional<String> service) {
        return before.of(service, logged(service));
    }

    /** A string that only the log knows stays in force unless the change is to the string. */
    private Optional<OpenSslServer> modelAfter(Optional<String> service) {
        boolean isSameString = composed(service, before).equals(composed(service, after));
        return after.of(service, isSameString ? logged(service) : Optional.empty());
    }

    private Optional<CipherString> logged(Optional<String> service) {
        return Optional.ofNullable(logged.get(service.orElse("")));
    }

    private static Optional<String> composed(Optional<String> service, ServiceModels models) {
        return tls(service, models).flatMap(ServerTls::cipherString).map(CipherString::text);
    }

    /** A peer that uses several services gets the worst of what becomes of it. */
    PeerImpact of(Peer peer) {
        List<Optional<String>> services = peer.services().isEmpty()
                ? List.of(Optional.empty())
                : peer.services().stream().map(Optional::of).toList();
        return services.stream()
                .map(service -> of(peer, service))
                .min(Comparator.comparing(PeerImpact::kind))
                .orElseThrow();
    }

    private PeerImpact of(Peer peer, Optional<String> service) {
        HelloCandidates shapes = HelloCandidates.of(peer, before);
        Outlook now = now(peer, service, shapes);
        if (isSame(service)) {
            PeerImpact.Kind kind = now.isFailure() ? PeerImpact.Kind.STILL_FAILS : PeerImpact.Kind.UNCHANGED;
            return impact(peer, kind, now, now, Confidence.CERTAIN, "The settings of the service stay the same.");
        }
        Optional<String> off = whyOff(service, after);
        if (off.isPresent()) {
            return lossOrNothing(peer, now, new Outlook(NO_TLS, false, true), Confidence.CERTAIN, off.get());
        }
        Optional<OpenSslServer> changed = changedModels.computeIfAbsent(service, this::modelAfter);
        if (changed.isEmpty()) {
            return impact(
                    peer,
                    PeerImpact.Kind.UNDETERMINED,
                    now,
                    Outlook.UNKNOWN,
                    Confidence.OPEN,
                    "Settings or OpenSSL are not known well enough for a model of the server.");
        }
        return byFacts(peer, service, now, changed.get(), shapes)
                .orElseGet(() -> byShapes(peer, now, changed.get(), shapes));
    }

    /** What is, or would be. */
    private record Outlook(String text, boolean isSuccess, boolean isFailure) {

        static final Outlook UNKNOWN = new Outlook("", false, false);

        static Outlook of(HandshakeOutcome outcome) {
            return new Outlook(outcome.text(), outcome.succeeds(), !outcome.succeeds());
        }
    }

    /** What the peer does now: as the model says with the settings before, else as it last did. */
    private Outlook now(Peer peer, Optional<String> service, HelloCandidates shapes) {
        Optional<OpenSslServer> model = modelBefore(service);
        Set<Outlook> modelled =
                model.map(server -> outlooks(before, server, shapes)).orElse(Set.of());
        if (modelled.size() == 1) {
            return modelled.iterator().next();
        }
        Optional<PeerTls> agreed = peer.negotiated().stream().findFirst();
        if (agreed.isPresent() && succeedsNow(peer)) {
            return new Outlook(agreed.get().toString(), true, false);
        }
        return peer.failures().stream()
                .findFirst()
                .map(failure -> new Outlook(TerminalText.escape(failure.reason(), 100), false, true))
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

    private boolean isSame(Optional<String> service) {
        return sameServices.computeIfAbsent(service, this::staysTheSame);
    }

    private boolean staysTheSame(Optional<String> service) {
        Optional<OpenSslServer> old = modelBefore(service);
        Optional<OpenSslServer> changed = changedModels.computeIfAbsent(service, this::modelAfter);
        boolean bothOff =
                whyOff(service, before).isPresent() && whyOff(service, after).isPresent();
        boolean neitherOff =
                whyOff(service, before).isEmpty() && whyOff(service, after).isEmpty();
        if (old.isPresent() && changed.isPresent()) {
            return neitherOff && isSame(old.get(), changed.get());
        }
        return bothOff || before.server().equals(after.server()) || hasSameSettings(service);
    }

    /** Without a model, settings in force that are the same mean the same. */
    private boolean hasSameSettings(Optional<String> service) {
        Optional<String> old = tls(service, before).map(ServerTls::toString);
        return before.server().openSsl().equals(after.server().openSsl())
                && before.server().certificates().equals(after.server().certificates())
                && old.isPresent()
                && old.equals(tls(service, after).map(ServerTls::toString));
    }

    private static boolean isSame(OpenSslServer one, OpenSslServer other) {
        return one.build().equals(other.build())
                && one.expansion().suites().equals(other.expansion().suites())
                && one.enabledProtocols().equals(other.enabledProtocols())
                && one.certificates().equals(other.certificates())
                && one.ecdh().equals(other.ecdh())
                && one.dh().equals(other.dh())
                && one.hasServerPreference() == other.hasServerPreference();
    }

    private static Optional<ServerTls> tls(Optional<String> service, ServiceModels models) {
        return models.server()
                .settings()
                .map(settings -> ServiceModels.settingsOf(service, settings))
                .map(PostfixTlsSettings::server);
    }

    private Optional<String> whyOff(Optional<String> service, ServiceModels models) {
        return (models == before ? offBefore : offAfter).computeIfAbsent(service, any -> findWhyOff(service, models));
    }

    private static Optional<String> findWhyOff(Optional<String> service, ServiceModels models) {
        Optional<ServerTls> tls = tls(service, models);
        if (tls.isEmpty()) {
            return Optional.empty();
        }
        if (tls.get().level().filter(SecurityLevel.NONE::equals).isPresent()) {
            return Optional.of("The service announces no STARTTLS.");
        }
        return tls.get().protocols().isValid()
                ? Optional.empty()
                : Optional.of("The protocol list is invalid, and Postfix goes without TLS.");
    }

    /** What follows from version and suite that the client once agreed on. */
    private Optional<PeerImpact> byFacts(
            Peer peer, Optional<String> service, Outlook now, OpenSslServer changed, HelloCandidates shapes) {
        if (peer.negotiated().isEmpty() || !succeedsNow(peer)) {
            return Optional.empty();
        }
        Optional<PeerTls> kept =
                peer.negotiated().stream().filter(tls -> canAgree(changed, tls)).findFirst();
        if (kept.isPresent()) {
            return Optional.of(keeps(peer, service, now, kept.get(), changed, shapes));
        }
        Optional<ProtocolVersion> newest = newest(peer, service);
        boolean isTooOld = newest.filter(
                        version -> changed.enabledProtocols().stream().noneMatch(version::isAtLeast))
                .isPresent();
        return isTooOld
                ? Optional.of(lossOrNothing(
                        peer,
                        now,
                        new Outlook("no common version", false, true),
                        Confidence.CERTAIN,
                        "Its newest version is " + newest.get()
                                + ", for it agreed on that while newer ones were on, and that would be off."))
                : Optional.empty();
    }

    private PeerImpact keeps(
            Peer peer,
            Optional<String> service,
            Outlook now,
            PeerTls kept,
            OpenSslServer changed,
            HelloCandidates shapes) {
        Set<Outlook> modelled = outlooks(after, changed, shapes);
        boolean isModelled = modelled.size() == 1 && modelled.iterator().next().isSuccess();
        String because = "Its " + kept + " stays possible.";
        if (isModelled) {
            Outlook then = modelled.iterator().next();
            boolean isSame = then.text().equals(now.text());
            return impact(
                    peer,
                    isSame ? PeerImpact.Kind.UNCHANGED : PeerImpact.Kind.OTHER_SUITE,
                    now,
                    then,
                    Confidence.LIKELY,
                    because + " " + told(shapes));
        }
        Optional<OpenSslServer> old = modelBefore(service);
        if (old.isPresent() && offersNothingNew(old.get(), changed)) {
            return impact(
                    peer,
                    PeerImpact.Kind.UNCHANGED,
                    now,
                    now,
                    Confidence.CERTAIN,
                    because + " Nothing is added that it could rather take.");
        }
        return impact(peer, PeerImpact.Kind.KEEPS_TLS, now, Outlook.UNKNOWN, Confidence.CERTAIN, because);
    }

    /** A client that agreed on the newest version that is on may know a newer one; then nothing is known of its newest. */
    private Optional<ProtocolVersion> newest(Peer peer, Optional<String> service) {
        Optional<ProtocolVersion> seen = peer.negotiated().stream()
                .flatMap(tls -> ProtocolVersion.forOpenSslName(tls.protocol()).stream())
                .max(ProtocolVersion::compareTo);
        return seen.filter(version -> modelBefore(service)
                .filter(server -> server.enabledProtocols().stream().anyMatch(enabled -> !version.isAtLeast(enabled)))
                .isPresent());
    }

    private boolean canAgree(OpenSslServer server, PeerTls tls) {
        Optional<ProtocolVersion> version = ProtocolVersion.forOpenSslName(tls.protocol());
        return version.filter(known -> server.enabledProtocols().contains(known))
                        .isPresent()
                && (version.filter(ProtocolVersion.TLSV1_3::equals).isPresent()
                        || usable(server).contains(tls.cipherSuiteName()));
    }

    private List<String> usable(OpenSslServer server) {
        return usableSuites.computeIfAbsent(server, ClientsForecast::findUsable);
    }

    private static List<String> findUsable(OpenSslServer server) {
        Set<OpenSslCipherSuite> dead =
                server.deadSuites().stream().map(DeadSuite::suite).collect(Collectors.toCollection(HashSet::new));
        return server.expansion().suites().stream()
                .filter(suite -> !dead.contains(suite))
                .map(OpenSslCipherSuite::openSslName)
                .toList();
    }

    /** The client's first choice stays its first choice if the rest only gets less. */
    private boolean offersNothingNew(OpenSslServer old, OpenSslServer changed) {
        return !old.hasServerPreference()
                && !changed.hasServerPreference()
                && old.build().equals(changed.build())
                && old.certificates().equals(changed.certificates())
                && old.ecdh().equals(changed.ecdh())
                && old.enabledProtocols().containsAll(changed.enabledProtocols())
                && usable(old).containsAll(usable(changed));
    }

    private PeerImpact byShapes(Peer peer, Outlook now, OpenSslServer changed, HelloCandidates shapes) {
        Set<Outlook> then = outlooks(after, changed, shapes);
        if (then.isEmpty() || (!now.isSuccess() && !now.isFailure())) {
            return undetermined(peer, now, shapes);
        }
        boolean allSucceed = then.stream().allMatch(Outlook::isSuccess);
        boolean allFail = then.stream().allMatch(Outlook::isFailure);
        if (!allSucceed && !allFail) {
            return undetermined(peer, now, shapes);
        }
        Outlook one = then.size() == 1 ? then.iterator().next() : new Outlook("", allSucceed, allFail);
        if (allFail) {
            return lossOrNothing(peer, now, one, Confidence.LIKELY, told(shapes));
        }
        PeerImpact.Kind kind = now.isFailure()
                ? PeerImpact.Kind.WOULD_SUCCEED
                : one.text().isEmpty()
                        ? PeerImpact.Kind.KEEPS_TLS
                        : one.text().equals(now.text()) ? PeerImpact.Kind.UNCHANGED : PeerImpact.Kind.OTHER_SUITE;
        return impact(peer, kind, now, one, Confidence.LIKELY, told(shapes));
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
        return impact(peer, PeerImpact.Kind.UNDETERMINED, now, Outlook.UNKNOWN, Confidence.OPEN, because);
    }

    private static PeerImpact lossOrNothing(
            Peer peer, Outlook now, Outlook then, Confidence confidence, String because) {
        if (now.isFailure()) {
            return impact(peer, PeerImpact.Kind.STILL_FAILS, now, then, confidence, because);
        }
        boolean knowsClearText = peer.counts().fellBack() > 0 || peer.counts().acceptedInClearText() > 0;
        PeerImpact.Kind kind = knowsClearText ? PeerImpact.Kind.WOULD_FALL_BACK : PeerImpact.Kind.WOULD_FAIL;
        return impact(peer, kind, now, then, confidence, because);
    }

    private static PeerImpact impact(
            Peer peer, PeerImpact.Kind kind, Outlook now, Outlook then, Confidence confidence, String because) {
        return new PeerImpact(peer, kind, now.text(), then.text(), confidence, because);
    }
}
