package dev.posthorn.openssl.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /**
     * The entry for an error: the first of its kind whose conditions it meets. Where the function is not known for certain,
     * one entry for each that may be meant, told as one.
     *
     * @param functions the names its function may have; empty if it may be any
     */
    Optional<Explanation> find(
            FailureKind kind, Optional<OpenSslError> error, Optional<List<String>> functions, Optional<Side> side) {
        List<Explanation> ofKind = byKind.getOrDefault(kind, List.of());
        if (ofKind.isEmpty()) {
            return Optional.empty();
        }
        if (functions.isPresent() && functions.get().size() < 2) {
            return first(ofKind, error, functions.get().stream().findFirst(), side);
        }
        List<Explanation> found = functions.isPresent()
                ? byFunction(ofKind, error, functions.get(), side)
                : byAnyFunction(ofKind, error, side);
        return found.size() > 1
                ? Optional.of(Explanation.anyOf(found))
                : found.stream().findFirst();
    }

    private static List<Explanation> byFunction(
            List<Explanation> ofKind, Optional<OpenSslError> error, List<String> functions, Optional<Side> side) {
        Set<Explanation> found = Collections.newSetFromMap(new IdentityHashMap<>());
        functions.forEach(name -> first(ofKind, error, Optional.of(name), side).ifPresent(found::add));
        return ofKind.stream().filter(found::contains).toList();
    }

    private static Optional<Explanation> first(
            List<Explanation> ofKind, Optional<OpenSslError> error, Optional<String> function, Optional<Side> side) {
        for (Explanation explanation : ofKind) {
            if (explanation.holdsFor(error, function, side)) {
                return Optional.of(explanation);
            }
        }
        return Optional.empty();
    }

    /** Of the entries for one function, or for all others, the first. */
    private static List<Explanation> byAnyFunction(
            List<Explanation> ofKind, Optional<OpenSslError> error, Optional<Side> side) {
        Set<List<String>> functions = new HashSet<>();
        return ofKind.stream()
                .filter(explanation -> explanation.holdsForAnyFunction(error, side))
                .filter(explanation -> isOfSide(explanation, side) && functions.add(explanation.functions()))
                .toList();
    }

    /** Some functions are of one side only, so that their entries need not name it. */
    private static boolean isOfSide(Explanation explanation, Optional<Side> side) {
        return side.isEmpty()
                || explanation.functions().isEmpty()
                || explanation.functions().stream().anyMatch(name -> HandshakeFunctions.isOf(name, side.get()));
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
