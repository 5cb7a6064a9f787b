package dev.posthorn.openssl.error;

import org.jspecify.annotations.Nullable;

/**
 * Which packing a printed code has, told from the text around it and never from the digits alone
 * (fact sheet on OpenSSL errors section 1). Allocates nothing.
 */
final class PackingRules {

    private PackingRules() {}

    /** 1.1.1 counts its functions up to 639. */
    private static final int FIRST_FUNCTION_NOBODY_HAS = 0x800;

    /** In OpenSSL 3 a reason has at most twelve bits and the flags "fatal" and "common"; these stay empty. */
    private static final int EMPTY_BITS_OF_A_REASON = 0x0073_F000;

    /** No {@code errno} reaches beyond these. */
    private static final int EMPTY_BITS_OF_A_SYSTEM_ERROR = 0x7FFF_F000;

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

    /**
     * What to take when the text proves nothing. Where both packings are possible, an error of the SSL library is likelier
     * than one of another.
     */
    static ErrorPacking likelyPacking(long bits) {
        boolean isSslOfOlder =
                PackedErrorCode.library(bits, ErrorPacking.LIBRARY_FUNCTION_REASON) == PackedErrorCode.SSL_LIBRARY;
        return isPossible(bits, ErrorPacking.LIBRARY_REASON)
                        && !(isSslOfOlder && isPossible(bits, ErrorPacking.LIBRARY_FUNCTION_REASON))
                ? ErrorPacking.LIBRARY_REASON
                : ErrorPacking.LIBRARY_FUNCTION_REASON;
    }

    /**
     * Can a release with this packing have such a number? Before 3.0 an error always came from a numbered function; since
     * 3.0 the bits between flags and reason are empty.
     */
    static boolean isPossible(long bits, ErrorPacking packing) {
        int word = (int) bits;
        int function = word >>> 12 & 0xFFF;
        return switch (packing) {
            case LIBRARY_FUNCTION_REASON -> function != 0 && function < FIRST_FUNCTION_NOBODY_HAS;
            case LIBRARY_REASON -> (word & (word < 0 ? EMPTY_BITS_OF_A_SYSTEM_ERROR : EMPTY_BITS_OF_A_REASON)) == 0;
        };
    }
}
