package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.error.ErrorPacking;
import dev.posthorn.openssl.error.OpenSslAlert;
import dev.posthorn.openssl.error.OpenSslError;
import dev.posthorn.openssl.error.PackedErrorCode;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.AlertDescription;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** How one release prints each failure of a server: its rows of {@code errors.tsv}. */
final class FailureWords {

    private static final String ABSENT = "-";

    private final OpenSslRelease release;
    private final Optional<EarlyRules> earlyRules;
    private final Map<HandshakeError, List<TsvTable.Row>> rows = new EnumMap<>(HandshakeError.class);

    FailureWords(OpenSslRelease release) {
        this.release = release;
        this.earlyRules = EarlyRules.of(release);
        for (TsvTable.Row row : Tables.rowsFor("errors.tsv", release)) {
            rows.computeIfAbsent(Cells.constant(row, "failure", HandshakeError.class), error -> new ArrayList<>())
                    .add(row);
        }
    }

    /** The failure as a server logs it, on a connection of a version, begun with a hello of a format. */
    NegotiationFailure of(HandshakeError error, ClientHello.Format format, ProtocolVersion connectionVersion) {
        List<TsvTable.Row> entries = Objects.requireNonNull(
                rows.get(error), () -> "errors.tsv: no row " + Cells.nameOf(error) + " for " + release);
        Optional<AlertDescription> alert = alert(entries.get(0), connectionVersion);
        return new NegotiationFailure(
                entries.stream().map(this::entry).toList(), alert, trace(entries.get(0), alert, format));
    }

    private OpenSslError entry(TsvTable.Row row) {
        return new OpenSslError(
                PackedErrorCode.parseHex(row.text("code"), ErrorPacking.of(release)),
                Optional.of(row.text("library")),
                ifPresent(row, "function"),
                Optional.of(row.text("reason")),
                Optional.empty(),
                OptionalInt.empty(),
                ifPresent(row, "data"),
                Optional.empty());
    }

    private static Optional<String> ifPresent(TsvTable.Row row, String column) {
        return Optional.of(row.text(column)).filter(text -> !text.equals(ABSENT));
    }

    private static Optional<AlertDescription> alert(TsvTable.Row row, ProtocolVersion connectionVersion) {
        if (row.text("alert").equals(ABSENT)) {
            return Optional.empty();
        }
        AlertDescription alert = new AlertDescription(row.integer("alert"));
        return connectionVersion.equals(ProtocolVersion.SSLV3)
                ? new OpenSslAlert(alert).sentUnderSslv3()
                : Optional.of(alert);
    }

    private List<String> trace(TsvTable.Row row, Optional<AlertDescription> alert, ClientHello.Format format) {
        List<String> lines = new ArrayList<>();
        for (String state : row.text("trace").split(" / ", -1)) {
            if (state.equals("alert")) {
                alert.ifPresent(
                        sent -> lines.add("SSL3 alert write:fatal:" + new OpenSslAlert(sent).traceText(release)));
            } else {
                lines.add("SSL_accept:" + stateFor(format, state));
            }
        }
        return lines;
    }

    /** A hello in the format of SSLv2 is read by another path, and 1.0.1 forgets to say how far it came. */
    private String stateFor(ClientHello.Format format, String state) {
        return format == ClientHello.Format.SSLV2
                ? earlyRules
                        .map(rules -> state.replace(
                                "SSLv3 read client hello C", "SSLv3 read client hello " + rules.sslv2FormatState()))
                        .orElse(state)
                : state;
    }
}
