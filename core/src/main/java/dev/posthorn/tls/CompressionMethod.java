package dev.posthorn.tls;

/**
 * A way to compress records, as a ClientHello lists it. An open value: unknown numbers are kept.
 *
 * @param codePoint the byte on the wire, 0 to 255
 */
public record CompressionMethod(int codePoint) {

    /** No compression, which every hello has to offer (RFC 5246 section 7.4.1.2). */
    public static final CompressionMethod NULL = new CompressionMethod(0);

    /** DEFLATE (RFC 3749). */
    public static final CompressionMethod DEFLATE = new CompressionMethod(1);

    /**
     * Makes a method of any code point, known or not.
     *
     * @param codePoint one byte
     * @throws IllegalArgumentException if {@code codePoint} is not in 0..255
     */
    public CompressionMethod {
        if (codePoint < 0 || codePoint > 0xFF) {
            throw new IllegalArgumentException("codePoint: " + codePoint + " is not in 0..255");
        }
    }

    /** {@code null}, {@code deflate} or the number. */
    @Override
    public String toString() {
        return switch (codePoint) {
            case 0 -> "null";
            case 1 -> "deflate";
            default -> Integer.toString(codePoint);
        };
    }
}
