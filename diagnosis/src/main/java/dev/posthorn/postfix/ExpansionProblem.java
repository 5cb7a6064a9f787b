package dev.posthorn.postfix;

import dev.posthorn.text.TerminalText;

/**
 * Why the references in a value could not be replaced. Postfix warns and ends the process, so that the parameter has no
 * value at all.
 *
 * @param reason the reason
 * @param where the text that is to blame, or the parameter that refers to itself
 */
public record ExpansionProblem(Reason reason, String where) {

    private static final int MAX_ECHO = 120;

    /** The reasons. */
    public enum Reason {
        /** Parameters refer to each other in a circle, or a hundred deep. */
        RECURSION,
        /** A reference that is none. */
        SYNTAX,
        /** The result is longer than anybody means; this library's limit, not one of Postfix. */
        TOO_LONG
    }

    /**
     * Says it in words.
     *
     * @return half a sentence, escaped for a terminal
     */
    public String explain() {
        String quoted = "\"" + TerminalText.escape(where, MAX_ECHO) + "\"";
        return switch (reason) {
            case RECURSION -> "unreasonable macro call nesting at " + quoted;
            case SYNTAX -> "syntax error in the reference " + quoted;
            case TOO_LONG -> "the value grows beyond all measure at " + quoted;
        };
    }
}
