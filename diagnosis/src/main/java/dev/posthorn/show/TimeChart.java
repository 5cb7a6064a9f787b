package dev.posthorn.show;

import dev.posthorn.report.HandshakeResult;
import dev.posthorn.show.TimeSlots.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Handshakes over time: a bar for each slot, the failed ones on top of those that agreed on a protocol. */
final class TimeChart {

    private static final double TOP = 18;
    private static final double HEIGHT = 170;
    private static final double BOTTOM = TOP + HEIGHT;
    private static final int WHOLE_HEIGHT = (int) BOTTOM + 24;

    /** As many bars as stand side by side on a phone. */
    static final int MOST = 48;

    /** So that a single bar is not a wall. */
    private static final int LEAST = 12;

    /** Of the room of a slot, what its bar takes. */
    private static final double FILLED = 0.84;

    /** In the order in which they are piled up: what is best at the bottom. */
    static final List<HandshakeResult> PILE = List.of(
            HandshakeResult.TLSV1_3,
            HandshakeResult.TLSV1_2,
            HandshakeResult.TLSV1_1,
            HandshakeResult.TLSV1,
            HandshakeResult.SSLV3,
            HandshakeResult.SSLV2,
            HandshakeResult.OTHER,
            HandshakeResult.FAILED);

    private final TimeSlots time;

    TimeChart(TimeSlots time) {
        this.time = time;
    }

    void write(HtmlWriter html, String id, String title) {
        List<HandshakeResult> results = PILE.stream()
                .filter(result -> time.slots().stream().anyMatch(slot -> slot.count(result) > 0))
                .toList();
        long highest = roundedUp(time.highest());
        Figure figure = new Figure(html, id);
        figure.begin(title, description(), WHOLE_HEIGHT);
        for (long mark : marks(highest)) {
            double y = BOTTOM - HEIGHT * mark / highest;
            figure.line(mark == 0 ? "axis" : "grid", y);
            figure.word("mark", 0, y - 4, Words.count(mark));
        }
        double room = 100.0 / Math.max(LEAST, time.slots().size());
        for (int i = 0; i < time.slots().size(); i++) {
            pile(figure, time.slots().get(i), i * room + room * (1 - FILLED) / 2, room * FILLED, highest);
        }
        times(figure, room);
        figure.end();
        Figure.legend(html, reversed(results));
    }

    private String description() {
        long failed = time.slots().stream()
                .mapToLong(slot -> slot.count(HandshakeResult.FAILED))
                .sum();
        return time.slots().size() + " bars, one for each " + time.unit() + " from "
                + time.slots().get(0).start() + " to "
                + time.slots().get(time.slots().size() - 1).start() + "; at most " + Words.count(time.highest())
                + " handshakes in one of them, " + Words.count(failed)
                + " failed in all. The numbers are in the table.";
    }

    private static void pile(Figure figure, Slot slot, double x, double width, long highest) {
        double y = BOTTOM;
        for (HandshakeResult result : PILE) {
            long count = slot.count(result);
            if (count > 0) {
                double height = HEIGHT * count / highest;
                y -= height;
                figure.part(
                        Figure.shade(result),
                        x,
                        y,
                        width,
                        height,
                        slot.start() + ": " + Words.count(count) + " " + result.word());
            }
        }
    }

    /** The first time, the last, and one in the middle. */
    private void times(Figure figure, double room) {
        List<Slot> slots = time.slots();
        figure.word("from", 0, BOTTOM + 16, slots.get(0).start());
        if (slots.size() >= LEAST) {
            int middle = slots.size() / 2;
            figure.word(
                    "middle",
                    middle * room + room / 2,
                    BOTTOM + 16,
                    slots.get(middle).start());
        }
        if (slots.size() >= LEAST) {
            figure.word(
                    "until",
                    100.0 * slots.size() / Math.max(LEAST, slots.size()),
                    BOTTOM + 16,
                    slots.get(slots.size() - 1).start());
        }
    }

    private static List<Long> marks(long highest) {
        return highest < 2 ? List.of(0L, highest) : List.of(0L, highest / 2, highest);
    }

    /** Up to a round number that can be halved. */
    static long roundedUp(long number) {
        for (long unit = 1; unit < Long.MAX_VALUE / 1_000; unit *= 10) {
            for (long digits = 2; digits < 20; digits += 2) {
                if (digits * unit >= number) {
                    return digits * unit;
                }
            }
        }
        return number;
    }

    private static List<HandshakeResult> reversed(List<HandshakeResult> results) {
        List<HandshakeResult> reversed = new ArrayList<>(results);
        Collections.reverse(reversed);
        return reversed;
    }
}
