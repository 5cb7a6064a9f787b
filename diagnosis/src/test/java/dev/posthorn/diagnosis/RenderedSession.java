package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A recorded handshake as the Postfix of its time would log it (fact sheet on Postfix log messages, sections 4 and 17):
 * 2.6 with OpenSSL up to 1.0.1e, 2.11 with later ones of 1.0, 3.7 with 1.1 and later.
 */
final class RenderedSession {

    static final String CIPHER_STRING = "aNULL:-aNULL:ALL:!EXPORT:!LOW:+RC4:@STRENGTH";

    private enum Era {
        POSTFIX_2_6,
        POSTFIX_2_11,
        POSTFIX_3_7
    }

    private final RecordedLab.Side side;
    private final int level;
    private final Era era;
    private final int number;
    private final long pid;
    private final String cipherString;

    final String peer;
    final String queueId;
    final List<String> lines = new ArrayList<>();
    final List<String> errorLines = new ArrayList<>();

    RenderedSession(RecordedLab.Side side, int level, int number, long pid) {
        this(side, level, number, pid, CIPHER_STRING);
    }

    RenderedSession(RecordedLab.Side side, int level, int number, long pid, String cipherString) {
        this.side = side;
        this.cipherString = cipherString;
        this.level = level;
        this.number = number;
        this.pid = pid;
        era = side.release().startsWith("0.") || side.release().compareTo("1.0.1e") <= 0
                ? Era.POSTFIX_2_6
                : side.release().startsWith("1.0.") ? Era.POSTFIX_2_11 : Era.POSTFIX_3_7;
        int host = number % 250 + 1;
        peer = "h" + number + ".example.com[192.0.2." + host + "]" + (side.isServer() ? "" : ":25");
        queueId = Integer.toHexString(0x1000000 + number).toUpperCase(Locale.ROOT);
        if (side.isServer()) {
            server();
        } else {
            client();
        }
    }

    private void server() {
        lines.add("connect from " + peer);
        handshake("from", "SSL_accept");
        if (!side.isDone()) {
            lines.add("lost connection after STARTTLS from " + peer);
        }
        String counters = side.isDone() ? " ehlo=2 starttls=1 quit=1 commands=4" : " ehlo=1 starttls=0/1 commands=1/2";
        lines.add("disconnect from " + peer + (era == Era.POSTFIX_3_7 ? counters : ""));
    }

    private void client() {
        handshake("to", "SSL_connect");
        if (!side.isDone() && fallsBack()) {
            lines.add(queueId + ": Cannot start TLS: handshake failure");
        }
        lines.add(
                queueId + ": to=<b@example.net>, relay=" + peer + ", delay=0.7, delays=0.1/0/0.5/0.1, dsn=" + result());
    }

    /** With TLS 1.3 a server may refuse when its client is done already: the answer to EHLO is an alert (section 6.1). */
    private String result() {
        if (side.isDone() && !side.errors().isEmpty()) {
            return "4.4.2, status=deferred (lost connection with " + peer.substring(0, peer.lastIndexOf(':'))
                    + " while performing the EHLO handshake)";
        }
        return side.isDone() || fallsBack()
                ? "2.0.0, status=sent (250 2.0.0 Ok: queued as 5B2F" + number + ")"
                : "4.7.5, status=deferred (Cannot start TLS: handshake failure)";
    }

    /** Section 17: a young message is deferred by later releases, and sent in clear text by older ones. */
    private boolean fallsBack() {
        return era != Era.POSTFIX_3_7;
    }

    private void handshake(String preposition, String call) {
        if (level >= (era == Era.POSTFIX_2_6 ? 1 : 2)) {
            lines.add("setting up TLS connection " + preposition + " " + peer);
        }
        if (level >= 2) {
            lines.add(peer + ": TLS cipher list \"" + cipherString + "\"");
            lines.addAll(side.trace());
        }
        if (side.isDone()) {
            if (level >= 1) {
                lines.add("Untrusted TLS connection established " + preposition + " "
                        + peer.toLowerCase(Locale.ROOT) + ": " + side.version() + " with cipher " + side.cipher()
                        + " (128/128 bits)");
            }
        } else {
            lines.add(call + " error " + preposition + " " + peer + ": " + status());
        }
        for (String error : side.errors()) {
            String text = (era == Era.POSTFIX_2_6 ? pid + ":" : "") + error + (error.endsWith(":") ? "" : ":");
            errorLines.add("TLS library problem: " + text);
            lines.add("warning: TLS library problem: " + text);
        }
    }

    /** Section 4.4: a number up to 2.8, and later only if there are errors. */
    private String status() {
        if (era == Era.POSTFIX_2_6) {
            return side.errors().isEmpty() ? "0" : "-1";
        }
        return side.errors().isEmpty() ? "lost connection" : "-1";
    }

    RecordedLab.Side side() {
        return side;
    }

    /** What is not as it was rendered; empty if all is. */
    Optional<String> complaint(SmtpSession session) {
        List<String> errors = session.lines().stream()
                .filter(line -> line.kind() == MaillogKind.TLS_LIBRARY_PROBLEM)
                .map(LogLine::text)
                .toList();
        if (!session.peer().map(known -> known.text().equalsIgnoreCase(peer)).orElse(false)) {
            return Optional.of("peer " + session.peer());
        }
        if (!errors.equals(errorLines) || session.errors().size() != errorLines.size()) {
            return Optional.of("errors " + errors);
        }
        if (session.lineCount() != lines.size()) {
            return Optional.of(session.lineCount() + " lines instead of " + lines.size());
        }
        if (session.tlsOutcome() != tlsOutcome() || session.outcome() != outcome()) {
            return Optional.of("outcome " + session.tlsOutcome() + " " + session.outcome());
        }
        if (level >= 2
                && !session.cipherString()
                        .map(string -> string.text().equals(cipherString))
                        .orElse(false)) {
            return Optional.of("cipher string " + session.cipherString());
        }
        if (!established(session).equals(side.isDone() && level >= 1 ? side.version() + " " + side.cipher() : "")) {
            return Optional.of("established " + established(session));
        }
        return failedState(session);
    }

    private Optional<String> failedState(SmtpSession session) {
        String expected = side.trace().stream()
                .filter(state -> state.contains(":error in ") || state.contains(":failed in "))
                .map(state -> state.substring(state.indexOf(" in ") + 4))
                .reduce((earlier, later) -> later)
                .orElse("");
        String actual = session.failedState().orElse("");
        return level < 2 || actual.equals(expected) ? Optional.empty() : Optional.of("failed state " + actual);
    }

    private static String established(SmtpSession session) {
        return session.established()
                .map(summary ->
                        summary.session().protocol() + " " + summary.session().cipherSuiteName())
                .orElse("");
    }

    private TlsOutcome tlsOutcome() {
        if (!side.isDone()) {
            return TlsOutcome.HANDSHAKE_FAILED;
        }
        boolean isCounted = side.isServer() && era == Era.POSTFIX_3_7;
        return level >= 1 || isCounted
                ? TlsOutcome.ESTABLISHED
                : side.errors().isEmpty() ? TlsOutcome.NO_TLS_SEEN : TlsOutcome.HANDSHAKE_FAILED;
    }

    private SessionOutcome outcome() {
        if (side.isServer()) {
            return tlsOutcome() == TlsOutcome.HANDSHAKE_FAILED
                    ? SessionOutcome.HANDSHAKE_FAILED
                    : SessionOutcome.NO_MAIL;
        }
        if (side.isDone()) {
            return side.errors().isEmpty() ? SessionOutcome.MAIL_ACCEPTED : SessionOutcome.LOST;
        }
        return fallsBack() ? SessionOutcome.FELL_BACK_TO_CLEAR_TEXT : SessionOutcome.DEFERRED;
    }

    @Override
    public String toString() {
        return side.id() + " at level " + level + ":\n      " + String.join("\n      ", lines);
    }
}
