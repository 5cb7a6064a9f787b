package dev.posthorn.show;

import dev.posthorn.peers.Peer;
import dev.posthorn.remedy.Impact;
import dev.posthorn.remedy.PeerImpact;
import java.util.List;
import java.util.stream.Collectors;

/** What text and page say of a remedy alike. */
final class Remedies {

    private Remedies() {}

    /** {@code a.example.com[192.0.2.1], b.example.com[192.0.2.2] and 12 more}. */
    static String served(List<Peer> peers, int most) {
        int more = peers.size() - most;
        return peers.stream().limit(most).map(Peer::text).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + Words.count(more) + " more" : "");
    }

    /** Those for whom something changes, and those of whom the log does not tell. */
    static List<PeerImpact> touched(Impact impact) {
        return impact.all().stream()
                .filter(peer -> switch (peer.kind()) {
                    case UNCHANGED, STILL_FAILS, KEEPS_TLS -> false;
                    case WOULD_FAIL, WOULD_FALL_BACK, WOULD_SUCCEED, OTHER_SUITE, UNDETERMINED -> true;
                })
                .toList();
    }
}
