package dev.posthorn.diagnosis;

import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.PeerView;

/** One of the sessions that a process has at the same time, found by its peer. */
final class PeerSession extends OpenTable.Entry<PeerSession> {

    final OpenSession session;

    PeerSession(int hash, OpenSession session) {
        super(hash);
        this.session = session;
    }

    /** By address and port: the name is left out where nobody asked for it (fact sheet section 1.5). */
    static int hash(PeerView peer) {
        return hash(peer.address(), peer.port());
    }

    static int hash(AsciiView address, AsciiView port) {
        return OpenTable.spread(OpenTable.hash(OpenTable.hash(0x811C9DC5, address), port));
    }
}
