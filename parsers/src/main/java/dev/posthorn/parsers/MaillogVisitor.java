package dev.posthorn.parsers;

import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.PostfixVisitor;

/**
 * Is told what the lines of a mail log say, one call for each line. Every method does nothing unless overridden.
 *
 * <p>Views are borrowed: they are good until the method returns. What throws here comes out of
 * {@link MaillogDecoder#feed}, and the line that caused it has been used up.
 */
public interface MaillogVisitor extends PostfixVisitor {

    /**
     * A message of another program: Dovecot, Exim, Sendmail, a filter and so on.
     *
     * @param neighbour what it says
     */
    default void onNeighbour(NeighbourView neighbour) {}

    /**
     * A logger left out lines that were all the same.
     *
     * @param repetition how many, and of which message if the line says so
     */
    default void onRepetition(RepetitionView repetition) {}

    /**
     * A logger threw lines away because they were too many.
     *
     * @param rateLimit how many and whose, as far as the line says
     */
    default void onRateLimit(RateLimitView rateLimit) {}

    /**
     * A line that was not read.
     *
     * @param unrecognized the line and the reason
     */
    default void onUnrecognized(UnrecognizedView unrecognized) {}
}
