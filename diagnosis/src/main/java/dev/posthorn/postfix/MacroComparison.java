package dev.posthorn.postfix;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A comparison in a reference such as {@code ${{$compatibility_level} <level {3.6} ? {md5} : {sha256}}}. Two numbers are
 * compared as numbers, other texts character by character; levels by their parts.
 */
final class MacroComparison {

    private static final String LEVEL = "level";

    private final IntPredicate holds;
    private final boolean ofLevels;

    private MacroComparison(IntPredicate holds, boolean ofLevels) {
        this.holds = holds;
        this.ofLevels = ofLevels;
    }

    static Optional<MacroComparison> forOperator(String operator) {
        boolean ofLevels = operator.endsWith(LEVEL);
        String sign = ofLevels ? operator.substring(0, operator.length() - LEVEL.length()) : operator;
        return predicate(sign).map(holds -> new MacroComparison(holds, ofLevels));
    }

    private static Optional<IntPredicate> predicate(String sign) {
        return switch (sign) {
            case "==" -> Optional.of(order -> order == 0);
            case "!=" -> Optional.of(order -> order != 0);
            case "<" -> Optional.of(order -> order < 0);
            case "<=" -> Optional.of(order -> order <= 0);
            case ">=" -> Optional.of(order -> order >= 0);
            case ">" -> Optional.of(order -> order > 0);
            default -> Optional.empty();
        };
    }

    /** Does it hold? Empty if a level is compared that is none. */
    Optional<Boolean> compare(String left, String right) {
        if (!ofLevels) {
            int order = isNumber(left) && isNumber(right)
                    ? Long.compare(Long.parseLong(left), Long.parseLong(right))
                    : left.compareTo(right);
            return Optional.of(holds.test(order));
        }
        Optional<CompatibilityLevel> leftLevel = CompatibilityLevel.parse(left);
        Optional<CompatibilityLevel> rightLevel = CompatibilityLevel.parse(right);
        return leftLevel.flatMap(one -> rightLevel.map(other -> holds.test(one.compareTo(other))));
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,18}");
    }
}
