package dev.posthorn.parsers.neighbours;

import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.bytes.Lifetime;
import dev.posthorn.parsers.internal.dovecot.DovecotGrammar;
import dev.posthorn.parsers.internal.exim.EximGrammar;
import dev.posthorn.parsers.internal.exim.RejectedMessage;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.syslog.EnvelopeReader;
import dev.posthorn.parsers.syslog.EnvelopeView;
import dev.posthorn.parsers.syslog.HeaderDialect;

/**
 * Reads the text of one line after another with the grammar of the neighbour that its tag, or the form of its own log file,
 * names. One reader is for one thread; it lends out the same view again and again.
 *
 * <p>Whole logs are read with a {@link dev.posthorn.parsers.MaillogCursor}; this is for programs that have their lines
 * already:
 *
 * <pre>{@code
 * Lifetime lifetime = new Lifetime();
 * EnvelopeReader envelopes = new EnvelopeReader(lifetime);
 * NeighbourReader neighbours = new NeighbourReader(lifetime, envelopes);
 * envelopes.read(line, 0, line.length);
 * if (neighbours.read() == MaillogKind.DOVECOT_LOGIN) {
 *     AsciiView user = neighbours.view().part(NeighbourPart.USER);
 * }
 * }</pre>
 */
public final class NeighbourReader {

    /** No line has such a number, nor has one the number behind it. */
    private static final long NONE = -2;

    private final EnvelopeReader envelopes;
    private final Parts parts = new Parts();
    private final NeighbourView view;

    private final DovecotGrammar dovecot = new DovecotGrammar();

    /** The line that was the last of a rejection in Exim's log. */
    private long lineOfRejection = NONE;

    private boolean isRead;
    private UnrecognizedReason reason = UnrecognizedReason.NO_TAG;

    /**
     * A reader of what an envelope reader has found.
     *
     * @param lifetime the one that the envelope reader ends with every line
     * @param envelopes the envelope reader
     */
    public NeighbourReader(Lifetime lifetime, EnvelopeReader envelopes) {
        this.envelopes = envelopes;
        view = new NeighbourView(lifetime, envelopes, parts);
    }

    /**
     * Reads the text of the line that the envelope reader has read last. What the program's own words say of severity and
     * text is in the envelope afterwards.
     *
     * @return what it says, {@link MaillogKind#UNRECOGNIZED} if it says nothing this library knows
     */
    public MaillogKind read() {
        return lent(readLine(envelopes.envelope()));
    }

    /**
     * Reads a message that stands within another line: as {@link #read()}, but by that line's tag alone.
     *
     * @return what it says, {@link MaillogKind#UNRECOGNIZED} if it says nothing this library knows
     */
    public MaillogKind readWithin() {
        EnvelopeView envelope = envelopes.envelope();
        Neighbour neighbour = Neighbour.ofTag(envelope);
        reason = UnrecognizedReason.FOREIGN_PROGRAM;
        return lent(neighbour != null && readTagged(neighbour, envelope));
    }

    private MaillogKind lent(boolean wasRead) {
        isRead = wasRead;
        if (!isRead) {
            return MaillogKind.UNRECOGNIZED;
        }
        view.lend();
        return parts.kind();
    }

    /**
     * The view that shows what the line says.
     *
     * @return the view of the line that was read last, good until the next one is
     * @throws IllegalStateException if the line was not recognised
     */
    public NeighbourView view() {
        if (!isRead) {
            throw new IllegalStateException("the line is UNRECOGNIZED: " + reason);
        }
        return view.lend();
    }

    /** Takes the view back: whoever still holds it has to ask for {@link #view()} again. */
    public void recall() {
        view.recall();
    }

    /**
     * Why the line that was read last was not recognised.
     *
     * @return the first obstacle; meaningless if {@link #read()} recognised the line
     */
    public UnrecognizedReason reason() {
        return reason;
    }

    private boolean readLine(EnvelopeView envelope) {
        Neighbour neighbour = Neighbour.ofTag(envelope);
        if (neighbour != null) {
            return readTagged(neighbour, envelope);
        }
        reason = envelope.tag().isPresent() ? UnrecognizedReason.FOREIGN_PROGRAM : UnrecognizedReason.NO_TAG;
        return envelope.timestamp().isPresent()
                ? readOwnLog(envelope)
                : readPasted(envelope) || readRejectedMessage(envelope);
    }

    private boolean readTagged(Neighbour neighbour, EnvelopeView envelope) {
        AsciiView text = envelope.text();
        reason = UnrecognizedReason.UNKNOWN_MESSAGE;
        begin(text.array(), Math.max(text.from(), 0), Math.max(text.to(), 0), neighbour.software());
        if (parts.from == parts.to || !neighbour.grammar().read(parts)) {
            return false;
        }
        envelopes.textBegins(parts.severity, parts.from);
        return true;
    }

    /** The time is all the header there is; behind it, each program's lines have a form of their own. */
    private boolean readOwnLog(EnvelopeView envelope) {
        byte[] bytes = envelope.text().array();
        int from = envelopes.behindTime();
        int to = envelope.text().to();
        if (DovecotGrammar.isOwnLine(bytes, from, to)) {
            return readDovecot(bytes, from, to);
        }
        return envelope.dialect() == HeaderDialect.ISO_8601
                && EximGrammar.isOwnTime(bytes, from)
                && readExim(bytes, from, to);
    }

    private boolean readExim(byte[] bytes, int from, int to) {
        int behindPid = EximGrammar.behindPid(bytes, from, to);
        long pid = behindPid == from ? -1 : Steps.value(bytes, from + 1, behindPid - 2);
        begin(bytes, behindPid, to, MailSoftware.EXIM);
        if (!EximGrammar.readOwnLine(parts)) {
            return false;
        }
        envelopes.namesNobody(pid, parts.severity, parts.from);
        lineOfRejection =
                parts.kind() == MaillogKind.EXIM_REJECTED ? envelopes.envelope().lineNumber() : NONE;
        return true;
    }

    /** {@code dovecot: imap-login: …} without time and host (maillog-dialects 1, D10): a tag that a process follows. */
    private boolean readPasted(EnvelopeView envelope) {
        byte[] bytes = envelope.text().array();
        int from = envelope.text().from();
        int behindTag =
                DovecotGrammar.behindBareTag(bytes, from, envelope.text().to());
        if (behindTag < 0 || !readDovecot(bytes, behindTag, envelope.text().to())) {
            return false;
        }
        envelopes.tagIs(from, behindTag - 2);
        return true;
    }

    /** Only right behind a rejection, and what belongs to it, can a line without any header be the message's. */
    private boolean readRejectedMessage(EnvelopeView envelope) {
        AsciiView raw = envelope.raw();
        boolean isNext = envelope.lineNumber() == lineOfRejection + 1
                && raw.array() == envelope.text().array();
        if (!isNext) {
            return false;
        }
        begin(raw.array(), raw.from(), envelope.text().to(), MailSoftware.EXIM);
        if (!RejectedMessage.read(parts)) {
            return false;
        }
        envelopes.namesNobody(-1, parts.severity, parts.from);
        lineOfRejection = envelope.lineNumber();
        return true;
    }

    private boolean readDovecot(byte[] bytes, int from, int to) {
        reason = UnrecognizedReason.UNKNOWN_MESSAGE;
        begin(bytes, from, to, MailSoftware.DOVECOT);
        if (!dovecot.read(parts)) {
            return false;
        }
        envelopes.namesNobody(-1, parts.severity, parts.from);
        return true;
    }

    private void begin(byte[] bytes, int from, int to, MailSoftware software) {
        parts.begin(bytes, from, to);
        parts.software = software;
    }
}
