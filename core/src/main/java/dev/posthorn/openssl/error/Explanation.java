package dev.posthorn.openssl.error;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    boolean holdsFor(Optional<OpenSslError> error, Optional<Side> side) {
        boolean libraryFits =
                error.map(OpenSslError::library).map(libraries::contains).orElse(libraries.isEmpty())
                        || error.filter(known -> known.code().isReasonOfAnyLibrary())
                                .isPresent();
        boolean functionFits = functions.isEmpty()
                || error.flatMap(OpenSslError::functionText)
                        .filter(functions::contains)
                        .isPresent();
        boolean sideFits = sides.isEmpty() || side.filter(sides::contains).isPresent();
        return libraryFits && functionFits && sideFits;
    }
}
