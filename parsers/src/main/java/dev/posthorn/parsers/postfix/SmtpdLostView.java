package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.SmtpdLost;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * A session ended before its time; borrowed, valid until the next line is read. Accessors as in {@link SmtpdLost}.
 */
public final class SmtpdLostView extends PostfixView {

    private static final Literal LOST_CONNECTION = Literal.of("lost connection");
    private static final Literal TIMEOUT = Literal.of("timeout");
    private static final Literal TOO_MANY_ERRORS = Literal.of("too many errors");
    private static final Literal BARE_LF = Literal.of("bare <LF> received");
    private static final Literal AFTER = Literal.of(" after ");
    private static final Literal BYTES = Literal.of(" bytes)");
    private static final Literal FROM = Literal.of(" from ");
    private static final Literal PARENTHESIS = Literal.of(" (");

    private final PeerView client;
    private final AsciiView reason;
    private final AsciiView stage;

    private int reasonTo;
    private int stageFrom;
    private int stageTo;
    private int bytesFrom;
    private int bytesTo;

    SmtpdLostView(Line line) {
        super(line);
        client = new PeerView(this);
        reason = newView();
        stage = newView();
    }

    /**
     * The message that was being received (Postfix 3.10 and later).
     *
     * @return the queue id or the word {@code NOQUEUE}, absent for earlier releases
     */
    public AsciiView queueId() {
        return queueIdView();
    }

    /**
     * Why it ended.
     *
     * @return {@code lost connection}, {@code timeout}, {@code too many errors} or {@code bare <LF> received}
     */
    public AsciiView reason() {
        return view(reason, line.from, reasonTo);
    }

    /**
     * The last command.
     *
     * @return such as {@code CONNECT}, {@code STARTTLS} or {@code END-OF-MESSAGE}
     */
    public AsciiView stage() {
        return view(stage, stageFrom, stageTo);
    }

    /**
     * How much of the message had come.
     *
     * @return the number of bytes, -1 if none was printed
     */
    public long bytes() {
        assert isCurrent() : stale();
        return bytesFrom < 0 ? -1 : Scan.value(line.bytes, bytesFrom, bytesTo);
    }

    /**
     * Who was lost.
     *
     * @return name and address, the port with {@code smtpd_client_port_logging} only
     */
    public PeerView client() {
        assert isCurrent() : stale();
        return client;
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onSmtpdLost(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.SMTPD_LOST;
    }

    @Override
    public SmtpdLost snapshot() {
        SmtpdLost.Builder lost = SmtpdLost.builder()
                .envelope(envelope().snapshot())
                .queueId(optionalQueueId())
                .reason(reason().toString())
                .stage(stage().toString())
                .client(client().snapshot());
        return (bytes() < 0 ? lost : lost.bytes(bytes())).build();
    }

    /** {@code <reason> after <stage>( (<n> bytes))? from CLIENT}: smtpd.c, smtpd_proto. */
    boolean read() {
        byte[] bytes = line.bytes;
        int to = line.to;
        reasonTo = readReason(bytes, line.from, to);
        stageFrom = AFTER.after(bytes, reasonTo, to);
        stageTo = endOfStage(bytes, stageFrom, to);
        int at = readBytes(bytes, stageTo, to);
        at = FROM.after(bytes, at, to);
        return client.read(bytes, at, to) == to;
    }

    private static int readReason(byte[] bytes, int at, int to) {
        if (at == to) {
            return -1;
        }
        return switch (bytes[at]) {
            case 'l' -> LOST_CONNECTION.after(bytes, at, to);
            case 't' ->
                TIMEOUT.isAt(bytes, at, to) ? TIMEOUT.after(bytes, at, to) : TOO_MANY_ERRORS.after(bytes, at, to);
            case 'b' -> BARE_LF.after(bytes, at, to);
            default -> -1;
        };
    }

    /** A command, or a word of smtpd's own such as {@code END-OF-MESSAGE}. */
    private static int endOfStage(byte[] bytes, int from, int to) {
        int at = from;
        while (at >= 0 && at < to && ((bytes[at] >= 'A' && bytes[at] <= 'Z') || bytes[at] == '-')) {
            at++;
        }
        return at == from ? -1 : at;
    }

    private int readBytes(byte[] bytes, int at, int to) {
        bytesFrom = PARENTHESIS.after(bytes, at, to);
        if (bytesFrom < 0) {
            return at;
        }
        bytesTo = Scan.number(bytes, bytesFrom, to);
        return BYTES.after(bytes, bytesTo, to);
    }
}
