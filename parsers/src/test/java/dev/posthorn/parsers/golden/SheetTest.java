package dev.posthorn.parsers.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.golden.SheetLines.SheetLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every template of the fact sheet, for every program that prints it, under every header, filled with values that change
 * from line to line: kind, queue id, every field, program, process and severity have to come back.
 */
class SheetTest {

    /** Kinds that no template of the sheet is for: the loggers' own, traces, and whatever else is a warning. */
    private static final Set<MaillogKind> NOT_IN_THE_SHEET = EnumSet.of(
            MaillogKind.UNRECOGNIZED,
            MaillogKind.LAST_MESSAGE_REPEATED,
            MaillogKind.MESSAGE_REPEATED,
            MaillogKind.RSYSLOG_RATE_LIMIT,
            MaillogKind.JOURNALD_RATE_LIMIT,
            MaillogKind.VERBOSE_TRACE,
            MaillogKind.GENERIC_WARNING,
            MaillogKind.GENERIC_ERROR);

    private final SheetLines lines = new SheetLines();

    @Test
    void everyKind_ofPostfix_hasATemplate() {
        Set<MaillogKind> missing = EnumSet.complementOf(EnumSet.copyOf(NOT_IN_THE_SHEET));
        SheetLines.templates().forEach(row -> missing.remove(GoldenNames.kind(row.text("kind"))));

        assertThat(missing).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyTemplate_ofEveryProgramUnderEveryHeader_comesBackWithItsFields() {
        return SheetLines.templates().stream()
                .map(row -> dynamicTest(row.text("section") + " " + row.text("template"), () -> check(lines.of(row))));
    }

    private static void check(List<SheetLine> lines) throws IOException {
        List<String> mismatches = new ArrayList<>();
        for (SheetLine line : lines) {
            String expected = String.join(
                    " ",
                    line.instance(),
                    line.program(),
                    line.pid(),
                    line.severity(),
                    line.kind() + ":",
                    "" + line.fields());
            String actual = read(line);
            if (!actual.equals(expected)) {
                mismatches.add(line + "  expected " + expected + "\n  actual   " + actual);
            }
        }
        assertThat(mismatches).isEmpty();
    }

    private static String read(SheetLine line) throws IOException {
        try (MaillogCursor cursor = Maillog.open(line.bytes())) {
            assertThat(cursor.advance()).isTrue();
            Map<String, String> fields = new TreeMap<>(GoldenNames.fields(cursor));
            if (!GoldenNames.queueId(cursor).isEmpty()) {
                fields.put("queue_id", GoldenNames.queueId(cursor));
            }
            return String.join(
                    " ",
                    cursor.envelope().instance().toString(),
                    cursor.envelope().program().toString(),
                    Long.toString(cursor.envelope().pid()),
                    cursor.envelope().severity().name().toLowerCase(Locale.ROOT),
                    cursor.kind() + ":",
                    fields.toString());
        }
    }
}
