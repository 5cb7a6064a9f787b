package dev.posthorn.openssl.error;

import org.jspecify.annotations.Nullable;

/**
 * Which packing a printed code has, told from the text around it and never from the digits alone
 * (fact sheet on OpenSSL errors section 1). Allocates nothing.
 */
final class PackingRules {

    private PackingRules() {}

    /** The packing of the error a scanner has found: the one its text proves, else the likely one. */
    static ErrorPacking packing(CharSequence text, ErrorTextScanner error, long bits) {
        ErrorPacking proven = provenPacking(text, error, bits);
        return proven == null ? likelyPacking(bits) : proven;
    }

    /** The packing that the text proves, if it proves one. */
    static @Nullable ErrorPacking provenPacking(CharSequence text, ErrorTextScanner error, long bits) {
        if (error.isShortForm()) {
            return ErrorPacking.LIBRARY_REASON;
        }
        if (error.library.isPresent()) {
            boolean withFunction = matches(bits, ErrorPacking.LIBRARY_FUNCTION_REASON, text, error.library);
            boolean withoutFunction = matches(bits, ErrorPacking.LIBRARY_REASON, text, error.library);
            if (withFunction != withoutFunction) {
                return withFunction ? ErrorPacking.LIBRARY_FUNCTION_REASON : ErrorPacking.LIBRARY_REASON;
            }
        }
        if (error.function.isPresent() && error.function.isEmpty()) {
            return ErrorPacking.LIBRARY_REASON;
        }
        if (error.function.isPresent() && startsWith("func(", text, error.function)) {
            return ErrorPacking.LIBRARY_FUNCTION_REASON;
        }
        // A bare file name is 1.0.2 or older; a path proves nothing, as 1.1 and 3.x both have them.
        return error.file.isPresent() && isBareName(text, error.file) ? ErrorPacking.LIBRARY_FUNCTION_REASON : null;
    }

    private static boolean matches(long bits, ErrorPacking packing, CharSequence text, ErrorTextScanner.Span library) {
        return LibraryNames.get().matches(PackedErrorCode.library(bits, packing), text, library.from(), library.to());
    }

    private static boolean startsWith(String prefix, CharSequence text, ErrorTextScanner.Span span) {
        if (span.to() - span.from() < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (text.charAt(span.from() + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBareName(CharSequence text, ErrorTextScanner.Span file) {
        for (int i = file.from(); i < file.to(); i++) {
            if (text.charAt(i) == '/' || text.charAt(i) == '\\') {
                return false;
            }
        }
        return true;
    }

    /** What to take when nothing is proven: before 3.0 an error always came from a numbered function. */
    private static ErrorPacking likelyPacking(long bits) {
        return (bits >>> 12 & 0xFFF) == 0 ? ErrorPacking.LIBRARY_REASON : ErrorPacking.LIBRARY_FUNCTION_REASON;
    }
}
