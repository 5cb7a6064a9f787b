package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.error.ErrorPacking;
import dev.posthorn.openssl.error.OpenSslAlert;
import dev.posthorn.openssl.error.OpenSslError;
import dev.posthorn.openssl.error.PackedErrorCode;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.AlertDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one release reads alerts up to TLSv1.2: {@code ssl3_read_bytes}. A fatal one is an error of its own; of the warnings
 * two mean something, close_notify and no_renegotiation, and the others are passed over.
 */
final class AlertReader {

    private static final String NO_RENEGOTIATION_TEXT = "no renegotiation";
    private static final int NO_RENEGOTIATION = 100;
    private static final int REASON_NO_RENEGOTIATION = 339;
    private static final int FIRST_ALERT_REASON = 1000;

    private final OpenSslRelease release;
    private final TsvTable.Row row;

    AlertReader(OpenSslRelease release) {
        this.release = release;
        this.row = Tables.rowsFor("alert-reading.tsv", release).get(0);
    }

    AlertArrival read(boolean fatal, AlertDescription alert) {
        List<String> trace = new ArrayList<>();
        trace.add("SSL3 alert read:" + (fatal ? "fatal:" : "warning:") + new OpenSslAlert(alert).traceText(release));
        if (fatal) {
            trace.add("SSL_accept:" + row.text("after_fatal"));
            int number = alert.codePoint();
            String reason =
                    new OpenSslAlert(alert).reasonText(release).orElse("reason(" + (FIRST_ALERT_REASON + number) + ")");
            return failed(error(FIRST_ALERT_REASON + number, reason, Optional.of("SSL alert number " + number)), trace);
        }
        if (alert.equals(AlertDescription.CLOSE_NOTIFY)) {
            trace.add("SSL_accept:" + row.text("after_close"));
            return new AlertArrival(AlertArrival.Kind.ENDED, Optional.empty(), trace);
        }
        if (alert.codePoint() == NO_RENEGOTIATION && row.flag("heeds_no_renegotiation")) {
            trace.add("SSL3 alert write:fatal:handshake failure");
            trace.add("SSL_accept:" + row.text("after_error"));
            return failed(error(REASON_NO_RENEGOTIATION, NO_RENEGOTIATION_TEXT, Optional.empty()), trace);
        }
        return new AlertArrival(AlertArrival.Kind.WAITING, Optional.empty(), trace);
    }

    private static AlertArrival failed(OpenSslError error, List<String> trace) {
        return new AlertArrival(AlertArrival.Kind.FAILED, Optional.of(error), trace);
    }

    private OpenSslError error(int reason, String text, Optional<String> data) {
        long base = Long.parseLong(row.text("code_without_reason"), 16);
        return new OpenSslError(
                new PackedErrorCode(base | reason, ErrorPacking.of(release)),
                Optional.of("SSL routines"),
                Optional.of(row.text("function")).filter(function -> !function.equals("-")),
                Optional.of(text),
                Optional.empty(),
                OptionalInt.empty(),
                data,
                Optional.empty());
    }
}
