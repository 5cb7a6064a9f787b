package dev.posthorn.remedy;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.PeerFinding;
import dev.posthorn.peers.Peers;
import java.util.ArrayList;
import java.util.List;

/** Makes the plan: every failing peer gets a remedy, or a reason why not. */
final class RemedyPlanner {

    private final Peers peers;
    private final MailServer server;
    private final List<TargetedRemedy> remedies = new ArrayList<>();

    RemedyPlanner(Peers peers, MailServer server) {
        this.peers = peers;
        this.server = server;
    }

    RemedyPlan plan() {
        List<RemedyPlan.Unserved> unserved = new ArrayList<>();
        for (Peer peer : peers.failing()) {
            String because = peer.finding().map(PeerFinding::toString).orElse("");
            unserved.add(new RemedyPlan.Unserved(
                    peer, because + server.settings().map(known -> "").orElse("")));
        }
        return new RemedyPlan(remedies, unserved);
    }
}
