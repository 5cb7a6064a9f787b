package dev.posthorn.report;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.text.TerminalText;
import dev.posthorn.text.TextTable;
import dev.posthorn.text.WrappedText;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What the texts of reports share: sections with a table each, the first rows of a ranking, and what is left out. */
final class ReportText {

    static final int COLUMNS = 100;

    private static final int ROWS = 10;
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private final WrappedText out = new WrappedText(COLUMNS);

    ReportText heading(String text) {
        out.blank().paragraph(text);
        return this;
    }

    ReportText paragraph(String text) {
        out.paragraph(text);
        return this;
    }

    ReportText table(TextTable table) {
        out.verbatim("  ", table.toString());
        return this;
    }

    /** A section for a ranking; nothing if it is empty. */
    <T> ReportText ranking(String title, Ranking<T> ranking, TextTable table, BiConsumer<TextTable, T> row) {
        if (!ranking.rows().isEmpty()) {
            heading(title);
            ranking.top(ROWS).forEach(value -> row.accept(table, value));
            table(table);
            int more = ranking.rows().size() - ROWS;
            if (more > 0) {
                out.paragraph("  and " + more + " more");
            }
            if (!ranking.isExact()) {
                out.paragraph("  Frequent ones only; a count may be too low by up to " + ranking.errorBound() + ".");
            }
        }
        return this;
    }

    /** Text from the log, harmless and no longer than a column is wide. */
    static String cell(String text, int width) {
        return text.isEmpty() ? "-" : TerminalText.escape(text, width);
    }

    static String time(Optional<LogTimestamp> time) {
        return time.map(LogTimestamp::text).orElse("-");
    }

    /** A size with three digits and a unit. */
    static String bytes(long bytes) {
        int unit = 0;
        double size = bytes;
        while (size >= 1_000 && unit < UNITS.length - 1) {
            size /= 1_024;
            unit++;
        }
        String format = unit == 0 || size >= 100 ? "%.0f %s" : size < 10 ? "%.2f %s" : "%.1f %s";
        return String.format(Locale.ROOT, format, size, UNITS[unit]);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
