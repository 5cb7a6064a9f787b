package dev.posthorn.show;

import dev.posthorn.diagnosis.HandshakeDiagnosis;
import dev.posthorn.maillog.MaillogDiagnosis;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.PeerKind;
import dev.posthorn.remedy.TargetedRemedy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What text, JSON and page tell of a {@link MaillogDiagnosis}, worked out once. */
final class DiagnosisFigures {

    private final MaillogDiagnosis diagnosis;
    private final List<Peer> failing;
    private final Map<Peer, List<Integer>> remedyNumbers = new HashMap<>();
    private final Map<Peer, String> unserved = new HashMap<>();

    /** Peers that are taken for the same. */
    record KindOfPeer(PeerKind kind, long peers, long failures) {}

    private record Likeness(String reason, Optional<CipherString> cipherString, Optional<String> invalidProtocols) {}

    DiagnosisFigures(MaillogDiagnosis diagnosis) {
        this.diagnosis = diagnosis;
        failing = diagnosis.peers().failing();
        for (int i = 0; i < remedies().size(); i++) {
            for (Peer peer : remedies().get(i).serves()) {
                remedyNumbers.computeIfAbsent(peer, key -> new ArrayList<>()).add(i + 1);
            }
        }
        diagnosis.remedies().unserved().forEach(each -> unserved.putIfAbsent(each.peer(), each.because()));
    }

    MaillogDiagnosis diagnosis() {
        return diagnosis;
    }

    List<Peer> failing() {
        return failing;
    }

    /** What the failing peers are taken for, the frequent first. */
    List<KindOfPeer> kinds() {
        Map<PeerKind, KindOfPeer> kinds = new EnumMap<>(PeerKind.class);
        for (Peer peer : failing) {
            PeerKind kind = peer.finding().map(found -> found.kind()).orElse(PeerKind.UNDETERMINED);
            kinds.merge(
                    kind,
                    new KindOfPeer(kind, 1, peer.counts().failed()),
                    (one, other) -> new KindOfPeer(kind, one.peers + other.peers, one.failures + other.failures));
        }
        return kinds.values().stream()
                .sorted(Comparator.comparingLong(KindOfPeer::failures).reversed())
                .toList();
    }

    List<TargetedRemedy> remedies() {
        return diagnosis.remedies().remedies();
    }

    /** By the numbers under which the remedies are shown, from 1. */
    List<Integer> remediesFor(Peer peer) {
        return remedyNumbers.getOrDefault(peer, List.of());
    }

    /** Why there is no remedy for a peer on this side. */
    Optional<String> unserved(Peer peer) {
        return Optional.ofNullable(unserved.get(peer));
    }

    /** One failure of each kind, the frequent kinds first. */
    List<HandshakeDiagnosis> examples() {
        Map<Likeness, List<HandshakeDiagnosis>> alike = new LinkedHashMap<>();
        for (HandshakeDiagnosis failure : diagnosis.failures()) {
            Likeness likeness = new Likeness(
                    failure.reason(),
                    failure.session().cipherString(),
                    failure.session().invalidProtocols());
            alike.computeIfAbsent(likeness, key -> new ArrayList<>()).add(failure);
        }
        return alike.values().stream()
                .sorted(Comparator.<List<HandshakeDiagnosis>>comparingInt(List::size)
                        .reversed())
                .map(failures -> failures.get(0))
                .toList();
    }
}
