package dev.posthorn.openssl.error;

import dev.posthorn.text.TerminalText;
import dev.posthorn.tls.ProtocolVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known about a handshake besides its error. Every fact can be left out; each one that is given drops readings or
 * moves the right one to the front.
 *
 * <pre>{@code
 * HandshakeContext context = HandshakeContext.ofServer()
 *         .withProtocolsOff(Set.of(ProtocolVersion.SSLV2, ProtocolVersion.SSLV3, ProtocolVersion.TLSV1_0))
 *         .withEarlierSession(ProtocolVersion.TLSV1_0);
 * HandshakeFailure.of(error, context).causes(); // [TLSV1_0_AT_MOST]
 * }</pre>
 */
public final class HandshakeContext {

    private static final HandshakeContext UNKNOWN = new HandshakeContext(Optional.empty(), List.of(), Map.of());

    /**
     * Programs and calls that only one side has. Postfix's tlsproxy serves both (fact sheet on Postfix's log messages,
     * section 7), so it tells nothing.
     */
    private static final Pattern SERVER_WORDS =
            Pattern.compile("SSL_accept|/smtpd\\[|(?:imap|pop3|managesieve|submission)-login"
                    + "|STARTTLS=server|TLS error on connection from|couriertls: accept|/(?:imaps?|pop3s?)\\["
                    + "|while SSL handshaking, client|SSL Library Error|: SSL handshake failure");

    private static final Pattern CLIENT_WORDS = Pattern.compile("SSL_connect|/smtp\\[|/lmtp\\[|/posttls-finger\\["
            + "|STARTTLS=client|couriertls: connect|while SSL handshaking to upstream");

    private final Optional<Side> side;
    private final List<TraceLine> trace;
    private final Map<String, String> facts;

    private HandshakeContext(Optional<Side> side, List<TraceLine> trace, Map<String, String> facts) {
        this.side = side;
        this.trace = trace;
        this.facts = facts;
    }

    /**
     * Nothing is known.
     *
     * @return a context without facts
     */
    public static HandshakeContext unknown() {
        return UNKNOWN;
    }

    /**
     * The error was logged by a server: {@code smtpd}, {@code imap-login}, {@code SSL_accept}.
     *
     * @return a context with that fact
     */
    public static HandshakeContext ofServer() {
        return new HandshakeContext(Optional.of(Side.SERVER), List.of(), Map.of());
    }

    /**
     * The error was logged by a client: {@code smtp}, {@code lmtp}, {@code SSL_connect}.
     *
     * @return a context with that fact
     */
    public static HandshakeContext ofClient() {
        return new HandshakeContext(Optional.of(Side.CLIENT), List.of(), Map.of());
    }

    /**
     * What the log itself tells: the side, by the program or the call named in it, and the state trace.
     *
     * @param lines one or more lines of one session
     * @return a context with what was found
     */
    public static HandshakeContext ofLog(CharSequence lines) {
        boolean isServer = SERVER_WORDS.matcher(lines).find();
        boolean isClient = CLIENT_WORDS.matcher(lines).find();
        Optional<Side> side =
                isServer == isClient ? Optional.empty() : Optional.of(isServer ? Side.SERVER : Side.CLIENT);
        List<TraceLine> trace = lines.toString()
                .lines()
                .flatMap(line -> TraceLine.find(line).stream())
                .toList();
        return new HandshakeContext(side, trace, Map.of());
    }

    /**
     * Adds the state trace.
     *
     * @param lines the trace in the order of the log
     * @return a context with this trace instead of an earlier one
     */
    public HandshakeContext withTrace(List<TraceLine> lines) {
        return new HandshakeContext(side, List.copyOf(lines), facts);
    }

    /**
     * Adds which protocol versions this host has switched off. All others count as switched on.
     *
     * @param off the versions switched off, by setting or because the library cannot do them
     * @return a context with this fact
     */
    public HandshakeContext withProtocolsOff(Set<ProtocolVersion> off) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        for (ProtocolVersion version : ProtocolVersion.known()) {
            String name = version.openSslName();
            if (off.contains(version)) {
                more.put("off:" + name, name + " is switched off here.");
            } else {
                more.put("on:" + name, name + " is switched on here.");
            }
        }
        return new HandshakeContext(side, trace, Map.copyOf(more));
    }

    /**
     * Adds that the same peer once completed a handshake with this host.
     *
     * @param negotiated the version that session used
     * @return a context with this fact
     */
    public HandshakeContext withEarlierSession(ProtocolVersion negotiated) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        String name = negotiated.openSslName();
        more.put("session:any", "This peer completed a handshake before.");
        more.put("session:" + name, "An earlier session of this peer used " + name + ".");
        return new HandshakeContext(side, trace, Map.copyOf(more));
    }

    Optional<Side> side() {
        return side;
    }

    List<TraceLine> trace() {
        return trace;
    }

    /** Is there nothing that could exclude or support a reading? */
    boolean isWithoutFacts() {
        return facts.isEmpty() && trace.isEmpty();
    }

    /** The sentence for a fact such as {@code off:TLSv1} or {@code at:FIRST_BYTES}, if it is known to be so. */
    Optional<String> fact(String word) {
        Optional<String> told = Optional.ofNullable(facts.get(word));
        return told.or(() -> lastState()
                .filter(line -> word.equals("at:" + line.step()))
                .map(line -> "The last state traced is " + TerminalText.escape(line.text()) + "."));
    }

    private Optional<TraceLine> lastState() {
        return trace.stream()
                .filter(line -> line.step() != HandshakeStep.UNDETERMINED)
                .reduce((earlier, later) -> later);
    }

    /**
     * Upstream s2_srvr.c, {@code request_certificate}: in this state the certificate has been read, and one that does not
     * verify is answered with an SSLv2 error message that leaves nothing in the queue.
     */
    boolean endsInARefusalWithoutError() {
        return trace.stream()
                .reduce((earlier, later) -> later)
                .filter(line -> line.event() == TraceLine.Event.FAILED)
                .filter(line -> line.text().equals("SSLv2 write request certificate D"))
                .isPresent();
    }

    /** The step in which the trace ends, if it names one. */
    Optional<HandshakeStep> traceStep() {
        return trace.stream()
                .filter(line -> line.event() == TraceLine.Event.FAILED)
                .map(TraceLine::step)
                .filter(step -> step != HandshakeStep.UNDETERMINED)
                .reduce((earlier, later) -> later);
    }
}
