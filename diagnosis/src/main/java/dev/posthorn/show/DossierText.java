package dev.posthorn.show;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.report.HandshakeResult;
import dev.posthorn.report.PeerProtocol;
import dev.posthorn.report.TlsFailureCount;
import dev.posthorn.show.TimeSlots.Slot;
import dev.posthorn.show.TlsFigures.Direction;
import dev.posthorn.show.TlsFigures.FailureKind;
import dev.posthorn.show.TlsFigures.Named;
import dev.posthorn.show.TlsFigures.ProtocolUse;
import dev.posthorn.text.TerminalText;
import dev.posthorn.text.TextTable;
import java.util.List;

/** A dossier for a terminal of 100 columns: the same sections as the page, with tables for its drawings. */
final class DossierText {

    private static final int MOST = 10;
    private static final int MAX_PEER = 40;
    private static final int MAX_ERROR = 24;
    private static final int MAX_NAME = 60;

    private final Dossier dossier;
    private final TlsFigures figures;
    private final Sections out = new Sections();

    DossierText(Dossier dossier) {
        this.dossier = dossier;
        figures = dossier.figures();
    }

    String write() {
        verdict();
        dossier.diagnosis().ifPresentOrElse(this::diagnosis, this::failures);
        figures.directions().forEach(this::direction);
        named("Cipher suites", "suite", figures.suites());
        named("Services", "service", figures.services());
        named("Trust", "trust in the peer's certificate", figures.trusts());
        notUnderstood();
        return out.toString();
    }

    private void verdict() {
        out.paragraph("TLS in " + dossier.title() + ": " + Headline.of(figures));
        Headline.besides(dossier).ifPresent(out::paragraph);
        Words.span(figures.report().timeline())
                .ifPresent(span -> out.paragraph(Words.count(figures.report().lines(), "line") + ", " + span + "."));
        List<FailureKind> kinds = figures.failureKinds();
        if (!kinds.isEmpty()) {
            out.blank();
        }
        kinds.stream().limit(MOST).forEach(this::kind);
        out.more(kinds.size(), MOST);
    }

    private void kind(FailureKind kind) {
        out.item(
                "  * ",
                "    ",
                TerminalText.escape(kind.error(), MAX_NAME)
                        + (kind.role() == TlsRole.SERVER ? ", coming in: " : ", going out: ")
                        + Words.count(kind.count(), "time") + " with " + Words.count(kind.peers(), "peer") + ", last "
                        + Words.time(kind.last()) + ". " + Words.fault(kind.verdict()));
    }

    private void diagnosis(DiagnosisFigures diagnosis) {
        new DiagnosisText(diagnosis, out).write();
    }

    private void failures() {
        List<TlsFailureCount> failures = figures.report().failures().rows();
        if (failures.isEmpty()) {
            return;
        }
        out.heading("Who failed");
        TextTable table = new TextTable(" count", "way", "peer", "error", "last", "later");
        failures.stream().limit(MOST).forEach(failure -> {
            table.row(
                    Words.count(failure.count()),
                    failure.role() == TlsRole.SERVER ? "from" : "to",
                    failure.peer().isEmpty() ? "not named" : Words.middleCut(failure.peer(), MAX_PEER),
                    TerminalText.escape(failure.error(), MAX_ERROR),
                    Words.time(failure.last()),
                    failure.laterSuccess().isPresent() ? "ok" : "-");
        });
        out.table(table);
        out.more(failures.size(), MOST);
        if (!figures.report().failures().isExact()) {
            out.paragraph(Limits.inexact(figures.report().failures()));
        }
    }

    private void direction(Direction direction) {
        out.heading(Words.direction(direction.role()));
        TextTable table = new TextTable("version", " handshakes", " share", " peers of which none better was seen");
        for (ProtocolUse use : direction.protocols()) {
            table.row(
                    use.protocol().word(),
                    Words.count(use.handshakes()),
                    Words.share(use.handshakes(), direction.established()),
                    Words.count(use.nothingBetter().size()));
        }
        if (!direction.protocols().isEmpty()) {
            out.table(table);
        }
        out.blank();
        out.paragraph(OldProtocols.question(direction));
        out.paragraph(OldProtocols.answer(direction, figures.knowsAllPeers()));
        dependents(direction);
        overTime(direction);
    }

    private void dependents(Direction direction) {
        List<PeerProtocol> old = direction.protocols().stream()
                .filter(ProtocolUse::isOld)
                .flatMap(use -> use.nothingBetter().stream())
                .toList();
        if (!old.isEmpty()) {
            TextTable table = new TextTable(" handshakes", "best", "last", "peer");
            old.stream()
                    .limit(MOST)
                    .forEach(peer -> table.row(
                            Words.count(peer.handshakes()),
                            peer.best().word(),
                            Words.time(peer.last()),
                            Words.middleCut(peer.peer(), MAX_NAME)));
            out.table(table);
            out.more(old.size(), MOST);
        }
    }

    private void overTime(Direction direction) {
        TimeSlots time = TimeSlots.of(figures.report().timeline(), direction.role(), MOST);
        List<HandshakeResult> results = TimeChart.PILE.stream()
                .filter(result -> time.slots().stream().anyMatch(slot -> slot.count(result) > 0))
                .toList();
        if (time.slots().isEmpty()) {
            return;
        }
        String[] headings = new String[results.size() + 1];
        headings[0] = "by " + time.unit();
        for (int i = 0; i < results.size(); i++) {
            headings[i + 1] = " " + results.get(i).word();
        }
        TextTable table = new TextTable(headings);
        for (Slot slot : time.slots()) {
            Object[] cells = new Object[headings.length];
            cells[0] = slot.start();
            for (int i = 0; i < results.size(); i++) {
                cells[i + 1] = Words.count(slot.count(results.get(i)));
            }
            table.row(cells);
        }
        out.blank();
        out.table(table);
    }

    private void named(String title, String heading, List<Named> names) {
        if (names.isEmpty()) {
            return;
        }
        out.heading(title);
        TextTable table = new TextTable(" handshakes", heading);
        names.stream()
                .limit(MOST)
                .forEach(name -> table.row(Words.count(name.count()), TerminalText.escape(name.name(), MAX_NAME)));
        out.table(table);
        out.more(names.size(), MOST);
    }

    private void notUnderstood() {
        out.heading("What was not understood");
        out.paragraph(NotUnderstood.summary(figures.report()));
        TextTable table = new TextTable(" lines", "reason");
        List<UnrecognizedReason> reasons = NotUnderstood.reasons(figures.report());
        for (UnrecognizedReason reason : reasons) {
            table.row(Words.count(figures.report().unrecognized(reason)), NotUnderstood.words(reason));
        }
        if (!reasons.isEmpty()) {
            out.table(table);
        }
    }
}
