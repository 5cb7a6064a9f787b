package dev.posthorn.show;

import dev.posthorn.diagnosis.HandshakeDiagnosis;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.maillog.Contradiction;
import dev.posthorn.peers.Peer;
import dev.posthorn.postfix.Finding;
import dev.posthorn.remedy.ConfigurationText;
import dev.posthorn.remedy.PeerImpact;
import dev.posthorn.remedy.TargetedRemedy;
import dev.posthorn.show.DiagnosisFigures.KindOfPeer;
import dev.posthorn.text.TerminalText;
import dev.posthorn.text.TextTable;
import java.util.List;
import java.util.stream.Collectors;

/** The sections of a dossier's text that a diagnosis adds: peers, remedies, stories, settings. */
final class DiagnosisText {

    private static final int MOST = 10;
    private static final int MOST_STORIES = 5;
    private static final int MAX_NAME = 48;
    private static final int MAX_TEXT = 600;

    private final DiagnosisFigures figures;
    private final Sections out;

    DiagnosisText(DiagnosisFigures figures, Sections out) {
        this.figures = figures;
        this.out = out;
    }

    void write() {
        peers();
        remedies();
        settings();
        stories();
    }

    private void peers() {
        List<Peer> failing = figures.failing();
        if (failing.isEmpty()) {
            return;
        }
        out.heading("Who failed, and what it is taken for");
        TextTable kinds = new TextTable(" failures", " peers", "the peer ...");
        for (KindOfPeer kind : figures.kinds()) {
            kinds.row(
                    Words.count(kind.failures()),
                    Words.count(kind.peers()),
                    kind.kind().description());
        }
        out.table(kinds);
        failing.stream().limit(MOST).forEach(this::peer);
        out.more(failing.size(), MOST);
        PeerLimits.sentences(figures.diagnosis().peers()).forEach(out::paragraph);
    }

    private void peer(Peer peer) {
        out.blank();
        out.paragraph((peer.role() == TlsRole.SERVER ? "from " : "to ")
                + (peer.text().isEmpty() ? "a peer that no line names" : Words.middleCut(peer.text(), 2 * MAX_NAME)));
        peer.finding()
                .ifPresent(found -> out.item(
                        "  The peer ",
                        "  ",
                        found.kind().description() + " (" + Words.confidence(found.confidence()) + ")."));
        peer.failures().stream()
                .limit(MOST)
                .forEach(failure -> out.item(
                        "  " + Words.count(failure.count()) + " x ",
                        "    ",
                        TerminalText.escape(failure.reason(), MAX_NAME) + ", last " + Words.time(failure.lastAt())
                                + ", first in line " + failure.firstLine()));
        peer.finding()
                .ifPresent(found -> found.because()
                        .forEach(sentence -> out.item("  - ", "    ", TerminalText.escape(sentence, MAX_TEXT))));
        List<Integer> numbers = figures.remediesFor(peer);
        if (!numbers.isEmpty()) {
            out.item("  Remedy: ", "    ", numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        } else {
            figures.unserved(peer)
                    .ifPresent(
                            because -> out.item("  No remedy here: ", "    ", TerminalText.escape(because, MAX_TEXT)));
        }
    }

    private void remedies() {
        List<TargetedRemedy> remedies = figures.remedies();
        if (remedies.isEmpty()) {
            return;
        }
        out.heading("What to change");
        for (int i = 0; i < Math.min(MOST, remedies.size()); i++) {
            remedy(i + 1, remedies.get(i));
        }
        out.more(remedies.size(), MOST);
    }

    private void remedy(int number, TargetedRemedy remedy) {
        out.blank();
        out.item(number + ". ", "   ", TerminalText.escape(remedy.summary(), MAX_TEXT));
        for (ConfigurationText text : remedy.texts()) {
            out.paragraph("   " + text.file().path() + ":");
            Copyable.of(text).lines().forEach(line -> out.line("       " + TerminalText.escape(line)));
        }
        out.item("   For: ", "     ", Remedies.served(remedy.serves(), MOST));
        if (!remedy.risk().isEmpty()) {
            out.item("   Risk: ", "     ", TerminalText.escape(remedy.risk(), MAX_TEXT));
        }
        remedy.caveats().forEach(caveat -> out.item("   Mind: ", "     ", TerminalText.escape(caveat, MAX_TEXT)));
        remedy.impact().ifPresent(impact -> {
            out.item("   To all peers: ", "     ", impact + ".");
            List<PeerImpact> touched = Remedies.touched(impact);
            touched.stream()
                    .limit(MOST)
                    .forEach(peer -> out.item("     ", "       ", TerminalText.escape(peer.toString(), MAX_TEXT)));
            out.more(touched.size(), MOST);
        });
    }

    private void settings() {
        List<Contradiction> contradictions = figures.diagnosis().contradictions();
        List<Finding> findings = figures.diagnosis().findings();
        if (!contradictions.isEmpty()) {
            out.heading("Where log and settings do not agree");
            out.paragraph("The log is right: these are the settings of another server, service or time.");
            contradictions.stream().limit(MOST).forEach(each -> out.item("  - ", "    ", each.toString()));
            out.more(contradictions.size(), MOST);
        }
        if (!findings.isEmpty()) {
            out.heading("What should be known of the settings");
            findings.stream().limit(MOST).forEach(each -> out.item("  - ", "    ", each.toString()));
            out.more(findings.size(), MOST);
        }
    }

    private void stories() {
        List<HandshakeDiagnosis> examples = figures.examples();
        if (examples.isEmpty()) {
            return;
        }
        out.heading("Why, step by step");
        for (HandshakeDiagnosis example : examples.subList(0, Math.min(MOST_STORIES, examples.size()))) {
            out.blank();
            out.paragraph(TerminalText.escape(example.reason(), MAX_NAME) + ", line "
                    + example.session().firstLine());
            out.blank();
            example.explain().lines().forEach(out::line);
        }
        out.more(examples.size(), MOST_STORIES);
    }
}
