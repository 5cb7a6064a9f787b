package dev.posthorn.openssl.error;

import java.util.List;
import java.util.Optional;

/** The names that the function of an error may have: the one printed, or those of its number where none was printed. */
final class FunctionNames {

    private FunctionNames() {}

    /**
     * All candidates. A name's case tells its era, so where the case was changed on the way, or only a number was printed,
     * the spellings of all eras count.
     *
     * @return one name; several if eras differ; none where there is neither a name nor a number, as since 3.0
     */
    static List<String> of(OpenSslError error) {
        Optional<String> printed = error.functionText().filter(name -> !ReasonMeanings.isNumber(name));
        boolean isCaseChanged =
                error.libraryText().filter(LibraryNames.get()::isOfChangedCase).isPresent();
        if (printed.isPresent() && !isCaseChanged) {
            return List.of(printed.get());
        }
        List<String> recorded = recorded(error.code()).stream()
                .filter(name -> printed.isEmpty() || printed.get().equalsIgnoreCase(name))
                .toList();
        return recorded.isEmpty() ? printed.stream().toList() : recorded;
    }

    private static List<String> recorded(PackedErrorCode code) {
        if (code.function().isEmpty()) {
            return List.of();
        }
        return ErrorStrings.ofPacking(code.packing())
                .flatMap(release ->
                        release.function(code.library(), code.function().getAsInt()).stream())
                .distinct()
                .toList();
    }
}
