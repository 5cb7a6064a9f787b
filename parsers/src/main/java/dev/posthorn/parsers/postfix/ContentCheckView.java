package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.ContentCheck;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * What a header or body check found; borrowed, valid until the next line is read. Accessors as in {@link ContentCheck}.
 */
public final class ContentCheckView extends PostfixView {

    private static final Literal COLON = Literal.of(": ");
    private static final Literal FROM = Literal.of(" from ");
    private static final Literal SEMICOLON = Literal.of(";");
    private static final Literal LOCAL = Literal.of("local;");
    private static final Literal UNKNOWN = Literal.of("unknown;");
    private static final Literal MILTER_HEADER = Literal.of("milter-header-");
    private static final Literal MIME_ERROR = Literal.of("mime-error ");

    private static final Literal[] ACTIONS = {
        Literal.of("reject"),
        Literal.of("warning"),
        Literal.of("info"),
        Literal.of("filter"),
        Literal.of("pass"),
        Literal.of("discard"),
        Literal.of("hold"),
        Literal.of("delay"),
        Literal.of("prepend"),
        Literal.of("replace"),
        Literal.of("redirect"),
        Literal.of("bcc"),
        Literal.of("strip")
    };

    private static final Literal[] PARTS = {
        Literal.of("header "), Literal.of("body "), Literal.of("mime header "), Literal.of("nested header ")
    };

    /** More places that look like the end of the content are somebody's joke. */
    private static final int MAX_CUTS = 64;

    private final AsciiView action;
    private final AsciiView part;
    private final AsciiView error;
    private final AsciiView content;
    private final AsciiView origin;
    private final PeerView client;
    private final SessionTail tail;
    private final AsciiView text;

    private MaillogKind kind = MaillogKind.CLEANUP_CHECK;
    private int actionTo;
    private int partFrom;
    private int partTo;
    private int errorFrom;
    private int errorTo;
    private int contentFrom;
    private int contentTo;
    private int originFrom;
    private int originTo;
    private int textFrom;

    ContentCheckView(Line line) {
        super(line);
        action = newView();
        part = newView();
        error = newView();
        content = newView();
        origin = newView();
        client = new PeerView(this);
        tail = new SessionTail(this);
        text = newView();
    }

    /**
     * The message.
     *
     * @return the queue id
     */
    public AsciiView queueId() {
        return queueIdView();
    }

    /**
     * What was done, in the word of the line.
     *
     * @return such as {@code reject}, {@code warning}, {@code replace} or {@code milter-header-hold}
     */
    public AsciiView action() {
        return view(action, line.from, actionTo);
    }

    /**
     * Where it was found.
     *
     * @return {@code header}, {@code body}, {@code mime header} or {@code nested header}; absent for a MIME error
     */
    public AsciiView part() {
        return view(part, partFrom, partTo);
    }

    /**
     * What is wrong with the MIME structure.
     *
     * @return the text of a MIME error, absent for all others
     */
    public AsciiView error() {
        return view(error, errorFrom, errorTo);
    }

    /**
     * What was found.
     *
     * @return the beginning of the line that matched
     */
    public AsciiView content() {
        return view(content, contentFrom, contentTo);
    }

    /**
     * Where the message came from.
     *
     * @return the client, {@code local} or {@code unknown}; absent for checks at delivery
     */
    public AsciiView origin() {
        return view(origin, originFrom, originTo);
    }

    /**
     * The client it came from.
     *
     * @return the origin, if that is a client; else not present
     */
    public PeerView client() {
        assert isCurrent() : stale();
        return client;
    }

    /**
     * Who sends it.
     *
     * @return the address without angle brackets, empty for the null sender; absent if not printed
     */
    public AsciiView sender() {
        return tail.sender();
    }

    /**
     * To whom it goes.
     *
     * @return the address without angle brackets, absent if not printed
     */
    public AsciiView recipient() {
        return tail.recipient();
    }

    /**
     * Which protocol the client spoke.
     *
     * @return {@code SMTP} or {@code ESMTP}, absent if not printed
     */
    public AsciiView protocol() {
        return tail.protocol();
    }

    /**
     * What the client called itself, unchecked.
     *
     * @return the argument of HELO or EHLO, absent if not printed
     */
    public AsciiView helo() {
        return tail.helo();
    }

    /**
     * What the rule says about it.
     *
     * @return the text behind the colon, absent if there is none
     */
    public AsciiView text() {
        return view(text, textFrom, line.to);
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onContentCheck(this);
    }

    @Override
    public MaillogKind kind() {
        return kind;
    }

    @Override
    public ContentCheck snapshot() {
        ContentCheck.Builder check = ContentCheck.builder()
                .envelope(envelope().snapshot())
                .kind(kind)
                .queueId(optionalQueueId())
                .action(action().toString())
                .part(optional(part()))
                .error(optional(error()))
                .content(content().toString())
                .origin(optional(origin()))
                .sender(optional(sender()))
                .recipient(optional(recipient()))
                .protocol(optional(protocol()))
                .helo(optional(helo()))
                .text(optional(text()));
        return (client().isPresent() ? check.client(client().snapshot()) : check).build();
    }

    /**
     * {@code QID: <action>: <part> <content> from <origin>;<tail>(: <text>)?}: cleanup_message.c, cleanup_act;
     * cleanup_milter.c, cleanup_milter_hbc_log; {@code QID: reject: mime-error <error>: <content> from …}.
     */
    boolean readCleanup() {
        return readStart() && readOriginAndTail();
    }

    private boolean readStart() {
        byte[] bytes = line.bytes;
        int to = line.to;
        int milter = MILTER_HEADER.after(bytes, line.from, to);
        kind = milter < 0 ? MaillogKind.CLEANUP_CHECK : MaillogKind.MILTER_HEADER_CHECK;
        actionTo = afterOneOf(ACTIONS, bytes, milter < 0 ? line.from : milter, to);
        partFrom = COLON.after(bytes, actionTo, to);
        partTo = -1;
        errorFrom = MIME_ERROR.after(bytes, partFrom, to);
        contentFrom = afterOneOf(PARTS, bytes, partFrom, to);
        if (contentFrom >= 0) {
            partTo = contentFrom - 1;
        } else if (errorFrom >= 0) {
            partFrom = -1;
            errorTo = COLON.indexIn(bytes, errorFrom, to);
            contentFrom = COLON.after(bytes, errorTo, to);
        }
        return contentFrom >= 0 && line.hasQueueId;
    }

    /** The content may look like an origin: the last place that leaves a whole tail is the right one (9.2). */
    private boolean readOriginAndTail() {
        byte[] bytes = line.bytes;
        int to = line.to;
        int end = FROM.lastIndexIn(bytes, contentFrom, to);
        for (int cuts = 0; end >= 0 && cuts < MAX_CUTS; cuts++) {
            int behind = readOrigin(bytes, end + FROM.length(), to);
            behind = behind < 0 ? -1 : tail.read(bytes, behind, to, true);
            if (behind == to || COLON.isAt(bytes, behind, to)) {
                contentTo = end;
                textFrom = COLON.after(bytes, behind, to);
                return true;
            }
            end = FROM.lastIndexIn(bytes, contentFrom, end + FROM.length() - 1);
        }
        return false;
    }

    private int readOrigin(byte[] bytes, int at, int to) {
        client.clear();
        originFrom = at;
        int behind = Math.max(LOCAL.after(bytes, at, to), UNKNOWN.after(bytes, at, to));
        if (behind < 0) {
            behind = SEMICOLON.after(bytes, client.read(bytes, at, to), to);
        }
        originTo = behind - 1;
        return behind;
    }

    /** {@code QID: <action>: <part> <content>(: <text>)?}: smtp_proto.c, smtp_hbc_logger. No origin is printed. */
    boolean readDelivery() {
        if (!readStart()) {
            return false;
        }
        byte[] bytes = line.bytes;
        kind = MaillogKind.SMTP_HEADER_CHECK;
        originFrom = -1;
        client.clear();
        tail.read(bytes, line.to, line.to, false);
        int colon = COLON.indexIn(bytes, behindHeaderName(bytes), line.to);
        contentTo = colon < 0 ? line.to : colon;
        textFrom = COLON.after(bytes, colon, line.to);
        return true;
    }

    /** The colon behind a header's name is part of the content. */
    private int behindHeaderName(byte[] bytes) {
        int colon = COLON.indexIn(bytes, contentFrom, line.to);
        boolean isName = colon >= 0 && TlsParameter.endOfWord(bytes, contentFrom, line.to) > colon;
        return isName ? colon + COLON.length() : contentFrom;
    }

    private static int afterOneOf(Literal[] words, byte[] bytes, int at, int to) {
        for (Literal word : words) {
            int behind = word.after(bytes, at, to);
            if (behind >= 0) {
                return behind;
            }
        }
        return -1;
    }
}
