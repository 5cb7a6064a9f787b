package dev.posthorn.openssl.error;

import dev.posthorn.table.TsvTable;
import dev.posthorn.text.TerminalText;
import dev.posthorn.text.WrappedText;
import dev.posthorn.tls.AlertDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what a state trace tells where there is no error of OpenSSL to go by: lines of at most 80 columns. */
final class TraceText {

    private static final int COLUMNS = 80;
    private static final String WHERE_THE_REASON_IS =
            "The reason stands in an error of OpenSSL, which this line is not: with Postfix it follows as \"TLS library"
                    + " problem\" in a line of the same process";

    private final HandshakeContext context;
    private final WrappedText out = new WrappedText(COLUMNS).breakingWords();

    private TraceText(HandshakeContext context) {
        this.context = context;
    }

    /** The line that says most is told: an alert that ended the handshake, a failure, or else the last of all. */
    static Optional<String> of(HandshakeContext context) {
        TraceText text = new TraceText(context);
        return text.last(TraceLine.Event.ALERT_RECEIVED, false)
                .map(text::received)
                .or(() -> text.last(TraceLine.Event.ALERT_SENT, false).map(text::sent))
                .or(() -> text.last(TraceLine.Event.FAILED, false).map(text::failed))
                .or(() -> last(context.trace()).map(text::undecided));
    }

    private Optional<TraceLine> last(TraceLine.Event event, boolean isWarning) {
        return last(context.trace().stream()
                .filter(line -> line.event() == event && line.isWarning() == isWarning)
                .toList());
    }

    private static Optional<TraceLine> last(List<TraceLine> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    private String received(TraceLine line) {
        if (line.alert().isPresent()) {
            return HandshakeFailure.ofAlert(line.alert().get(), context).explain();
        }
        out.paragraph("The " + peer() + " refused the handshake with an alert that this OpenSSL has no word for (\""
                + TerminalText.escape(line.text()) + "\").");
        out.blank()
                .paragraph("The error of OpenSSL that follows has its number: \"SSL alert number ...\", with Postfix in"
                        + " a line \"TLS library problem\" of the same process.");
        return done();
    }

    private String sent(TraceLine line) {
        out.paragraph("This host" + asSide() + " refused the handshake: it sent the " + peer() + " the fatal alert "
                + line.alert().map(TraceText::named).orElse("\"" + TerminalText.escape(line.text()) + "\"") + ".");
        line.alert().ifPresent(alert -> {
            OpenSslAlert.meaning(alert).ifPresent(meaning -> out.paragraph("The alert means: " + meaning + "."));
            sslv3Replacement(alert).ifPresent(out::paragraph);
        });
        failedState();
        out.blank().paragraph(WHERE_THE_REASON_IS + ".");
        return done();
    }

    private String failed(TraceLine line) {
        String quoted = "\"" + TerminalText.escape(line.text()) + "\"";
        Optional<TsvTable.Row> row = StepRows.find(context.side(), line.step());
        if (row.isPresent()) {
            out.paragraph("The handshake failed while this host" + asSide() + " was "
                    + row.get().text("does") + ".");
            out.blank()
                    .paragraph("OpenSSL calls this state " + quoted + "."
                            + (row.get().text("often").isEmpty()
                                    ? ""
                                    : " Errors that often end a handshake here: "
                                            + row.get().text("often") + "."));
        } else if (line.text().equals("error")) {
            out.paragraph("The handshake failed. This line does not say where: since 1.0.1n, 1.0.2b and 1.1.0 OpenSSL"
                    + " calls the state just \"error\" once something went wrong. The states before it, in lines of the"
                    + " same process, tell how far the handshake had come.");
        } else {
            out.paragraph("The handshake failed " + line.step().description() + ", in the state " + quoted + ".");
        }
        out.blank().paragraph(WHERE_THE_REASON_IS + ". If none follows, the " + peer() + " hung up without a word.");
        if (!line.text().equals("error")) {
            out.blank()
                    .paragraph("Old releases of Postfix and some other programs print the same line while they only"
                            + " wait for data: if the trace of the same process goes on, nothing has failed here.");
        }
        return done();
    }

    private void failedState() {
        last(TraceLine.Event.FAILED, false)
                .flatMap(line -> StepRows.find(context.side(), line.step()))
                .ifPresent(row -> out.paragraph("It was " + row.text("does") + "."));
    }

    /** SSLv3 has fewer alerts, and one of its own stands in for those it lacks. */
    private static Optional<String> sslv3Replacement(AlertDescription alert) {
        List<AlertDescription> others = new OpenSslAlert(alert).standsForUnderSslv3();
        return switch (others.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("On an SSLv3 connection it may stand for " + named(others.get(0)) + ".");
            default ->
                Optional.of("On an SSLv3 connection it may stand for any alert that SSLv3 lacks, such as "
                        + named(AlertDescription.PROTOCOL_VERSION) + ".");
        };
    }

    private String undecided(TraceLine line) {
        switch (line.event()) {
            case ALERT_RECEIVED, ALERT_SENT -> warning(line);
            case WAITING -> state(line, "The handshake waits");
            default -> state(line, "A step of a handshake, and no failure");
        }
        return done();
    }

    private void warning(TraceLine line) {
        boolean isReceived = line.event() == TraceLine.Event.ALERT_RECEIVED;
        out.paragraph((isReceived ? "The " + peer() + " sent" : "This host" + asSide() + " sent")
                + " a warning: the alert "
                + line.alert().map(TraceText::named).orElse("\"" + TerminalText.escape(line.text()) + "\"")
                + line.alert()
                        .flatMap(OpenSslAlert::meaning)
                        .map(meaning -> ": " + meaning)
                        .orElse("") + ".");
        out.blank()
                .paragraph("A warning alone ends no handshake. If this one failed, look for an error of OpenSSL behind"
                        + " this line.");
    }

    private void state(TraceLine line, String beginning) {
        String doing = StepRows.find(context.side(), line.step())
                .map(row -> ": this host" + asSide() + " is at the point of " + row.text("does"))
                .orElse("");
        out.paragraph(beginning + doing + ". OpenSSL calls this state \"" + TerminalText.escape(line.text()) + "\".");
        if (line.event() == TraceLine.Event.WAITING) {
            out.blank()
                    .paragraph(
                            "If no other state follows, it ended here: an error of OpenSSL then tells why, and without"
                                    + " one the " + peer() + " hung up.");
        }
    }

    private String asSide() {
        return context.side().map(side -> ", the " + side.description() + ",").orElse("");
    }

    private String peer() {
        return context.side()
                .map(side -> side == Side.SERVER ? Side.CLIENT : Side.SERVER)
                .map(Side::description)
                .orElse("peer");
    }

    private static String named(AlertDescription alert) {
        return alert.standardName()
                .map(name -> name + " (" + alert.codePoint() + ")")
                .orElse(alert.toString());
    }

    private String done() {
        return out.toString().stripTrailing();
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class StepRows {
        private static final Map<String, TsvTable.Row> ROWS = new HashMap<>();

        static {
            TsvTable table = TsvTable.read("trace-steps.tsv", TraceText.class.getResourceAsStream("trace-steps.tsv"));
            for (TsvTable.Row row : table.rows()) {
                ROWS.put(row.text("side") + " " + row.text("step"), row);
            }
        }

        static Optional<TsvTable.Row> find(Optional<Side> side, HandshakeStep step) {
            return side.map(known -> ROWS.get(known.description() + " " + step));
        }
    }
}
