package dev.posthorn.parsers;

import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.bytes.ByteSource;
import dev.posthorn.parsers.files.LogSequence;
import dev.posthorn.parsers.files.Origin;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.AccessDecisionView;
import dev.posthorn.parsers.postfix.CleanupMessageIdView;
import dev.posthorn.parsers.postfix.ContentCheckView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.postfix.QmgrActiveView;
import dev.posthorn.parsers.postfix.QmgrExpiredView;
import dev.posthorn.parsers.postfix.QmgrRemovedView;
import dev.posthorn.parsers.postfix.SmtpdClientView;
import dev.posthorn.parsers.postfix.SmtpdConnectView;
import dev.posthorn.parsers.postfix.SmtpdDisconnectView;
import dev.posthorn.parsers.postfix.SmtpdLostView;
import dev.posthorn.parsers.postfix.SslErrorView;
import dev.posthorn.parsers.postfix.TlsAlertView;
import dev.posthorn.parsers.postfix.TlsCipherListView;
import dev.posthorn.parsers.postfix.TlsEngineInitView;
import dev.posthorn.parsers.postfix.TlsEstablishedView;
import dev.posthorn.parsers.postfix.TlsInvalidProtocolsView;
import dev.posthorn.parsers.postfix.TlsLibraryProblemView;
import dev.posthorn.parsers.postfix.TlsSetupView;
import dev.posthorn.parsers.postfix.TlsStateView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Goes through a log line by line; every line is an event. The caller says when to go on.
 *
 * <pre>{@code
 * try (MaillogCursor cursor = Maillog.open(path)) {
 *     while (cursor.advance()) {
 *         if (cursor.kind() == MaillogKind.SSL_ACCEPT_ERROR) {
 *             failures.add(cursor.sslError().snapshot());
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>What the cursor hands out is borrowed: views, and the {@link AsciiView}s they give, are good until the next
 * {@link #advance()}. With assertions on, one that is used for longer fails with an {@link AssertionError}.
 * {@link #snapshot()} gives a value to keep.
 *
 * <p>Nothing is allocated for a line but by {@code snapshot()} and {@code toString()}. No bytes make a cursor throw; only
 * the source can. Not safe for use by several threads.
 */
public final class MaillogCursor implements AutoCloseable {

    private final ByteSource source;
    private final LineFramer framer;
    private final LineReader reader;

    /** What the source reads into; nothing for a log that is in memory already. */
    private final byte[] block;

    /** The source, if it has several logs. */
    private final Optional<LogSequence> logs;

    /** Is told how many lines there were whenever a block has been read. */
    private final LongConsumer progress;

    /** The kinds to stop at; nothing: all. */
    private Optional<Set<MaillogKind>> wanted = Optional.empty();

    /** How to find lines of these kinds; nothing if every line has to be read for that. */
    private Optional<LineSearch> search = Optional.empty();

    private boolean isOnLine;
    private long events;

    /** Has this log been read, so that only another one can follow? */
    private boolean isAtEnd;

    private long linesOfEarlierLogs;

    private MaillogCursor(
            ByteSource source,
            byte[] block,
            LineFramer framer,
            ReadLimits limits,
            Optional<LogSequence> logs,
            LongConsumer progress) {
        this.source = source;
        this.block = block;
        this.framer = framer;
        this.reader = new LineReader(limits);
        this.logs = logs;
        this.progress = progress;
    }

    /** A cursor that pulls blocks from a source and closes it in the end. */
    static MaillogCursor over(ByteSource source, ReadLimits limits) {
        return new MaillogCursor(
                source, new byte[limits.blockSize()], new LineFramer(limits), limits, Optional.empty(), lines -> {});
    }

    /** A cursor over one log after the other, before the first of them. */
    static MaillogCursor over(LogSequence logs, ReadLimits limits, LongConsumer progress) {
        MaillogCursor cursor = new MaillogCursor(
                logs, new byte[limits.blockSize()], new LineFramer(limits), limits, Optional.of(logs), progress);
        cursor.isAtEnd = true;
        return cursor;
    }

    /** A cursor over one log after the other that has opened the first. */
    static MaillogCursor overOpened(LogSequence logs, ReadLimits limits) throws IOException {
        MaillogCursor cursor = over(logs, limits, lines -> {});
        cursor.isAtEnd = !logs.next();
        return cursor;
    }

    /** A cursor over a range in memory, which is not copied. */
    static MaillogCursor over(byte[] bytes, int from, int to, ReadLimits limits) {
        LineFramer framer = new LineFramer(limits);
        framer.offer(bytes, from, to);
        return new MaillogCursor((into, first, end) -> -1, new byte[1], framer, limits, Optional.empty(), lines -> {});
    }

    /**
     * Moves to the next line.
     *
     * @return false if there is none
     * @throws IOException if the source cannot be read; a {@link dev.posthorn.parsers.files.LogFileException} if that is
     *     a file, in which case {@code advance()} may be called again and goes on behind the trouble
     */
    public boolean advance() throws IOException {
        boolean isOnAny = advanceToAny();
        while (isOnAny && wanted.isPresent() && !wanted.get().contains(reader.kind())) {
            isOnAny = advanceToAny();
        }
        return isOnAny;
    }

    private boolean advanceToAny() throws IOException {
        boolean isRead = reader.isHoldingBack() && reader.read(framer);
        while (!isRead) {
            if (nextLine()) {
                isRead = reader.read(framer);
            } else if (reader.finish()) { // What was begun in a log ends with it.
                isRead = true;
            } else if (!beginNextLog()) {
                break;
            }
        }
        isOnLine = isRead;
        events += isRead ? 1 : 0;
        return isRead;
    }

    /**
     * From here on, stops at lines of these kinds only. They are what they would have been, with the same numbers and
     * offsets; what is between them is only gone through as far as is needed to be sure of that.
     *
     * <pre>{@code
     * try (MaillogCursor cursor = Maillog.open(path).only(Set.of(MaillogKind.SSL_ACCEPT_ERROR))) {
     *     while (cursor.advance()) {
     *         failures.add(cursor.sslError().snapshot());
     *     }
     * }
     * }</pre>
     *
     * <p>If every kind has a {@link dev.posthorn.parsers.postfix.FixedTexts fixed text}, most other lines are not read at
     * all, which makes rare kinds several times as cheap to find. With one among them that has none, as {@link
     * MaillogKind#UNRECOGNIZED} or those of neighbours, this spares the caller a question and nothing else.
     *
     * <p>A marker {@code last message repeated 3 times} is a line of its own kind. Which line it means cannot be told from a
     * cursor that leaves out others.
     *
     * @param kinds the kinds to stop at, of which a copy is kept; all of them to stop at every line again
     * @return this cursor
     */
    public MaillogCursor only(Set<MaillogKind> kinds) {
        Set<MaillogKind> copy = EnumSet.noneOf(MaillogKind.class);
        copy.addAll(kinds);
        wanted = Optional.of(copy);
        search = LineSearch.forKinds(copy);
        return this;
    }

    /** How many lines it has read or gone past; those of which an event is made count as one. */
    long linesPassed() {
        return events + framer.skipped();
    }

    /** The next line of this log; false if it has no more. */
    private boolean nextLine() throws IOException {
        skip();
        while (!framer.next()) {
            isOnLine = false;
            int count = isAtEnd ? -1 : source.read(block, 0, block.length);
            if (count < 0) {
                isAtEnd = true;
                return framer.last();
            }
            framer.offer(block, 0, count);
            progress.accept(framer.number());
            skip();
        }
        return true;
    }

    private void skip() {
        if (search.isPresent() && !reader.isPending()) {
            framer.skip(search.get());
        }
    }

    private boolean beginNextLog() throws IOException {
        if (logs.isEmpty()) {
            return false;
        }
        progress.accept(framer.number());
        if (!logs.get().next()) {
            return false;
        }
        isAtEnd = false;
        linesOfEarlierLogs = framer.number();
        return true;
    }

    /**
     * Which log the line is from.
     *
     * @return the file, and the member if the file is an archive; empty if the cursor was not given files
     * @throws IllegalStateException if the cursor is not on a line
     */
    public Optional<Origin> origin() {
        onLine();
        return logs.map(LogSequence::origin);
    }

    /**
     * The number of the line in the log it is from, where {@link #lineNumber()} counts through all of them.
     *
     * @return 1 for the first line of each {@link #origin()}
     * @throws IllegalStateException if the cursor is not on a line
     */
    public long lineNumberInOrigin() {
        return lineNumber() - linesOfEarlierLogs;
    }

    /**
     * Which message the line is.
     *
     * @return the kind, {@link MaillogKind#UNRECOGNIZED} for lines this library does not read
     * @throws IllegalStateException if the cursor is not on a line
     */
    public MaillogKind kind() {
        return onLine().kind();
    }

    /**
     * What stood around the message.
     *
     * @return time, host, program and the rest; borrowed
     * @throws IllegalStateException if the cursor is not on a line
     */
    public EnvelopeView envelope() {
        return onLine().envelope();
    }

    /**
     * The line without its newline.
     *
     * @return its bytes; the first ones only if it is longer than the limit; borrowed
     * @throws IllegalStateException if the cursor is not on a line
     */
    public AsciiView raw() {
        return envelope().raw();
    }

    /**
     * The number of the line.
     *
     * @return 1 for the first line
     * @throws IllegalStateException if the cursor is not on a line
     */
    public long lineNumber() {
        return envelope().lineNumber();
    }

    /**
     * Where the line begins.
     *
     * @return the number of bytes before it
     * @throws IllegalStateException if the cursor is not on a line
     */
    public long lineOffset() {
        return envelope().lineOffset();
    }

    /**
     * How long the line is, its end included. The sizes of all lines add up to the size of the input.
     *
     * @return bytes, with the newline if there is one, and all of a line that was too long to keep
     * @throws IllegalStateException if the cursor is not on a line
     */
    public long lineSize() {
        return envelope().lineSize();
    }

    /**
     * The line as a value to keep.
     *
     * @return an owned, immutable copy of what the line says
     * @throws IllegalStateException if the cursor is not on a line
     */
    public MaillogEvent snapshot() {
        return onLine().snapshot();
    }

    /**
     * What the line says, whatever it is: for switches over types.
     *
     * @return the view that fits the kind; borrowed
     * @throws IllegalStateException if the line is no message of Postfix, or the cursor is not on a line
     */
    public PostfixView view() {
        return onLine().view(PostfixView.class);
    }

    /**
     * Tells a visitor of the line, as a {@link MaillogDecoder} does.
     *
     * @param visitor is told once, whatever the line is
     * @throws IllegalStateException if the cursor is not on a line
     */
    public void accept(MaillogVisitor visitor) {
        onLine().tell(visitor);
    }

    /**
     * A logger left out lines that were all the same.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#LAST_MESSAGE_REPEATED} or {@link MaillogKind#MESSAGE_REPEATED}
     */
    public RepetitionView repetition() {
        return onLine().repetition();
    }

    /**
     * A logger threw lines away because they were too many.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#RSYSLOG_RATE_LIMIT} or {@link MaillogKind#JOURNALD_RATE_LIMIT}
     */
    public RateLimitView rateLimit() {
        return onLine().rateLimit();
    }

    /**
     * A line that was not read, and why.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#UNRECOGNIZED}
     */
    public UnrecognizedView unrecognized() {
        return onLine().unrecognized();
    }

    /**
     * A client connected.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#SMTPD_CONNECT}
     */
    public SmtpdConnectView smtpdConnect() {
        return onLine().view(SmtpdConnectView.class);
    }

    /**
     * A client is gone.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#SMTPD_DISCONNECT}
     */
    public SmtpdDisconnectView smtpdDisconnect() {
        return onLine().view(SmtpdDisconnectView.class);
    }

    /**
     * A session ended before its time.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#SMTPD_LOST}
     */
    public SmtpdLostView smtpdLost() {
        return onLine().view(SmtpdLostView.class);
    }

    /**
     * A message begins.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#SMTPD_CLIENT}
     */
    public SmtpdClientView smtpdClient() {
        return onLine().view(SmtpdClientView.class);
    }

    /**
     * A process makes itself ready for TLS.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#TLS_ENGINE_INIT}
     */
    public TlsEngineInitView tlsEngineInit() {
        return onLine().view(TlsEngineInitView.class);
    }

    /**
     * A handshake begins.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#TLS_SETUP}
     */
    public TlsSetupView tlsSetup() {
        return onLine().view(TlsSetupView.class);
    }

    /**
     * Which cipher string is in force.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#TLS_CIPHER_LIST}
     */
    public TlsCipherListView tlsCipherList() {
        return onLine().view(TlsCipherListView.class);
    }

    /**
     * A step of a handshake.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#TLS_STATE}
     */
    public TlsStateView tlsState() {
        return onLine().view(TlsStateView.class);
    }

    /**
     * An alert went by.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#TLS_ALERT}
     */
    public TlsAlertView tlsAlert() {
        return onLine().view(TlsAlertView.class);
    }

    /**
     * A handshake failed.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#SSL_ACCEPT_ERROR} or {@link MaillogKind#SSL_CONNECT_ERROR}
     */
    public SslErrorView sslError() {
        return onLine().view(SslErrorView.class);
    }

    /**
     * One entry of OpenSSL's error queue.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#TLS_LIBRARY_PROBLEM}
     */
    public TlsLibraryProblemView tlsLibraryProblem() {
        return onLine().view(TlsLibraryProblemView.class);
    }

    /**
     * A list of protocols Postfix cannot read.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#TLS_INVALID_PROTOCOLS}
     */
    public TlsInvalidProtocolsView tlsInvalidProtocols() {
        return onLine().view(TlsInvalidProtocolsView.class);
    }

    /**
     * A handshake succeeded, or its connection is used once more.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#TLS_ESTABLISHED} or {@link MaillogKind#TLS_REUSED}
     */
    public TlsEstablishedView tlsEstablished() {
        return onLine().view(TlsEstablishedView.class);
    }

    /**
     * The name a message gave itself.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#CLEANUP_MESSAGE_ID} or {@link MaillogKind#CLEANUP_RESENT_MESSAGE_ID}
     */
    public CleanupMessageIdView cleanupMessageId() {
        return onLine().view(CleanupMessageIdView.class);
    }

    /**
     * A message entered the active queue.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#QMGR_ACTIVE}
     */
    public QmgrActiveView qmgrActive() {
        return onLine().view(QmgrActiveView.class);
    }

    /**
     * A message is done with.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#QMGR_REMOVED}
     */
    public QmgrRemovedView qmgrRemoved() {
        return onLine().view(QmgrRemovedView.class);
    }

    /**
     * A message stayed too long.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#QMGR_EXPIRED}
     */
    public QmgrExpiredView qmgrExpired() {
        return onLine().view(QmgrExpiredView.class);
    }

    /**
     * One attempt to deliver to one recipient.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line is not {@link MaillogKind#DELIVERY}
     */
    public DeliveryView delivery() {
        return onLine().view(DeliveryView.class);
    }

    /**
     * What smtpd, postscreen, a milter or a proxy filter decided about a client or a message.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line's kind is none that has a {@link AccessDecisionView}
     */
    public AccessDecisionView accessDecision() {
        return onLine().view(AccessDecisionView.class);
    }

    /**
     * What a header or body check found.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line's kind is none that has a {@link ContentCheckView}
     */
    public ContentCheckView contentCheck() {
        return onLine().view(ContentCheckView.class);
    }

    /**
     * Any of the many messages that share a view.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line's kind is none that has a {@link NoticeView}
     */
    public NoticeView notice() {
        return onLine().view(NoticeView.class);
    }

    /**
     * Is the line a message of another program than Postfix, which {@link #neighbour()} shows?
     *
     * @return true for the kinds that a {@link dev.posthorn.mail.NeighbourNotice} has
     * @throws IllegalStateException if the cursor is not on a line
     */
    public boolean isNeighbour() {
        return onLine().isNeighbour();
    }

    /**
     * A message of another program: Dovecot, Exim, Sendmail, a filter and so on.
     *
     * @return the view; borrowed
     * @throws IllegalStateException if the line's kind is none that has a {@link NeighbourView}
     */
    public NeighbourView neighbour() {
        return onLine().neighbour();
    }

    /**
     * Lets go of the source.
     *
     * @throws IOException if that fails
     */
    @Override
    public void close() throws IOException {
        isAtEnd = true;
        isOnLine = false;
        source.close();
    }

    private LineReader onLine() {
        if (!isOnLine) {
            throw new IllegalStateException("the cursor is not on a line: advance() has to say true first");
        }
        return reader;
    }
}
