package dev.posthorn.maillog;

import dev.posthorn.diagnosis.HandshakeDiagnosis;
import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.peers.Peer;
import dev.posthorn.text.TerminalText;
import dev.posthorn.text.TextTable;
import dev.posthorn.text.WrappedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the report on a log: the counts, then each kind of failure once, with the peers it happened to. */
final class MaillogStory {

    /** How many peers of one kind of failure are listed, and how many kinds are told. */
    private static final int MAX_LISTED = 10;

    private static final int MAX_PEER_LENGTH = 60;

    private static final int COLUMNS = 100;

    private final MaillogDiagnosis log;
    private final WrappedText out = new WrappedText(COLUMNS).breakingWords();

    /** Sessions that fail alike: for the same reason, and where the cipher string matters, under the same string. */
    private record Likeness(String reason, Optional<CipherString> cipherString, Optional<String> invalidProtocols) {}

    MaillogStory(MaillogDiagnosis log) {
        this.log = log;
    }

    String tell() {
        counts();
        negotiated();
        failures();
        peers();
        contradictions();
        remedies();
        return out.toString();
    }

    private void counts() {
        long unrecognized = log.lineCounts().getOrDefault(MaillogKind.UNRECOGNIZED, 0L);
        out.paragraph(log.lineCount() + " lines, " + unrecognized + " of them not recognised; " + log.sessionCount()
                + " sessions, " + log.failedSessionCount() + " of them failed.");
        if (unrecognized > 0) {
            out.paragraph("Not recognised: "
                    + log.unrecognizedCounts().entrySet().stream()
                            .map(entry -> entry.getValue() + " "
                                    + entry.getKey()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' '))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    private void negotiated() {
        if (log.negotiatedCounts().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(" sessions", "negotiated");
        log.negotiatedCounts().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MAX_LISTED)
                .forEach(entry -> table.row(entry.getValue(), entry.getKey()));
        out.blank().verbatim("", table.toString());
    }

    private void failures() {
        Map<Likeness, List<HandshakeDiagnosis>> alike = new LinkedHashMap<>();
        for (HandshakeDiagnosis failure : log.failures()) {
            Likeness likeness = new Likeness(
                    failure.reason(),
                    failure.session()
                            .cipherString()
                            .filter(string -> failure.reason().equals("no shared cipher")),
                    failure.session().invalidProtocols());
            alike.computeIfAbsent(likeness, key -> new ArrayList<>()).add(failure);
        }
        alike.values().stream().limit(MAX_LISTED).forEach(this::failure);
        if (alike.size() > MAX_LISTED) {
            out.blank().paragraph((alike.size() - MAX_LISTED) + " further kinds of failure are not told here.");
        }
        if (log.failedSessionCount() > log.failures().size()) {
            out.blank()
                    .paragraph("Only the first " + log.failures().size() + " of " + log.failedSessionCount()
                            + " failed sessions were looked at one by one.");
        }
    }

    private void failure(List<HandshakeDiagnosis> alike) {
        out.blank().verbatim("", "-".repeat(COLUMNS));
        TextTable table = new TextTable(" line", "time", "peer that failed");
        alike.stream()
                .limit(MAX_LISTED)
                .map(HandshakeDiagnosis::session)
                .forEach(session -> table.row(
                        session.firstLine(),
                        session.startedAt().map(LogTimestamp::text).orElse("-"),
                        TerminalText.escape(session.peer().map(MailPeer::text).orElse("not named"), MAX_PEER_LENGTH)));
        out.verbatim("", table.toString());
        if (alike.size() > MAX_LISTED) {
            out.paragraph("and " + (alike.size() - MAX_LISTED) + " more");
        }
        out.blank().verbatim("", alike.get(0).explain());
    }

    private void peers() {
        List<Peer> failing = log.peers().failing();
        if (failing.isEmpty()) {
            return;
        }
        heading("Peers that fail");
        failing.stream()
                .limit(MAX_LISTED)
                .forEach(peer -> out.item(peer.counts().failed() + "x ", peer.toString()));
        if (failing.size() > MAX_LISTED) {
            out.paragraph("and " + (failing.size() - MAX_LISTED) + " more");
        }
        if (!log.peers().isExact()) {
            out.paragraph("There were more peers than are kept; " + log.peers().forgotten()
                    + " with few sessions are left" + " out.");
        }
    }

    private void contradictions() {
        if (log.contradictions().isEmpty()) {
            return;
        }
        heading("What cannot be with these settings; the log is right");
        log.contradictions().stream().limit(MAX_LISTED).forEach(found -> out.item("- ", found.toString()));
    }

    private void remedies() {
        if (log.remedies().remedies().isEmpty()) {
            return;
        }
        heading("What to change, and for whom");
        log.remedies().remedies().forEach(remedy -> {
            out.item("- ", remedy.summary());
            remedy.impact().ifPresent(impact -> out.item("  ", "Of all peers in this log: " + impact + "."));
        });
        out.paragraph("The lines to write are in remedies().");
    }

    private void heading(String text) {
        out.blank().verbatim("", "-".repeat(COLUMNS)).paragraph(text + ":");
    }
}
