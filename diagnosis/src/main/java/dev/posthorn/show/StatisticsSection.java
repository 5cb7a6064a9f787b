package dev.posthorn.show;

import dev.posthorn.report.PeerProtocol;
import dev.posthorn.report.TlsTailCount;
import dev.posthorn.show.TlsFigures.Direction;
import dev.posthorn.show.TlsFigures.Named;
import dev.posthorn.show.TlsFigures.ProtocolUse;
import java.util.List;

/** TLS statistics, first of all what is asked before a version is switched off. */
final class StatisticsSection {

    private static final int MOST = 25;

    private final TlsFigures figures;
    private final HtmlWriter html;

    StatisticsSection(TlsFigures figures, HtmlWriter html) {
        this.figures = figures;
        this.html = html;
    }

    void write() {
        if (figures.directions().isEmpty()) {
            return;
        }
        html.open("section", "id", "statistics").element("h2", "TLS statistics");
        html.open("div", "class", "grid");
        figures.directions().forEach(this::protocols);
        named("Cipher suites", "suite", figures.suites());
        named("Services", "service", figures.services());
        named("Trust in the certificate of the peer", "trust", figures.trusts());
        tails();
        html.close();
        figures.directions().forEach(this::oldProtocols);
        html.close();
    }

    private void protocols(Direction direction) {
        html.open("div", "class", "card").element("h3", Words.direction(direction.role()));
        HtmlTable table = new HtmlTable(html, "Versions");
        table.heading("version").numberHeadings(List.of("handshakes", "share", "peers' best"));
        for (ProtocolUse use : direction.protocols()) {
            table.row(use.protocol().word()).number(use.handshakes());
            table.amount(Words.share(use.handshakes(), direction.established()));
            table.number(use.nothingBetter().size());
        }
        table.end();
        html.element("p", "The last column counts the peers of which no better version was seen.", "class", "more");
        if (direction.reused() > 0) {
            html.element("p", Words.count(direction.reused(), "connection") + " used once more.", "class", "more");
        }
        html.close();
    }

    private void oldProtocols(Direction direction) {
        List<PeerProtocol> old = direction.protocols().stream()
                .filter(ProtocolUse::isOld)
                .flatMap(use -> use.nothingBetter().stream())
                .toList();
        html.element("h3", OldProtocols.question(direction));
        html.element("p", OldProtocols.answer(direction, figures.knowsAllPeers()));
        if (!old.isEmpty()) {
            HtmlTable table = new HtmlTable(html, "Peers that were never seen with TLSv1.2 or later");
            table.heading("peer", "best version")
                    .numberHeadings(List.of("handshakes"))
                    .heading("last");
            for (PeerProtocol peer : old.subList(0, Math.min(MOST, old.size()))) {
                table.row(peer.peer()).cell(peer.best().word()).number(peer.handshakes());
                table.cell(Words.time(peer.last()));
            }
            table.end();
            if (old.size() > MOST) {
                html.element("p", "and " + Words.count(old.size() - MOST, "more peer"), "class", "more");
            }
        }
    }

    private void named(String title, String heading, List<Named> names) {
        if (names.isEmpty()) {
            return;
        }
        long total = names.stream().mapToLong(Named::count).sum();
        html.open("div", "class", "card").element("h3", title);
        HtmlTable table = new HtmlTable(html, title);
        table.heading(heading).numberHeadings(List.of("handshakes", "share"));
        for (Named name : names.subList(0, Math.min(MOST, names.size()))) {
            table.row(name.name()).number(name.count()).amount(Words.share(name.count(), total));
        }
        table.end();
        if (names.size() > MOST) {
            html.element("p", "and " + Words.count(names.size() - MOST) + " more", "class", "more");
        }
        html.close();
    }

    private void tails() {
        List<TlsTailCount> tails = figures.report().tails().top(MOST);
        if (tails.isEmpty()) {
            return;
        }
        html.open("div", "class", "card").element("h3", "What TLS 1.3 used");
        HtmlTable table = new HtmlTable(html, "Key exchanges and signatures");
        table.heading("key exchange", "server", "client").numberHeadings(List.of("handshakes"));
        for (TlsTailCount tail : tails) {
            table.row(tail.keyExchange().isEmpty() ? "not printed" : tail.keyExchange());
            table.cell((tail.serverSignature() + " " + tail.serverDigest()).strip());
            table.cell((tail.clientSignature() + " " + tail.clientDigest()).strip());
            table.number(tail.count());
        }
        table.end();
        Limits.more(html, figures.report().tails(), MOST);
        html.close();
    }
}
