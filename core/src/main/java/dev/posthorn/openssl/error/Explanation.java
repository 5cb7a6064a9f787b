package dev.posthorn.openssl.error;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One entry of an explanation file: what an error means under certain conditions.
 *
 * @param kinds the reasons it explains
 * @param origin file and line of the entry, for error messages
 * @param libraries the libraries it holds for, which are those of its examples; empty for no error at all
 * @param functions the functions it holds for, in the exact spelling of their era; empty for all
 * @param sides the sides it holds for; empty for both and for an unknown one
 * @param step the step, if the reason decides it better than the function does
 * @param blame who would have to change something, as far as the error alone tells
 * @param summary what happened, in one sentence
 * @param story what happened, in more
 * @param check what to look at first
 * @param remedies what may be changed whichever reading is right
 * @param readings the ways to read the error, most likely first, with the facts that decide between them
 * @param examples error strings this entry must be found for
 */
record Explanation(
        List<FailureKind> kinds,
        String origin,
        Set<Integer> libraries,
        List<String> functions,
        List<Side> sides,
        Optional<HandshakeStep> step,
        Blame blame,
        String summary,
        String story,
        String check,
        List<Change> remedies,
        List<ReadingRule> readings,
        List<String> examples) {

    /** The function is the one candidate that is asked about; empty for an error without one. */
    boolean holdsFor(Optional<OpenSslError> error, Optional<String> function, Optional<Side> side) {
        boolean functionFits =
                functions.isEmpty() || function.filter(functions::contains).isPresent();
        return functionFits && holdsForAnyFunction(error, side);
    }

    /** Does it hold for the error if that was raised in the right function? */
    boolean holdsForAnyFunction(Optional<OpenSslError> error, Optional<Side> side) {
        boolean libraryFits =
                error.map(OpenSslError::library).map(libraries::contains).orElse(libraries.isEmpty())
                        || error.filter(known -> known.code().isReasonOfAnyLibrary())
                                .isPresent();
        boolean sideFits = sides.isEmpty() || side.filter(sides::contains).isPresent();
        return libraryFits && sideFits;
    }

    /** One explanation in place of several that all may be right: it leaves open which. */
    static Explanation anyOf(List<Explanation> some) {
        Explanation first = some.get(0);
        String name = first.kinds.get(0).symbol().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Explanation(
                first.kinds,
                some.stream().map(Explanation::origin).collect(Collectors.joining(", ")),
                first.libraries,
                List.of(),
                first.sides,
                Optional.empty(),
                Blame.UNDETERMINED,
                "\"" + name + "\" has several meanings, and what would tell them apart is missing here.",
                "The name of the function in the error decides. Each of these may be meant: "
                        + some.stream().map(Explanation::summary).collect(Collectors.joining(" Or: ")),
                "Look for the whole error, with the name of its function.",
                List.of(),
                readingsOf(some),
                List.of());
    }

    private static List<ReadingRule> readingsOf(List<Explanation> some) {
        Map<Cause, ReadingRule> byCause = new LinkedHashMap<>();
        some.forEach(explanation -> explanation.readings.forEach(
                rule -> byCause.putIfAbsent(rule.reading().cause(), rule)));
        return List.copyOf(byCause.values());
    }
}
