package dev.posthorn.remedy;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.Peers;
import dev.posthorn.postfix.PostfixTlsSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What other settings would mean to the peers of a log: who would lose TLS, who would gain it, who would use another suite,
 * and of whom the log does not tell.
 *
 * <pre>{@code
 * MailServer now = MailServer.of("2.6.6", mainCf, "1.0.1e");
 * PostfixTlsSettings changed = now.settings().orElseThrow().with("smtpd_tls_eecdh_grade", "strong");
 * Impact impact = Impact.of(Posthorn.diagnose(Path.of("maillog"), now).peers(), now, changed);
 * impact.losing().forEach(System.out::println);
 * }</pre>
 *
 * <p>Where the log names the cipher string in force and it is not that of the settings, the log is right, and its string
 * stays in force unless the other settings change theirs. Of clients, what they do is retraced on the model of the server; of servers, what they choose is not known, and only
 * what follows from what they chose is told. Immutable.
 */
public final class Impact {

    private final MailServer before;
    private final MailServer after;
    private final List<PeerImpact> all;

    private Impact(MailServer before, MailServer after, List<PeerImpact> all) {
        this.before = before;
        this.after = after;
        this.all = List.copyOf(all);
    }

    /**
     * Compares two servers.
     *
     * @param peers the peers of a log that was written with the first
     * @param before the server as it is
     * @param after the server as it would be
     * @return the impact on each peer
     */
    public static Impact of(Peers peers, MailServer before, MailServer after) {
        return of(peers, peers.all(), before, after);
    }

    /**
     * Compares two sets of settings of one server.
     *
     * @param peers the peers of a log that was written with the first
     * @param before the server as it is
     * @param settings the settings as they would be
     * @return the impact on each peer
     */
    public static Impact of(Peers peers, MailServer before, PostfixTlsSettings settings) {
        return of(peers, before, with(before, settings));
    }

    /** The impact on some of the peers of a log. */
    static Impact of(Peers log, List<Peer> peers, MailServer before, MailServer after) {
        ClientsForecast clients = new ClientsForecast(before, after, log.cipherStrings());
        ServersForecast servers = new ServersForecast(before, after);
        List<PeerImpact> all = new ArrayList<>(peers.size());
        for (Peer peer : peers) {
            all.add(peer.role() == TlsRole.SERVER ? clients.of(peer) : servers.of(peer));
        }
        all.sort(Comparator.comparing(PeerImpact::kind)); // Stable: within a kind in the order of the peers.
        return new Impact(before, after, all);
    }

    static MailServer with(MailServer server, PostfixTlsSettings settings) {
        MailServer.Builder changed = MailServer.builder().settings(settings).addAllCertificates(server.certificates());
        server.openSsl().ifPresent(changed::openSsl);
        return changed.build();
    }

    /**
     * The server as it is.
     *
     * @return what is known of it
     */
    public MailServer before() {
        return before;
    }

    /**
     * The server as it would be.
     *
     * @return what is known of it
     */
    public MailServer after() {
        return after;
    }

    /**
     * The impact on every peer.
     *
     * @return those that lose first, those for whom nothing changes last
     */
    public List<PeerImpact> all() {
        return all;
    }

    /**
     * The peers that something becomes of.
     *
     * @param kind what becomes of them
     * @return the impact on them
     */
    public List<PeerImpact> of(PeerImpact.Kind kind) {
        return all.stream().filter(impact -> impact.kind() == kind).toList();
    }

    /**
     * The peers that would lose TLS.
     *
     * @return those that would fail, and those that would fall back to clear text
     */
    public List<PeerImpact> losing() {
        return all.stream()
                .filter(impact ->
                        impact.kind() == PeerImpact.Kind.WOULD_FAIL || impact.kind() == PeerImpact.Kind.WOULD_FALL_BACK)
                .toList();
    }

    /**
     * The peers that would gain TLS.
     *
     * @return those that fail now and would succeed
     */
    public List<PeerImpact> gaining() {
        return of(PeerImpact.Kind.WOULD_SUCCEED);
    }

    /**
     * Does nothing change for anybody, as far as can be told?
     *
     * @return true if there is no peer but those for whom nothing changes
     */
    public boolean isEmpty() {
        return all.stream()
                .allMatch(impact ->
                        impact.kind() == PeerImpact.Kind.UNCHANGED || impact.kind() == PeerImpact.Kind.STILL_FAILS);
    }

    /** How many peers lose, gain, change, and are not told by the log. */
    @Override
    public String toString() {
        return losing().size() + " lose TLS, " + gaining().size() + " gain it, "
                + of(PeerImpact.Kind.OTHER_SUITE).size() + " use another suite, "
                + of(PeerImpact.Kind.UNDETERMINED).size() + " cannot be told";
    }
}
