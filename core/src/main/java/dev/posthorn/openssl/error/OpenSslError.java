package dev.posthorn.openssl.error;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One entry of OpenSSL's error queue as a program printed it.
 *
 * @param code the packed code; its packing was told from the text around it
 * @param libraryText the library as printed; empty in a cut text
 * @param functionText the function as printed; empty in OpenSSL 3's own format and in a cut text
 * @param reasonText the reason as printed; empty in a cut text
 * @param file the source file as printed
 * @param line the line in that file
 * @param data what OpenSSL or the program added, such as {@code SSL alert number 40}
 * @param threadId the number before {@code error:}, decimal up to 1.1.1, hexadecimal since
 */
public record OpenSslError(
        PackedErrorCode code,
        Optional<String> libraryText,
        Optional<String> functionText,
        Optional<String> reasonText,
        Optional<String> file,
        OptionalInt line,
        Optional<String> data,
        Optional<String> threadId) {

    /**
     * Reads the first error of a text.
     *
     * @param text an error string, alone or with other text around it
     * @return the error
     * @throws IllegalArgumentException if there is no error in the text
     */
    public static OpenSslError parse(String text) {
        throw new UnsupportedOperationException(text);
    }

    /**
     * Looks for the first error of a text.
     *
     * @param text any text
     * @return the error, empty if there is none
     */
    public static Optional<OpenSslError> find(CharSequence text) {
        throw new UnsupportedOperationException(text.toString());
    }

    /**
     * Looks for all errors of a text.
     *
     * @param text any text, of one or more lines
     * @return an immutable list in the order of the text, which is the order of the queue: oldest first
     */
    public static List<OpenSslError> findAll(CharSequence text) {
        throw new UnsupportedOperationException(text.toString());
    }
}
