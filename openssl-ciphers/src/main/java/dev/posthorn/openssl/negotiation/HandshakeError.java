package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.error.ErrorPacking;
import dev.posthorn.openssl.error.OpenSslError;
import dev.posthorn.openssl.error.PackedErrorCode;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.AlertDescription;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The ways in which a server gives up on a hello. How a release prints each stands in {@code errors.tsv}. */
enum HandshakeError {
    UNKNOWN_PROTOCOL,
    UNSUPPORTED_PROTOCOL,
    WRONG_VERSION_NUMBER,
    INAPPROPRIATE_FALLBACK,
    NO_CIPHERS_PASSED,
    NO_CIPHERS_SPECIFIED,
    NO_COMPRESSION_SPECIFIED,
    NO_SHARED_SIGNATURE_ALGORITHMS,
    NO_SHARED_CIPHER,
    DIGEST_TOO_BIG,
    SSLV2_NO_CERTIFICATE,
    SSLV2_NO_CIPHER;

    /** handshake_failure, illegal_parameter, inappropriate_fallback: the others turn into the first. */
    private static final Set<AlertDescription> ALERTS_OF_SSLV3 =
            Set.of(AlertDescription.HANDSHAKE_FAILURE, new AlertDescription(47), new AlertDescription(86));

    /** The failure as a release logs it on a connection of a version. */
    NegotiationFailure in(OpenSslRelease release, ProtocolVersion connectionVersion) {
        List<TsvTable.Row> rows = Tables.rowsFor("errors.tsv", release).stream()
                .filter(row -> row.text("failure").equals(key()))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalStateException("errors.tsv: no row " + key() + " for " + release);
        }
        return new NegotiationFailure(
                rows.stream().map(HandshakeError::entry).toList(), alert(rows.get(0), connectionVersion));
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static OpenSslError entry(TsvTable.Row row) {
        return new OpenSslError(
                PackedErrorCode.parseHex(row.text("code"), ErrorPacking.LIBRARY_FUNCTION_REASON),
                Optional.of(row.text("library")),
                Optional.of(row.text("function")),
                Optional.of(row.text("reason")),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** SSLv3 has fewer alerts than TLS: {@code ssl3_alert_code} turns those it lacks into handshake_failure. */
    private static Optional<AlertDescription> alert(TsvTable.Row row, ProtocolVersion connectionVersion) {
        if (row.text("alert").equals("-")) {
            return Optional.empty();
        }
        AlertDescription alert = new AlertDescription(row.integer("alert"));
        boolean sayable = !connectionVersion.equals(ProtocolVersion.SSLV3) || ALERTS_OF_SSLV3.contains(alert);
        return Optional.of(sayable ? alert : AlertDescription.HANDSHAKE_FAILURE);
    }
}
