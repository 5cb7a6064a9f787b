package dev.posthorn.tls;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an alert says, as it stands on the wire: {@code handshake_failure}, {@code unknown_ca}.
 *
 * <p>An open value: descriptions this library has never heard of are kept and printed as their number. Who sent an alert
 * is not part of it, and matters more: an alert received is the peer's verdict on this side.
 *
 * @param codePoint the byte on the wire, 0 to 255 (RFC 8446 section 6, RFC 5246 section 7.2, RFC 6066 section 9)
 */
public record AlertDescription(int codePoint) implements Comparable<AlertDescription> {

    /** The orderly end of a connection. */
    public static final AlertDescription CLOSE_NOTIFY = new AlertDescription(0);

    /** No acceptable set of parameters. */
    public static final AlertDescription HANDSHAKE_FAILURE = new AlertDescription(40);

    /** The certificate chain does not end in a certificate authority the peer knows. */
    public static final AlertDescription UNKNOWN_CA = new AlertDescription(48);

    /** The protocol version is not acceptable. */
    public static final AlertDescription PROTOCOL_VERSION = new AlertDescription(70);

    private static final List<AlertDescription> KNOWN = List.of(
                    0, 10, 20, 21, 22, 30, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 60, 70, 71, 80, 86, 90, 100,
                    109, 110, 111, 112, 113, 114, 115, 116, 120)
            .stream()
            .map(AlertDescription::new)
            .toList();

    /**
     * Makes a description of any code point.
     *
     * @param codePoint the byte on the wire
     * @throws IllegalArgumentException if {@code codePoint} is not in 0..255
     */
    public AlertDescription {
        if (codePoint < 0 || codePoint > 255) {
            throw new IllegalArgumentException("codePoint: " + codePoint + " is not in 0..255");
        }
    }

    /**
     * The descriptions this library knows by name.
     *
     * @return an immutable list in the order of the code points
     */
    public static List<AlertDescription> known() {
        return KNOWN;
    }

    /**
     * Finds a description by the name the RFCs give it, without regard to case.
     *
     * @param name the name, such as {@code handshake_failure}
     * @return the description, empty if none has that name
     */
    public static Optional<AlertDescription> forStandardName(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(description -> description.standardName().equals(Optional.of(wanted)))
                .findFirst();
    }

    /**
     * The name the RFCs give it.
     *
     * @return {@code handshake_failure} for 40; empty if this library knows no name
     */
    public Optional<String> standardName() {
        return Optional.ofNullable(
                switch (codePoint) {
                    case 0 -> "close_notify";
                    case 10 -> "unexpected_message";
                    case 20 -> "bad_record_mac";
                    case 21 -> "decryption_failed";
                    case 22 -> "record_overflow";
                    case 30 -> "decompression_failure";
                    case 40 -> "handshake_failure";
                    case 41 -> "no_certificate";
                    case 42 -> "bad_certificate";
                    case 43 -> "unsupported_certificate";
                    case 44 -> "certificate_revoked";
                    case 45 -> "certificate_expired";
                    case 46 -> "certificate_unknown";
                    case 47 -> "illegal_parameter";
                    case 48 -> "unknown_ca";
                    case 49 -> "access_denied";
                    case 50 -> "decode_error";
                    case 51 -> "decrypt_error";
                    case 60 -> "export_restriction";
                    case 70 -> "protocol_version";
                    case 71 -> "insufficient_security";
                    case 80 -> "internal_error";
                    case 86 -> "inappropriate_fallback";
                    case 90 -> "user_canceled";
                    case 100 -> "no_renegotiation";
                    case 109 -> "missing_extension";
                    case 110 -> "unsupported_extension";
                    case 111 -> "certificate_unobtainable";
                    case 112 -> "unrecognized_name";
                    case 113 -> "bad_certificate_status_response";
                    case 114 -> "bad_certificate_hash_value";
                    case 115 -> "unknown_psk_identity";
                    case 116 -> "certificate_required";
                    case 120 -> "no_application_protocol";
                    default -> null;
                });
    }

    /** Compares by code point. */
    @Override
    public int compareTo(AlertDescription other) {
        return Integer.compare(codePoint, other.codePoint);
    }

    /** The {@link #standardName()}, or the number where there is none. */
    @Override
    public String toString() {
        return standardName().orElseGet(() -> Integer.toString(codePoint));
    }
}
