package dev.posthorn.report;

import dev.posthorn.diagnosis.SmtpSession;
import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.error.Blame;
import dev.posthorn.openssl.error.HandshakeContext;
import dev.posthorn.openssl.error.HandshakeFailure;
import java.util.Optional;

/**
 * One handshake that failed, as a {@link TlsReport} counts it.
 *
 * @param role which side wrote the lines: server if the peer connected to us
 * @param peer the other side with name and address, {@code mx2.example.com[192.0.2.11]}
 * @param error what the log says: OpenSSL's reason, else the status of the line, else that the connection was lost
 * @param verdict whose fault it is, as far as these lines tell
 * @param time when, empty if the lines have no time
 */
public record TlsFailure(TlsRole role, String peer, String error, Blame verdict, Optional<LogTimestamp> time) {

    private static final String STARTTLS = "STARTTLS";

    /**
     * Puts a failure together.
     *
     * @param role which side wrote the lines
     * @param peer the other side
     * @param error what the log says
     * @param verdict whose fault it is
     * @param time when
     */
    public TlsFailure {}

    /**
     * The failure of a session.
     *
     * @param session one connection
     * @return its failure, empty if TLS was established or nothing says that it was tried in vain
     */
    public static Optional<TlsFailure> of(SmtpSession session) {
        boolean isLost = session.lostAfter().filter(STARTTLS::equals).isPresent();
        boolean hasFailed =
                session.handshakeErrorStatus().isPresent() || !session.errors().isEmpty() || isLost;
        if (!hasFailed || session.established().isPresent() || session.software() != MailSoftware.POSTFIX) {
            return Optional.empty();
        }
        HandshakeContext context =
                session.role() == TlsRole.SERVER ? HandshakeContext.ofServer() : HandshakeContext.ofClient();
        HandshakeFailure failure = session.errors().isEmpty()
                ? HandshakeFailure.ofLostConnection(context)
                : HandshakeFailure.of(session.errors(), context);
        return Optional.of(new TlsFailure(
                session.role(),
                session.peer().map(peer -> text(peer.name(), peer.address())).orElse(""),
                error(session),
                failure.blame(),
                session.startedAt()));
    }

    private static String text(String name, String address) {
        return address.isEmpty() ? name : name + "[" + address + "]";
    }

    private static String error(SmtpSession session) {
        return session.errors().stream()
                .findFirst()
                .map(error -> error.reasonText().orElseGet(error::toString))
                .or(() -> session.invalidProtocols().map(list -> "Invalid TLS protocol list"))
                .or(() -> session.handshakeErrorStatus().map(status -> "no OpenSSL error, status " + status))
                .orElse("lost connection after STARTTLS");
    }
}
