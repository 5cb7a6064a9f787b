package dev.posthorn.openssl.error;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.AlertDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An alert as OpenSSL words and treats it.
 *
 * <p>OpenSSL has two wordings: the reason text of an error, whose prefix ({@code sslv3 alert}, {@code tlsv1 alert},
 * {@code tlsv13 alert}) tells when the alert was invented and not which protocol was in use, and the words of a state
 * trace.
 *
 * <pre>{@code
 * OpenSslAlert unknownCa = new OpenSslAlert(AlertDescription.UNKNOWN_CA);
 * unknownCa.reasonText(OpenSslRelease.parse("1.0.2u")); // Optional[tlsv1 alert unknown ca]
 * unknownCa.traceText(OpenSslRelease.parse("1.0.2u")); // unknown CA
 * unknownCa.sentUnderSslv3(); // Optional[bad_certificate]
 * }</pre>
 *
 * @param description what the alert says
 */
public record OpenSslAlert(AlertDescription description) {

    private static final int FIRST_REASON = 1000;
    private static final String NO_WORDS = "unknown";

    /**
     * Finds the alert that a trace names, in the words of any release, without regard to case.
     *
     * @param traceText the words after the level, such as {@code unknown CA}
     * @return the alert; empty if no alert has these words, as for {@code unknown}
     */
    public static Optional<OpenSslAlert> forTraceText(String traceText) {
        return Optional.ofNullable(Rows.BY_TRACE_TEXT.get(traceText.toLowerCase(Locale.ROOT)))
                .map(row -> new OpenSslAlert(new AlertDescription(row.integer("code"))));
    }

    /** The error that a fatal alert becomes when it is received, with nothing but the number: that is the same everywhere. */
    static OpenSslError errorReporting(AlertDescription received) {
        return new OpenSslError(
                PackedErrorCode.of(PackedErrorCode.SSL_LIBRARY, FIRST_REASON + received.codePoint()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The reason text of the error that reports this alert when it is received.
     *
     * @param release the release that reports it
     * @return the text, empty if that release prints a number
     * @throws IllegalArgumentException if no error strings are recorded of the release's line
     */
    public Optional<String> reasonText(OpenSslRelease release) {
        return ErrorStrings.of(release).reason(PackedErrorCode.SSL_LIBRARY, FIRST_REASON + description.codePoint());
    }

    /**
     * The words of a state trace for this alert.
     *
     * @param release the release that writes the trace, up to 3.0
     * @return the words; {@code unknown} if that release has none
     */
    public String traceText(OpenSslRelease release) {
        return row().filter(row -> hasWords(row, release))
                .map(row -> row.text("trace_text"))
                .orElse(NO_WORDS);
    }

    private static boolean hasWords(TsvTable.Row row, OpenSslRelease release) {
        String since = row.text("trace_since");
        return !since.equals("never") && (since.isEmpty() || release.isAtLeast(OpenSslRelease.parse(since)));
    }

    /**
     * Is this alert usually sent as a fatal one? A fatal alert ends the connection, a warning need not.
     *
     * @return false for alerts usually sent as a warning, and for those this library does not know
     */
    public boolean isUsuallyFatal() {
        return row().map(row -> row.text("level")).filter("fatal"::equals).isPresent();
    }

    /**
     * What OpenSSL sends instead of this alert on an SSLv3 connection, which cannot carry the newer ones. The sender's
     * trace shows the replacement.
     *
     * @return the alert sent, often this one; empty if none is sent
     */
    public Optional<AlertDescription> sentUnderSslv3() {
        String replacement = row().map(row -> row.text("sslv3")).orElse("");
        return switch (replacement) {
            case "" -> Optional.of(description);
            case "none" -> Optional.empty();
            default -> Optional.of(new AlertDescription(Integer.parseInt(replacement)));
        };
    }

    /**
     * The alerts that this one may stand for on an SSLv3 connection: {@link #sentUnderSslv3()}, read backwards.
     *
     * @return an immutable list without this alert, by number; empty if it replaces none
     */
    public List<AlertDescription> standsForUnderSslv3() {
        return AlertDescription.known().stream()
                .filter(other -> !other.equals(description))
                .filter(other -> new OpenSslAlert(other)
                        .sentUnderSslv3()
                        .filter(description::equals)
                        .isPresent())
                .sorted()
                .toList();
    }

    /** What an alert says, in plain words; empty for one this library does not know. */
    static Optional<String> meaning(AlertDescription alert) {
        return new OpenSslAlert(alert).row().map(row -> row.text("meaning"));
    }

    private Optional<TsvTable.Row> row() {
        return Optional.ofNullable(Rows.BY_CODE.get(description.codePoint()));
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Rows {
        static final Map<Integer, TsvTable.Row> BY_CODE = new HashMap<>();
        static final Map<String, TsvTable.Row> BY_TRACE_TEXT = new HashMap<>();

        static {
            TsvTable table = TsvTable.read("alerts.tsv", OpenSslAlert.class.getResourceAsStream("alerts.tsv"));
            for (TsvTable.Row row : table.rows()) {
                BY_CODE.put(row.integer("code"), row);
                BY_TRACE_TEXT.put(row.text("trace_text").toLowerCase(Locale.ROOT), row);
            }
        }
    }
}
