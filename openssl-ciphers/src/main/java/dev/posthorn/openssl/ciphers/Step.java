package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.List;
import java.util.OptionalInt;

/**
 * What one rule did to the list.
 *
 * @param rule the rule
 * @param matched the suites of the build that it matches, whether it changed them or not, and whether they were killed
 *     before or not, in base order; empty if it was dropped
 * @param changed the suites it added, moved, deleted or killed, by its operator, in the order they had; of killed ones
 *     those that were in force come first
 * @param before the suites in force before it, in order
 * @param after the suites in force after it, in order
 */
public record Step(
        Rule rule,
        List<OpenSslCipherSuite> matched,
        List<OpenSslCipherSuite> changed,
        List<OpenSslCipherSuite> before,
        List<OpenSslCipherSuite> after) {

    /**
     * Makes a step.
     *
     * @param rule the rule
     * @param matched the suites it matches, changed or not; copied
     * @param changed the suites it changed; copied
     * @param before the suites in force before it; copied
     * @param after the suites in force after it; copied
     */
    public Step {
        matched = List.copyOf(matched);
        changed = List.copyOf(changed);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * How many suites are in force after it.
     *
     * @return the size of {@link #after()}
     */
    public int activeAfter() {
        return after.size();
    }

    /**
     * Where a suite stood before the rule.
     *
     * @param suite any suite
     * @return its position from 1, empty if it was not in force
     */
    public OptionalInt positionBefore(OpenSslCipherSuite suite) {
        return position(before, suite);
    }

    /**
     * Where a suite stands after the rule.
     *
     * @param suite any suite
     * @return its position from 1, empty if it is not in force
     */
    public OptionalInt positionAfter(OpenSslCipherSuite suite) {
        return position(after, suite);
    }

    private static OptionalInt position(List<OpenSslCipherSuite> list, OpenSslCipherSuite suite) {
        int index = list.indexOf(suite);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
    }

    /**
     * The suites this rule put into force.
     *
     * @return the changed suites if the rule adds, else nothing
     */
    public List<OpenSslCipherSuite> added() {
        return changedBy(Operator.ADD);
    }

    /**
     * The suites this rule moved to the end.
     *
     * @return the changed suites if the rule orders, else nothing
     */
    public List<OpenSslCipherSuite> moved() {
        return changedBy(Operator.ORDER);
    }

    /**
     * The suites this rule took out, though not for good.
     *
     * @return the changed suites if the rule deletes, else nothing
     */
    public List<OpenSslCipherSuite> deleted() {
        return changedBy(Operator.DELETE);
    }

    /**
     * The suites this rule took out for good, whether they were in force or not.
     *
     * @return the changed suites if the rule kills, else nothing
     */
    public List<OpenSslCipherSuite> killed() {
        return changedBy(Operator.KILL);
    }

    /**
     * The suites this rule sorted by strength.
     *
     * @return the changed suites, as they stand afterwards, if the rule is {@code @STRENGTH}, else nothing
     */
    public List<OpenSslCipherSuite> sorted() {
        return changedBy(Operator.COMMAND);
    }

    private List<OpenSslCipherSuite> changedBy(Operator operator) {
        return rule.operator() == operator ? changed : List.of();
    }
}
