package dev.posthorn.peers;

import dev.posthorn.diagnosis.LogLine;
import dev.posthorn.openssl.error.Confidence;
import java.util.List;

/**
 * What a peer is taken for, and why.
 *
 * @param kind what it is taken for
 * @param confidence how sure that is
 * @param possible what else it may be, likely ones first; without {@code kind}
 * @param because sentences, safe for a terminal
 * @param evidence lines of the log, some of them if there are many; they print escaped
 */
public record PeerFinding(
        PeerKind kind, Confidence confidence, List<PeerKind> possible, List<String> because, List<LogLine> evidence) {

    /**
     * Makes a finding.
     *
     * @param kind what it is taken for
     * @param confidence how sure that is
     * @param possible what else it may be; copied
     * @param because sentences; copied
     * @param evidence lines of the log; copied
     */
    public PeerFinding {
        possible = List.copyOf(possible);
        because = List.copyOf(because);
        evidence = List.copyOf(evidence);
    }

    /** {@code speaks TLSv1.0 at most (LIKELY)}. */
    @Override
    public String toString() {
        return kind.description() + " (" + confidence + ")";
    }
}
