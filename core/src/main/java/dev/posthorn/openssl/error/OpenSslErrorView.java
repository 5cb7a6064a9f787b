package dev.posthorn.openssl.error;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A borrowed view of the errors in a range of bytes: everything it returns is valid until the next {@link #advance()} or
 * {@link #wrap}, and only while the bytes do not change. Use {@link #snapshot()} to keep an error.
 *
 * <pre>{@code
 * OpenSslErrorView view = new OpenSslErrorView().wrap(line, 0, line.length);
 * while (view.advance()) {
 *     if (view.library() == PackedErrorCode.SSL_LIBRARY) {
 *         kept.add(view.snapshot());
 *     }
 * }
 * }</pre>
 *
 * <p>It reads the same grammar as {@link OpenSslError} and allocates nothing after its creation, {@code snapshot} and
 * {@code toString} of a text excepted. Bytes outside ASCII appear as one character each (ISO 8859-1) in the texts of the
 * view, and as UTF-8 in the snapshot. For one thread.
 */
public final class OpenSslErrorView {

    private final Bytes text = new Bytes();
    private final ErrorTextScanner scanner = new ErrorTextScanner();
    private final Slice threadId = new Slice(scanner.thread);
    private final Slice libraryText = new Slice(scanner.library);
    private final Slice functionText = new Slice(scanner.function);
    private final Slice reasonText = new Slice(scanner.reason);
    private final Slice file = new Slice(scanner.file);
    private final Slice data = new Slice(scanner.data);
    private int next;
    private long bits;
    private ErrorPacking packing = ErrorPacking.LIBRARY_FUNCTION_REASON;
    private boolean isPackingProven;
    private boolean isOnError;

    /** Makes a view of nothing; {@link #wrap} gives it something to look at. */
    public OpenSslErrorView() {}

    /**
     * Looks at a range of bytes from now on. {@link #advance()} then goes to the first error.
     *
     * @param bytes the bytes, which are not copied
     * @param from where to start
     * @param to where to end, exclusive
     * @return this view
     * @throws IndexOutOfBoundsException if the range is not within the bytes
     */
    public OpenSslErrorView wrap(byte[] bytes, int from, int to) {
        text.wrap(bytes, from, to);
        next = 0;
        isOnError = false;
        return this;
    }

    /**
     * Goes to the next error.
     *
     * @return false if there is none
     */
    public boolean advance() {
        next = next < 0 ? next : scanner.find(text, next, text.length());
        isOnError = next >= 0;
        if (isOnError) {
            bits = parseHex();
            ErrorPacking proven = PackingRules.provenPacking(text, scanner, bits);
            isPackingProven = proven != null;
            packing = proven == null ? PackingRules.likelyPacking(bits) : proven;
        }
        return isOnError;
    }

    private long parseHex() {
        long value = 0;
        for (int i = scanner.code.from(); i < scanner.code.to(); i++) {
            value = value << 4 | Character.digit(text.charAt(i), 16);
        }
        return value;
    }

    /**
     * The number printed, as in {@link PackedErrorCode#bits()}.
     *
     * @return the number
     */
    public long codeBits() {
        return current(bits);
    }

    /**
     * The packing, told from the text, or the likelier one.
     *
     * @return the packing
     */
    public ErrorPacking packing() {
        requireError();
        return packing;
    }

    /**
     * Does the text prove the packing?
     *
     * @return false if the {@link #packing()} is merely likely, as for digits without words
     */
    public boolean isPackingProven() {
        requireError();
        return isPackingProven;
    }

    /**
     * The library, as in {@link PackedErrorCode#library()}.
     *
     * @return its number
     */
    public int library() {
        return PackedErrorCode.library(current(bits), packing);
    }

    /**
     * The reason with its flags, as in {@link PackedErrorCode#reason()}.
     *
     * @return its number
     */
    public int reason() {
        return PackedErrorCode.reason(current(bits), packing);
    }

    /**
     * The number before {@code error:}.
     *
     * @return a view of it; empty if there is none
     */
    public CharSequence threadId() {
        return current(threadId);
    }

    /**
     * The library as printed.
     *
     * @return a view of it; empty if it was cut off
     */
    public CharSequence libraryText() {
        return current(libraryText);
    }

    /**
     * The function as printed.
     *
     * @return a view of it; empty if there is none
     */
    public CharSequence functionText() {
        return current(functionText);
    }

    /**
     * The reason as printed.
     *
     * @return a view of it; empty if it was cut off
     */
    public CharSequence reasonText() {
        return current(reasonText);
    }

    /**
     * The source file as printed.
     *
     * @return a view of it; empty if there is none
     */
    public CharSequence file() {
        return current(file);
    }

    /**
     * The line in the source file.
     *
     * @return the line; -1 if there is none
     */
    public int line() {
        requireError();
        int line = scanner.line.isPresent() ? 0 : -1;
        for (int i = scanner.line.from(); i < scanner.line.to(); i++) {
            line = line * 10 + text.charAt(i) - '0';
        }
        return line;
    }

    /**
     * What OpenSSL or the program added.
     *
     * @return a view of it; empty if there is nothing
     */
    public CharSequence data() {
        return current(data);
    }

    /**
     * The error as a value of its own.
     *
     * @return an immutable copy, with text decoded as UTF-8
     */
    public OpenSslError snapshot() {
        requireError();
        return OpenSslError.read(text, scanner, text::decode);
    }

    private long current(long value) {
        requireError();
        return value;
    }

    private CharSequence current(CharSequence value) {
        requireError();
        return value;
    }

    private void requireError() {
        if (!isOnError) {
            throw new IllegalStateException("the view is not on an error: advance() has not found one");
        }
    }

    /** The wrapped bytes, one character each. */
    private static final class Bytes implements CharSequence {

        private byte[] bytes = {};
        private int from;
        private int to;

        void wrap(byte[] newBytes, int newFrom, int newTo) {
            Objects.checkFromToIndex(newFrom, newTo, newBytes.length);
            bytes = newBytes;
            from = newFrom;
            to = newTo;
        }

        String decode(int start, int end) {
            return new String(bytes, from + start, end - start, StandardCharsets.UTF_8);
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            return (char) (bytes[from + index] & 0xFF);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return toString().substring(start, end);
        }

        @Override
        public String toString() {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    /** One field of the current error. */
    private final class Slice implements CharSequence {

        private final ErrorTextScanner.Span span;

        Slice(ErrorTextScanner.Span span) {
            this.span = span;
        }

        @Override
        public int length() {
            return span.to() - span.from();
        }

        @Override
        public char charAt(int index) {
            Objects.checkIndex(index, length());
            return text.charAt(span.from() + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return toString().substring(start, end);
        }

        @Override
        public String toString() {
            return span.isPresent() ? text.subSequence(span.from(), span.to()).toString() : "";
        }
    }
}
