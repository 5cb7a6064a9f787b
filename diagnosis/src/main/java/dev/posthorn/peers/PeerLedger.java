package dev.posthorn.peers;

import dev.posthorn.diagnosis.Diagnostician;
import dev.posthorn.diagnosis.HandshakeDiagnosis;
import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.diagnosis.SessionVerdict;
import dev.posthorn.diagnosis.SmtpSession;
import dev.posthorn.diagnosis.TlsOutcome;
import dev.posthorn.diagnosis.VerdictContext;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.ciphers.CipherString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what each peer did, session by session, and classifies the peers in the end.
 *
 * <pre>{@code
 * PeerLedger ledger = new PeerLedger(MailServer.of("2.6.6", mainCf, "1.0.1e"));
 * Posthorn.maillog("maillog").sessions().forEach(ledger::add);
 * ledger.peers().failing().forEach(System.out::println);
 * }</pre>
 *
 * <p>Memory is bounded: a peer takes a few kilobytes at most, and there are never more than twice the limit of them. When
 * there are, those with the fewest sessions are forgotten, and {@link Peers#errorBound()} says how much may be missing. Not
 * safe for use by several threads.
 */
public final class PeerLedger {

    /** How many peers are kept unless another limit is given. */
    public static final int LIMIT = 20_000;

    private static final int MAX_SERVICES = 100;
    private static final int MAX_STRING = 20_000;
    private static final String UNKNOWN = "unknown";

    private final int limit;
    private final Diagnostician diagnostician;
    private final VerdictContext context;
    private final ServiceModels models;
    private final Map<Key, PeerRecord> records = new HashMap<>();
    private final Map<String, CipherString> cipherStrings = new LinkedHashMap<>();
    private long errorBound;
    private long forgotten;
    private long failedWithoutPeer;

    private record Key(TlsRole role, String address) {}

    /**
     * Nothing seen yet.
     *
     * @param server what is known of the server that wrote the log
     */
    public PeerLedger(MailServer server) {
        this(server, LIMIT);
    }

    /**
     * Nothing seen yet.
     *
     * @param server what is known of the server that wrote the log
     * @param limit how many peers are kept before any is forgotten
     * @throws IllegalArgumentException if {@code limit} is below 1
     */
    public PeerLedger(MailServer server, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: " + limit + " is below 1");
        }
        this.limit = limit;
        this.diagnostician = new Diagnostician(server);
        this.models = new ServiceModels(server);
        this.context = VerdictContext.unknown().withServer(server);
    }

    /**
     * Takes a session. Those of other programs than Postfix are left alone: what is known of the server is about Postfix.
     *
     * @param session a complete session
     */
    public void add(SmtpSession session) {
        if (session.software() != MailSoftware.POSTFIX) {
            return;
        }
        boolean isFailure = session.tlsOutcome().isFailure();
        Optional<String> address = session.peer()
                .map(MailPeer::address)
                .filter(text -> !text.isEmpty() && !text.equals(UNKNOWN))
                .map(text -> text.toLowerCase(Locale.ROOT));
        if (address.isEmpty()) {
            failedWithoutPeer += isFailure ? 1 : 0;
            return;
        }
        Key key = new Key(session.role(), address.get());
        PeerRecord record = records.get(key);
        if (record == null) {
            if (!isFailure && session.tlsOutcome() != TlsOutcome.ESTABLISHED) {
                return;
            }
            record = new PeerRecord(session.role(), address.get());
            records.put(key, record);
        }
        record.add(session);
        note(session);
        if (isFailure) {
            SessionVerdict verdict = session.verdict(context);
            HandshakeDiagnosis diagnosis = diagnostician.diagnose(session);
            record.addFailure(session, verdict, diagnosis, SessionReading.of(session, verdict, diagnosis));
        }
        if (records.size() >= 2 * limit) {
            forgetTheRare();
        }
    }

    /** The last string of each service is the one in force now. */
    private void note(SmtpSession session) {
        Optional<CipherString> string =
                session.cipherString().filter(text -> text.text().length() <= MAX_STRING);
        String service = session.instance().orElse("");
        boolean isRoom = cipherStrings.containsKey(service) || cipherStrings.size() < MAX_SERVICES;
        if (session.role() == TlsRole.SERVER && string.isPresent() && isRoom) {
            cipherStrings.put(service, string.get());
        }
    }

    /** Each forgotten peer had at most so many sessions, and so has each that is forgotten again: the bounds add up. */
    private void forgetTheRare() {
        List<Map.Entry<Key, PeerRecord>> byWeight = new ArrayList<>(records.entrySet());
        byWeight.sort(Comparator.comparingLong((Map.Entry<Key, PeerRecord> entry) -> entry.getValue().sessions)
                .reversed());
        List<Map.Entry<Key, PeerRecord>> rare = byWeight.subList(limit, byWeight.size());
        errorBound += rare.get(0).getValue().sessions;
        forgotten += rare.size();
        rare.forEach(entry -> records.remove(entry.getKey()));
    }

    /**
     * The peers so far, classified.
     *
     * @return the peers, those with the most failures first
     */
    public Peers peers() {
        List<Peer> peers = new ArrayList<>(records.size());
        records.values().forEach(record -> peers.add(new Peer(record, PeerClassifier.classify(record, models))));
        peers.sort(Comparator.comparingLong((Peer peer) -> peer.counts().failed())
                .thenComparingLong(peer -> peer.counts().sessions())
                .reversed()
                .thenComparing(Peer::role)
                .thenComparing(Peer::address));
        return new Peers(peers, limit, errorBound, forgotten, failedWithoutPeer, cipherStrings);
    }

    /** {@code 12 peers}. */
    @Override
    public String toString() {
        return records.size() + " peers";
    }
}
