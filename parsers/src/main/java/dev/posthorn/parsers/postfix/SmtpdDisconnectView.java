package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.CommandCount;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.SmtpdDisconnect;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A client is gone; borrowed, valid until the next line is read. Accessors as in {@link SmtpdDisconnect}. */
public final class SmtpdDisconnectView extends PostfixView {

    private static final Literal DISCONNECT_FROM = Literal.of("disconnect from ");
    private static final Literal COMMANDS = Literal.of("commands=");
    private static final Literal NOTES = Literal.of(" notes=");

    private final PeerView client;
    private final AsciiView counters;
    private final AsciiView command;
    private final AsciiView notes;

    private int counterCount;
    private int countersFrom;
    private int countersTo;
    private int notesFrom;

    /** Where the counter looked at last stands: callers go through them one by one. */
    private int tokenIndex;

    private int tokenFrom;

    SmtpdDisconnectView(Line line) {
        super(line);
        client = new PeerView(this);
        counters = newView();
        command = newView();
        notes = newView();
    }

    /**
     * Who is gone.
     *
     * @return name and address, the port with {@code smtpd_client_port_logging} only
     */
    public PeerView client() {
        assert isCurrent() : stale();
        return client;
    }

    /**
     * What the client did, as it is printed.
     *
     * @return such as {@code ehlo=1 quit=1 commands=2}, absent before Postfix 3.0
     */
    public AsciiView counters() {
        return view(counters, countersFrom, countersTo);
    }

    /**
     * How many counters there are.
     *
     * @return 0 before Postfix 3.0; else at least 1, the sum {@code commands}, which is the last
     */
    public int counterCount() {
        assert isCurrent() : stale();
        return counterCount;
    }

    /**
     * The name of a counter. The view is the same for all of them: the next call points it elsewhere.
     *
     * @param index 0 for the first
     * @return a command in lower case
     * @throws IndexOutOfBoundsException if there is no such counter
     */
    public AsciiView command(int index) {
        int from = token(index);
        return view(command, from, equalsSign(from));
    }

    /**
     * How many of the commands succeeded.
     *
     * @param index 0 for the first counter
     * @return the number before the slash, or the only one
     * @throws IndexOutOfBoundsException if there is no such counter
     */
    public long succeeded(int index) {
        int from = equalsSign(token(index)) + 1;
        return Scan.value(line.bytes, from, Scan.number(line.bytes, from, countersTo));
    }

    /**
     * How many of the commands there were.
     *
     * @param index 0 for the first counter
     * @return the number behind the slash, or the only one
     * @throws IndexOutOfBoundsException if there is no such counter
     */
    public long total(int index) {
        int from = equalsSign(token(index)) + 1;
        int to = Scan.number(line.bytes, from, countersTo);
        int total = Scan.after((byte) '/', line.bytes, to, countersTo);
        return total < 0
                ? Scan.value(line.bytes, from, to)
                : Scan.value(line.bytes, total, Scan.number(line.bytes, total, countersTo));
    }

    /**
     * What Postfix noticed about the client (3.9 and later).
     *
     * @return such as {@code bare_lf}, absent if nothing was printed
     */
    public AsciiView notes() {
        return view(notes, notesFrom, line.to);
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onSmtpdDisconnect(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.SMTPD_DISCONNECT;
    }

    @Override
    public SmtpdDisconnect snapshot() {
        List<CommandCount> counts = new ArrayList<>();
        for (int i = 0; i < counterCount(); i++) {
            counts.add(new CommandCount(command(i).toString(), succeeded(i), total(i)));
        }
        return SmtpdDisconnect.builder()
                .envelope(envelope().snapshot())
                .client(client().snapshot())
                .addAllCounters(counts)
                .notes(optional(notes()))
                .build();
    }

    private int token(int index) {
        Objects.checkIndex(index, counterCount());
        if (index < tokenIndex) {
            tokenIndex = 0;
            tokenFrom = countersFrom;
        }
        for (; tokenIndex < index; tokenIndex++) {
            tokenFrom = ByteSearch.indexOf(line.bytes, tokenFrom, countersTo, (byte) ' ') + 1;
        }
        return tokenFrom;
    }

    private int equalsSign(int from) {
        return ByteSearch.indexOf(line.bytes, from, countersTo, (byte) '=');
    }

    /**
     * {@code disconnect from CLIENT}, since 3.0 with {@code <cmd>=<ok>} or {@code <cmd>=<ok>/<total>} for each command
     * used and always {@code commands=} behind them: smtpd.c, smtpd_format_cmd_stats.
     */
    boolean read() {
        counterCount = 0;
        countersFrom = -1;
        countersTo = -1;
        notesFrom = -1;
        int at = DISCONNECT_FROM.after(line.bytes, line.from, line.to);
        at = client.read(line.bytes, at, line.to);
        return at == line.to || (at >= 0 && readCounters(at));
    }

    private boolean readCounters(int at) {
        byte[] bytes = line.bytes;
        int to = line.to;
        if (bytes[at] != ' ') {
            return false;
        }
        countersFrom = at + 1;
        tokenIndex = 0;
        tokenFrom = countersFrom;
        boolean isLast = false;
        int next = at;
        while (!isLast) {
            int token = Scan.after((byte) ' ', bytes, next, to);
            isLast = COMMANDS.isAt(bytes, token, to);
            next = counter(bytes, token, to);
            if (next < 0) {
                return false;
            }
            counterCount++;
        }
        countersTo = next;
        if (next == to) {
            return true;
        }
        notesFrom = NOTES.after(bytes, next, to);
        return notesFrom >= 0;
    }

    private static int counter(byte[] bytes, int at, int to) {
        int equalsSign = at;
        while (equalsSign >= 0 && equalsSign < to && bytes[equalsSign] >= 'a' && bytes[equalsSign] <= 'z') {
            equalsSign++;
        }
        int end = Scan.number(bytes, Scan.after((byte) '=', bytes, equalsSign, to), to);
        int total = Scan.after((byte) '/', bytes, end, to);
        return total < 0 ? end : Scan.number(bytes, total, to);
    }
}
