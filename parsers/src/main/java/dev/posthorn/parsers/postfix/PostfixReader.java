package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.Severity;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.parsers.bytes.Lifetime;
import dev.posthorn.parsers.syslog.EnvelopeReader;
import dev.posthorn.parsers.syslog.EnvelopeView;
import dev.posthorn.parsers.syslog.HeaderDialect;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of one line after another with the grammar of the program that its tag names. One reader is for one
 * thread; it lends out the same views again and again.
 *
 * <p>Whole logs are read with a {@link dev.posthorn.parsers.MaillogCursor}; this is for programs that have their lines
 * already:
 *
 * <pre>{@code
 * Lifetime lifetime = new Lifetime();
 * EnvelopeReader envelopes = new EnvelopeReader(lifetime);
 * PostfixReader postfix = new PostfixReader(lifetime, envelopes);
 * envelopes.read(line, 0, line.length);
 * if (postfix.read() == MaillogKind.DELIVERY) {
 *     DeliveryView delivery = (DeliveryView) postfix.view();
 * }
 * }</pre>
 */
public final class PostfixReader {

    /** The programs whose grammars together know all texts that are not rows of the table. */
    private static final List<PostfixProgram> ONE_OF_EACH_GRAMMAR = List.of(
            PostfixProgram.POSTSCREEN,
            PostfixProgram.SMTPD,
            PostfixProgram.CLEANUP,
            PostfixProgram.QMGR,
            PostfixProgram.SMTP);

    private final Line line;
    private final DeliveryView delivery;
    private final TlsGrammar tls;
    private final AccessGrammar access;
    private final SmtpdGrammar smtpd;
    private final ContentCheckView contentCheck;
    private final CleanupGrammar cleanup;
    private final QmgrGrammar qmgr;
    private final NoticeGrammar notices;

    private @Nullable PostfixView view;
    private UnrecognizedReason reason = UnrecognizedReason.NO_TAG;

    /**
     * A reader of what an envelope reader has found.
     *
     * @param lifetime the one that the envelope reader ends with every line
     * @param envelopes the envelope reader
     */
    public PostfixReader(Lifetime lifetime, EnvelopeReader envelopes) {
        line = new Line(lifetime, envelopes);
        delivery = new DeliveryView(line);
        tls = new TlsGrammar(line);
        access = new AccessGrammar(line);
        contentCheck = new ContentCheckView(line);
        smtpd = new SmtpdGrammar(line, access, tls);
        cleanup = new CleanupGrammar(line, access, contentCheck);
        qmgr = new QmgrGrammar(line);
        notices = new NoticeGrammar(line);
    }

    /**
     * Reads the text of the line that the envelope reader has read last.
     *
     * @return what it says, {@link MaillogKind#UNRECOGNIZED} if it says nothing this library knows
     */
    public MaillogKind read() {
        EnvelopeView envelope = line.envelope();
        line.begin(envelope);
        PostfixView found = envelope.tag().isPresent() ? readTagged(envelope) : readFragment();
        if (view != found) {
            view = found;
        }
        if (found == null) {
            return MaillogKind.UNRECOGNIZED;
        }
        found.lend();
        return found.kind();
    }

    /**
     * The view that shows what the line says.
     *
     * @return the view of the line that was read last, good until the next one is
     * @throws IllegalStateException if the line was not recognised
     */
    public PostfixView view() {
        if (view == null) {
            throw new IllegalStateException("the line is UNRECOGNIZED: " + reason);
        }
        view.lend();
        return view;
    }

    /** Takes the view back: whoever still holds it has to ask for {@link #view()} again. */
    public void recall() {
        if (view != null) {
            view.recall();
        }
    }

    /**
     * Why the line that was read last was not recognised.
     *
     * @return the first obstacle; meaningless if {@link #read()} recognised the line
     */
    public UnrecognizedReason reason() {
        return reason;
    }

    private @Nullable PostfixView readFragment() {
        return orBecause(UnrecognizedReason.NO_TAG, tls.readFragment());
    }

    private @Nullable PostfixView readTagged(EnvelopeView envelope) {
        if (isDaemonLost(envelope)) {
            return orBecause(UnrecognizedReason.UNKNOWN_MESSAGE, readOfAnyProgram());
        }
        Optional<PostfixProgram> program = PostfixProgram.forWord(envelope.program());
        if (program.isEmpty() || !isPostfix(program.get(), envelope)) {
            return orBecause(UnrecognizedReason.FOREIGN_PROGRAM, null);
        }
        PostfixView own = read(program.get());
        return own != null ? own : orBecause(UnrecognizedReason.UNKNOWN_MESSAGE, notices.read(program.get()));
    }

    private @Nullable PostfixView orBecause(UnrecognizedReason obstacle, @Nullable PostfixView found) {
        if (found == null) {
            reason = obstacle;
        }
        return found;
    }

    /**
     * A tag with a slash and a program of Postfix behind it is Postfix's. Without a slash ({@code smtpd[2101]:}, as in
     * maillog-dialects 1 D10) it takes a process id, which Dovecot's processes lack in its own log file, and must not be
     * sendmail, since that is how Sendmail itself logs.
     */
    private static boolean isPostfix(PostfixProgram program, EnvelopeView envelope) {
        return envelope.instance().isPresent() || (envelope.pid() >= 0 && program != PostfixProgram.SENDMAIL);
    }

    /** rsyslog cuts {@code postfix/smtpd} at the slash when it writes RFC 5424 (maillog-dialects 1, D3). */
    private static boolean isDaemonLost(EnvelopeView envelope) {
        return envelope.dialect() == HeaderDialect.RFC_5424 && envelope.tag().contentEquals("postfix");
    }

    /** Postfix it is, but which daemon? The texts tell most of them apart, and the grammars take nothing else. */
    private @Nullable PostfixView readOfAnyProgram() {
        for (int i = 0; i < ONE_OF_EACH_GRAMMAR.size(); i++) {
            PostfixView found = read(ONE_OF_EACH_GRAMMAR.get(i));
            if (found != null) {
                return found instanceof QmgrRemovedView ? null : found; // postsuper says "removed", too.
            }
        }
        return notices.readOfAnyProgram();
    }

    private @Nullable PostfixView read(PostfixProgram program) {
        if (line.firstByte() == 't' && line.severity == Severity.INFO && line.hasQueueId && delivery.read()) {
            return delivery;
        }
        return switch (program) {
            case SMTPD -> smtpd.read();
            case CLEANUP -> cleanup.read();
            case QMGR, OQMGR, NQMGR -> qmgr.read();
            case SMTP, LMTP -> isContentCheck() ? contentCheck : tls.read();
            case TLSPROXY, POSTTLS_FINGER -> tls.read();
            case POSTSCREEN -> line.severity == Severity.INFO ? access.readPostscreen() : null;
            default -> null;
        };
    }

    private boolean isContentCheck() {
        return line.severity == Severity.INFO && line.hasQueueId && contentCheck.readDelivery();
    }
}
