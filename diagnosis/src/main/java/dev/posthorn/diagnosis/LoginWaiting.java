package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the login processes of one name have said of handshakes whose peers are not told yet: states, alerts and errors come
 * before the line that ends the session, and name no session (fact sheet on maillog dialects section 5.1).
 *
 * <p>The processes of a name log under one tag. As long as one handshake is under way the lines are its; when another
 * begins before the first is told, nobody can say whose the lines are, and they are given to none.
 */
final class LoginWaiting {

    /** A login process gives up a client that has not logged in after three minutes (CLIENT_LOGIN_TIMEOUT_MSECS). */
    private static final long LONGEST_LOGIN = 180;

    /** OpenSSL's SSL_CB_HANDSHAKE_START, in hexadecimal digits. */
    private static final String HANDSHAKE_START = "10";

    private final byte[] process;
    private final SessionSink sink;
    private final DovecotProcess owner;

    private @Nullable OpenSession lines;
    private int handshakes;
    private boolean isMixed;
    private long spokeAt = LogClock.NO_TIME;

    LoginWaiting(AsciiView process, SessionSink sink, DovecotProcess owner) {
        this.process = process.toByteArray();
        this.sink = sink;
        this.owner = owner;
    }

    boolean isOf(AsciiView name) {
        return name.length() == process.length
                && (name.isEmpty() || Arrays.equals(process, 0, process.length, name.array(), name.from(), name.to()));
    }

    /** Takes a line about a handshake. */
    void take(NeighbourView view, MaillogKind kind) {
        if (lines == null && isEcho(view, kind)) {
            return;
        }
        long now = LogClock.seconds(view.envelope().timestamp());
        if (LogClock.secondsBetween(spokeAt, now) > LONGEST_LOGIN) {
            close(SessionEnd.SILENCE);
        }
        spokeAt = now;
        AsciiView address = view.part(NeighbourPart.RIP);
        OpenSession open = lines();
        if (isBeginning(view, kind)) {
            handshakes++;
        }
        isMixed |= handshakes > 1 || (open.peer.isKnown() && !open.peer.isSame(absent(view), address, absent(view)));
        if (address.isPresent()) {
            open.peer.learn(absent(view), address, absent(view));
        }
        note(open, view, kind);
    }

    private static AsciiView absent(NeighbourView view) {
        return view.part(NeighbourPart.HOST); // Dovecot prints addresses only.
    }

    /** Behind the line that ends a session a process repeats its error, and tells of the alert it sends for good-bye. */
    private static boolean isEcho(NeighbourView view, MaillogKind kind) {
        boolean isFarewell = kind == MaillogKind.DOVECOT_SSL_ERROR
                || (kind == MaillogKind.DOVECOT_SSL_ALERT
                        && !view.part(NeighbourPart.WHERE).isPresent())
                || (kind == MaillogKind.DOVECOT_SSL_STATE && !isBeginning(view, kind));
        return isFarewell && view.envelope().severity() == Severity.DEBUG;
    }

    /** Tickets of TLS 1.3 begin a handshake, too, as OpenSSL sees it; the first one begins before any state. */
    private static boolean isBeginning(NeighbourView view, MaillogKind kind) {
        return kind == MaillogKind.DOVECOT_SSL_STATE
                && view.part(NeighbourPart.WHERE).contentEquals(HANDSHAKE_START)
                && view.part(NeighbourPart.STATE).startsWith("before");
    }

    private OpenSession lines() {
        OpenSession open = lines;
        if (open == null) {
            open = sink.take();
            lines = open;
        }
        return open;
    }

    private static void note(OpenSession open, NeighbourView view, MaillogKind kind) {
        open.line(view.envelope());
        boolean isProblem = switch (kind) {
            case DOVECOT_SSL_STATE -> isFailure(view);
            case DOVECOT_SSL_ALERT -> view.part(NeighbourPart.LEVEL).contentEquals("fatal");
            default -> true;
        };
        if (isProblem) {
            open.tls.isAttempted = true;
            open.tls.keep(view.envelope(), kind, open.notes);
            open.told.failed(TlsOutcome.HANDSHAKE_FAILED);
            open.told.came(SessionOutcome.HANDSHAKE_FAILED);
        } else if (kind == MaillogKind.DOVECOT_SSL_STATE && !isWaiting(view)) {
            open.tls.reached(view.envelope(), kind);
            open.told.tls = open.told.tls == TlsOutcome.NO_TLS_SEEN ? TlsOutcome.UNFINISHED : open.told.tls;
            open.told.reached(SessionStage.HANDSHAKE);
        }
    }

    /** The result -1 in any state but {@code error} means that the peer's next message is not there yet. */
    private static boolean isWaiting(NeighbourView view) {
        return view.part(NeighbourPart.RET).startsWith("-");
    }

    private static boolean isFailure(NeighbourView view) {
        AsciiView result = view.part(NeighbourPart.RET);
        return (isWaiting(view) && view.part(NeighbourPart.STATE).startsWith("error")) || result.contentEquals("0");
    }

    /** The session of a line that ends one: with the lines before it if they are its, and else a new one. */
    OpenSession session(NeighbourView view, MaillogKind kind) {
        OpenSession open = lines;
        if (open == null || !isOfTls(view)) {
            return sink.take();
        }
        handshakes = Math.max(0, handshakes - 1);
        long now = LogClock.seconds(view.envelope().timestamp());
        boolean isLate = LogClock.secondsBetween(spokeAt, now) > LONGEST_LOGIN;
        boolean isIts = !isMixed
                && !isLate
                && !(kind == MaillogKind.DOVECOT_LOGIN && open.told.tls.isFailure())
                && (!open.peer.isKnown()
                        || open.peer.isSame(
                                absent(view), view.part(NeighbourPart.RIP), view.part(NeighbourPart.RPORT)));
        if (isIts) {
            lines = null;
            open.told.clear();
            return open;
        }
        if (handshakes == 0) {
            close(SessionEnd.END_MISSING);
        }
        return sink.take();
    }

    private static boolean isOfTls(NeighbourView view) {
        return view.part(NeighbourPart.TLS).isPresent()
                || view.part(NeighbourPart.CIPHER).isPresent();
    }

    /** Gives the lines up that no session has asked for. */
    void close(SessionEnd end) {
        OpenSession open = lines;
        lines = null;
        handshakes = 0;
        isMixed = false;
        if (open != null) {
            if (!process().isEmpty()) {
                open.program = process();
            }
            sink.complete(open, owner, end);
        }
    }

    private String process() {
        return KnownWords.LOGIN_PROCESSES.of(new AsciiView().wrap(process, 0, process.length));
    }
}
