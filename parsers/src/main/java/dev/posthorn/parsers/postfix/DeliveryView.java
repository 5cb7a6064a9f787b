package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.Delays;
import dev.posthorn.mail.Delivery;
import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.mail.EnhancedStatusCode;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.internal.swar.Literal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One attempt to deliver to one recipient; borrowed, valid until the next line is read. Accessors as in
 * {@link Delivery}.
 */
public final class DeliveryView extends PostfixView {

    private static final Literal TO = Literal.of("to=<");
    private static final Literal ORIG_TO = Literal.of(">, orig_to=<");
    private static final Literal RELAY = Literal.of(">, relay=");
    private static final Literal BARE_TO = Literal.of("to=");
    private static final Literal BARE_ORIG_TO = Literal.of(", orig_to=");
    private static final Literal ORIG_TO_BARE = Literal.of(">, orig_to=");
    private static final Literal BARE_RELAY = Literal.of(", relay=");
    private static final Literal CONN_USE = Literal.of(", conn_use=");
    private static final Literal DELAY = Literal.of(", delay=");
    private static final Literal DELAYS = Literal.of(", delays=");
    private static final Literal TLS = Literal.of(", tls=");
    private static final Literal DSN = Literal.of(", dsn=");
    private static final Literal STATUS = Literal.of(", status=");
    private static final Literal PARENTHESIS = Literal.of(" (");

    /** {@code values()} would make a copy for every line. */
    private static final DeliveryStatus[] STATUSES = DeliveryStatus.values();

    private final AsciiView recipient;
    private final AsciiView originalRecipient;
    private final RelayView relay;
    private final AsciiView delay;
    private final AsciiView delays;
    private final AsciiView tls;
    private final AsciiView dsn;
    private final AsciiView statusWord;
    private final AsciiView text;

    private boolean isAltered;
    private int recipientFrom;
    private int recipientTo;
    private int originalRecipientFrom;
    private int originalRecipientTo;
    private int connectionUseFrom;
    private int connectionUseTo;
    private int delayFrom;
    private int delayTo;
    private int delaysFrom;
    private int inQueueManagerFrom;
    private int connectionSetupFrom;
    private int transmissionFrom;
    private int delaysTo;
    private int tlsFrom;
    private int tlsTo;
    private int dsnFrom;
    private int dsnTo;
    private int statusFrom;
    private int statusTo;
    private int textFrom;
    private int textTo;

    DeliveryView(Line line) {
        super(line);
        recipient = newView();
        originalRecipient = newView();
        relay = new RelayView(this);
        delay = newView();
        delays = newView();
        tls = newView();
        dsn = newView();
        statusWord = newView();
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
     * To whom.
     *
     * @return the address without angle brackets, quoted where Postfix 3.5 and later quotes it
     */
    public AsciiView recipient() {
        return view(recipient, recipientFrom, recipientTo);
    }

    /**
     * To whom it was addressed before aliases changed that.
     *
     * @return what is printed as {@code orig_to}, absent if it is the same
     */
    public AsciiView originalRecipient() {
        return view(originalRecipient, originalRecipientFrom, originalRecipientTo);
    }

    /**
     * Where the agent took it.
     *
     * @return a server, a local service or none
     */
    public RelayView relay() {
        assert isCurrent() : stale();
        return relay;
    }

    /**
     * How many deliveries the connection has seen.
     *
     * @return what is printed as {@code conn_use}, -1 for a fresh connection
     */
    public int connectionUse() {
        assert isCurrent() : stale();
        return connectionUseFrom < 0
                ? -1
                : (int) Math.min(Scan.value(line.bytes, connectionUseFrom, connectionUseTo), Integer.MAX_VALUE);
    }

    /**
     * How long since the message came, as it is printed.
     *
     * @return seconds, such as {@code 0.48}
     */
    public AsciiView delay() {
        return view(delay, delayFrom, delayTo);
    }

    /**
     * How long since the message came.
     *
     * @return milliseconds
     */
    public long delayMillis() {
        assert isCurrent() : stale();
        return Scan.millis(line.bytes, delayFrom, delayTo);
    }

    /**
     * Where that time went, as it is printed.
     *
     * @return seconds, such as {@code 0.29/0.01/0/0.18}, absent before Postfix 2.3
     */
    public AsciiView delays() {
        return view(delays, delaysFrom, delaysTo);
    }

    /**
     * The time from the message's arrival until the queue manager took it.
     *
     * @return milliseconds, -1 without {@link #delays()}
     */
    public long beforeQueueManagerMillis() {
        return part(delaysFrom, inQueueManagerFrom - 1);
    }

    /**
     * The time in the queue manager's active queue.
     *
     * @return milliseconds, -1 without {@link #delays()}
     */
    public long inQueueManagerMillis() {
        return part(inQueueManagerFrom, connectionSetupFrom - 1);
    }

    /**
     * The time for name lookups, connection, HELO and TLS.
     *
     * @return milliseconds, -1 without {@link #delays()}
     */
    public long connectionSetupMillis() {
        return part(connectionSetupFrom, transmissionFrom - 1);
    }

    /**
     * The time for handing over the message.
     *
     * @return milliseconds, -1 without {@link #delays()}
     */
    public long transmissionMillis() {
        return part(transmissionFrom, delaysTo);
    }

    private long part(int from, int to) {
        assert isCurrent() : stale();
        return delaysFrom < 0 ? -1 : Scan.millis(line.bytes, from, to);
    }

    /**
     * How TLS was wanted and what came of it (smtp and lmtp, Postfix 3.11 and later).
     *
     * @return such as {@code dane?}, absent if none was printed
     */
    public AsciiView tls() {
        return view(tls, tlsFrom, tlsTo);
    }

    /**
     * What the status means, in numbers.
     *
     * @return such as {@code 4.7.5}, absent before Postfix 2.3
     */
    public AsciiView dsn() {
        return view(dsn, dsnFrom, dsnTo);
    }

    /**
     * How it ended.
     *
     * @return the status, {@link DeliveryStatus#OTHER} for words this library does not know
     */
    public DeliveryStatus status() {
        AsciiView word = statusWord();
        for (DeliveryStatus status : STATUSES) {
            if (word.contentEquals(status.word())) {
                return status;
            }
        }
        return DeliveryStatus.OTHER;
    }

    /**
     * How it ended, as it was printed.
     *
     * @return such as {@code deferred}
     */
    public AsciiView statusWord() {
        return view(statusWord, statusFrom, statusTo);
    }

    /**
     * Why.
     *
     * @return what stands in the parentheses at the end
     */
    public AsciiView text() {
        return view(text, textFrom, textTo);
    }

    /**
     * Was the line cut before its closing parenthesis?
     *
     * @return true if the text may go on
     */
    public boolean isTruncated() {
        assert isCurrent() : stale();
        return textTo == line.to;
    }

    /**
     * Did somebody take the angle brackets off an address? Tools that make logs anonymous do, Postfix never does.
     *
     * @return true if the line is not as it was printed, and its addresses may not be what they were
     */
    public boolean isAltered() {
        assert isCurrent() : stale();
        return isAltered;
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onDelivery(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.DELIVERY;
    }

    @Override
    public Delivery snapshot() {
        return Delivery.builder()
                .envelope(envelope().snapshot())
                .queueId(queueIdValue())
                .recipient(recipient().toString())
                .originalRecipient(optional(originalRecipient()))
                .relay(relay().snapshot())
                .connectionUse(connectionUse() < 0 ? OptionalInt.empty() : OptionalInt.of(connectionUse()))
                .delay(Duration.ofMillis(delayMillis()))
                .delays(delays().isPresent() ? Optional.of(delaysValue()) : Optional.empty())
                .tls(optional(tls()))
                .dsn(EnhancedStatusCode.parse(dsn().toString()))
                .statusWord(statusWord().toString())
                .text(text().toString())
                .isTruncated(isTruncated())
                .isAltered(isAltered())
                .build();
    }

    private Delays delaysValue() {
        return new Delays(
                Duration.ofMillis(beforeQueueManagerMillis()),
                Duration.ofMillis(inQueueManagerMillis()),
                Duration.ofMillis(connectionSetupMillis()),
                Duration.ofMillis(transmissionMillis()));
    }

    /**
     * {@code QID: to=<<r>>(, orig_to=<<o>>)?, relay=<r>(, conn_use=<n>)?, delay=<d>(, delays=<a>/<b>/<c>/<d>)?(, tls=<t>)?(,
     * dsn=<x.y.z>)?, status=<s> (<text>)}: log_adhoc.c, log_adhoc.
     */
    boolean read() {
        byte[] bytes = line.bytes;
        int to = line.to;
        int at = readRecipients(bytes, line.from, to);
        at = readRelay(bytes, at, to);
        at = readDelays(bytes, at, to);
        at = readTls(bytes, at, to);
        at = readDsn(bytes, at, to);
        return line.hasQueueId && readStatus(bytes, at, to);
    }

    private int readRecipients(byte[] bytes, int from, int to) {
        recipientFrom = TO.after(bytes, from, to);
        isAltered = recipientFrom < 0;
        if (isAltered) {
            return readBareRecipient(bytes, from, to);
        }
        recipientTo = Scan.endOfAddress(bytes, recipientFrom, to);
        originalRecipientFrom = ORIG_TO.after(bytes, recipientTo, to);
        originalRecipientTo = Scan.endOfAddress(bytes, originalRecipientFrom, to);
        return originalRecipientFrom < 0 ? recipientTo : originalRecipientTo;
    }

    private int readBareRecipient(byte[] bytes, int from, int to) {
        recipientFrom = BARE_TO.after(bytes, from, to);
        recipientTo = endOfBareAddress(bytes, recipientFrom, to);
        originalRecipientFrom = BARE_ORIG_TO.after(bytes, recipientTo, to);
        originalRecipientTo = endOfBareAddress(bytes, originalRecipientFrom, to);
        return originalRecipientFrom < 0 ? recipientTo : originalRecipientTo;
    }

    /** Behind a recipient in brackets, an original one without. */
    private int behindBareOriginal(byte[] bytes, int at, int to) {
        originalRecipientFrom = ORIG_TO_BARE.after(bytes, at, to);
        originalRecipientTo = endOfBareAddress(bytes, originalRecipientFrom, to);
        isAltered = true;
        return BARE_RELAY.after(bytes, originalRecipientTo, to);
    }

    /** Without brackets an address is what has none of the bytes that could end it. */
    private static int endOfBareAddress(byte[] bytes, int from, int to) {
        int at = from;
        while (at >= 0 && at < to && isOfBareAddress(bytes[at])) {
            at++;
        }
        return at > from ? at : -1;
    }

    private static boolean isOfBareAddress(byte b) {
        boolean isControlOrBlank = (b >= 0 && b <= ' ') || b == 0x7F; // Bytes of UTF-8 are negative.
        return !isControlOrBlank && b != ',' && b != '<' && b != '>' && b != '"';
    }

    private int readRelay(byte[] bytes, int at, int to) {
        int from = (isAltered ? BARE_RELAY : RELAY).after(bytes, at, to);
        if (from < 0 && !isAltered) {
            from = behindBareOriginal(bytes, at, to);
        }
        int end = endOfField(bytes, from, to);
        relay.range(from, end);
        connectionUseFrom = CONN_USE.after(bytes, end, to);
        connectionUseTo = Scan.number(bytes, connectionUseFrom, to);
        return connectionUseFrom < 0 ? end : connectionUseTo;
    }

    private int readDelays(byte[] bytes, int at, int to) {
        delayFrom = DELAY.after(bytes, at, to);
        delayTo = Scan.decimal(bytes, delayFrom, to);
        delaysFrom = DELAYS.after(bytes, delayTo, to);
        if (delaysFrom < 0) {
            return delayTo;
        }
        inQueueManagerFrom = behindPart(bytes, delaysFrom, to);
        connectionSetupFrom = behindPart(bytes, inQueueManagerFrom, to);
        transmissionFrom = behindPart(bytes, connectionSetupFrom, to);
        delaysTo = Scan.decimal(bytes, transmissionFrom, to);
        return delaysTo;
    }

    private static int behindPart(byte[] bytes, int at, int to) {
        return Scan.after((byte) '/', bytes, Scan.decimal(bytes, at, to), to);
    }

    private int readTls(byte[] bytes, int at, int to) {
        tlsFrom = TLS.after(bytes, at, to);
        tlsTo = endOfField(bytes, tlsFrom, to);
        return tlsFrom < 0 ? at : tlsTo;
    }

    private int readDsn(byte[] bytes, int at, int to) {
        dsnFrom = DSN.after(bytes, at, to);
        if (dsnFrom < 0) {
            return at;
        }
        int subject = Scan.after((byte) '.', bytes, Scan.number(bytes, dsnFrom, to), to);
        int detail = Scan.after((byte) '.', bytes, Scan.number(bytes, subject, to), to);
        dsnTo = Scan.number(bytes, detail, to);
        return dsnTo;
    }

    /** The text may hold parentheses of its own: it ends with the line. */
    private boolean readStatus(byte[] bytes, int at, int to) {
        statusFrom = STATUS.after(bytes, at, to);
        statusTo = TlsParameter.endOfWord(bytes, statusFrom, to);
        textFrom = PARENTHESIS.after(bytes, statusTo, to);
        textTo = textFrom >= 0 && textFrom < to && bytes[to - 1] == ')' ? to - 1 : to;
        return textFrom >= 0 && statusTo > statusFrom;
    }

    private static int endOfField(byte[] bytes, int from, int to) {
        return from < 0 ? -1 : ByteSearch.indexOf(bytes, from, to, (byte) ',');
    }
}
