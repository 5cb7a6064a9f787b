package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.bytes.Lifetime;
import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.internal.swar.Literal;
import dev.posthorn.parsers.syslog.EnvelopeReader;
import dev.posthorn.parsers.syslog.EnvelopeView;

/**
 * The line being read, as grammars and views share it. A queue id in front is taken off, so that {@code bytes[from, to)}
 * is what the grammars see.
 */
final class Line {

    private static final Literal NOQUEUE = Literal.of("NOQUEUE: ");

    /** Lengths of the two forms of a queue id: postfix-log-messages 1.6. */
    private static final int SHORTEST_QUEUE_ID = 6;

    private static final int LEAST_LONG_ID_SEPARATOR = 10;

    /** What a byte can be part of, so that one pass over a word tells which forms it has. */
    private static final byte[] DIGIT_OF = new byte[256];

    private static final byte UPPER_HEX = 1;
    private static final byte BASE_52 = 2;

    static {
        mark("0123456789ABCDEF", UPPER_HEX);
        mark("0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz", BASE_52);
    }

    private static void mark(String digits, byte base) {
        digits.chars().forEach(digit -> DIGIT_OF[digit] |= base);
    }

    final Lifetime lifetime;
    private final EnvelopeReader envelopes;

    byte[] bytes = {};
    int from;
    int to;

    /** The word in front, a queue id or {@code NOQUEUE}; -1 if there is neither. */
    int queueIdFrom;

    int queueIdTo;

    /** Whether that word is a real queue id. */
    boolean hasQueueId;

    Lead lead = Lead.WORDS;
    Severity severity = Severity.INFO;

    Line(Lifetime lifetime, EnvelopeReader envelopes) {
        this.lifetime = lifetime;
        this.envelopes = envelopes;
    }

    EnvelopeView envelope() {
        return envelopes.envelope();
    }

    /** Takes up the text of the envelope that was read last. */
    void begin(EnvelopeView envelope) {
        AsciiView text = envelope.text();
        from = text.from();
        to = text.to();
        if (bytes != text.array()) { // What seldom changes is stored only then: a reference costs the collector's
            // barrier.
            bytes = text.array();
        }
        if (severity != envelope.severity()) {
            severity = envelope.severity();
        }
        queueIdFrom = -1;
        queueIdTo = -1;
        hasQueueId = false;
        Lead found = findLead();
        if (lead != found) {
            lead = found;
        }
    }

    /** What the text begins with, 0 if it is empty: the grammars' first question. */
    byte firstByte() {
        return from < to ? bytes[from] : 0;
    }

    /** The first word ends with a blank, a bracket, or a colon that a blank follows. */
    private Lead findLead() {
        int at = from;
        while (true) {
            at = ByteSearch.indexOfAny(bytes, at, to, (byte) ' ', (byte) '[', (byte) ':');
            if (at < 0 || bytes[at] == ' ') {
                return Lead.WORDS;
            }
            if (bytes[at] == '[') {
                return Lead.PEER;
            }
            at++;
            if (at < to && bytes[at] == ' ') {
                return isQueueId(at - 1) ? takeQueueId(at - 1) : takeNoQueue();
            }
        }
    }

    /** The last {@code z} parts seconds and inode number: {@code z} is no digit of the latter. */
    private boolean isQueueId(int end) {
        int forms = UPPER_HEX | BASE_52;
        int lastZ = -1;
        for (int at = from; at < end && forms != 0; at++) {
            forms &= DIGIT_OF[bytes[at] & 0xFF];
            lastZ = bytes[at] == 'z' ? at : lastZ;
        }
        boolean isShort = (forms & UPPER_HEX) != 0 && end - from >= SHORTEST_QUEUE_ID;
        boolean isLong = (forms & BASE_52) != 0 && lastZ - from >= LEAST_LONG_ID_SEPARATOR && lastZ < end - 1;
        return isShort || isLong;
    }

    private Lead takeQueueId(int end) {
        queueIdFrom = from;
        queueIdTo = end;
        from = end + 2;
        hasQueueId = true;
        return Lead.QUEUE_ID;
    }

    private Lead takeNoQueue() {
        int behind = NOQUEUE.after(bytes, from, to);
        if (behind < 0) {
            return Lead.WORDS;
        }
        queueIdFrom = from;
        queueIdTo = behind - 2;
        from = behind;
        return Lead.QUEUE_ID;
    }
}
