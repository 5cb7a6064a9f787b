package dev.posthorn.openssl.error;

import dev.posthorn.table.TsvTable;
import dev.posthorn.text.TerminalText;
import dev.posthorn.tls.AlertDescription;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of OpenSSL's state trace, which Postfix writes from {@code smtpd_tls_loglevel = 2} on and Dovecot with
 * {@code verbose_ssl}: a state reached, the state a handshake failed in, or an alert sent or received.
 *
 * <pre>{@code
 * TraceLine line = TraceLine.find("SSL_accept:error in SSLv3 read client hello C").orElseThrow();
 * line.event(); // FAILED
 * line.step(); // CLIENT_HELLO
 * }</pre>
 *
 * <p>Since 1.0.1n, 1.0.2b and in all later releases a failed handshake is in the state {@code error}, which tells
 * nothing; the states before still do. Programs that print every negative result also say {@code error in} for a
 * connection that is merely waiting; Postfix does not.
 *
 * @param event what happened
 * @param text the state or the alert in OpenSSL's words, as printed
 * @param step the step the state belongs to; undetermined for alerts and for states that do not tell
 * @param alert the alert sent or received; empty for states and for alerts OpenSSL has no word for
 * @param isWarning is it an alert of the level {@code warning}, which ends nothing by itself?
 */
public record TraceLine(
        Event event, String text, HandshakeStep step, Optional<AlertDescription> alert, boolean isWarning) {

    /** What a line of a trace reports. */
    public enum Event {
        /** A state was reached. */
        STATE,
        /** The handshake waits for the peer in this state. */
        WAITING,
        /** The handshake failed in this state. */
        FAILED,
        /** The peer sent an alert. */
        ALERT_RECEIVED,
        /** This host sent an alert. */
        ALERT_SENT
    }

    /** Postfix tls_misc.c, {@code tls_info_callback}, as in OpenSSL's own s_client. */
    private static final Pattern STATE = Pattern.compile(
            "(?:SSL_accept|SSL_connect|unknown):(?:(error|failed|want_read|want_write) in )?([A-Za-z][^\\n\\r]*)");

    private static final Pattern ALERT =
            Pattern.compile("SSL3 alert (read|write):(warning|fatal|unknown):([^\\n\\r]*)");

    /** RFC 5246 section 7.2: warning is 1, fatal is 2. */
    private static final int LEVEL_WARNING = 1;

    /** Dovecot, with the arguments of the callback as numbers: 0x4004 is an alert read, 0x4008 one written. */
    private static final Pattern DOVECOT_ALERT =
            Pattern.compile("SSL alert: where=0x(4004|4008), ret=(\\d{1,5}): ([^\\n\\r\\[]*)");

    /**
     * Dovecot: bit 0x1000 is the client's side, 0x2000 the server's, 0x02 an exit with a result. It says {@code failed} for
     * the result 0 only; -1 is a failure in the state {@code error}, and mostly waiting in any other.
     */
    private static final Pattern DOVECOT_STATE = Pattern.compile(
            "SSL(?: failed)?: where=0x(1001|1002|2001|2002|10|20)(?:, ret=(-?\\d{1,9}))?: ([^\\n\\r\\[,]*)");

    private static final Pattern PROTOCOL_AND_LETTER =
            Pattern.compile("(?:(?:SSLv2/v3|SSLv3/TLS|SSLv3|SSLv2|TLSv1\\.3|DTLS1) )?(.*?)(?: [A-D])?");

    /**
     * Looks for a trace in a line.
     *
     * @param line a log line, or a part of it
     * @return what it says; empty if there is no trace in it
     */
    public static Optional<TraceLine> find(CharSequence line) {
        return findAlert(line)
                .or(() -> findDovecotAlert(line))
                .or(() -> findDovecotState(line))
                .or(() -> findState(line));
    }

    private static Optional<TraceLine> findAlert(CharSequence line) {
        Matcher matcher = ALERT.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String words = matcher.group(3).strip();
        return Optional.of(new TraceLine(
                matcher.group(1).equals("read") ? Event.ALERT_RECEIVED : Event.ALERT_SENT,
                words,
                HandshakeStep.UNDETERMINED,
                OpenSslAlert.forTraceText(words).map(OpenSslAlert::description),
                matcher.group(2).equals("warning")));
    }

    private static Optional<TraceLine> findDovecotAlert(CharSequence line) {
        Matcher matcher = DOVECOT_ALERT.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int levelAndNumber = Integer.parseInt(matcher.group(2));
        return Optional.of(new TraceLine(
                matcher.group(1).equals("4004") ? Event.ALERT_RECEIVED : Event.ALERT_SENT,
                matcher.group(3).strip(),
                HandshakeStep.UNDETERMINED,
                Optional.of(new AlertDescription(levelAndNumber & 0xFF)),
                levelAndNumber >> 8 == LEVEL_WARNING));
    }

    private static Optional<TraceLine> findDovecotState(CharSequence line) {
        Matcher matcher = DOVECOT_STATE.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String state = matcher.group(3).strip();
        Event event = matcher.group(1).endsWith("02") ? exitEvent(matcher.group(2), state) : Event.STATE;
        return Optional.of(state(event, state, stepOf(state)));
    }

    @SuppressWarnings("NullAway") // A group that did not take part in the match is null.
    private static Event exitEvent(String result, String state) {
        if (result == null || result.startsWith("-")) {
            return result == null || state.equals("error") ? Event.FAILED : Event.WAITING;
        }
        return result.equals("0") ? Event.FAILED : Event.STATE;
    }

    private static Optional<TraceLine> findState(CharSequence line) {
        Matcher matcher = STATE.matcher(line);
        while (matcher.find()) {
            String state = matcher.group(2).strip();
            Optional<HandshakeStep> step = knownStepOf(state);
            if (step.isPresent() || matcher.group(1) != null) {
                return Optional.of(state(eventOf(matcher.group(1)), state, step.orElse(HandshakeStep.UNDETERMINED)));
            }
        }
        return Optional.empty();
    }

    private static TraceLine state(Event event, String state, HandshakeStep step) {
        return new TraceLine(event, state, step, Optional.empty(), false);
    }

    @SuppressWarnings("NullAway") // A group that did not take part in the match is null.
    private static Event eventOf(String word) {
        return word == null ? Event.STATE : word.startsWith("want") ? Event.WAITING : Event.FAILED;
    }

    private static HandshakeStep stepOf(String state) {
        return knownStepOf(state).orElse(HandshakeStep.UNDETERMINED);
    }

    private static Optional<HandshakeStep> knownStepOf(String state) {
        Matcher matcher = PROTOCOL_AND_LETTER.matcher(state);
        Optional<HandshakeStep> whole = Optional.ofNullable(States.STEPS.get(state));
        return whole.isPresent() || !matcher.matches()
                ? whole
                : Optional.ofNullable(States.STEPS.get(matcher.group(1)));
    }

    /** The line in OpenSSL's words, safe for a terminal. */
    @Override
    public String toString() {
        return switch (event) {
                    case STATE -> "in state ";
                    case WAITING -> "waiting in state ";
                    case FAILED -> "failed in state ";
                    case ALERT_RECEIVED -> "alert received: ";
                    case ALERT_SENT -> "alert sent: ";
                }
                + TerminalText.escape(text);
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class States {
        static final Map<String, HandshakeStep> STEPS = new HashMap<>();

        static {
            TsvTable table = TsvTable.read("trace-states.tsv", TraceLine.class.getResourceAsStream("trace-states.tsv"));
            for (TsvTable.Row row : table.rows()) {
                STEPS.put(
                        row.text("state"),
                        row.known(
                                "step",
                                ExplanationFile.constant(HandshakeStep.class, row.text("step")),
                                "is no step of a handshake"));
            }
        }
    }
}
