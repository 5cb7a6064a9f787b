package dev.posthorn.parsers;

import dev.posthorn.parsers.postfix.PostfixVisitor;

/**
 * Is told what the lines of a mail log say, one call for each line. Every method does nothing unless overridden.
 *
 * <p>Views are borrowed: they are good until the method returns. What throws here comes out of
 * {@link MaillogDecoder#feed}, and the line that caused it has been used up.
 */
public interface MaillogVisitor extends PostfixVisitor {

    /**
     * A line that was not read.
     *
     * @param unrecognized the line and the reason
     */
    default void onUnrecognized(UnrecognizedView unrecognized) {}
}
