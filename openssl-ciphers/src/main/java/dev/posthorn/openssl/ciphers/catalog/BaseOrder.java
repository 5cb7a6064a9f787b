package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.ciphers.internal.PreferenceList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How a library arranges the suites it offers before it reads the first rule (fact sheet on cipher strings sections 2, 8
 * and 14): the tables in reversed order, rearranged step by step. The steps are rows of a {@code base-order} table.
 */
final class BaseOrder {

    private BaseOrder() {}

    /** The available suites of the given tables, each table from its last row to its first. */
    static List<OpenSslCipherSuite> reversed(List<OpenSslCipherSuite> available, List<String> tables) {
        List<OpenSslCipherSuite> reversed = new ArrayList<>();
        for (String table : tables) {
            List<OpenSslCipherSuite> rows = new ArrayList<>(
                    available.stream().filter(suite -> suite.isIn(table)).toList());
            Collections.reverse(rows);
            reversed.addAll(rows);
        }
        return reversed;
    }

    static List<OpenSslCipherSuite> arrange(
            List<OpenSslCipherSuite> suites, List<ArrangingStep> steps, boolean singleEntryQuirk) {
        PreferenceList list = new PreferenceList(suites.size(), singleEntryQuirk);
        steps.forEach(step -> step.run(list, suites));
        return Arrays.stream(list.entries())
                .<OpenSslCipherSuite>mapToObj(suites::get)
                .toList();
    }

    /** The suites of each number of bits, strongest first: what {@code @STRENGTH} goes through. */
    static List<SuiteSet> strengths(List<OpenSslCipherSuite> suites) {
        return suites.stream()
                .map(OpenSslCipherSuite::effectiveKeyBits)
                .distinct()
                .sorted(Collections.reverseOrder())
                .map(bits -> SuiteSet.of(
                        suites.size(), position -> suites.get(position).effectiveKeyBits() == bits))
                .toList();
    }
}
