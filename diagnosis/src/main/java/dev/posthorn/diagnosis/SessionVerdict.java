package dev.posthorn.diagnosis;

import dev.posthorn.openssl.error.Blame;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.text.TerminalText;
import java.util.List;
import java.util.Optional;

/**
 * Why a session came to what it came to, with the lines that show it.
 *
 * @param cause what happened
 * @param failure what OpenSSL's errors mean in this session; empty if it reported none, or none that matters
 * @param detail the log's own words for it, such as a reply or the reason a certificate is no good; empty if there are none.
 *     Not escaped: for display use {@link #explain()}
 * @param evidence the lines that show the cause, in the order of the log
 * @param context what else was considered, one sentence each
 */
public record SessionVerdict(
        SessionCause cause,
        Optional<HandshakeFailure> failure,
        Optional<String> detail,
        List<LogLine> evidence,
        List<String> context) {

    /**
     * A verdict.
     *
     * @param cause what happened
     * @param failure what OpenSSL's errors mean in this session
     * @param detail the log's own words for it
     * @param evidence the lines that show the cause
     * @param context what else was considered
     */
    public SessionVerdict {
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
        context.forEach(sentence -> text.append(sentence).append('\n'));
        if (!evidence.isEmpty()) {
            text.append("Evidence:\n");
            evidence.forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }
}
