package dev.posthorn.remedy;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.Peers;
import java.util.List;

/**
 * What to change for the peers that fail, and for whom nothing is to be changed.
 *
 * <p>Every line that it proposes is known to the version of Postfix that the settings are of. Without settings there is no
 * version, and only what every version since 2.2 knows is proposed.
 *
 * @param remedies the changes, those that are good for everybody first; alternatives may serve the same peers
 * @param unserved the failing peers for whom there is no remedy on this side, with the reason
 */
public record RemedyPlan(List<TargetedRemedy> remedies, List<Unserved> unserved) {

    /**
     * A failing peer without a remedy.
     *
     * @param peer the peer
     * @param because why nothing is proposed
     */
    public record Unserved(Peer peer, String because) {

        /**
         * Makes a value.
         *
         * @param peer the peer
         * @param because why
         */
        public Unserved {}
    }

    /**
     * Makes a plan.
     *
     * @param remedies the changes; copied
     * @param unserved the peers without; copied
     */
    public RemedyPlan {
        remedies = List.copyOf(remedies);
        unserved = List.copyOf(unserved);
    }

    /**
     * Plans for the failing peers of a log.
     *
     * @param peers the peers of the log
     * @param server what is known of the server that wrote it
     * @return the plan
     */
    public static RemedyPlan of(Peers peers, MailServer server) {
        return new RemedyPlanner(peers, server).plan();
    }

    /**
     * The remedies that serve a peer.
     *
     * @param peer a failing peer
     * @return its remedies, the better ones first
     */
    public List<TargetedRemedy> remediesFor(Peer peer) {
        return remedies.stream()
                .filter(remedy -> remedy.serves().contains(peer))
                .toList();
    }

    /** {@code 2 remedies; 1 peer without}. */
    @Override
    public String toString() {
        return remedies.size()
                + (remedies.size() == 1 ? " remedy; " : " remedies; ")
                + unserved.size()
                + (unserved.size() == 1 ? " peer without" : " peers without");
    }
}
