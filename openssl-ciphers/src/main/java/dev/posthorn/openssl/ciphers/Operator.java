package dev.posthorn.openssl.ciphers;

/** What a rule does to the suites it matches (ciphers(1); fact sheet on cipher strings section 7). */
public enum Operator {
    /** No sign: inactive suites become active and go to the end. */
    ADD("", "adds"),
    /** {@code -}: active suites become inactive and go to the front; a later rule may add them again. */
    DELETE("-", "deletes"),
    /** {@code +}: active suites go to the end; nothing is added. */
    ORDER("+", "moves to the end"),
    /** {@code !}: suites leave the list for good. */
    KILL("!", "kills"),
    /** {@code @}: a command to the list, {@code @STRENGTH}. */
    COMMAND("@", "sorts");

    private final String sign;
    private final String verb;

    Operator(String sign, String verb) {
        this.sign = sign;
        this.verb = verb;
    }

    /**
     * The character in front of the rule.
     *
     * @return one character, none for {@link #ADD}
     */
    public String sign() {
        return sign;
    }

    /**
     * What it does, as a verb.
     *
     * @return such as {@code kills}
     */
    public String verb() {
        return verb;
    }

    static Operator forSign(char sign) {
        return switch (sign) {
            case '-' -> DELETE;
            case '+' -> ORDER;
            case '!' -> KILL;
            case '@' -> COMMAND;
            default -> ADD;
        };
    }
}
