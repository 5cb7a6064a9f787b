package dev.posthorn.openssl.error;

import java.util.Optional;

/** Says in words that digits without words can be read in two ways, what each would mean, and which one was taken. */
final class PackingDoubt {

    private PackingDoubt() {}

    /** A sentence for an error whose packing is not proven; empty if it is, or if the words tell more than the number. */
    static Optional<String> sentence(OpenSslError error) {
        boolean isLibraryPrinted = error.libraryText()
                .filter(name -> LibraryNames.get().isLibrary(name, 0, name.length()))
                .isPresent();
        return error.otherCode()
                .filter(other -> !isLibraryPrinted)
                .map(other -> "The digits alone do not tell which OpenSSL packed them. The likelier reading: "
                        + reading(error.code()) + ". The other one: " + reading(other) + ".");
    }

    private static String reading(PackedErrorCode code) {
        String era = switch (code.packing()) {
            case LIBRARY_FUNCTION_REASON -> "0.9.8 to 1.1.1, ";
            case LIBRARY_REASON -> "3.x, ";
        };
        Optional<String> function = code.function().isPresent()
                ? newest(
                        code,
                        strings ->
                                strings.function(code.library(), code.function().getAsInt()))
                : Optional.empty();
        return era
                + newest(code, strings -> strings.library(code.library()))
                        .orElse("library " + code.library() + ", which none of them has")
                + function.map(name -> ", " + name).orElse("")
                + ", reason " + code.reasonWithoutFlags()
                + newest(code, strings -> ReasonMeanings.recorded(strings, code))
                        .filter(text -> PackingRules.isPossible(code.bits(), code.packing()))
                        .map(text -> " (" + text + ")")
                        .orElse(", which has no text there");
    }

    private static Optional<String> newest(PackedErrorCode code, Lookup lookup) {
        return ErrorStrings.ofPacking(code.packing())
                .flatMap(strings -> lookup.in(strings).stream())
                .reduce((earlier, later) -> later);
    }

    private interface Lookup {
        Optional<String> in(ErrorStrings strings);
    }
}
