package dev.posthorn.openssl.error;

import dev.posthorn.openssl.OpenSslRelease;
import java.util.Optional;

/** Whether the words of an error are those of a release: upper case to 1.0.1, mostly lower case since, paths since 1.1.0. */
enum ReleaseSpelling {
    /** Upper and lower case are as OpenSSL printed them, and tell 1.0.1 from 1.0.2. */
    AS_PRINTED {
        @Override
        boolean isSame(String printed, String recorded) {
            return printed.equals(recorded);
        }
    },
    /** Somebody or some program has changed the case, so it tells nothing. */
    ANY_CASE {
        @Override
        boolean isSame(String printed, String recorded) {
            return printed.equalsIgnoreCase(recorded);
        }
    };

    private static final OpenSslRelease FIRST_WITH_PATHS = OpenSslRelease.parse("1.1.0");

    abstract boolean isSame(String printed, String recorded);

    boolean canPrint(OpenSslRelease release, OpenSslError error) {
        return hasSuchFiles(release, error) && hasSuchWords(release, error);
    }

    /** A bare file name is 1.0.2 or older. A path proves nothing: it is whatever the compiler was given. */
    private static boolean hasSuchFiles(OpenSslRelease release, OpenSslError error) {
        boolean isBare = error.file()
                .filter(name -> PossibleReleases.baseName(name).equals(name))
                .isPresent();
        return !isBare || !release.isAtLeast(FIRST_WITH_PATHS);
    }

    /** Words were recorded of some releases of a line only, so a word of any of them counts for the whole line. */
    private boolean hasSuchWords(OpenSslRelease release, OpenSslError error) {
        PackedErrorCode code = error.code();
        var recorded = ErrorStrings.ofBranch(release.branch());
        return recorded.isEmpty()
                || recorded.stream()
                        .anyMatch(strings -> isPrinted(error.reasonText(), ReasonMeanings.recorded(strings, code))
                                && (code.function().isEmpty()
                                        || isPrinted(
                                                error.functionText(),
                                                strings.function(
                                                        code.library(),
                                                        code.function().getAsInt()))));
    }

    /** A number in place of a word says nothing: the program may not have loaded the words. */
    private boolean isPrinted(Optional<String> printed, Optional<String> recorded) {
        return printed.isEmpty()
                || ReasonMeanings.isNumber(printed.get())
                || recorded.filter(word -> isSame(printed.get(), word)).isPresent();
    }
}
