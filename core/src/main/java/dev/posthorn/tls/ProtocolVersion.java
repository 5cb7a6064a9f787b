package dev.posthorn.tls;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A protocol version as it stands on the wire, from SSLv2 to TLSv1.3 and beyond.
 *
 * <p>An open value: versions this library has never heard of are kept and printed as {@code 0x0305}. The order is that
 * of the code points, which is the order of age.
 *
 * @param codePoint the two bytes on the wire, 0 to 65535 (RFC 8446 section 4.1.2); SSLv2 is {@code 0x0002}
 */
public record ProtocolVersion(int codePoint) implements Comparable<ProtocolVersion> {

    /** SSLv2. */
    public static final ProtocolVersion SSLV2 = new ProtocolVersion(0x0002);

    /** SSLv3 (RFC 6101). */
    public static final ProtocolVersion SSLV3 = new ProtocolVersion(0x0300);

    /** TLS 1.0 (RFC 2246), which OpenSSL and Postfix print as {@code TLSv1}. */
    public static final ProtocolVersion TLSV1_0 = new ProtocolVersion(0x0301);

    /** TLS 1.1 (RFC 4346). */
    public static final ProtocolVersion TLSV1_1 = new ProtocolVersion(0x0302);

    /** TLS 1.2 (RFC 5246). */
    public static final ProtocolVersion TLSV1_2 = new ProtocolVersion(0x0303);

    /** TLS 1.3 (RFC 8446). */
    public static final ProtocolVersion TLSV1_3 = new ProtocolVersion(0x0304);

    private static final List<ProtocolVersion> KNOWN = List.of(SSLV2, SSLV3, TLSV1_0, TLSV1_1, TLSV1_2, TLSV1_3);

    /**
     * Makes a version of any code point.
     *
     * @param codePoint the two bytes on the wire
     * @throws IllegalArgumentException if {@code codePoint} is not in 0..65535
     */
    public ProtocolVersion {
        if (codePoint < 0 || codePoint > 0xFFFF) {
            throw new IllegalArgumentException("codePoint: " + codePoint + " is not in 0..65535");
        }
    }

    /**
     * The versions this library knows by name, oldest first.
     *
     * @return an immutable list, SSLv2 to TLSv1.3
     */
    public static List<ProtocolVersion> known() {
        return KNOWN;
    }

    /**
     * Finds a version by the name OpenSSL and Postfix use, without regard to case: {@code SSLv2}, {@code SSLv3},
     * {@code TLSv1} (also {@code TLSv1.0}), {@code TLSv1.1}, {@code TLSv1.2}, {@code TLSv1.3}.
     *
     * @param name the name
     * @return the version, empty if no version has that name
     */
    public static Optional<ProtocolVersion> forOpenSslName(String name) {
        if (name.equalsIgnoreCase("TLSv1.0")) {
            return Optional.of(TLSV1_0);
        }
        for (ProtocolVersion version : KNOWN) {
            if (version.openSslName().equalsIgnoreCase(name)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /**
     * The name as OpenSSL and Postfix print it.
     *
     * @return {@code SSLv2}, {@code SSLv3}, {@code TLSv1}, {@code TLSv1.1}, {@code TLSv1.2}, {@code TLSv1.3}, or the
     *     code point as {@code 0x0305} when there is no name
     */
    public String openSslName() {
        return switch (codePoint) {
            case 0x0002 -> "SSLv2";
            case 0x0300 -> "SSLv3";
            case 0x0301 -> "TLSv1";
            case 0x0302 -> "TLSv1.1";
            case 0x0303 -> "TLSv1.2";
            case 0x0304 -> "TLSv1.3";
            default -> String.format(Locale.ROOT, "0x%04X", codePoint);
        };
    }

    /**
     * Is this version at least as new as another?
     *
     * @param other the version to compare with
     * @return true if this code point is not below the other's
     */
    public boolean isAtLeast(ProtocolVersion other) {
        return codePoint >= other.codePoint;
    }

    /** Compares by age: SSLv2 is the smallest. */
    @Override
    public int compareTo(ProtocolVersion other) {
        return Integer.compare(codePoint, other.codePoint);
    }

    /** The {@link #openSslName()}. */
    @Override
    public String toString() {
        return openSslName();
    }
}
