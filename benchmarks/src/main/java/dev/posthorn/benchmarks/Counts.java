package dev.posthorn.benchmarks;

import dev.posthorn.mail.MaillogKind;
import java.util.EnumMap;
import java.util.Map;

/** What a contender found: lines, and as many of each kind as it tells apart. */
@SuppressWarnings("EnumOrdinal") // A map would cost more than what is measured.
public final class Counts {

    private final long[] kinds = new long[MaillogKind.values().length];
    private long lines;

    void add(MaillogKind kind) {
        lines++;
        kinds[kind.ordinal()]++;
    }

    void addLine() {
        lines++;
    }

    /** Adds those of another part of the log to these. */
    Counts plus(Counts more) {
        for (int kind = 0; kind < kinds.length; kind++) {
            kinds[kind] += more.kinds[kind];
        }
        lines += more.lines;
        return this;
    }

    long lines() {
        return lines;
    }

    long of(MaillogKind kind) {
        return kinds[kind.ordinal()];
    }

    Map<MaillogKind, Long> byKind() {
        Map<MaillogKind, Long> counts = new EnumMap<>(MaillogKind.class);
        for (MaillogKind kind : MaillogKind.values()) {
            if (of(kind) > 0) {
                counts.put(kind, of(kind));
            }
        }
        return counts;
    }

    @Override
    public String toString() {
        return lines + " lines: " + byKind();
    }
}
