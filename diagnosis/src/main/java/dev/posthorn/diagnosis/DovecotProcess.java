package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.ArrayList;
import java.util.List;

/**
 * The login processes of a Dovecot. A session has one line, when its client has logged in or has gone; with
 * {@code verbose_ssl} and for some errors others come before it (fact sheet on maillog dialects section 5.1).
 */
final class DovecotProcess extends NeighbourProcess {

    /** Four kinds come with Dovecot; an administrator may have named more. */
    private static final int MAX_LOGIN_PROCESSES = 16;

    private final List<LoginWaiting> waiting = new ArrayList<>(2);

    DovecotProcess(int hash, EnvelopeView envelope, SessionSink sink) {
        super(hash, envelope, -1, ProcessProgram.DOVECOT, sink);
    }

    @Override
    void take(NeighbourView view, MaillogKind kind) {
        LoginWaiting of = waiting(view.part(NeighbourPart.PROCESS));
        switch (kind) {
            case DOVECOT_LOGIN, DOVECOT_DISCONNECTED -> complete(of.session(view, kind), view, kind);
            case DOVECOT_CONFIG -> {
                if (isOfClients(view)) {
                    complete(of.session(view, kind), view, kind);
                }
            }
            default -> of.take(view, kind);
        }
    }

    /** Settings that are no good stop every client, whether the line names one or not; mere advice stops none. */
    private static boolean isOfClients(NeighbourView view) {
        return view.part(NeighbourPart.RIP).isPresent()
                || (view.part(NeighbourPart.PROCESS).endsWith("-login")
                        && view.envelope().severity().compareTo(Severity.ERROR) >= 0);
    }

    private LoginWaiting waiting(AsciiView process) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).isOf(process)) {
                return waiting.get(i);
            }
        }
        if (waiting.size() == MAX_LOGIN_PROCESSES) {
            waiting.remove(0).close(SessionEnd.LIMIT);
        }
        LoginWaiting added = new LoginWaiting(process, sink, this);
        waiting.add(added);
        return added;
    }

    private void complete(OpenSession session, NeighbourView view, MaillogKind kind) {
        AsciiView process = view.part(NeighbourPart.PROCESS);
        AsciiView pid = view.part(NeighbourPart.PROCESS_PID);
        session.program = process.isPresent() ? KnownWords.LOGIN_PROCESSES.of(process) : null;
        session.pid = pid.isPresent() ? pid.parseLong() : -1;
        if (view.part(NeighbourPart.RIP).isPresent()) {
            session.peer.learn(
                    view.part(NeighbourPart.HOST), view.part(NeighbourPart.RIP), view.part(NeighbourPart.RPORT));
        }
        DovecotEnd.tell(session, view, kind);
        sink.complete(session, this, SessionEnd.DISCONNECTED);
    }

    @Override
    void close(SessionEnd end) {
        for (LoginWaiting process : waiting) {
            process.close(end);
        }
    }
}
