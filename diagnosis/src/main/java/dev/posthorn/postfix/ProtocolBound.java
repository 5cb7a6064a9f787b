package dev.posthorn.postfix;

import dev.posthorn.tls.ProtocolVersion;
import java.util.Optional;

/**
 * A word such as {@code >=TLSv1.2}, the lowest or highest protocol (fact sheet on Postfix TLS configuration section
 * 6.3).
 *
 * @param isLower is it the lowest, or the highest?
 * @param limit the protocol; empty for {@code None}, which means no limit
 */
record ProtocolBound(boolean isLower, Optional<ProtocolVersion> limit) {

    private static final String NONE = "None";

    /** Does a word want to be a bound? */
    static boolean looksLike(String word) {
        return word.startsWith(">=") || word.startsWith("<=");
    }

    /** Reads a word that looks like a bound; empty if it is none. */
    static Optional<ProtocolBound> parse(String word) {
        boolean isLower = word.startsWith(">");
        String name = word.substring(2);
        if (name.equalsIgnoreCase(NONE)) {
            return Optional.of(new ProtocolBound(isLower, Optional.empty()));
        }
        return ProtocolVersion.known().stream()
                .filter(version -> !version.equals(ProtocolVersion.SSLV2))
                .filter(version -> version.openSslName().equalsIgnoreCase(name))
                .findFirst()
                .map(version -> new ProtocolBound(isLower, Optional.of(version)))
                .or(() -> numbered(isLower, name));
    }

    /** A hexadecimal number; zero means no limit. */
    private static Optional<ProtocolBound> numbered(boolean isLower, String name) {
        String digits = name.regionMatches(true, 0, "0x", 0, 2) ? name.substring(2) : name;
        if (!digits.matches("[0-9A-Fa-f]{1,4}")) {
            return Optional.empty();
        }
        int codePoint = Integer.parseInt(digits, 16);
        return Optional.of(new ProtocolBound(
                isLower, codePoint == 0 ? Optional.empty() : Optional.of(new ProtocolVersion(codePoint))));
    }

    /** Is a protocol on the wrong side? */
    boolean shutsOut(ProtocolVersion version) {
        return limit.map(bound -> isLower ? version.compareTo(bound) < 0 : version.compareTo(bound) > 0)
                .orElse(false);
    }
}
