package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.error.ErrorPacking;
import dev.posthorn.openssl.error.OpenSslError;
import dev.posthorn.openssl.error.PackedErrorCode;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.AlertDescription;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The ways in which a server gives up on a hello. How a release prints each stands in {@code errors.tsv}. */
enum HandshakeError {
    UNKNOWN_PROTOCOL,
    UNSUPPORTED_PROTOCOL,
    HTTP_REQUEST,
    HTTPS_PROXY_REQUEST,
    RECORD_TOO_SMALL,
    RECORD_TOO_LARGE,
    RECORD_LENGTH_MISMATCH,
    EXCESSIVE_MESSAGE_SIZE,
    WRONG_VERSION_NUMBER,
    LENGTH_TOO_SHORT,
    LENGTH_MISMATCH,
    NO_CIPHERS_PASSED,
    NO_CIPHERS_SPECIFIED,
    INAPPROPRIATE_FALLBACK,
    NO_COMPRESSION_SPECIFIED,
    PARSE_TLSEXT,
    RENEGOTIATION_MISMATCH,
    NO_SHARED_SIGNATURE_ALGORITHMS,
    NO_SHARED_CIPHER,
    DIGEST_TOO_BIG,
    SSLV2_NO_CERTIFICATE,
    SSLV2_NO_CIPHER;

    /** handshake_failure, illegal_parameter, inappropriate_fallback: the others turn into the first. */
    private static final Set<AlertDescription> ALERTS_OF_SSLV3 =
            Set.of(AlertDescription.HANDSHAKE_FAILURE, new AlertDescription(47), new AlertDescription(86));

    /** The failure as a server logs it, on a connection of a version, begun with a hello of a format. */
    NegotiationFailure on(OpenSslServer server, ClientHello.Format format, ProtocolVersion connectionVersion) {
        List<TsvTable.Row> rows = Tables.rowsFor("errors.tsv", server.build().release()).stream()
                .filter(row -> row.text("failure").equals(key()))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalStateException(
                    "errors.tsv: no row " + key() + " for " + server.build().release());
        }
        Optional<AlertDescription> alert = alert(rows.get(0), connectionVersion);
        return new NegotiationFailure(
                rows.stream().map(HandshakeError::entry).toList(), alert, trace(rows.get(0), alert, server, format));
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

    private static List<String> trace(
            TsvTable.Row row, Optional<AlertDescription> alert, OpenSslServer server, ClientHello.Format format) {
        List<String> lines = new ArrayList<>(List.of("SSL_accept:before/accept initialization"));
        for (String state : row.text("trace").split(" / ", -1)) {
            if (state.equals("alert")) {
                alert.ifPresent(sent -> lines.add("SSL3 alert write:fatal:" + wordsFor(sent)));
            } else {
                lines.add("SSL_accept:" + stateFor(format, state, server));
            }
        }
        return lines;
    }

    /** A hello in the format of SSLv2 is read by another path, and 1.0.1 forgets to say how far it came. */
    private static String stateFor(ClientHello.Format format, String state, OpenSslServer server) {
        return format == ClientHello.Format.SSLV2
                ? state.replace(
                        "SSLv3 read client hello C",
                        "SSLv3 read client hello " + server.rules().sslv2FormatState())
                : state;
    }

    /** {@code SSL_alert_desc_string_long} of 1.0.x, which has no words for 86. */
    private static String wordsFor(AlertDescription alert) {
        return alert.codePoint() == 86 ? "unknown" : alert.toString().replace('_', ' ');
    }
}
