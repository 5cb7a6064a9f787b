package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.AccessDecision;
import dev.posthorn.mail.EnhancedStatusCode;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.OptionalInt;

/**
 * What smtpd, postscreen, a milter or a proxy filter decided; borrowed, valid until the next line is read. Accessors as in
 * {@link AccessDecision}.
 */
public final class AccessDecisionView extends PostfixView {

    private static final Literal COLON = Literal.of(": ");
    private static final Literal FROM = Literal.of(" from ");
    private static final Literal SERVER_LOCAL_DATA_ERROR = Literal.of(" Server local data error");
    private static final Literal TRIGGERS = Literal.of(" triggers ");
    private static final Literal BEHIND_SUBJECT = Literal.of(">: ");

    /** {@code smtpd_check.c}, SMTPD_NAME_… and milter.c: where restrictions apply. */
    private static final Literal[] CLASSES = {
        Literal.of("Client host "),
        Literal.of("Unverified Client host "),
        Literal.of("Helo command "),
        Literal.of("Sender address "),
        Literal.of("Recipient address "),
        Literal.of("Client certificate "),
        Literal.of("SASL login name "),
        Literal.of("End-of-data "),
        Literal.of("Data command "),
        Literal.of("Etrn command ")
    };

    /** More semicolons than this are somebody's joke; each costs a look at what is behind it. */
    private static final int MAX_CUTS = 64;

    private final AsciiView action;
    private final AsciiView where;
    private final PeerView client;
    private final AsciiView text;
    private final AsciiView dsn;
    private final AsciiView reason;
    private final AsciiView restrictionClass;
    private final AsciiView argument;
    private final SessionTail tail;

    private MaillogKind kind = MaillogKind.SMTPD_REJECT;
    private int actionTo;
    private int whereFrom;
    private int whereTo;
    private int textFrom;
    private int textTo;
    private int codeTo;
    private int dsnFrom;
    private int dsnTo;
    private int reasonFrom;

    AccessDecisionView(Line line) {
        super(line);
        action = newView();
        where = newView();
        client = new PeerView(this);
        text = newView();
        dsn = newView();
        reason = newView();
        restrictionClass = newView();
        argument = newView();
        tail = new SessionTail(this);
    }

    /**
     * The message.
     *
     * @return the queue id or the word {@code NOQUEUE}, absent for proxy filters
     */
    public AsciiView queueId() {
        return queueIdView();
    }

    /**
     * What was decided, in the word of the line.
     *
     * @return such as {@code reject}, {@code hold} or {@code milter-reject}
     */
    public AsciiView action() {
        return view(action, line.from, actionTo);
    }

    /**
     * At which command.
     *
     * @return such as {@code CONNECT}, {@code RCPT} or {@code END-OF-MESSAGE}
     */
    public AsciiView where() {
        return view(where, whereFrom, whereTo);
    }

    /**
     * About whom.
     *
     * @return the client, not present for proxy filters
     */
    public PeerView client() {
        assert isCurrent() : stale();
        return client;
    }

    /**
     * Why: the reply to the client, or the text of a rule.
     *
     * @return the text between client and semicolon, reply codes included
     */
    public AsciiView text() {
        return view(text, textFrom, textTo);
    }

    /**
     * The reply code at the beginning of the text.
     *
     * @return such as 554, -1 if the text has none
     */
    public int replyCode() {
        assert isCurrent() : stale();
        return codeTo < 0 ? -1 : (int) Scan.value(line.bytes, textFrom, codeTo);
    }

    /**
     * The status code at the beginning of the text.
     *
     * @return such as {@code 5.7.1}, absent if the text has none
     */
    public AsciiView dsn() {
        return view(dsn, dsnFrom, dsnTo);
    }

    /**
     * The text without the codes.
     *
     * @return the rest of the text
     */
    public AsciiView reason() {
        return view(reason, reasonFrom, textTo);
    }

    /**
     * Which kind of restriction a FILTER, HOLD, DISCARD and the like came from.
     *
     * @return such as {@code Sender address}, absent for other actions
     */
    public AsciiView restrictionClass() {
        int from = classFrom();
        int to = classTo(from);
        return to < 0 ? view(restrictionClass, -1, -1) : view(restrictionClass, from, to);
    }

    /**
     * What a FILTER, REDIRECT or BCC goes to.
     *
     * @return the argument of the action, absent for other actions
     */
    public AsciiView argument() {
        boolean hasArgument =
                kind == MaillogKind.SMTPD_FILTER || kind == MaillogKind.SMTPD_REDIRECT || kind == MaillogKind.SMTPD_BCC;
        int behind = hasArgument ? TRIGGERS.after(line.bytes, classTo(classFrom()), textTo) : -1;
        int verbTo = TlsParameter.endOfWord(line.bytes, behind, textTo);
        return behind < 0 || verbTo >= textTo ? view(argument, -1, -1) : view(argument, verbTo + 1, textTo);
    }

    /** {@code <x@example.com>: Sender address triggers …}: the subject is in brackets and may have anything in it. */
    private int classFrom() {
        boolean hasClass = switch (kind) {
            case SMTPD_FILTER, SMTPD_REDIRECT, SMTPD_BCC, SMTPD_HOLD, SMTPD_DELAY, SMTPD_DISCARD -> true;
            default -> false;
        };
        int at = hasClass ? BEHIND_SUBJECT.indexIn(line.bytes, textFrom, textTo) : -1;
        while (at >= 0 && classTo(at + BEHIND_SUBJECT.length()) < 0) {
            at = BEHIND_SUBJECT.indexIn(line.bytes, at + 1, textTo);
        }
        return at < 0 ? -1 : at + BEHIND_SUBJECT.length();
    }

    private int classTo(int from) {
        for (Literal restriction : CLASSES) {
            if (restriction.isAt(line.bytes, from, textTo)) {
                return from + restriction.length() - 1;
            }
        }
        return -1;
    }

    /**
     * Who sends it, if the client has said so yet.
     *
     * @return the address without angle brackets, empty for the null sender; absent if not printed
     */
    public AsciiView sender() {
        return tail.sender();
    }

    /**
     * To whom it goes, if the client has said so yet.
     *
     * @return the address without angle brackets, absent if not printed
     */
    public AsciiView recipient() {
        return tail.recipient();
    }

    /**
     * Which protocol the client speaks.
     *
     * @return {@code SMTP} or {@code ESMTP}, also with TLS; absent if not printed
     */
    public AsciiView protocol() {
        return tail.protocol();
    }

    /**
     * What the client calls itself, unchecked.
     *
     * @return the argument of HELO or EHLO, absent if not printed
     */
    public AsciiView helo() {
        return tail.helo();
    }

    /**
     * How the client authenticated (3.10 and later).
     *
     * @return such as {@code PLAIN}, absent if not printed
     */
    public AsciiView saslMethod() {
        return tail.saslMethod();
    }

    /**
     * As whom the client authenticated.
     *
     * @return the user name, absent if not printed
     */
    public AsciiView saslUsername() {
        return tail.saslUsername();
    }

    /**
     * Whom the AUTH parameter of MAIL FROM named (3.10 and later).
     *
     * @return an address in xtext, absent if not printed
     */
    public AsciiView saslSender() {
        return tail.saslSender();
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onAccessDecision(this);
    }

    @Override
    public MaillogKind kind() {
        return kind;
    }

    @Override
    public AccessDecision snapshot() {
        AccessDecision.Builder decision = AccessDecision.builder()
                .envelope(envelope().snapshot())
                .kind(kind)
                .queueId(optionalQueueId())
                .action(action().toString())
                .where(where().toString())
                .text(text().toString())
                .replyCode(replyCode() < 0 ? OptionalInt.empty() : OptionalInt.of(replyCode()))
                .dsn(EnhancedStatusCode.parse(dsn().toString()))
                .reason(reason().toString())
                .restrictionClass(optional(restrictionClass()))
                .argument(optional(argument()))
                .sender(optional(sender()))
                .recipient(optional(recipient()))
                .protocol(optional(protocol()))
                .helo(optional(helo()))
                .saslMethod(optional(saslMethod()))
                .saslUsername(optional(saslUsername()))
                .saslSender(optional(saslSender()));
        return (client().isPresent() ? decision.client(client().snapshot()) : decision).build();
    }

    /**
     * {@code QID: <action>: <where> from CLIENT: <text>;<tail>}: smtpd_check.c, log_whatsup; cleanup_milter.c,
     * cleanup_milter_eval; postscreen_smtpd.c, psc_rcpt_cmd.
     */
    boolean read(Literal word, MaillogKind newKind) {
        byte[] bytes = line.bytes;
        int to = line.to;
        kind = newKind;
        actionTo = word.after(bytes, line.from, to);
        whereFrom = COLON.after(bytes, actionTo, to);
        whereTo = TlsParameter.endOfWord(bytes, whereFrom, to);
        int at = client.read(bytes, FROM.after(bytes, whereTo, to), to);
        textFrom = COLON.after(bytes, at, to);
        return textFrom >= 0 && readTextAndTail();
    }

    /** The grammar's own question, asked before anybody has the view. */
    boolean isClientNameless() {
        return client.isNameless();
    }

    /** {@code proxy-accept: <where>: <reply>;<tail>}: smtpd_proxy.c, smtpd_proxy_cmd. No client, no queue id. */
    boolean readProxy(Literal word, MaillogKind newKind) {
        byte[] bytes = line.bytes;
        int to = line.to;
        kind = newKind;
        client.clear();
        actionTo = word.after(bytes, line.from, to);
        whereFrom = COLON.after(bytes, actionTo, to);
        whereTo = COLON.indexIn(bytes, whereFrom, to);
        textFrom = COLON.after(bytes, whereTo, to);
        return textFrom >= 0 && readTextAndTail();
    }

    /**
     * Texts have semicolons of their own. The last one with a whole tail behind it is the right one, and one whose tail
     * has a protocol is better than one that has none.
     */
    private boolean readTextAndTail() {
        int bare = -1;
        int cuts = 0;
        for (int at = line.to - 1; at >= textFrom && cuts < MAX_CUTS; at--) {
            if (line.bytes[at] == ';') {
                cuts++;
                boolean isWhole = tail.read(line.bytes, at + 1, line.to, false) == line.to;
                if (isWhole && tail.hasProtocol()) {
                    return endTextAt(at);
                }
                bare = isWhole && bare < 0 ? at : bare;
            }
        }
        if (bare >= 0) {
            tail.read(line.bytes, bare + 1, line.to, false);
            return endTextAt(bare);
        }
        tail.read(line.bytes, line.to, line.to, false);
        int localError = line.to - SERVER_LOCAL_DATA_ERROR.length(); // The one text that has no semicolon (2.9).
        return localError >= textFrom
                && SERVER_LOCAL_DATA_ERROR.isAt(line.bytes, localError, line.to)
                && endTextAt(line.to);
    }

    private boolean endTextAt(int end) {
        textTo = end;
        reasonFrom = textFrom;
        codeTo = -1;
        dsnFrom = -1;
        if (hasReply()) {
            readReply();
        }
        return true;
    }

    private boolean hasReply() {
        return switch (kind) {
            case SMTPD_REJECT, SMTPD_REJECT_WARNING, MILTER_REJECT, POSTSCREEN_REJECT -> true;
            default -> false;
        };
    }

    /** {@code 554 5.7.1 Relay access denied}; cleanup prints a milter's reply without the first number. */
    private void readReply() {
        byte[] bytes = line.bytes;
        int digits = Scan.number(bytes, textFrom, textTo);
        if (digits == textFrom + 3 && digits < textTo && bytes[digits] == ' ') {
            codeTo = digits;
            reasonFrom = digits + 1;
        }
        int subject = Scan.after((byte) '.', bytes, Scan.number(bytes, reasonFrom, textTo), textTo);
        int detail = Scan.after((byte) '.', bytes, Scan.number(bytes, subject, textTo), textTo);
        int end = Scan.number(bytes, detail, textTo);
        if (end >= 0 && (end == textTo || bytes[end] == ' ')) {
            dsnFrom = reasonFrom;
            dsnTo = end;
            reasonFrom = Math.min(end + 1, textTo);
        }
    }
}
