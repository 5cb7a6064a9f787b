package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NoticePart;
import dev.posthorn.mail.PostfixNotice;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.Objects;

/**
 * Any of the many messages that say one thing and have a few parts; borrowed, valid until the next line is read. Accessors
 * as in {@link PostfixNotice}.
 *
 * <p>The messages are rows of a table, {@code messages.tsv}, beside this class: which kinds there are, and which parts
 * each has, stands there.
 */
public final class NoticeView extends PostfixView {

    /** No template has more parts. */
    static final int MAX_PARTS = 8;

    private static final NoticePart[] NO_PARTS = {};

    private static final NoticePart[] DUMP_ROW = {NoticePart.OFFSET, NoticePart.HEX, NoticePart.TEXT};
    private static final NoticePart[] DUMP_ROW_OF_BLANKS = {NoticePart.OFFSET};
    private static final Literal NOTHING_BUT_BLANKS = Literal.of("- <SPACES/NULLS>");
    private static final int OFFSET_DIGITS = 4;
    private static final int HEX_COLUMNS = 47;

    private final AsciiView[] views = new AsciiView[MAX_PARTS];
    private final AsciiView absent;
    private final PeerView firstPeer;
    private final PeerView secondPeer;

    private MaillogKind kind = MaillogKind.UNRECOGNIZED;
    private NoticePart[] names = NO_PARTS;

    /** Where the parts stand, filled in by the template's steps. */
    final int[] from = new int[MAX_PARTS];

    final int[] to = new int[MAX_PARTS];

    /** Steps over peers that nobody has asked for yet. */
    final PeerView scratchPeer;

    NoticeView(Line line) {
        super(line);
        for (int i = 0; i < MAX_PARTS; i++) {
            views[i] = newView();
        }
        absent = newView();
        firstPeer = new PeerView(this);
        secondPeer = new PeerView(this);
        scratchPeer = new PeerView(this);
    }

    /**
     * The message it is about.
     *
     * @return the queue id or the word {@code NOQUEUE}, absent if neither is printed
     */
    public AsciiView queueId() {
        return queueIdView();
    }

    /**
     * How many parts the line has.
     *
     * @return 0 or more
     */
    public int partCount() {
        assert isCurrent() : stale();
        return names.length;
    }

    /**
     * The name of a part, in the order of the template.
     *
     * @param index 0 for the first
     * @return its name
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public NoticePart partName(int index) {
        return names[Objects.checkIndex(index, partCount())];
    }

    /**
     * One part.
     *
     * @param part its name
     * @return the text, absent if the line has no such part
     */
    public AsciiView part(NoticePart part) {
        int index = indexOf(part);
        return index < 0 ? view(absent, -1, -1) : view(views[index], from[index], to[index]);
    }

    /**
     * One part that names a peer.
     *
     * @param part its name: {@link NoticePart#CLIENT}, {@link NoticePart#SERVER} or {@link NoticePart#PEER}
     * @return the peer, not present if the line has no such part or it is not a peer
     */
    public PeerView peer(NoticePart part) {
        int index = indexOf(part);
        PeerView peer = part == NoticePart.SERVER ? secondPeer : firstPeer;
        if (index < 0 || peer.read(line.bytes, from[index], to[index]) != to[index]) {
            peer.clear();
        }
        return peer;
    }

    private int indexOf(NoticePart part) {
        for (int i = 0; i < partCount(); i++) {
            if (names[i] == part) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onNotice(this);
    }

    @Override
    public MaillogKind kind() {
        return kind;
    }

    @Override
    public PostfixNotice snapshot() {
        PostfixNotice.Builder notice = PostfixNotice.builder()
                .envelope(envelope().snapshot())
                .kind(kind)
                .queueId(optionalQueueId());
        for (int i = 0; i < partCount(); i++) {
            notice.putParts(names[i], view(views[i], from[i], to[i]).toString());
        }
        return notice.build();
    }

    /**
     * {@code 0010 16 03 01 … ascii} or {@code 0010 - <SPACES/NULLS>}: tls_bio_ops.c, tls_dump_buffer. The columns are
     * fixed, which no template can say: sixteen bytes of two characters with one between them, a blank, and the text.
     */
    boolean readDumpRow() {
        byte[] bytes = line.bytes;
        int offsetTo = line.from + OFFSET_DIGITS;
        int hexFrom = offsetTo + 1;
        if (line.to <= hexFrom || bytes[offsetTo] != ' ' || !areHexDigits(bytes, line.from, offsetTo)) {
            return false;
        }
        from[0] = line.from;
        to[0] = offsetTo;
        if (NOTHING_BUT_BLANKS.after(bytes, hexFrom, line.to) == line.to) {
            is(MaillogKind.TLS_DUMP_ROW, DUMP_ROW_OF_BLANKS);
            return true;
        }
        from[1] = hexFrom;
        to[1] = hexFrom + HEX_COLUMNS;
        from[2] = to[1] + 1;
        to[2] = line.to;
        is(MaillogKind.TLS_DUMP_ROW, DUMP_ROW);
        return from[2] <= line.to && bytes[to[1]] == ' ';
    }

    private static boolean areHexDigits(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] < 0 || Character.digit(bytes[at], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Says which template has filled in the parts. */
    void is(MaillogKind newKind, NoticePart[] newNames) {
        kind = newKind;
        names = newNames;
    }
}
