package dev.posthorn.openssl.error;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All explanation files, read when the first error is judged. */
final class Explanations {

    /** One file per family of reasons. */
    static final List<String> FAMILIES =
            List.of("alerts", "certificates", "cipher-suites", "extensions", "keys", "messages", "program", "versions");

    private final List<Explanation> all;
    private final Map<FailureKind, List<Explanation>> byKind = new HashMap<>();

    private Explanations(List<Explanation> all) {
        this.all = all;
        for (Explanation explanation : all) {
            for (FailureKind kind : explanation.kinds()) {
                byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(explanation);
            }
        }
    }

    static Explanations get() {
        return Holder.EXPLANATIONS;
    }

    /** The entry for an error: the first of its kind whose conditions it meets. */
    Optional<Explanation> find(FailureKind kind, Optional<OpenSslError> error, Optional<Side> side) {
        for (Explanation explanation : byKind.getOrDefault(kind, List.of())) {
            if (explanation.holdsFor(error, side)) {
                return Optional.of(explanation);
            }
        }
        return Optional.empty();
    }

    List<Explanation> all() {
        return all;
    }

    /** Reads the files on first use (JLS 12.4.2). */
    private static final class Holder {
        static final Explanations EXPLANATIONS = new Explanations(
                FAMILIES.stream().flatMap(family -> readFamily(family).stream()).toList());

        private static List<Explanation> readFamily(String family) {
            String name = "explanations/" + family + ".txt";
            return ExplanationFile.read(name, Explanations.class.getResourceAsStream(name));
        }
    }
}
