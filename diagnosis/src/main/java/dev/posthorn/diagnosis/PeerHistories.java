package dev.posthorn.diagnosis;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.TlsRole;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is remembered of peers, by server, side and address; of those not seen for longest nothing. */
final class PeerHistories {

    private final int limit;
    private final Map<Key, PeerHistory> histories = new LinkedHashMap<>(16, 0.75f, true);

    private record Key(MailSoftware software, TlsRole role, String address) {}

    PeerHistories(int limit) {
        this.limit = limit;
    }

    /** What earlier sessions of a peer came to. */
    PeerHistory of(MailSoftware software, TlsRole role, Optional<MailPeer> peer) {
        PeerHistory known = peer.isEmpty()
                ? null
                : histories.get(new Key(software, role, peer.get().address()));
        return known == null ? PeerHistory.none() : known;
    }

    void add(SmtpSession session) {
        if (session.peer().isEmpty() || limit == 0) {
            return;
        }
        Key key =
                new Key(session.software(), session.role(), session.peer().get().address());
        if (key.address.equals(PeerNote.UNKNOWN)) {
            return;
        }
        histories.put(key, histories.getOrDefault(key, PeerHistory.none()).with(session));
        if (histories.size() > limit) {
            histories.remove(histories.keySet().iterator().next());
        }
    }
}
