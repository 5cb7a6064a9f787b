package dev.posthorn.show;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.report.PeerProtocol;
import dev.posthorn.show.TlsFigures.Direction;
import dev.posthorn.show.TlsFigures.ProtocolUse;
import java.util.List;

/** The answer to the question that is asked before TLSv1.0 is switched off, as far as a log can answer it. */
final class OldProtocols {

    private OldProtocols() {}

    static String question(Direction direction) {
        return "May TLSv1 and TLSv1.1 be switched off for mail "
                + (direction.role() == TlsRole.SERVER ? "coming in?" : "going out?");
    }

    static String answer(Direction direction, boolean knowsAllPeers) {
        List<ProtocolUse> old =
                direction.protocols().stream().filter(ProtocolUse::isOld).toList();
        List<PeerProtocol> dependent =
                old.stream().flatMap(use -> use.nothingBetter().stream()).toList();
        long handshakes = old.stream().mapToLong(ProtocolUse::handshakes).sum();
        String unknown =
                knowsAllPeers ? "" : " There were more peers than a report remembers; the rare ones are missing here.";
        if (direction.established() == 0) {
            return "The log does not tell: no handshake succeeded.";
        }
        if (handshakes == 0) {
            return "Nobody in this log would notice: every handshake agreed on TLSv1.2 or later." + unknown;
        }
        String used = Words.count(handshakes, "handshake") + " (" + Words.share(handshakes, direction.established())
                + ") agreed on an older version. ";
        if (dependent.isEmpty()) {
            return used + "All of these peers were also seen with TLSv1.2 or later and would most likely use that."
                    + unknown;
        }
        String consequence = direction.role() == TlsRole.SERVER
                ? "where it is optional, their mail comes in clear text or not at all; where it is required, it does not come."
                : "where it is optional, mail to them goes in clear text or waits; where it is required, it does not go.";
        return used + Words.count(dependent.size(), "peer")
                + (dependent.size() == 1 ? " was" : " were")
                + " never seen with anything better. Without it there would be no TLS: " + consequence + unknown;
    }
}
