package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.openssl.error.Blame;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.openssl.error.TraceLine;
import dev.posthorn.text.TerminalText;
import dev.posthorn.tls.AlertDescription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a session came to what it came to, with the lines that show it.
 *
 * @param cause what happened, in the narrowest word that the evidence bears
 * @param confidence how sure that is; {@link Confidence#CERTAIN} if lines and settings leave nothing else
 * @param alternatives what else would leave the same lines, or what it may be in particular; likeliest first
 * @param failure what OpenSSL's errors mean in this session; empty if it reported none, or none that matters
 * @param detail the log's own words for it, such as a reply or the reason a certificate is no good; empty if there are none.
 *     Not escaped: for display use {@link #explain()}
 * @param evidence the lines that show the cause, in the order of the log
 * @param context what else was considered, one sentence each
 */
public record SessionVerdict(
        SessionCause cause,
        Confidence confidence,
        List<SessionCause> alternatives,
        Optional<HandshakeFailure> failure,
        Optional<String> detail,
        List<LogLine> evidence,
        List<String> context) {

    /**
     * A verdict.
     *
     * @param cause what happened
     * @param confidence how sure that is
     * @param alternatives what else it may be
     * @param failure what OpenSSL's errors mean in this session
     * @param detail the log's own words for it
     * @param evidence the lines that show the cause
     * @param context what else was considered
     */
    public SessionVerdict {
        alternatives = List.copyOf(alternatives);
        evidence = List.copyOf(evidence);
        context = List.copyOf(context);
    }

    /**
     * Who would have to change something.
     *
     * @return who is to blame
     */
    public Blame blame() {
        return failure.map(HandshakeFailure::blame).orElse(cause.blame());
    }

    /**
     * Does the log leave it open what happened, or at least what was behind it?
     *
     * @return true if the cause is not certain
     */
    public boolean isUndetermined() {
        return confidence != Confidence.CERTAIN || cause == SessionCause.UNKNOWN;
    }

    /**
     * The alert by which the peer gave the handshake up.
     *
     * @return the alert, empty if the peer sent none or the log does not say which
     */
    public Optional<AlertDescription> peerAlert() {
        Optional<AlertDescription> reported = failure.filter(HandshakeFailure::hasError)
                .flatMap(known -> known.error().peerAlert());
        return reported.or(() -> evidence.stream()
                .filter(line -> line.kind() == MaillogKind.TLS_ALERT)
                .flatMap(line -> TraceLine.find(line.text()).stream())
                .filter(line -> line.event() == TraceLine.Event.ALERT_RECEIVED && !line.isWarning())
                .flatMap(line -> line.alert().stream())
                .findFirst());
    }

    /**
     * What happened.
     *
     * @return one or two sentences
     */
    public String summary() {
        return failure.map(verdict -> cause.summary() + " " + verdict.summary()).orElse(cause.summary());
    }

    /**
     * The verdict for people.
     *
     * @return the summary, the log's own words, the circumstances and the evidence, line by line; safe for a terminal
     */
    public String explain() {
        StringBuilder text = new StringBuilder(summary()).append('\n');
        detail.ifPresent(words -> text.append("In the words of the log: ")
                .append(TerminalText.escape(words))
                .append('\n'));
        if (confidence != Confidence.CERTAIN && !alternatives.isEmpty()) {
            text.append("This is not certain. It may also be: ")
                    .append(alternatives.stream().map(SessionCause::summary).collect(Collectors.joining(" ")))
                    .append('\n');
        }
        context.forEach(sentence -> text.append(sentence).append('\n'));
        if (!evidence.isEmpty()) {
            text.append("Evidence:\n");
            evidence.forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }
}
