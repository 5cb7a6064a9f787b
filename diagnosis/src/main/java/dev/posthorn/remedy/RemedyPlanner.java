package dev.posthorn.remedy;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.BuildOption;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.PeerFinding;
import dev.posthorn.peers.PeerKind;
import dev.posthorn.peers.Peers;
import dev.posthorn.remedy.TargetedRemedy.Kind;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the plan: every failing peer gets a remedy, or a reason why not. */
final class RemedyPlanner {

    private final Peers peers;
    private final MailServer server;
    private final NoStartTls noStartTls;
    private final PolicyEntries policies;
    private final Map<Peer, String> reasons = new LinkedHashMap<>();
    private final List<TargetedRemedy> remedies = new ArrayList<>();

    RemedyPlanner(Peers peers, MailServer server) {
        this.peers = peers;
        this.server = server;
        this.noStartTls = new NoStartTls(server);
        this.policies = new PolicyEntries(server);
    }

    RemedyPlan plan() {
        List<Peer> needy = new ArrayList<>();
        for (Peer peer : peers.failing()) {
            Optional<String> because = whyLeaveAlone(peer);
            because.ifPresentOrElse(reason -> reasons.put(peer, reason), () -> needy.add(peer));
        }
        List<Peer> clients =
                needy.stream().filter(peer -> peer.role() == TlsRole.SERVER).toList();
        List<Peer> servers =
                needy.stream().filter(peer -> peer.role() == TlsRole.CLIENT).toList();
        settings(clients);
        withoutStartTls(clients);
        listeners(clients);
        policies(servers);
        remedies.sort(Comparator.comparing(TargetedRemedy::kind));
        return new RemedyPlan(remedies, unserved(needy));
    }

    private static Optional<String> whyLeaveAlone(Peer peer) {
        PeerFinding finding = peer.finding().orElseThrow();
        if (finding.kind() == PeerKind.SCANNER) {
            return Optional.of("It is a scanner.");
        }
        if (!finding.kind().isRemediable() || finding.confidence() == Confidence.OPEN) {
            return Optional.of(
                    finding.kind() == PeerKind.NETWORK_TROUBLE
                            ? "Connections break on the way; no setting of TLS helps."
                            : "The log does not tell what it needs.");
        }
        return peer.counts().establishedAfterFailure() > 0
                ? Optional.of("TLS with it has succeeded since.")
                : Optional.empty();
    }

    private void settings(List<Peer> clients) {
        server.settings()
                .filter(settings -> !clients.isEmpty())
                .ifPresent(settings -> remedies.addAll(new SettingTrials(peers, clients, server, settings).find()));
    }

    private void withoutStartTls(List<Peer> clients) {
        List<Peer> served = new ArrayList<>();
        for (Peer peer : clients) {
            if (isServedWell(peer)) {
                continue;
            }
            Optional<String> objection = whyKeepStartTls(peer).or(() -> noStartTls.objection(peer));
            objection.ifPresentOrElse(reason -> reasons.putIfAbsent(peer, reason), () -> served.add(peer));
        }
        if (!served.isEmpty()) {
            remedies.add(noStartTls.remedy(served));
        }
    }

    /** Who gets good TLS from a setting needs no exception; older versions are a matter of taste. */
    private boolean isServedWell(Peer peer) {
        return isWish(peer.finding().orElseThrow().kind())
                && remedies.stream()
                        .anyMatch(remedy -> remedy.kind() == Kind.SETTINGS
                                && remedy.serves().contains(peer)
                                && SettingTrials.weakest(remedy) < SettingTrials.WEAK);
    }

    private static boolean isWish(PeerKind kind) {
        return switch (kind) {
            case WANTS_PLAIN_RSA, WANTS_ECDHE, WANTS_OTHER_SUITES, OUR_CONFIGURATION -> true;
            default -> false;
        };
    }

    private static Optional<String> whyKeepStartTls(Peer peer) {
        if (peer.counts().fellBack() > 0) {
            return Optional.of("It sends in clear text by itself when TLS fails.");
        }
        return switch (peer.finding().orElseThrow().kind()) {
            case OUR_CONFIGURATION -> Optional.of("This host's own configuration is to be repaired.");
            case CERTIFICATE_REFUSED_HERE -> Optional.of("This host demands a certificate of it; that is a decision.");
            case SSLV2_ONLY, DOES_NOT_SPEAK_TLS, BROKEN ->
                isMailServer(peer)
                        ? Optional.empty()
                        : Optional.of("Nothing shows that it is a mail server: no name, no mail, or too few tries.");
            default -> Optional.empty();
        };
    }

    /** Noise comes once, or without a name, or speaks HTTP. */
    private static boolean isMailServer(Peer peer) {
        boolean isHttp = peer.failures().stream()
                .anyMatch(failure -> failure.reason().startsWith("http")); // http request, https proxy request
        return peer.counts().hasMail()
                || (!isHttp && peer.counts().failed() > 1 && !peer.name().equals("unknown"));
    }

    private void listeners(List<Peer> clients) {
        if (server.settings().isEmpty() || server.openSsl().isEmpty()) {
            return;
        }
        SecondListener listener = new SecondListener(
                server, server.settings().get(), server.openSsl().get(), loggedString());
        listener.remedy(of(clients, PeerKind.TLSV1_0_AT_MOST, PeerKind.OLDER_VERSION), ProtocolVersion.TLSV1_0)
                .ifPresent(remedies::add);
        listener.remedy(of(clients, PeerKind.SSLV3_ONLY), ProtocolVersion.SSLV3).ifPresent(remedies::add);
        if (!server.openSsl().get().has(BuildOption.SSL3)) {
            of(clients, PeerKind.SSLV3_ONLY)
                    .forEach(peer -> reasons.putIfAbsent(peer, "The OpenSSL here cannot speak SSLv3."));
        }
    }

    /** That of the service on port 25, if the log names it. */
    private Optional<CipherString> loggedString() {
        return peers.cipherStrings().entrySet().stream()
                .filter(entry -> entry.getKey().indexOf('/') < 0)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<Peer> of(List<Peer> clients, PeerKind... kinds) {
        Set<PeerKind> wanted = Set.of(kinds);
        return clients.stream()
                .filter(peer -> wanted.contains(peer.finding().orElseThrow().kind()))
                .toList();
    }

    private void policies(List<Peer> servers) {
        Map<PeerKind, List<Peer>> served = new EnumMap<>(PeerKind.class);
        for (Peer peer : servers) {
            PeerKind kind = peer.finding().orElseThrow().kind();
            policies.objection(peer, kind)
                    .ifPresentOrElse(
                            reason -> reasons.putIfAbsent(peer, reason),
                            () -> served.computeIfAbsent(kind, any -> new ArrayList<>())
                                    .add(peer));
        }
        served.forEach((kind, some) -> remedies.add(policies.remedy(some, kind)));
    }

    private List<RemedyPlan.Unserved> unserved(List<Peer> needy) {
        Set<Peer> served = new HashSet<>();
        remedies.stream()
                .filter(remedy -> remedy.kind() != Kind.OTHER)
                .forEach(remedy -> served.addAll(remedy.serves()));
        needy.forEach(peer -> reasons.putIfAbsent(peer, "No change of this host's settings is known to help it."));
        List<RemedyPlan.Unserved> unserved = new ArrayList<>();
        for (Peer peer : peers.failing()) {
            if (!served.contains(peer)) {
                unserved.add(new RemedyPlan.Unserved(peer, reasons.getOrDefault(peer, "")));
            }
        }
        return unserved;
    }
}
