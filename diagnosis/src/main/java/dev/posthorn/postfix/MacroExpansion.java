package dev.posthorn.postfix;

import java.util.Optional;
import java.util.function.Function;

/**
 * Replaces references in a value as mac_parse(3) and mac_expand(3) of Postfix do: {@code $name}, {@code ${name}},
 * {@code $(name)}, {@code ${name?text}}, {@code ${name:text}}; from 3.0 on texts in braces,
 * {@code ${name?{text}:{text}}} and comparisons {@code ${{text} == {text} ? {text} : {text}}}; from 3.6 on comparisons
 * of levels such as {@code <level}. A parameter that nobody stated and that has no default is empty; {@code $$} is a
 * dollar sign.
 *
 * <p>Always ends: nesting, steps and length are limited.
 */
final class MacroExpansion {

    /** mac_expand.c counts to the same number. */
    private static final int MAX_NESTING = 100;

    private static final int MAX_LENGTH = 100_000;
    private static final int MAX_STEPS = 10_000;
    private static final PostfixVersion BRACES = new PostfixVersion(3, 0, 0);

    /** What came out: a value, or a problem. */
    record Result(String value, Optional<ExpansionProblem> problem) {}

    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1;
        private final transient ExpansionProblem problem;

        Failure(ExpansionProblem.Reason reason, String where) {
            super(where, null, false, false);
            this.problem = new ExpansionProblem(reason, where);
        }
    }

    private final boolean hasBraces;
    private final Function<String, Optional<String>> rawValues;
    private int steps;
    private int copied;

    private MacroExpansion(PostfixVersion version, Function<String, Optional<String>> rawValues) {
        this.hasBraces = version.isAtLeast(BRACES);
        this.rawValues = rawValues;
    }

    static Result of(String text, PostfixVersion version, Function<String, Optional<String>> rawValues) {
        if (text.indexOf('$') < 0) {
            return new Result(text, Optional.empty());
        }
        StringBuilder out = new StringBuilder();
        try {
            new MacroExpansion(version, rawValues).expand(text, out, 0);
            return new Result(out.toString(), Optional.empty());
        } catch (Failure failure) {
            return new Result("", Optional.of(failure.problem));
        }
    }

    private void expand(String text, StringBuilder out, int depth) throws Failure {
        int from = 0;
        while (from < text.length()) {
            char character = text.charAt(from);
            if (character != '$') {
                append(out, character, text);
                from++;
            } else if (from + 1 < text.length() && text.charAt(from + 1) == '$') {
                append(out, '$', text);
                from += 2;
            } else {
                from = reference(text, from + 1, out, depth);
            }
        }
    }

    /** Counts what is thrown away, too: operands of comparisons are work that nobody sees. */
    private void append(StringBuilder out, char character, String text) throws Failure {
        if (++copied > MAX_LENGTH) {
            throw new Failure(ExpansionProblem.Reason.TOO_LONG, text);
        }
        out.append(character);
    }

    /** Reads the reference that begins behind a dollar sign, and says where it ends. */
    private int reference(String text, int from, StringBuilder out, int depth) throws Failure {
        int end;
        String inner;
        if (from < text.length() && (text.charAt(from) == '{' || text.charAt(from) == '(')) {
            end = closing(text, from) + 1;
            inner = text.substring(from + 1, end - 1);
        } else {
            end = from;
            while (end < text.length() && isNameCharacter(text.charAt(end))) {
                end++;
            }
            inner = text.substring(from, end);
        }
        if (inner.isEmpty()) {
            throw new Failure(ExpansionProblem.Reason.SYNTAX, text);
        }
        substitute(inner, out, depth + 1);
        return end;
    }

    /** The bracket that closes the one at a place; only brackets of its own kind count. */
    private static int closing(String text, int from) throws Failure {
        char open = text.charAt(from);
        char close = open == '{' ? '}' : ')';
        int level = 0;
        for (int index = from; index < text.length(); index++) {
            if (text.charAt(index) == open) {
                level++;
            } else if (text.charAt(index) == close && --level == 0) {
                return index;
            }
        }
        throw new Failure(ExpansionProblem.Reason.SYNTAX, text.substring(from));
    }

    private static boolean isNameCharacter(char character) {
        return character == '_'
                || (character >= '0' && character <= '9')
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z');
    }

    private void substitute(String inner, StringBuilder out, int depth) throws Failure {
        if (depth > MAX_NESTING) {
            throw new Failure(ExpansionProblem.Reason.RECURSION, inner);
        }
        if (++steps > MAX_STEPS) {
            throw new Failure(ExpansionProblem.Reason.TOO_LONG, inner);
        }
        int brace = skipSpace(inner, 0);
        if (hasBraces && brace < inner.length() && inner.charAt(brace) == '{') {
            comparison(inner, brace, out, depth);
        } else {
            named(inner, out, depth);
        }
    }

    private void named(String inner, StringBuilder out, int depth) throws Failure {
        int nameEnd = 0;
        while (nameEnd < inner.length() && isNameCharacter(inner.charAt(nameEnd))) {
            nameEnd++;
        }
        String value = rawValues.apply(inner.substring(0, nameEnd)).orElse("");
        if (nameEnd == inner.length()) {
            expand(value, out, depth);
        } else if (inner.charAt(nameEnd) == '?' || inner.charAt(nameEnd) == ':') {
            conditional(inner, nameEnd, !value.isEmpty(), out, depth);
        } else {
            throw new Failure(ExpansionProblem.Reason.SYNTAX, inner);
        }
    }

    /** {@code {left} operator {right}}, and then perhaps what depends on it. */
    private void comparison(String inner, int brace, StringBuilder out, int depth) throws Failure {
        int leftEnd = closing(inner, brace);
        int operatorFrom = skipSpace(inner, leftEnd + 1);
        int operatorTo = operatorFrom;
        while (operatorTo < inner.length() && "<>!=levl".indexOf(inner.charAt(operatorTo)) >= 0) {
            operatorTo++;
        }
        int rightFrom = skipSpace(inner, operatorTo);
        if (rightFrom == inner.length() || inner.charAt(rightFrom) != '{') {
            throw new Failure(ExpansionProblem.Reason.SYNTAX, inner);
        }
        int rightEnd = closing(inner, rightFrom);
        String left = expanded(inner.substring(brace + 1, leftEnd), depth);
        String right = expanded(inner.substring(rightFrom + 1, rightEnd), depth);
        boolean holds = MacroComparison.forOperator(inner.substring(operatorFrom, operatorTo))
                .flatMap(operator -> operator.compare(left, right))
                .orElseThrow(() -> new Failure(ExpansionProblem.Reason.SYNTAX, inner));
        int next = skipSpace(inner, rightEnd + 1);
        if (next == inner.length()) {
            out.append(holds ? "true" : "");
        } else {
            conditional(inner, next, holds, out, depth);
        }
    }

    private String expanded(String text, int depth) throws Failure {
        StringBuilder out = new StringBuilder();
        expand(text, out, depth);
        return out.toString();
    }

    /** Behind {@code ?} stands what counts if the condition holds, behind {@code :} what counts if it does not. */
    private void conditional(String inner, int at, boolean holds, StringBuilder out, int depth) throws Failure {
        int next = at;
        if (inner.charAt(next) == '?') {
            int from = skipSpace(inner, next + 1);
            if (!startsBraced(inner, from)) {
                if (holds) {
                    expand(inner.substring(next + 1), out, depth);
                }
                return;
            }
            int end = closing(inner, from);
            if (holds) {
                expand(inner.substring(from + 1, end), out, depth);
            }
            next = skipSpace(inner, end + 1);
            if (next == inner.length()) {
                return;
            }
        }
        if (inner.charAt(next) != ':') {
            throw new Failure(ExpansionProblem.Reason.SYNTAX, inner);
        }
        int from = skipSpace(inner, next + 1);
        if (!startsBraced(inner, from)) {
            if (!holds) {
                expand(inner.substring(next + 1), out, depth);
            }
            return;
        }
        int end = closing(inner, from);
        if (skipSpace(inner, end + 1) != inner.length()) {
            throw new Failure(ExpansionProblem.Reason.SYNTAX, inner);
        }
        if (!holds) {
            expand(inner.substring(from + 1, end), out, depth);
        }
    }

    private boolean startsBraced(String inner, int from) {
        return hasBraces && from < inner.length() && inner.charAt(from) == '{';
    }

    private static int skipSpace(String text, int from) {
        int index = from;
        while (index < text.length() && " \t\r\n".indexOf(text.charAt(index)) >= 0) {
            index++;
        }
        return index;
    }
}
