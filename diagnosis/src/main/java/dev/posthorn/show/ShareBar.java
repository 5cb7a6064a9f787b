package dev.posthorn.show;

import dev.posthorn.report.HandshakeResult;
import dev.posthorn.show.TlsFigures.Direction;
import dev.posthorn.show.TlsFigures.ProtocolUse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What handshakes of one direction came to, as parts of one bar. */
final class ShareBar {

    private static final int HEIGHT = 28;

    private final Direction direction;

    private record Part(HandshakeResult result, long count) {}

    ShareBar(Direction direction) {
        this.direction = direction;
    }

    void write(HtmlWriter html, String id, String title) {
        List<Part> parts = new ArrayList<>();
        for (ProtocolUse use : direction.protocols()) {
            parts.add(new Part(use.protocol(), use.handshakes()));
        }
        if (direction.failed() > 0) {
            parts.add(new Part(HandshakeResult.FAILED, direction.failed()));
        }
        long total = Math.max(1, parts.stream().mapToLong(Part::count).sum());
        Figure figure = new Figure(html, id);
        figure.begin(
                title,
                parts.stream()
                        .map(part -> part.result().word() + " " + Words.share(part.count(), total))
                        .collect(Collectors.joining(", ")),
                HEIGHT);
        double x = 0;
        for (Part part : parts) {
            double width = 100.0 * part.count() / total;
            figure.part(
                    Figure.shade(part.result()),
                    x,
                    0,
                    width,
                    HEIGHT,
                    part.result().word() + ": " + Words.count(part.count()) + ", " + Words.share(part.count(), total));
            x += width;
        }
        figure.end();
        Figure.legend(html, parts.stream().map(Part::result).toList());
    }
}
