package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.SmtpdClient;
import dev.posthorn.mail.SmtpdConnect;
import dev.posthorn.mail.SmtpdDisconnect;
import dev.posthorn.mail.SmtpdLost;
import dev.posthorn.mail.SslError;
import dev.posthorn.mail.TlsAlert;
import dev.posthorn.mail.TlsCipherList;
import dev.posthorn.mail.TlsEstablished;
import dev.posthorn.mail.TlsInvalidProtocols;
import dev.posthorn.mail.TlsLibraryProblem;
import dev.posthorn.mail.TlsSetup;
import dev.posthorn.mail.TlsState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Puts sessions together from interleaved lines.
 *
 * <p>Lines of one process belong to one session from {@code connect from} to {@code disconnect from}. Logs begin and end
 * anywhere and people quote fragments, so a session can also begin with any other line and end with the log. At most
 * {@link #MAX_OPEN_PROCESSES} processes are remembered; when there are more, the one that was silent longest is closed
 * as if the log ended.
 *
 * <p>Not safe for use by several threads. Feed the lines of one log in order.
 */
public final class SessionTracker {

    /** How many processes are remembered at once: more than any mail server runs. */
    public static final int MAX_OPEN_PROCESSES = 10_000;

    private final Consumer<SmtpSession> sessions;
    private final Map<ProcessKey, OpenProcess> processes = new LinkedHashMap<>(64, 0.75f, true);

    /** A process id means something only together with the host. */
    private record ProcessKey(String host, OptionalLong processId) {}

    /**
     * Makes a tracker.
     *
     * @param sessions receives every session when it is complete
     */
    public SessionTracker(Consumer<SmtpSession> sessions) {
        this.sessions = sessions;
    }

    /**
     * Does the tracker look at lines of a kind? Others need not be turned into events for its sake.
     *
     * @param kind a kind of line
     * @return true if such lines make up sessions
     */
    public static boolean wants(MaillogKind kind) {
        return switch (kind) {
            case SMTPD_CONNECT,
                    SMTPD_DISCONNECT,
                    SMTPD_LOST,
                    SMTPD_CLIENT,
                    TLS_SETUP,
                    TLS_CIPHER_LIST,
                    TLS_STATE,
                    TLS_ALERT,
                    SSL_ACCEPT_ERROR,
                    SSL_CONNECT_ERROR,
                    TLS_LIBRARY_PROBLEM,
                    TLS_INVALID_PROTOCOLS,
                    TLS_ESTABLISHED,
                    TLS_REUSED -> true;
            default -> false;
        };
    }

    /**
     * Takes the next line of the log.
     *
     * @param event the line; kinds that the tracker does not want are passed over
     */
    public void accept(MaillogEvent event) {
        if (!wants(event.kind())) {
            return;
        }
        OpenProcess process = processes.computeIfAbsent(keyOf(event), key -> new OpenProcess(key.processId));
        take(event, process);
        if (processes.size() > MAX_OPEN_PROCESSES) {
            OpenProcess silent = processes.remove(processes.keySet().iterator().next());
            if (silent != null) {
                close(silent);
            }
        }
    }

    private static ProcessKey keyOf(MaillogEvent event) {
        OptionalLong processId = event instanceof TlsLibraryProblem problem
                ? problem.processId()
                : event.envelope().pid();
        return new ProcessKey(event.envelope().host().orElse(""), processId);
    }

    /** Java 17 has no switch over types; the order is that of a session's lines. */
    private void take(MaillogEvent event, OpenProcess process) {
        if (event instanceof TlsInvalidProtocols invalid) {
            process.invalidProtocols(invalid);
        } else if (event instanceof SmtpdConnect connect) {
            close(process);
            process.session(event).peer(connect.client());
        } else if (event instanceof TlsSetup setup) {
            if (process.hasAnotherPeer(setup.peer())) {
                close(process);
            }
            process.session(event).setUp(setup.role(), setup.peer());
        } else if (event instanceof TlsCipherList list) {
            process.session(event).cipherString(list);
        } else if (event instanceof TlsState state) {
            process.session(event).state(state);
        } else if (event instanceof TlsAlert) {
            process.session(event).tlsAttempted();
        } else if (event instanceof SslError error) {
            process.session(event).handshakeError(error);
        } else if (event instanceof TlsLibraryProblem problem) {
            process.session(event).error(problem);
        } else if (event instanceof TlsEstablished established) {
            process.session(event).established(established);
        } else if (event instanceof SmtpdClient client) {
            process.session(event).message(client);
        } else if (event instanceof SmtpdLost lost) {
            process.session(event).lost(lost);
        } else if (event instanceof SmtpdDisconnect disconnect) {
            process.session(event).peer(disconnect.client());
            close(process);
        }
    }

    private void close(OpenProcess process) {
        process.close().ifPresent(sessions);
    }

    /** Ends the log: sessions that are still open are completed as they are. */
    public void finish() {
        List<OpenProcess> open = new ArrayList<>(processes.values());
        processes.clear();
        open.forEach(this::close);
    }
}
