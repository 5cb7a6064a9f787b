package dev.posthorn.parsers.syslog;

import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.internal.swar.DecimalDigits;
import dev.posthorn.parsers.internal.swar.RememberedBytes;
import java.util.Arrays;

/**
 * The tags that have been read lately, so that one seen before takes one comparison. A table of a fixed size over the
 * last eight bytes of the tag, which is where {@code postfix/smtpd} and {@code postfix/qmgr} differ; a new tag takes the
 * place of the one that was there.
 */
final class KnownTags {

    private static final int SIZE = 64;
    private static final int LONGEST = 48;

    private final RememberedBytes[] tags = new RememberedBytes[SIZE];
    private final int[] programStarts = new int[SIZE];

    KnownTags() {
        Arrays.setAll(tags, slot -> new RememberedBytes(LONGEST));
    }

    /**
     * Reads a tag with a process id, as {@link Tag#read} does.
     *
     * @return where the text begins, -1 if this is no tag
     */
    int read(byte[] bytes, int from, int to, EnvelopeView into) {
        int open = ByteSearch.indexOf(bytes, from, Math.min(to, from + LONGEST + 1), (byte) '[');
        int behind = open < 0 ? -1 : readPid(bytes, open + 1, to, into);
        if (behind < 0) {
            return Tag.read(bytes, from, to, false, into);
        }
        int slot = slot(bytes, from, open);
        if (!tags[slot].isExactly(bytes, from, open)) {
            return learn(slot, bytes, from, to, into);
        }
        into.tagFrom = from;
        into.tagTo = open;
        into.programFrom = from + programStarts[slot];
        return behind;
    }

    /** {@code 2101]: }, of up to seven digits; others are left to {@link Tag#read}. */
    private static int readPid(byte[] bytes, int at, int to, EnvelopeView into) {
        if (to - at < DecimalDigits.MOST) {
            return -1;
        }
        int count = DecimalDigits.count(bytes, at);
        int close = at + count;
        boolean isPid = count > 0
                && to - close >= 3
                && bytes[close] == ']'
                && bytes[close + 1] == ':'
                && bytes[close + 2] == ' ';
        if (!isPid) {
            return -1;
        }
        into.pid = DecimalDigits.value(bytes, at, count);
        return close + 3;
    }

    private int learn(int slot, byte[] bytes, int from, int to, EnvelopeView into) {
        int behind = Tag.read(bytes, from, to, false, into);
        if (behind >= 0) {
            programStarts[slot] = into.programFrom - from;
            tags[slot].remember(bytes, from, into.tagTo);
        }
        return behind;
    }

    private static int slot(byte[] bytes, int from, int open) {
        return ByteSearch.hashOfLast(bytes, from, open) & (SIZE - 1);
    }
}
