package dev.posthorn.diagnosis;

import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.DeliveryView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Attempts to deliver, copied part by part into one array; they become values when the message is done with. */
final class AttemptNotes {

    /** Program, recipient, relay, status code and text. */
    private static final int PARTS = 5;

    private final int maxAttempts;
    private final int maxBytes;
    private byte[] bytes = {};
    private int used;
    private int[] ends = {};
    private long[] lines = {};
    private long[] delays = {};
    private DeliveryStatus[] statuses = {};
    private int count;
    private long leftOut;

    AttemptNotes(TrackingLimits limits) {
        maxAttempts = limits.lines();
        maxBytes = limits.bytes();
    }

    void clear() {
        used = 0;
        count = 0;
        leftOut = 0;
    }

    int size() {
        return count;
    }

    long leftOut() {
        return leftOut;
    }

    void add(DeliveryView delivery) {
        // Every part is at most the line, so this is room enough for all of them.
        int room = delivery.envelope().text().length()
                + delivery.envelope().program().length();
        if (count == maxAttempts || room > maxBytes - used) {
            leftOut++;
            return;
        }
        makeRoom(room);
        int part = count * PARTS;
        ends[part] = copy(delivery.envelope().program());
        ends[part + 1] = copy(delivery.recipient());
        ends[part + 2] = copy(delivery.relay().text());
        ends[part + 3] = copy(delivery.dsn());
        ends[part + 4] = copy(delivery.text());
        lines[count] = delivery.envelope().lineNumber();
        delays[count] = delivery.delayMillis();
        statuses[count] = delivery.status();
        count++;
    }

    private int copy(AsciiView text) {
        if (!text.isEmpty()) {
            System.arraycopy(text.array(), text.from(), bytes, used, text.length());
            used += text.length();
        }
        return used;
    }

    private void makeRoom(int length) {
        if (used + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(maxBytes, Math.max(256, 2 * (used + length))));
        }
        if (count == lines.length) {
            int size = Math.min(maxAttempts, Math.max(2, 2 * count));
            ends = Arrays.copyOf(ends, size * PARTS);
            lines = Arrays.copyOf(lines, size);
            delays = Arrays.copyOf(delays, size);
            statuses = Arrays.copyOf(statuses, size);
        }
    }

    List<DeliveryAttempt> attempts() {
        List<DeliveryAttempt> attempts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            attempts.add(new DeliveryAttempt(
                    lines[i], part(i, 0), part(i, 1), part(i, 2), statuses[i], part(i, 3), delays[i], part(i, 4)));
        }
        return attempts;
    }

    private String part(int attempt, int part) {
        int index = attempt * PARTS + part;
        int from = index == 0 ? 0 : ends[index - 1];
        return new AsciiView().wrap(bytes, from, ends[index]).toString();
    }
}
