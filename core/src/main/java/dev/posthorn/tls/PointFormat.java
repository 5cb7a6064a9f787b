package dev.posthorn.tls;

/**
 * How a peer may write a point of an elliptic curve (RFC 8422 section 5.1.2). An open value: unknown numbers are kept.
 *
 * @param codePoint the byte on the wire, 0 to 255
 */
public record PointFormat(int codePoint) {

    /** Both coordinates: what everybody sends. */
    public static final PointFormat UNCOMPRESSED = new PointFormat(0);

    /** One coordinate and a sign, curves over prime fields. */
    public static final PointFormat COMPRESSED_PRIME = new PointFormat(1);

    /** One coordinate and a sign, curves over binary fields. */
    public static final PointFormat COMPRESSED_CHAR2 = new PointFormat(2);

    /**
     * Makes a format of any code point, known or not.
     *
     * @param codePoint one byte
     * @throws IllegalArgumentException if {@code codePoint} is not in 0..255
     */
    public PointFormat {
        if (codePoint < 0 || codePoint > 0xFF) {
            throw new IllegalArgumentException("codePoint: " + codePoint + " is not in 0..255");
        }
    }

    /** The name in RFC 8422, or the number. */
    @Override
    public String toString() {
        return switch (codePoint) {
            case 0 -> "uncompressed";
            case 1 -> "ansiX962_compressed_prime";
            case 2 -> "ansiX962_compressed_char2";
            default -> Integer.toString(codePoint);
        };
    }
}
