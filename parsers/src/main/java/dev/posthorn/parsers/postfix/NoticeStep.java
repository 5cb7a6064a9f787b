package dev.posthorn.parsers.postfix;

import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * One step of a {@link NoticeTemplate}: takes a place, gives the place behind what it read, -1 if that is not there. Steps
 * that keep something write it into the slots of the view.
 */
abstract class NoticeStep {

    private static final long ANY_BYTE = -1L;

    abstract int read(byte[] bytes, int at, int to, NoticeView into);

    /** Can this step begin at a place? A search for the end of a part asks before it stops there. */
    boolean canBeginAt(byte[] bytes, int at, int to) {
        return true;
    }

    /**
     * The bytes a text for this step can begin with: a bit is set for each, by its low six bits, which no two letters
     * share. (A shift looks at no more bits than those: JLS 15.19.)
     */
    long firstBytes() {
        return ANY_BYTE;
    }

    /** Does this step only mark a place, so that the next one says what can stand there? */
    boolean isMark() {
        return false;
    }

    /** A fixed piece of text. */
    static final class Text extends NoticeStep {

        final Literal literal;

        Text(Literal literal) {
            this.literal = literal;
        }

        @Override
        int read(byte[] bytes, int at, int to, NoticeView into) {
            return literal.after(bytes, at, to);
        }

        @Override
        boolean canBeginAt(byte[] bytes, int at, int to) {
            return literal.isAt(bytes, at, to);
        }

        @Override
        long firstBytes() {
            return 1L << literal.firstByte();
        }
    }

    /** A step that keeps what it read, unless its slot is -1. */
    private abstract static class Part extends NoticeStep {

        private final int slot;

        Part(int slot) {
            this.slot = slot;
        }

        final int keep(int from, int end, NoticeView into) {
            if (slot >= 0 && end >= 0) {
                into.from[slot] = from;
                into.to[slot] = end;
            }
            return end;
        }
    }

    /** {@code <count#>}. */
    static final class Digits extends Part {

        Digits(int slot) {
            super(slot);
        }

        @Override
        int read(byte[] bytes, int at, int to, NoticeView into) {
            return keep(at, Scan.number(bytes, at, to), into);
        }

        @Override
        boolean canBeginAt(byte[] bytes, int at, int to) {
            return at < to && bytes[at] >= '0' && bytes[at] <= '9';
        }

        @Override
        long firstBytes() {
            return 0b11_1111_1111L << '0';
        }
    }

    /** {@code <function()>}. */
    static final class Function extends Part {

        Function(int slot) {
            super(slot);
        }

        @Override
        int read(byte[] bytes, int at, int to, NoticeView into) {
            return keep(at, FunctionNames.end(bytes, at, to), into);
        }

        @Override
        boolean canBeginAt(byte[] bytes, int at, int to) {
            return FunctionNames.end(bytes, at, to) >= 0;
        }
    }

    /** {@code <what=failure|problem>}. */
    static final class OneOf extends Part {

        private final Literal[] words;

        OneOf(int slot, Literal[] words) {
            super(slot);
            this.words = words;
        }

        @Override
        int read(byte[] bytes, int at, int to, NoticeView into) {
            for (Literal word : words) {
                int end = word.after(bytes, at, to);
                if (end >= 0) {
                    return keep(at, end, into);
                }
            }
            return -1;
        }

        @Override
        boolean canBeginAt(byte[] bytes, int at, int to) {
            for (Literal word : words) {
                if (word.isAt(bytes, at, to)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        long firstBytes() {
            long firstBytes = 0;
            for (Literal word : words) {
                firstBytes |= 1L << word.firstByte();
            }
            return firstBytes;
        }
    }

    /** {@code <client>}. */
    static final class Peer extends Part {

        Peer(int slot) {
            super(slot);
        }

        @Override
        int read(byte[] bytes, int at, int to, NoticeView into) {
            return keep(at, into.scratchPeer.read(bytes, at, to), into);
        }
    }

    /** {@code <text>} at the end: whatever is left. */
    static final class Rest extends Part {

        private final boolean isWord;

        Rest(int slot, boolean isWord) {
            super(slot);
            this.isWord = isWord;
        }

        @Override
        int read(byte[] bytes, int at, int to, NoticeView into) {
            return keep(at, isWord && !isWord(bytes, at, to) ? -1 : to, into);
        }
    }

    /** {@code <reason>} or {@code <reason..>} before a literal: ends where that, and what follows it, can stand. */
    static final class Until extends Part {

        private final boolean isWord;
        private final boolean isLast;
        private final Literal next;
        private final NoticeStep behindNext;
        private final boolean isAtEnd;

        Until(int slot, boolean isWord, boolean isLast, Literal next, NoticeStep behindNext, boolean isAtEnd) {
            super(slot);
            this.isWord = isWord;
            this.isLast = isLast;
            this.next = next;
            this.behindNext = behindNext;
            this.isAtEnd = isAtEnd;
        }

        @Override
        int read(byte[] bytes, int at, int to, NoticeView into) {
            int end = isAtEnd ? endBeforeEnd(bytes, at, to) : isLast ? last(bytes, at, to) : first(bytes, at, to);
            return keep(at, end >= 0 && isWord && !isWord(bytes, at, end) ? -1 : end, into);
        }

        /** The literal is the last thing of the template: there is one place for it. */
        private int endBeforeEnd(byte[] bytes, int at, int to) {
            int end = to - next.length();
            return end >= at && next.isAt(bytes, end, to) ? end : -1;
        }

        private int first(byte[] bytes, int at, int to) {
            int end = next.indexIn(bytes, at, to);
            while (end >= 0 && !behindNext.canBeginAt(bytes, end + next.length(), to)) {
                end = next.indexIn(bytes, end + 1, to);
            }
            return end;
        }

        private int last(byte[] bytes, int at, int to) {
            int end = next.lastIndexIn(bytes, at, to);
            while (end >= 0 && !behindNext.canBeginAt(bytes, end + next.length(), to)) {
                end = next.lastIndexIn(bytes, at, end + next.length() - 1);
            }
            return end;
        }
    }

    /** The opening brace of a stretch. The slot's end is set by the {@link Close} that belongs to it. */
    static final class Open extends NoticeStep {

        private final int slot;

        Open(int slot) {
            this.slot = slot;
        }

        @Override
        int read(byte[] bytes, int at, int to, NoticeView into) {
            into.from[slot] = at;
            return at;
        }

        @Override
        boolean isMark() {
            return true;
        }
    }

    /** The closing brace of a stretch. */
    static final class Close extends NoticeStep {

        private final int slot;

        Close(int slot) {
            this.slot = slot;
        }

        @Override
        int read(byte[] bytes, int at, int to, NoticeView into) {
            into.to[slot] = at;
            return at;
        }

        @Override
        boolean isMark() {
            return true;
        }
    }

    private static boolean isWord(byte[] bytes, int from, int to) {
        return to > from && ByteSearch.indexOf(bytes, from, to, (byte) ' ') < 0;
    }
}
