package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.SmtpdClient;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/** A message begins; borrowed, valid until the next line is read. Accessors as in {@link SmtpdClient}. */
public final class SmtpdClientView extends PostfixView {

    private static final Literal CLIENT = Literal.of("client=");

    /** In the order in which they are printed; each may be missing. */
    private static final Literal[] FIELDS = {
        Literal.of(", sasl_method="),
        Literal.of(", sasl_username="),
        Literal.of(", sasl_sender="),
        Literal.of(", orig_queue_id="),
        Literal.of(", orig_client=")
    };

    private final PeerView client;
    private final AsciiView saslMethod;
    private final AsciiView saslUsername;
    private final AsciiView saslSender;
    private final AsciiView origQueueId;
    private final PeerView origClient;

    private int saslMethodFrom;
    private int saslMethodTo;
    private int saslUsernameFrom;
    private int saslUsernameTo;
    private int saslSenderFrom;
    private int saslSenderTo;
    private int origQueueIdFrom;
    private int origQueueIdTo;

    SmtpdClientView(Line line) {
        super(line);
        client = new PeerView(this);
        saslMethod = newView();
        saslUsername = newView();
        saslSender = newView();
        origQueueId = newView();
        origClient = new PeerView(this);
    }

    /**
     * The message.
     *
     * @return the queue id, or the word {@code NOQUEUE}, which a before-queue proxy filter causes
     */
    public AsciiView queueId() {
        return queueIdView();
    }

    /**
     * Who sends it.
     *
     * @return the real client; up to Postfix 2.7 the one that XFORWARD named, if any
     */
    public PeerView client() {
        assert isCurrent() : stale();
        return client;
    }

    /**
     * How the client authenticated.
     *
     * @return such as {@code PLAIN}, absent if it did not
     */
    public AsciiView saslMethod() {
        return view(saslMethod, saslMethodFrom, saslMethodTo);
    }

    /**
     * As whom the client authenticated.
     *
     * @return the user name, absent if it did not
     */
    public AsciiView saslUsername() {
        return view(saslUsername, saslUsernameFrom, saslUsernameTo);
    }

    /**
     * Whom the AUTH parameter of MAIL FROM named.
     *
     * @return an address in xtext (RFC 3461 section 4), absent if none was printed
     */
    public AsciiView saslSender() {
        return view(saslSender, saslSenderFrom, saslSenderTo);
    }

    /**
     * The queue id at the upstream host, by XFORWARD.
     *
     * @return the id, absent if none was printed
     */
    public AsciiView origQueueId() {
        return view(origQueueId, origQueueIdFrom, origQueueIdTo);
    }

    /**
     * The client of the upstream host, by XFORWARD (Postfix 2.8 and later).
     *
     * @return name and address, absent if none was printed
     */
    public PeerView origClient() {
        assert isCurrent() : stale();
        return origClient;
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onSmtpdClient(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.SMTPD_CLIENT;
    }

    @Override
    public SmtpdClient snapshot() {
        SmtpdClient.Builder message = SmtpdClient.builder()
                .envelope(envelope().snapshot())
                .queueId(optionalQueueId())
                .client(client().snapshot())
                .saslMethod(optional(saslMethod()))
                .saslUsername(optional(saslUsername()))
                .saslSender(optional(saslSender()))
                .origQueueId(optional(origQueueId()));
        return (origClient().isPresent() ? message.origClient(origClient().snapshot()) : message).build();
    }

    /** {@code client=CLIENT} and up to five more fields in this order: smtpd.c, smtpd_sasl_mail_log. */
    boolean read() {
        byte[] bytes = line.bytes;
        int to = line.to;
        saslMethodFrom = -1;
        saslUsernameFrom = -1;
        saslSenderFrom = -1;
        origQueueIdFrom = -1;
        origClient.clear();
        int at = CLIENT.after(bytes, line.from, to);
        at = client.read(bytes, at, to);
        return at == to || (at >= 0 && readFields(bytes, at, to));
    }

    private boolean readFields(byte[] bytes, int from, int to) {
        saslMethodFrom = FIELDS[0].after(bytes, from, to);
        saslMethodTo = endOfValue(0, saslMethodFrom, from);
        saslUsernameFrom = FIELDS[1].after(bytes, saslMethodTo, to);
        saslUsernameTo = endOfValue(1, saslUsernameFrom, saslMethodTo);
        saslSenderFrom = FIELDS[2].after(bytes, saslUsernameTo, to);
        saslSenderTo = endOfValue(2, saslSenderFrom, saslUsernameTo);
        origQueueIdFrom = FIELDS[3].after(bytes, saslSenderTo, to);
        origQueueIdTo = endOfValue(3, origQueueIdFrom, saslSenderTo);
        int origClientFrom = FIELDS[4].after(bytes, origQueueIdTo, to);
        return origClientFrom < 0 ? origQueueIdTo == to : origClient.read(bytes, origClientFrom, to) == to;
    }

    /**
     * A value ends where one of the fields that may follow begins: a user name can have commas in it
     * (postfix-log-messages 3.2).
     *
     * @param field which of {@link #FIELDS} this is
     * @param from where its value begins, -1 if it is not there
     * @param otherwise where an absent field leaves us
     */
    private int endOfValue(int field, int from, int otherwise) {
        if (from < 0) {
            return otherwise;
        }
        int end = line.to;
        for (int next = field + 1; next < FIELDS.length; next++) {
            int found = FIELDS[next].indexIn(line.bytes, from, end);
            end = found < 0 ? end : found;
        }
        return end;
    }
}
