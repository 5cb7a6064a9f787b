package dev.posthorn.parsers.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.golden.SheetLines.SheetLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        missing.removeIf(SheetTest::isOfNeighbour);
        SheetLines.templates().forEach(row -> missing.remove(GoldenNames.kind(row.text("kind"))));

        assertThat(missing).isEmpty();
    }

    /** Kinds of neighbours have the name of the program, or begin with it. */
    private static boolean isOfNeighbour(MaillogKind kind) {
        return EnumSet.complementOf(EnumSet.of(MailSoftware.POSTFIX)).stream()
                .anyMatch(software -> (kind.name() + "_").startsWith(software.name() + "_"));
    }

    @TestFactory
    Stream<DynamicTest> everyTemplate_ofEveryProgramUnderEveryHeader_comesBackWithItsFields() {
        return SheetLines.templates().stream()
                .map(row -> dynamicTest(row.text("section") + " " + row.text("template"), () -> check(lines.of(row))));
    }

    @Test
    void everyTemplate_insideARepetitionMarker_comesBackWithItsFields() throws IOException {
        List<String> mismatches = new ArrayList<>();
        for (SheetLine line : linesUnder(SheetHeader.RFC_3164)) {
            byte[] marker = marker(line);
            try (MaillogCursor cursor = Maillog.open(marker)) {
                assertThat(cursor.advance()).isTrue();
                Map<String, String> others = new TreeMap<>(line.fields());
                String queueId = others.containsKey("queue_id") ? others.remove("queue_id") : "";
                String expected = line.kind() + " " + queueId + " " + others;
                if (cursor.kind() != MaillogKind.MESSAGE_REPEATED
                        || !GoldenNames.repeated(cursor).equals(expected)) {
                    mismatches.add(cursor.raw() + "\n  expected " + expected + "\n  actual   " + cursor.kind());
                }
            }
        }
        assertThat(mismatches).isEmpty();
    }

    private static byte[] marker(SheetLine line) {
        String text = new String(line.bytes(), StandardCharsets.UTF_8).replace("\n", "");
        int message = text.indexOf("]: ") + "]: ".length();
        return (text.substring(0, message) + "message repeated 3 times: [ " + text.substring(message) + "]\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** rsyslog cuts the tag at its slash (maillog-dialects 1, D3): what is read then must be what it was. */
    @Test
    void everyTemplate_ofALostDaemon_isWhatItWasOrNothing() throws IOException {
        List<String> mistakes = new ArrayList<>();
        int read = 0;
        List<SheetLine> lost = linesUnder(SheetHeader.RFC_5424);
        for (SheetLine line : lost) {
            String text = new String(line.bytes(), StandardCharsets.UTF_8)
                    .replaceFirst("mail [^ ]+/" + line.program() + " (\\d+) - - ", "mail postfix $1 - -  ");
            try (MaillogCursor cursor = Maillog.open(text.getBytes(StandardCharsets.UTF_8))) {
                assertThat(cursor.advance()).isTrue();
                read += cursor.kind() == line.kind() ? 1 : 0;
                if (cursor.kind() != line.kind() && cursor.kind() != MaillogKind.UNRECOGNIZED) {
                    mistakes.add(cursor.kind() + " instead of " + line.kind() + ": " + text);
                }
            }
        }
        assertThat(mistakes).isEmpty();
        assertThat(read).isGreaterThan(lost.size() / 2);
    }

    private List<SheetLine> linesUnder(SheetHeader header) {
        return SheetLines.templates().stream()
                .flatMap(row -> lines.of(row).stream())
                .filter(line -> line.header() == header)
                .toList();
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
