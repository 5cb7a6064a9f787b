package dev.posthorn.tls;

import dev.posthorn.table.TsvTable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A group for Diffie-Hellman as a ClientHello names it: an elliptic curve, or one of the finite fields of RFC 7919.
 *
 * <p>An open value: a number with names where they are known.
 *
 * @param codePoint the two bytes on the wire (RFC 8446 section 4.2.7), 0 to 65535
 */
public record NamedGroup(int codePoint) {

    /** NIST P-256, {@code prime256v1} to OpenSSL: the curve everybody has. */
    public static final NamedGroup SECP256R1 = new NamedGroup(23);

    /** NIST P-384. */
    public static final NamedGroup SECP384R1 = new NamedGroup(24);

    /** NIST P-521. */
    public static final NamedGroup SECP521R1 = new NamedGroup(25);

    /** Curve25519 (RFC 7748), unknown to OpenSSL before 1.1.0. */
    public static final NamedGroup X25519 = new NamedGroup(29);

    /** Curve448 (RFC 7748), unknown to OpenSSL before 1.1.1. */
    public static final NamedGroup X448 = new NamedGroup(30);

    /**
     * Makes a group of any code point, known or not.
     *
     * @param codePoint two bytes
     * @throws IllegalArgumentException if {@code codePoint} is not in 0..65535
     */
    public NamedGroup {
        if (codePoint < 0 || codePoint > 0xFFFF) {
            throw new IllegalArgumentException("codePoint: " + codePoint + " is not in 0..65535");
        }
    }

    /**
     * Finds a group by the short name that programs pass to OpenSSL.
     *
     * @param openSslName such as {@code prime256v1} or {@code secp384r1}, case included
     * @return the group, empty if OpenSSL has none of that name
     */
    public static Optional<NamedGroup> forOpenSslName(String openSslName) {
        return Optional.ofNullable(Names.BY_OPENSSL_NAME.get(openSslName));
    }

    /**
     * Finds a group by its name in the IANA registry.
     *
     * @param standardName such as {@code secp256r1}, case included
     * @return the group, empty if this library knows none of that name
     */
    public static Optional<NamedGroup> forStandardName(String standardName) {
        return Optional.ofNullable(Names.BY_STANDARD_NAME.get(standardName));
    }

    /**
     * The name in the IANA registry.
     *
     * @return the name, empty if this library knows none
     */
    public Optional<String> standardName() {
        return Optional.ofNullable(Names.STANDARD_NAMES.get(this));
    }

    /**
     * The short name OpenSSL gives the group.
     *
     * @return the name, empty if OpenSSL has no such group
     */
    public Optional<String> openSslName() {
        return Optional.ofNullable(Names.OPENSSL_NAMES.get(this));
    }

    /** The OpenSSL name, which is what settings and logs use, else the code point as {@code 0x2A2A}. */
    @Override
    public String toString() {
        return openSslName().orElseGet(() -> String.format(Locale.ROOT, "0x%04X", codePoint));
    }

    /** The table, read on first use. */
    private static final class Names {
        static final Map<NamedGroup, String> STANDARD_NAMES = new HashMap<>();
        static final Map<NamedGroup, String> OPENSSL_NAMES = new HashMap<>();
        static final Map<String, NamedGroup> BY_STANDARD_NAME = new HashMap<>();
        static final Map<String, NamedGroup> BY_OPENSSL_NAME = new HashMap<>();

        static {
            TsvTable table =
                    TsvTable.read("named-groups.tsv", NamedGroup.class.getResourceAsStream("named-groups.tsv"));
            for (TsvTable.Row row : table.rows()) {
                NamedGroup group = new NamedGroup(row.integer("code_point"));
                STANDARD_NAMES.put(group, row.text("standard_name"));
                OPENSSL_NAMES.put(group, row.text("openssl_name"));
                BY_STANDARD_NAME.put(row.text("standard_name"), group);
                BY_OPENSSL_NAME.put(row.text("openssl_name"), group);
            }
        }
    }
}
