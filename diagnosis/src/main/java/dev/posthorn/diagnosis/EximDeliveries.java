package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import org.jspecify.annotations.Nullable;

/**
 * What Exim does as a client: the lines of a message about one server, up to those that say what became of its recipients,
 * which stand together.
 */
final class EximDeliveries {

    private final EximProcess process;
    private final OpenTable<EximSession> attempts = new OpenTable<>();

    /** The attempt whose result was told last: the next line may be of another recipient. */
    private @Nullable EximSession told;

    EximDeliveries(EximProcess process) {
        this.process = process;
    }

    void take(NeighbourView view, MaillogKind kind, EximHost host, long now) {
        if (!host.address().isPresent() && kind == MaillogKind.EXIM_DELIVERY) {
            return; // To a mailbox of this host.
        }
        EximSession attempt = find(view.queueId(), host);
        if (attempt == null) {
            if (!host.address().isPresent() && !EximResult.isOfTls(kind)) {
                return; // No server was tried.
            }
            AsciiView id = view.queueId();
            attempt = new EximSession(EximSession.hash(id), process.sink.take(), -1, id.toByteArray());
            attempt.session.tls.role = TlsRole.CLIENT;
            attempts.add(attempt);
        }
        attempts.touch(attempt);
        attempt.seenAt = now;
        OpenSession session = attempt.session;
        session.keep(view.envelope(), kind);
        session.pid = view.envelope().pid();
        if (host.address().isPresent()) {
            session.peer.learn(host.name(), host.address(), host.port());
        }
        if (EximResult.tellOfDelivery(session, view, kind, host)) {
            told = attempt;
        } else if (!view.queueId().isPresent()) {
            end(attempt, SessionEnd.END_MISSING);
        }
    }

    /** Completes what was told last, unless a line is of the same message and server. */
    void settle(NeighbourView view, MaillogKind kind, EximHost host) {
        EximSession last = told;
        if (last == null) {
            return;
        }
        boolean isNext = switch (kind) {
            case EXIM_DELIVERY, EXIM_FAILED, EXIM_DEFERRED -> isOf(last, view.queueId(), host);
            default -> false;
        };
        if (!isNext) {
            end(last, SessionEnd.NEXT_SESSION);
        }
    }

    private @Nullable EximSession find(AsciiView id, EximHost host) {
        int hash = EximSession.hash(id);
        EximSession entry = attempts.first(hash);
        while (entry != null && !(entry.hash() == hash && isOf(entry, id, host))) {
            entry = entry.next();
        }
        return entry;
    }

    private static boolean isOf(EximSession entry, AsciiView id, EximHost host) {
        return entry.isOf(id)
                && (!host.address().isPresent()
                        || !entry.session.peer.isKnown()
                        || entry.session.peer.isSame(host.name(), host.address(), host.port()));
    }

    private void end(EximSession entry, SessionEnd end) {
        if (entry == told) {
            told = null;
        }
        attempts.remove(entry);
        process.sink.complete(entry.session, process, end);
    }

    void closeSilent(long now) {
        EximSession eldest = attempts.eldest();
        if (eldest != null && process.isSilent(eldest, now)) {
            end(eldest, SessionEnd.SILENCE);
        }
    }

    boolean closeEldest() {
        EximSession eldest = attempts.eldest();
        if (eldest == null || attempts.size() < 2) {
            return false;
        }
        end(eldest, SessionEnd.LIMIT);
        return true;
    }

    void close(SessionEnd end) {
        EximSession eldest = attempts.eldest();
        while (eldest != null) {
            end(eldest, eldest == told ? SessionEnd.NEXT_SESSION : end);
            eldest = attempts.eldest();
        }
    }
}
