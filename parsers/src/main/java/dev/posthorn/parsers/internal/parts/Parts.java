package dev.posthorn.parsers.internal.parts;

import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.mail.Severity;

/**
 * A text being read, and where in it each part stands. Grammars keep parts by name; what was kept for the line before is
 * forgotten by counting lines, not by clearing.
 */
@SuppressWarnings("EnumOrdinal") // The arrays are those of this class, and never leave it.
public final class Parts {

    private static final NeighbourPart[] NAMES = NeighbourPart.values();

    /** The text to read is {@code bytes[from, to)}. */
    public byte[] bytes = {};

    /** Where the text begins; grammars move it behind what they have read off. */
    public int from;

    /** Where the text ends. */
    public int to;

    /** How serious the message is; grammars whose program has words for that change it. */
    public Severity severity = Severity.INFO;

    /** Who wrote the line. */
    public MailSoftware software = MailSoftware.DOVECOT;

    /** Where the program's own number of the message stands; {@code -1} if it has none. */
    public int queueIdFrom;

    /** Where that number ends. */
    public int queueIdTo;

    private MaillogKind kind = MaillogKind.UNRECOGNIZED;
    private int count;

    /** The ordinals of the parts that are there, in the order in which they were found. */
    private final int[] found = new int[NAMES.length];

    private final int[] partFrom = new int[NAMES.length];
    private final int[] partTo = new int[NAMES.length];

    /** For which line a part was kept last. */
    private final int[] line = new int[NAMES.length];

    private int currentLine;

    /** A text without parts. */
    public Parts() {}

    /**
     * Takes up another text, of which nothing is known yet.
     *
     * @param newBytes the array
     * @param newFrom where the text begins
     * @param newTo where it ends
     */
    public void begin(byte[] newBytes, int newFrom, int newTo) {
        if (bytes != newBytes) { // A reference costs the collector's barrier.
            bytes = newBytes;
        }
        from = newFrom;
        to = newTo;
        severity = Severity.INFO;
        queueIdFrom = -1;
        forget();
    }

    /** Forgets the parts that were kept for this text. */
    public void forget() {
        currentLine++;
        count = 0;
    }

    /**
     * Keeps a part, unless it is not there.
     *
     * @param part its name
     * @param at where it begins, {@code -1} for a part that is not there
     * @param end where it ends, {@code -1} as well
     */
    public void keep(NeighbourPart part, int at, int end) {
        if (at < 0 || end < at) {
            return;
        }
        int ordinal = part.ordinal();
        if (line[ordinal] != currentLine) {
            line[ordinal] = currentLine;
            found[count++] = ordinal;
        }
        partFrom[ordinal] = at;
        partTo[ordinal] = end;
    }

    /**
     * Says what the text is.
     *
     * @param newKind the kind
     * @return true, so that grammars can end with it
     */
    public boolean is(MaillogKind newKind) {
        kind = newKind;
        return true;
    }

    /**
     * Says what the text is, if it is that.
     *
     * @param newKind the kind
     * @param isIt whether it is
     * @return the same
     */
    public boolean is(MaillogKind newKind, boolean isIt) {
        return isIt && is(newKind);
    }

    /** What the text is. */
    public MaillogKind kind() {
        return kind;
    }

    /** Is there such a part? */
    public boolean has(NeighbourPart part) {
        return line[part.ordinal()] == currentLine;
    }

    /** Where a part begins, {@code -1} if it is not there. */
    public int from(NeighbourPart part) {
        return has(part) ? partFrom[part.ordinal()] : -1;
    }

    /** Where a part ends, {@code -1} if it is not there. */
    public int to(NeighbourPart part) {
        return has(part) ? partTo[part.ordinal()] : -1;
    }

    /** How many parts there are. */
    public int count() {
        return count;
    }

    /** The name of a part, by its place among those that are there. */
    public NeighbourPart name(int index) {
        return NAMES[found[index]];
    }
}
