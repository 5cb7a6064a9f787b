package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.List;

/**
 * What one rule did to the list.
 *
 * @param rule the rule
 * @param changed the suites it added, moved, deleted or killed, by its operator, in list order; empty if it was dropped
 * @param activeAfter how many suites are in force after it
 */
public record Step(Rule rule, List<OpenSslCipherSuite> changed, int activeAfter) {

    /**
     * Makes a step.
     *
     * @param rule the rule
     * @param changed the suites it changed; copied
     * @param activeAfter how many suites are in force after it
     */
    public Step {
        changed = List.copyOf(changed);
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

    private List<OpenSslCipherSuite> changedBy(Operator operator) {
        return rule.operator() == operator ? changed : List.of();
    }
}
