package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import org.jspecify.annotations.Nullable;

/**
 * All processes of an Exim. What tells connections apart is for the administrator to choose: process ids, ports of clients
 * and lines about connections are printed only if {@code log_selector} says so, and by default none of them is (fact sheet
 * on maillog dialects section 5.3). Where a line has neither process id nor port it is a session of its own: two lines of one
 * client may be of one connection or of two.
 */
final class EximProcess extends NeighbourProcess {

    private final OpenTable<EximSession> clients = new OpenTable<>();
    private final EximDeliveries deliveries = new EximDeliveries(this);
    private final EximHost host = new EximHost();

    EximProcess(int hash, EnvelopeView envelope, SessionSink sink) {
        super(hash, envelope, -1, ProcessProgram.EXIM, sink);
    }

    @Override
    void take(NeighbourView view, MaillogKind kind) {
        long now = LogClock.seconds(view.envelope().timestamp());
        boolean hasHost = host.read(view);
        deliveries.settle(view, kind, host);
        closeSilent(now);
        switch (kind) {
            case EXIM_DELIVERY, EXIM_FAILED, EXIM_DEFERRED, EXIM_TLS_ERROR_OUT, EXIM_TLS_SESSION ->
                deliveries.take(view, kind, host, now);
            case EXIM_COMPLETED -> {}
            case EXIM_MESSAGE -> message(view, hasHost, now);
            case EXIM_CONNECTION -> connection(view, now);
            default -> ofClient(view, kind, hasHost, now);
        }
    }

    private void message(NeighbourView view, boolean hasHost, long now) {
        if (view.queueId().isPresent() && EximResult.isOfDelivery(view)) {
            deliveries.take(view, MaillogKind.EXIM_MESSAGE, host, now);
        } else if (hasHost && EximResult.isOfClient(host)) {
            ofClient(view, MaillogKind.EXIM_MESSAGE, true, now);
        }
    }

    /** The daemon counts connections and gives them to other processes; only the port says later which one it was. */
    private void connection(NeighbourView view, long now) {
        if (!view.part(NeighbourPart.TEXT).startsWith("(TCP/IP connection count")) {
            ofClient(view, MaillogKind.EXIM_CONNECTION, true, now);
            return;
        }
        if (!host.port().isPresent()) {
            return;
        }
        EximSession known = byPort();
        if (known != null) {
            end(known, SessionEnd.END_MISSING);
        }
        EximSession begun = open(PeerSession.hash(host.address(), host.port()), -1, sink.take());
        begun.session.hasBeginning = true;
        begun.session.line(view.envelope());
        begun.session.peer.learn(host.name(), host.address(), host.port());
        begun.seenAt = now;
    }

    private void ofClient(NeighbourView view, MaillogKind kind, boolean hasHost, long now) {
        long pid = view.envelope().pid();
        EximSession known = find(pid, hasHost);
        if (known == null && !hasHost && !EximResult.isOfTls(kind)) {
            return; // A message of this host's own users.
        }
        if (known == null && pid < 0 && !host.port().isPresent()) {
            OpenSession only = sink.take();
            add(only, view, kind, hasHost);
            sink.complete(only, this, SessionEnd.END_MISSING);
            return;
        }
        if (known == null) {
            int hash = pid < 0 ? PeerSession.hash(host.address(), host.port()) : EximSession.hash(pid);
            known = open(hash, pid, sink.take());
        }
        clients.touch(known);
        known.seenAt = now;
        if (add(known.session, view, kind, hasHost)) {
            end(known, SessionEnd.DISCONNECTED);
        }
    }

    /** Adds a line to a session; true if nothing will follow. */
    private boolean add(OpenSession session, NeighbourView view, MaillogKind kind, boolean hasHost) {
        session.keep(view.envelope(), kind);
        session.pid = view.envelope().pid();
        if (hasHost) {
            session.peer.learn(host.name(), host.address(), host.port());
        }
        return EximResult.tell(session, view, kind, host);
    }

    private @Nullable EximSession find(long pid, boolean hasHost) {
        if (pid < 0) {
            return hasHost && host.port().isPresent() ? byPort() : null;
        }
        EximSession known = byPid(pid);
        if (known != null && hasHost && !isOfHost(known)) {
            end(known, SessionEnd.END_MISSING);
            known = null;
        }
        if (known != null || !hasHost || !host.port().isPresent()) {
            return known;
        }
        EximSession counted = byPort();
        if (counted == null) {
            return null;
        }
        clients.remove(counted);
        return open(EximSession.hash(pid), pid, counted.session);
    }

    private boolean isOfHost(EximSession known) {
        return known.session.peer.isSame(host.name(), host.address(), host.port());
    }

    private @Nullable EximSession byPid(long pid) {
        int hash = EximSession.hash(pid);
        EximSession entry = clients.first(hash);
        while (entry != null && !(entry.hash() == hash && entry.pid == pid)) {
            entry = entry.next();
        }
        return entry;
    }

    private @Nullable EximSession byPort() {
        int hash = PeerSession.hash(host.address(), host.port());
        EximSession entry = clients.first(hash);
        while (entry != null && !(entry.hash() == hash && entry.pid < 0 && isOfHost(entry))) {
            entry = entry.next();
        }
        return entry;
    }

    private EximSession open(int hash, long pid, OpenSession session) {
        EximSession entry = new EximSession(hash, session, pid, new byte[0]);
        clients.add(entry);
        return entry;
    }

    private void end(EximSession entry, SessionEnd end) {
        clients.remove(entry);
        sink.complete(entry.session, this, end);
    }

    /** One look at the eldest for every line: Exim itself is never silent for long. */
    private void closeSilent(long now) {
        EximSession eldest = clients.eldest();
        if (eldest != null && isSilent(eldest, now)) {
            end(eldest, SessionEnd.SILENCE);
        }
        deliveries.closeSilent(now);
    }

    boolean isSilent(EximSession entry, long now) {
        return LogClock.secondsBetween(entry.seenAt, now)
                > sink.limits().silence().toSeconds();
    }

    @Override
    boolean closeEldest() {
        if (deliveries.closeEldest()) {
            return true;
        }
        EximSession eldest = clients.eldest();
        if (eldest == null || clients.size() < 2) {
            return false;
        }
        end(eldest, SessionEnd.LIMIT);
        return true;
    }

    @Override
    void close(SessionEnd end) {
        EximSession eldest = clients.eldest();
        while (eldest != null) {
            end(eldest, end);
            eldest = clients.eldest();
        }
        deliveries.close(end);
    }
}
