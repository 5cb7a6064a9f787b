package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.ciphers.internal.PreferenceList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How a library arranges the suites it offers before it reads the first rule (fact sheet on cipher strings sections 2, 8
 * and 14): the tables in reversed order, rearranged step by step. The steps are rows of a {@code base-order} table.
 */
final class BaseOrder {

    private BaseOrder() {}

    /** The available suites of the given tables, each table from its last row to its first. */
    static List<OpenSslCipherSuite> reversed(List<OpenSslCipherSuite> available, List<String> tables) {
        List<OpenSslCipherSuite> reversed = new ArrayList<>(available.size());
        for (String table : tables) {
            for (int i = available.size() - 1; i >= 0; i--) {
                if (available.get(i).isIn(table)) {
                    reversed.add(available.get(i));
                }
            }
        }
        return reversed;
    }

    static List<OpenSslCipherSuite> arrange(
            List<OpenSslCipherSuite> suites, LineTables tables, boolean singleEntryQuirk) {
        PreferenceList list = new PreferenceList(suites.size(), singleEntryQuirk);
        AttributeIndex index = new AttributeIndex(suites, tables.vocabulary());
        List<SuiteSet> strengths = strengths(suites);
        for (ArrangingStep step : tables.arrangement()) {
            step.run(list, index, strengths);
        }
        List<OpenSslCipherSuite> arranged = new ArrayList<>(suites.size());
        for (int position : list.entries()) {
            arranged.add(suites.get(position));
        }
        return List.copyOf(arranged);
    }

    /** The suites of each number of bits, strongest first: what {@code @STRENGTH} goes through. */
    static List<SuiteSet> strengths(List<OpenSslCipherSuite> suites) {
        NavigableMap<Integer, long[]> byBits = new TreeMap<>(Collections.reverseOrder());
        for (int position = 0; position < suites.size(); position++) {
            int bits = suites.get(position).effectiveKeyBits();
            long[] ofTheseBits = byBits.get(bits);
            if (ofTheseBits == null) {
                ofTheseBits = new long[SuiteSet.wordsFor(suites.size())];
                byBits.put(bits, ofTheseBits);
            }
            ofTheseBits[position / Long.SIZE] |= 1L << position;
        }
        List<SuiteSet> strengths = new ArrayList<>(byBits.size());
        for (long[] ofTheseBits : byBits.values()) {
            strengths.add(new SuiteSet(ofTheseBits));
        }
        return List.copyOf(strengths);
    }
}
