package dev.posthorn.show;

import dev.posthorn.peers.Peers;
import java.util.ArrayList;
import java.util.List;

/** What the list of peers leaves out. */
final class PeerLimits {

    private PeerLimits() {}

    static List<String> sentences(Peers peers) {
        List<String> sentences = new ArrayList<>();
        if (!peers.isExact()) {
            sentences.add("There were more than " + Words.count(peers.limit())
                    + " peers: those with many sessions are here, rare ones were forgotten "
                    + Words.count(peers.forgotten()) + " times, and a count may be too low by up to "
                    + Words.count(peers.errorBound()) + ".");
        }
        if (peers.failedWithoutPeer() > 0) {
            sentences.add(Words.count(peers.failedWithoutPeer(), "failed session") + " no line gives a peer to.");
        }
        return sentences;
    }
}
