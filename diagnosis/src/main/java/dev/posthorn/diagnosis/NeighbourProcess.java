package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.syslog.EnvelopeView;

/**
 * A process of a neighbour, or all of them where its lines do not tell them apart. Each line says who the peer is and what
 * became of TLS as far as it knows, so that a line alone is a session, too.
 */
abstract class NeighbourProcess extends OpenProcess {

    NeighbourProcess(int hash, EnvelopeView envelope, long pid, ProcessProgram program, SessionSink sink) {
        super(hash, envelope, pid, program, sink);
    }

    static NeighbourProcess of(int hash, EnvelopeView envelope, long pid, ProcessProgram program, SessionSink sink) {
        return switch (program) {
            case EXIM -> new EximProcess(hash, envelope, sink);
            case SENDMAIL -> new SendmailProcess(hash, envelope, pid, sink);
            case CYRUS -> new CyrusProcess(hash, envelope, pid, sink);
            case COURIER -> new CourierProcess(hash, envelope, sink);
            default -> new DovecotProcess(hash, envelope, sink);
        };
    }

    /** The process id that tells processes apart; -1 for programs that are looked at as a whole. */
    static long pid(ProcessProgram program, EnvelopeView envelope) {
        return program == ProcessProgram.SENDMAIL || program == ProcessProgram.CYRUS ? envelope.pid() : -1;
    }

    /** Takes the next line of this process. */
    abstract void take(NeighbourView view, MaillogKind kind);

    @Override
    final void conclude(OpenSession session, SessionEnd end, SmtpSession.Builder complete) {
        session.told.tell(complete);
    }

    /** The error text of the library, kept once: the first is the cause. */
    static void status(OpenSession session, AsciiView text) {
        if (session.tls.status == null && text.isPresent() && !text.isEmpty()) {
            session.tls.status = text.toString();
        }
    }

    /** Where a text has other words, -1 if it has not. */
    static int indexOf(AsciiView text, String words) {
        int last = text.length() - words.length();
        for (int at = 0; at <= last; at++) {
            if (isAt(text, at, words)) {
                return at;
            }
        }
        return -1;
    }

    /** Does a text have other words at a place, from which on it is long enough? */
    static boolean isAt(AsciiView text, int at, String words) {
        for (int i = 0; i < words.length(); i++) {
            if (text.byteAt(at + i) != words.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean contains(AsciiView text, String words) {
        return indexOf(text, words) >= 0;
    }
}
