package dev.posthorn.openssl.error;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.text.TerminalText;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * One number of OpenSSL's error queue, such as {@code 1408A0C1}: which library, which function, which reason.
 *
 * <pre>{@code
 * PackedErrorCode code = PackedErrorCode.parseHex("1408A0C1", ErrorPacking.LIBRARY_FUNCTION_REASON);
 * code.library(); // 20, SSL
 * code.function(); // OptionalInt[138]
 * code.reason(); // 193
 * }</pre>
 *
 * <p>The same digits mean something else in the other packing ({@code 0A0000C1} is a DSA error before 3.0 and an SSL
 * error since), so a code never goes without its packing. {@link OpenSslError} decides it from the text around.
 *
 * @param bits the number as printed; only the lower 32 bits carry the fields, the upper ones are printed and otherwise
 *     ignored
 * @param packing the layout of the fields
 */
public record PackedErrorCode(long bits, ErrorPacking packing) {

    /** The number of the SSL library, in all releases. */
    public static final int SSL_LIBRARY = 20;

    /** The number of the system library, whose reasons are {@code errno} values, in all releases. */
    public static final int SYSTEM_LIBRARY = 2;

    private static final int FIRST_OWN_REASON = 100;
    private static final int SYSTEM_ERROR_FLAG = 0x8000_0000;
    private static final int FATAL_FLAG = 1 << 18;
    private static final int COMMON_FLAG = 1 << 19;
    private static final int FLAGS = 0x7C_0000;

    /**
     * Reads the digits as they stand in a log.
     *
     * @param digits one to sixteen hexadecimal digits in either case
     * @param packing the layout of the release that printed them
     * @return the code
     * @throws IllegalArgumentException if the text is anything else
     */
    public static PackedErrorCode parseHex(String digits, ErrorPacking packing) {
        if (digits.isEmpty() || digits.length() > 16 || !digits.chars().allMatch(PackedErrorCode::isHexDigit)) {
            throw new IllegalArgumentException("digits: \"" + TerminalText.escape(digits, 40)
                    + "\" is not a number of one to sixteen hexadecimal digits");
        }
        return new PackedErrorCode(Long.parseUnsignedLong(digits, 16), packing);
    }

    private static boolean isHexDigit(int character) {
        return character < 128 && Character.digit(character, 16) >= 0;
    }

    /**
     * Packs an error as OpenSSL 0.9.8 to 1.1.1 does.
     *
     * @param library the library, 0 to 255
     * @param function the function, 0 to 4095
     * @param reason the reason, 0 to 4095
     * @return the code
     * @throws IllegalArgumentException if a number does not fit its field
     */
    public static PackedErrorCode of(int library, int function, int reason) {
        requireRange("library", library, 0xFF);
        requireRange("function", function, 0xFFF);
        requireRange("reason", reason, 0xFFF);
        return new PackedErrorCode(
                (long) library << 24 | (long) function << 12 | reason, ErrorPacking.LIBRARY_FUNCTION_REASON);
    }

    /**
     * Packs an error as OpenSSL 3.0 and later do.
     *
     * @param library the library, 0 to 255
     * @param reason the reason with its flags, 0 to 8388607
     * @return the code
     * @throws IllegalArgumentException if a number does not fit its field
     */
    public static PackedErrorCode of(int library, int reason) {
        requireRange("library", library, 0xFF);
        requireRange("reason", reason, 0x7F_FFFF);
        return new PackedErrorCode((long) library << 23 | reason, ErrorPacking.LIBRARY_REASON);
    }

    private static void requireRange(String what, int value, int greatest) {
        if (value < 0 || value > greatest) {
            throw new IllegalArgumentException(what + ": " + value + " is not in 0.." + greatest);
        }
    }

    /**
     * The library that reported the error.
     *
     * @return its number; {@link #SYSTEM_LIBRARY} for a system error of OpenSSL 3
     */
    public int library() {
        return library(bits, packing);
    }

    /** For views, which have a number and a packing but no object. OpenSSL looks at the lower 32 bits only. */
    static int library(long bits, ErrorPacking packing) {
        int word = (int) bits;
        return switch (packing) {
            case LIBRARY_FUNCTION_REASON -> word >>> 24;
            case LIBRARY_REASON -> (word & SYSTEM_ERROR_FLAG) != 0 ? SYSTEM_LIBRARY : (word >>> 23) & 0xFF;
        };
    }

    /**
     * The function that reported the error.
     *
     * @return its number within the library; empty in the packing of OpenSSL 3, which has none
     */
    public OptionalInt function() {
        return switch (packing) {
            case LIBRARY_FUNCTION_REASON -> OptionalInt.of((word() >>> 12) & 0xFFF);
            case LIBRARY_REASON -> OptionalInt.empty();
        };
    }

    /**
     * The reason, flags included, as OpenSSL's {@code ERR_GET_REASON} gives it.
     *
     * @return its number within the library; the {@code errno} for a system error of OpenSSL 3
     */
    public int reason() {
        return reason(bits, packing);
    }

    static int reason(long bits, ErrorPacking packing) {
        int word = (int) bits;
        return switch (packing) {
            case LIBRARY_FUNCTION_REASON -> word & 0xFFF;
            case LIBRARY_REASON -> word & ((word & SYSTEM_ERROR_FLAG) != 0 ? 0x7FFF_FFFF : 0x7F_FFFF);
        };
    }

    /**
     * Is this an {@code errno} in the packing of OpenSSL 3? Older releases have no such flag; they use
     * {@link #SYSTEM_LIBRARY} as the library.
     *
     * @return true if bit 31 of an OpenSSL 3 code is set
     */
    public boolean isSystemError() {
        return packing == ErrorPacking.LIBRARY_REASON && (word() & SYSTEM_ERROR_FLAG) != 0;
    }

    /**
     * Does an OpenSSL 3 code carry the flag "fatal"?
     *
     * @return true if the reason's bit 18 is set
     */
    public boolean isFatal() {
        return hasReasonFlag(FATAL_FLAG);
    }

    /**
     * Does an OpenSSL 3 code carry the flag "common reason", which says that the reason is not the library's own?
     *
     * @return true if the reason's bit 19 is set
     */
    public boolean isCommonReason() {
        return hasReasonFlag(COMMON_FLAG);
    }

    /** Up to 1.1.1 the numbers below 100 are shared by all libraries; OpenSSL 3 marks such reasons instead. */
    boolean isReasonOfAnyLibrary() {
        return switch (packing) {
            case LIBRARY_FUNCTION_REASON -> library() != SYSTEM_LIBRARY && reason() < FIRST_OWN_REASON;
            case LIBRARY_REASON -> isCommonReason();
        };
    }

    private boolean hasReasonFlag(int flag) {
        return packing == ErrorPacking.LIBRARY_REASON && !isSystemError() && (word() & flag) != 0;
    }

    /**
     * The reason without the flags of OpenSSL 3.
     *
     * @return the number alone
     */
    public int reasonWithoutFlags() {
        return packing == ErrorPacking.LIBRARY_REASON && !isSystemError() ? reason() & ~FLAGS : reason();
    }

    /**
     * What {@code ERR_error_string} of a release prints for this code, to the letter: names where the release has them,
     * {@code lib(20)}, {@code func(138)}, {@code reason(193)} where it has none, at most 255 characters.
     *
     * <p>Names were recorded from ten releases. Another release of the same line gets the names of the newest recorded
     * one that is not newer, else of the oldest. The first call for a line reads its table.
     *
     * @param release the release; it must pack errors as this code is packed
     * @return the text, {@code error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher}
     * @throws IllegalArgumentException if the release packs errors in another way, or nothing was recorded of its line
     */
    public String describe(OpenSslRelease release) {
        if (ErrorPacking.of(release) != packing) {
            throw new IllegalArgumentException("release: OpenSSL " + release + " packs errors as "
                    + ErrorPacking.of(release) + ", this code is packed as " + packing);
        }
        return ErrorStringFormat.format(this, ErrorStrings.of(release), ErrorStringFormat.USUAL_BUFFER_SIZE);
    }

    /** OpenSSL looks at the lower 32 bits only, whatever a 64-bit caller passed. */
    private int word() {
        return (int) bits;
    }

    /**
     * The digits as OpenSSL prints them.
     *
     * @return upper-case hexadecimal, at least eight digits
     */
    public String hexDigits() {
        return String.format(Locale.ROOT, "%08X", bits);
    }

    /** The {@link #hexDigits()}. */
    @Override
    public String toString() {
        return hexDigits();
    }
}
