package dev.posthorn.openssl.error;

import java.util.Optional;

/**
 * Which packing a printed code has, told from the text around it and never from the digits alone
 * ({@code shared/facts/openssl-errors.md} section 1).
 */
final class PackingRules {

    private PackingRules() {}

    /** The packing that the text proves; empty if it proves none. */
    static Optional<ErrorPacking> provenPacking(
            long bits, Optional<String> library, Optional<String> function, Optional<String> file) {
        Optional<ErrorPacking> byLibrary = library.flatMap(name -> byLibrary(bits, name));
        if (byLibrary.isPresent()) {
            return byLibrary;
        }
        if (function.filter(String::isEmpty).isPresent()) {
            return Optional.of(ErrorPacking.LIBRARY_REASON);
        }
        if (function.filter(name -> name.startsWith("func(")).isPresent()) {
            return Optional.of(ErrorPacking.LIBRARY_FUNCTION_REASON);
        }
        // A bare file name is 1.0.2 or older; a path proves nothing, as 1.1 and 3.x both have them.
        return file.filter(name -> name.indexOf('/') < 0 && name.indexOf('\\') < 0)
                .map(name -> ErrorPacking.LIBRARY_FUNCTION_REASON);
    }

    /** Compares the printed name with both readings of the number. */
    private static Optional<ErrorPacking> byLibrary(long bits, String printed) {
        boolean withFunction = matches(bits, ErrorPacking.LIBRARY_FUNCTION_REASON, printed);
        boolean withoutFunction = matches(bits, ErrorPacking.LIBRARY_REASON, printed);
        if (withFunction == withoutFunction) {
            return Optional.empty();
        }
        return Optional.of(withFunction ? ErrorPacking.LIBRARY_FUNCTION_REASON : ErrorPacking.LIBRARY_REASON);
    }

    private static boolean matches(long bits, ErrorPacking packing, String printed) {
        return LibraryNames.get().matches(new PackedErrorCode(bits, packing).library(), printed);
    }

    /** What to take when nothing is proven: before 3.0 an error always came from a numbered function. */
    static ErrorPacking likelyPacking(long bits) {
        PackedErrorCode old = new PackedErrorCode(bits, ErrorPacking.LIBRARY_FUNCTION_REASON);
        return old.function().orElse(0) == 0 ? ErrorPacking.LIBRARY_REASON : ErrorPacking.LIBRARY_FUNCTION_REASON;
    }
}
