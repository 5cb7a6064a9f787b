package dev.posthorn.show;

import dev.posthorn.peers.Peer;
import dev.posthorn.peers.PeerCounts;
import dev.posthorn.peers.PeerFailure;
import dev.posthorn.peers.PeerFinding;
import dev.posthorn.peers.Peers;
import dev.posthorn.show.DiagnosisFigures.KindOfPeer;
import java.util.List;

/** The failing peers: what each is taken for, why, with the lines that show it. */
final class PeersSection {

    private static final int MOST = 50;
    private static final int MAX_NAME = 120;
    private static final int MAX_REASON = 100;
    private static final int MAX_SENTENCE = 400;
    private static final int MAX_LINE = 400;
    private static final int MOST_FAILURES = 4;
    private static final int MOST_LINES = 6;

    private final DiagnosisFigures figures;
    private final HtmlWriter html;

    PeersSection(DiagnosisFigures figures, HtmlWriter html) {
        this.figures = figures;
        this.html = html;
    }

    void write() {
        List<Peer> failing = figures.failing();
        if (failing.isEmpty()) {
            return;
        }
        html.open("section", "id", "peers").element("h2", "Who failed, and what it is taken for");
        kinds();
        html.open("ul", "class", "peers");
        failing.stream().limit(MOST).forEach(this::peer);
        html.close();
        if (failing.size() > MOST) {
            html.element("p", "and " + Words.count(failing.size() - MOST, "more peer"), "class", "more");
        }
        Peers peers = figures.diagnosis().peers();
        PeerLimits.sentences(peers).forEach(sentence -> html.element("p", sentence, "class", "more"));
        html.close();
    }

    private void kinds() {
        HtmlTable table = new HtmlTable(html, "What failing peers are taken for");
        table.heading("The peer …").numberHeadings(List.of("peers", "failures"));
        for (KindOfPeer kind : figures.kinds()) {
            table.row(kind.kind().description()).number(kind.peers()).number(kind.failures());
        }
        table.end();
    }

    private void peer(Peer peer) {
        html.open("li", "class", "card peer");
        html.open("h3").quoted(name(peer), MAX_NAME).close();
        peer.finding().ifPresent(this::finding);
        html.open("dl", "class", "facts");
        fact("Direction", Words.direction(peer.role()));
        peer.failures().stream().limit(MOST_FAILURES).forEach(this::failure);
        PeerCounts counts = peer.counts();
        fact("Sessions", Words.count(counts.sessions()) + ", " + Words.count(counts.established()) + " with TLS");
        fact("Seen", Words.time(peer.firstAt()) + " to " + Words.time(peer.lastAt()));
        remedies(peer);
        html.close();
        peer.finding().ifPresent(this::reasons);
        html.close();
    }

    private static String name(Peer peer) {
        return peer.text().isEmpty() ? "a peer that no line names" : peer.text();
    }

    private void finding(PeerFinding finding) {
        html.open("p", "class", "finding");
        html.open("strong").text(finding.kind().description()).close();
        html.text(" (" + Words.confidence(finding.confidence()) + ")");
        html.close();
    }

    private void failure(PeerFailure failure) {
        html.open("div").element("dt", Words.count(failure.count()) + " ×").open("dd");
        html.open("code").quoted(failure.reason(), MAX_REASON).close();
        html.text(", last " + Words.time(failure.lastAt())).close().close();
    }

    private void remedies(Peer peer) {
        List<Integer> numbers = figures.remediesFor(peer);
        if (numbers.isEmpty()) {
            figures.unserved(peer).ifPresent(because -> fact("No remedy", because));
            return;
        }
        html.open("div").element("dt", "Remedy").open("dd");
        for (int number : numbers) {
            html.element("a", String.valueOf(number), "href", "#remedy-" + number)
                    .text(" ");
        }
        html.close().close();
    }

    private void reasons(PeerFinding finding) {
        html.open("details").element("summary", "Why, and the lines that show it");
        finding.because()
                .forEach(sentence ->
                        html.open("p").quoted(sentence, MAX_SENTENCE).close());
        if (!finding.possible().isEmpty()) {
            html.element("p", "It may also be that the peer " + Words.or(finding.possible()) + ".");
        }
        if (!finding.evidence().isEmpty()) {
            html.open("pre", "class", "evidence", "tabindex", "0").open("code");
            finding.evidence().stream()
                    .limit(MOST_LINES)
                    .forEach(line -> html.lines(Words.cut(line.toString(), MAX_LINE)));
            html.close().close();
        }
        html.close();
    }

    private void fact(String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }
}
