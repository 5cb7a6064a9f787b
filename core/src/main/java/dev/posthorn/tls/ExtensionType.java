package dev.posthorn.tls;

/**
 * Which extension of a hello, by its number in the IANA registry. An open value: unknown numbers are kept.
 *
 * @param codePoint the two bytes on the wire, 0 to 65535
 */
public record ExtensionType(int codePoint) {

    /** The name of the server the client wants (RFC 6066). */
    public static final ExtensionType SERVER_NAME = new ExtensionType(0);

    /** The client's curves and other groups (RFC 8422, RFC 8446). */
    public static final ExtensionType SUPPORTED_GROUPS = new ExtensionType(10);

    /** How points of curves may be written (RFC 8422). */
    public static final ExtensionType EC_POINT_FORMATS = new ExtensionType(11);

    /** What the client can verify (RFC 5246, RFC 8446). */
    public static final ExtensionType SIGNATURE_ALGORITHMS = new ExtensionType(13);

    /** The versions the client speaks, TLS 1.3 and later among them (RFC 8446). */
    public static final ExtensionType SUPPORTED_VERSIONS = new ExtensionType(43);

    /** The client's halves of possible key agreements (RFC 8446). */
    public static final ExtensionType KEY_SHARE = new ExtensionType(51);

    /** Safe renegotiation (RFC 5746). */
    public static final ExtensionType RENEGOTIATION_INFO = new ExtensionType(0xFF01);

    /**
     * Makes a type of any code point, known or not.
     *
     * @param codePoint two bytes
     * @throws IllegalArgumentException if {@code codePoint} is not in 0..65535
     */
    public ExtensionType {
        if (codePoint < 0 || codePoint > 0xFFFF) {
            throw new IllegalArgumentException("codePoint: " + codePoint + " is not in 0..65535");
        }
    }

    /** The name in the IANA registry for those above, else the number. */
    @Override
    public String toString() {
        return switch (codePoint) {
            case 0 -> "server_name";
            case 10 -> "supported_groups";
            case 11 -> "ec_point_formats";
            case 13 -> "signature_algorithms";
            case 43 -> "supported_versions";
            case 51 -> "key_share";
            case 0xFF01 -> "renegotiation_info";
            default -> Integer.toString(codePoint);
        };
    }
}
