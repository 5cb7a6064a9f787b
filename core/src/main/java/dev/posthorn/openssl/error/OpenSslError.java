package dev.posthorn.openssl.error;

import dev.posthorn.openssl.error.ErrorTextScanner.Span;
import dev.posthorn.text.TerminalText;
import dev.posthorn.tls.AlertDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One entry of OpenSSL's error queue as a program printed it.
 *
 * <p>Read from the lines of Postfix (all versions), Exim, Dovecot, Sendmail and others, from {@code openssl} itself, and
 * from text cut off in the middle. All texts are as printed: they come from a log and may hold anything, so escape them
 * before showing them ({@link #toString()} and {@link HandshakeFailure#explain()} do).
 *
 * <pre>{@code
 * OpenSslError error = OpenSslError.parse("7659:error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1387:");
 * error.code().reason(); // 193
 * error.reasonText(); // Optional[no shared cipher]
 * error.line(); // OptionalInt[1387]
 * }</pre>
 *
 * @param code the packed code; its packing was told from the text around it, or is the likelier one
 * @param libraryText the library as printed; empty in a cut text
 * @param functionText the function as printed; empty in OpenSSL 3's own format and in a cut text
 * @param reasonText the reason as printed; empty in a cut text
 * @param file the source file as printed
 * @param line the line in that file
 * @param data what OpenSSL or the program added, such as {@code SSL alert number 40}
 * @param threadId the number before {@code error:}, decimal up to 1.1.1, hexadecimal since
 * @param isPackingProven does the text prove the packing of the code? If not, as for digits without words, the code is
 *     read as is likely, and {@link #otherCode()} is the other way to read it
 */
public record OpenSslError(
        PackedErrorCode code,
        Optional<String> libraryText,
        Optional<String> functionText,
        Optional<String> reasonText,
        Optional<String> file,
        OptionalInt line,
        Optional<String> data,
        Optional<String> threadId,
        boolean isPackingProven) {

    private static final int LONGEST_EXCERPT = 120;
    private static final int FIRST_ALERT_REASON = 1000;

    /**
     * Makes an error whose packing is known.
     *
     * @param code the packed code
     * @param libraryText the library as printed
     * @param functionText the function as printed
     * @param reasonText the reason as printed
     * @param file the source file as printed
     * @param line the line in that file
     * @param data what OpenSSL or the program added
     * @param threadId the number before {@code error:}
     */
    public OpenSslError(
            PackedErrorCode code,
            Optional<String> libraryText,
            Optional<String> functionText,
            Optional<String> reasonText,
            Optional<String> file,
            OptionalInt line,
            Optional<String> data,
            Optional<String> threadId) {
        this(code, libraryText, functionText, reasonText, file, line, data, threadId, true);
    }

    /**
     * Reads the first error of a text.
     *
     * @param text an error string, alone or with other text around it
     * @return the error
     * @throws IllegalArgumentException if there is no error in the text
     */
    public static OpenSslError parse(CharSequence text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "text: there is no OpenSSL error in \"" + TerminalText.escape(text, LONGEST_EXCERPT) + "\""));
    }

    /**
     * Looks for the first error of a text.
     *
     * @param text any text
     * @return the error, empty if there is none
     */
    public static Optional<OpenSslError> find(CharSequence text) {
        ErrorTextScanner scanner = new ErrorTextScanner();
        return scanner.find(text, 0, text.length()) < 0 ? Optional.empty() : Optional.of(read(text, scanner));
    }

    /**
     * Looks for all errors of a text.
     *
     * @param text any text, of one or more lines
     * @return an immutable list in the order of the text, which is the order of the queue: oldest first
     */
    public static List<OpenSslError> findAll(CharSequence text) {
        ErrorTextScanner scanner = new ErrorTextScanner();
        List<OpenSslError> errors = new ArrayList<>();
        int from = scanner.find(text, 0, text.length());
        while (from >= 0) {
            errors.add(read(text, scanner));
            from = scanner.find(text, from, text.length());
        }
        return List.copyOf(errors);
    }

    /**
     * The fatal alert of the peer that this error reports: the peer's verdict on something this host did. OpenSSL turns a
     * received alert N into reason 1000+N of the SSL library.
     *
     * @return the alert received; empty if the error is this host's own verdict
     */
    public Optional<AlertDescription> peerAlert() {
        int number = code.reason() - FIRST_ALERT_REASON;
        return code.library() == PackedErrorCode.SSL_LIBRARY && number >= 0 && number <= 255
                ? Optional.of(new AlertDescription(number))
                : Optional.empty();
    }

    /**
     * The same digits in the other packing, where nothing printed decides between the two.
     *
     * @return the other way to read the code; empty if the text proves the packing
     */
    public Optional<PackedErrorCode> otherCode() {
        return isPackingProven
                ? Optional.empty()
                : Optional.of(new PackedErrorCode(code.bits(), code.packing().other()));
    }

    /** This error, read in the other packing, if the text allows it and such a number can exist. */
    Optional<OpenSslError> inOtherPacking() {
        return otherCode()
                .filter(other -> PackingRules.isPossible(other.bits(), other.packing()))
                .map(other -> new OpenSslError(
                        other, libraryText, functionText, reasonText, file, line, data, threadId, false));
    }

    /** The library by its printed name, which wins over the number, else by the number. */
    int library() {
        int printed = libraryText
                .map(name -> LibraryNames.get().numberOf(name, 0, name.length()))
                .orElse(-1);
        return printed < 0 ? code.library() : printed;
    }

    private static OpenSslError read(CharSequence text, ErrorTextScanner scanner) {
        return read(text, scanner, (from, to) -> text.subSequence(from, to).toString());
    }

    /** Takes what a scanner has found; {@code textBetween} makes a text of a range. */
    static OpenSslError read(
            CharSequence text, ErrorTextScanner scanner, BiFunction<Integer, Integer, String> textBetween) {
        Function<Span, Optional<String>> field =
                span -> span.isPresent() ? Optional.of(textBetween.apply(span.from(), span.to())) : Optional.empty();
        long bits = Long.parseUnsignedLong(text, scanner.code.from(), scanner.code.to(), 16);
        Optional<ErrorPacking> proven = Optional.ofNullable(PackingRules.provenPacking(text, scanner, bits));
        return new OpenSslError(
                new PackedErrorCode(bits, proven.orElseGet(() -> PackingRules.likelyPacking(bits))),
                field.apply(scanner.library),
                field.apply(scanner.function).filter(name -> !name.isEmpty()),
                field.apply(scanner.reason).filter(reason -> !reason.isEmpty()),
                field.apply(scanner.file),
                scanner.line.isPresent()
                        ? OptionalInt.of(Integer.parseInt(text, scanner.line.from(), scanner.line.to(), 10))
                        : OptionalInt.empty(),
                field.apply(scanner.data),
                field.apply(scanner.thread),
                proven.isPresent());
    }

    /** The error as OpenSSL prints it, without the thread id, safe for a terminal. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("error:").append(code);
        libraryText.ifPresent(library -> text.append(':')
                .append(library)
                .append(':')
                .append(functionText.orElse(""))
                .append(':')
                .append(reasonText.orElse("")));
        file.ifPresent(name -> text.append(':').append(name));
        line.ifPresent(number -> text.append(':').append(number));
        data.ifPresent(added -> text.append(':').append(added));
        return TerminalText.escape(text);
    }
}
