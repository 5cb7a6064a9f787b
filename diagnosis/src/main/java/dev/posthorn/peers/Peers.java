package dev.posthorn.peers;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.ciphers.CipherString;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The peers of a log whose sessions have to do with TLS.
 *
 * @param all the peers, those with the most failures first
 * @param limit how many are kept at least before any are forgotten
 * @param errorBound by how much the count of sessions of a peer may be too low, and how many sessions a peer may have had
 *     that is missing here; 0 if every peer is there with all its sessions
 * @param forgotten how many peers were forgotten to stay within the limit; a peer that came back counts again
 * @param failedWithoutPeer how many sessions failed that name no peer
 * @param cipherStrings the cipher string that was last logged, by service of this host as a server
 */
public record Peers(
        List<Peer> all,
        int limit,
        long errorBound,
        long forgotten,
        long failedWithoutPeer,
        Map<String, CipherString> cipherStrings) {

    /**
     * Makes a value.
     *
     * @param all the peers; copied
     * @param limit 1 or more
     * @param errorBound 0 or more
     * @param forgotten 0 or more
     * @param failedWithoutPeer 0 or more
     * @param cipherStrings the strings; copied
     */
    public Peers {
        all = List.copyOf(all);
        cipherStrings = Map.copyOf(cipherStrings);
    }

    /**
     * Is every peer there, with all its sessions?
     *
     * @return false if there were more than {@link #limit()}, so that only those with many sessions are there for certain
     */
    public boolean isExact() {
        return errorBound == 0;
    }

    /**
     * The peers with which TLS failed.
     *
     * @return those with the most failures first
     */
    public List<Peer> failing() {
        return all.stream().filter(Peer::isFailing).toList();
    }

    /**
     * The peers that are taken for something.
     *
     * @param kind what they are taken for
     * @return those with the most failures first
     */
    public List<Peer> of(PeerKind kind) {
        return all.stream()
                .filter(peer ->
                        peer.finding().filter(found -> found.kind() == kind).isPresent())
                .toList();
    }

    /**
     * Finds a peer.
     *
     * @param role which side this host is
     * @param address its address as the log has it
     * @return the peer, empty if it is not there
     */
    public Optional<Peer> find(TlsRole role, String address) {
        return all.stream()
                .filter(peer -> peer.role() == role && peer.address().equals(address))
                .findFirst();
    }

    /** {@code 12 peers, 3 of them failing}. */
    @Override
    public String toString() {
        return all.size() + " peers, " + failing().size() + " of them failing"
                + (isExact() ? "" : "; the rarest of them are left out");
    }
}
