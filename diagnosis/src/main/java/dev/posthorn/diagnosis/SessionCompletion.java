package dev.posthorn.diagnosis;

import dev.posthorn.mail.TlsRole;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes a session complete: the lines that were kept, what stands in them, and what its program says that it came to. */
final class SessionCompletion {

    private SessionCompletion() {}

    static SmtpSession of(OpenSession session, OpenProcess process, SessionEnd end, PeerHistories histories) {
        TlsRole role = roleOf(session, process);
        SmtpSession.Builder complete = SmtpSession.builder()
                .software(process.program.software())
                .role(role)
                .program(session.program == null ? process.programName : Optional.of(session.program))
                .instance(process.instanceName)
                .host(process.hostName)
                .processId(pidOf(session, process))
                .firstLine(session.firstLine)
                .lastLine(session.lastLine)
                .lineCount(session.lineCount)
                .startedAt(session.startedAt.value())
                .endedAt(session.endedAt.value())
                .end(end)
                .peer(session.peer.value())
                .speaksFor(session.speaksFor.value())
                .peerBefore(histories.of(process.program.software(), role, session.peer.value()))
                .isTlsAttempted(session.tls.isAttempted)
                .isTlsResumed(session.tls.isResumed)
                .cipherString(Optional.ofNullable(session.tls.cipherString))
                .handshakeErrorStatus(Optional.ofNullable(session.tls.status))
                .established(Optional.ofNullable(session.tls.established))
                .certificateProblem(Optional.ofNullable(session.tls.certificateProblem))
                .lostReason(Optional.ofNullable(session.mail.lostReason))
                .lostAfter(Optional.ofNullable(session.mail.lostStage))
                .addAllMessages(session.mail.messages)
                .addAllLines(session.notes.lines())
                .linesLeftOut(session.notes.leftOut());
        process.conclude(session, end, complete);
        SmtpSession built = complete.build();
        histories.add(built);
        return built;
    }

    static TlsRole roleOf(OpenSession session, OpenProcess process) {
        return session.tls.role == null ? process.program.role() : session.tls.role;
    }

    private static OptionalLong pidOf(OpenSession session, OpenProcess process) {
        long pid = session.pid < 0 ? process.pid() : session.pid;
        return pid < 0 ? OptionalLong.empty() : OptionalLong.of(pid);
    }
}
