package dev.posthorn.openssl.negotiation;

import dev.posthorn.text.TextTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many recordings of each file agree with the predictions, aspect by aspect. */
final class Agreement {

    /** What is compared. */
    enum Aspect {
        /** Version, suite and curve, or the error queue, the trace and the alert in it. */
        SERVER,
        /** The suites passed over, and why. */
        SUITES_PASSED_OVER,
        /** What bytes that need not be a hello lead to. */
        FIRST_BYTES,
        /** What the server makes of an alert. */
        ALERT,
        /** What a client sends, who fails first, and each side's reason. */
        BOTH_SIDES,
        /** What one change of the server brings. */
        SINGLE_CHANGE
    }

    private final Map<String, Map<Aspect, int[]>> counts = new TreeMap<>();
    private final Map<Aspect, List<String>> mismatches = new EnumMap<>(Aspect.class);

    void add(String file, RecordedHandshake recorded, Aspect aspect, Differences differences) {
        int[] agreeingAndAll = counts.computeIfAbsent(file, name -> new EnumMap<>(Aspect.class))
                .computeIfAbsent(aspect, name -> new int[2]);
        agreeingAndAll[1]++;
        if (differences.found().isEmpty()) {
            agreeingAndAll[0]++;
        } else {
            List<String> mismatchesThere = mismatches.computeIfAbsent(aspect, name -> new ArrayList<>());
            differences.found().forEach(difference -> mismatchesThere.add(recorded.id() + " " + difference));
        }
    }

    List<String> mismatches(Aspect aspect) {
        return mismatches.getOrDefault(aspect, List.of());
    }

    /** All that were compared in one aspect. */
    int compared(Aspect aspect) {
        return counts.values().stream()
                .mapToInt(row -> row.containsKey(aspect) ? row.get(aspect)[1] : 0)
                .sum();
    }

    /** One row per file; {@code 12 / 13} says that 12 of 13 agree. */
    String table() {
        TextTable table = new TextTable(
                "release", "server", "passed over", "first bytes", "alerts", "both sides", "single changes");
        counts.forEach((file, row) -> {
            List<String> cells = new ArrayList<>(List.of(file));
            for (Aspect aspect : Aspect.values()) {
                int[] agreeingAndAll = row.get(aspect);
                cells.add(agreeingAndAll == null ? "-" : agreeingAndAll[0] + " / " + agreeingAndAll[1]);
            }
            table.row(cells.toArray());
        });
        return table.toString();
    }
}
