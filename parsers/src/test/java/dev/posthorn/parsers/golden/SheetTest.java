package dev.posthorn.parsers.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.table.TsvTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
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

    private static final List<String> INSTANCES = List.of(
            "postfix", "postfix-out", "postfix/submission", "postfix/127.0.0.1:10025", "mta.in", "postfix/relay");

    private static final List<String> TLS = List.of("smtpd", "smtp", "lmtp", "tlsproxy", "posttls-finger");

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

    private final SheetPools pools = new SheetPools();

    static TsvTable table(String name) {
        return TsvTable.read(name, SheetTest.class.getResourceAsStream("sheet/" + name));
    }

    @Test
    void everyKind_ofPostfix_hasATemplate() {
        Set<MaillogKind> missing = EnumSet.complementOf(EnumSet.copyOf(NOT_IN_THE_SHEET));
        table("templates.tsv").rows().forEach(row -> missing.remove(GoldenNames.kind(row.text("kind"))));

        assertThat(missing).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyTemplate_ofEveryProgramUnderEveryHeader_comesBackWithItsFields() {
        return table("templates.tsv").rows().stream()
                .map(row -> dynamicTest(row.text("section") + " " + row.text("template"), () -> check(row)));
    }

    private void check(TsvTable.Row row) throws IOException {
        SheetTemplate template = new SheetTemplate(row.text("template"), pools);
        List<String> programs = row.text("programs").equals("tls") ? TLS : row.words("programs", ',');
        Random random =
                new Random(row.text("template").hashCode()); // Each template has its own lines, always the same.
        List<String> mismatches = new ArrayList<>();
        for (String program : programs) {
            for (SheetHeader header : SheetHeader.values()) {
                SheetTemplate.Filled filled = template.fill(program, random);
                String instance = INSTANCES.get(random.nextInt(INSTANCES.size()));
                String pid = Integer.toString(1 + random.nextInt(4_000_000));
                byte[] line = header.wrap(instance, program, pid, row.text("severity"), filled.text());
                String expected = String.join(
                        " ",
                        header.hasInstance() ? instance : "-",
                        program,
                        header.hasPid() ? pid : "-1",
                        row.text("severity"),
                        GoldenNames.kind(row.text("kind")).name(),
                        filled.fields().toString());
                String actual = read(line, header);
                if (!actual.equals(expected)) {
                    mismatches.add(header + ": " + new String(line, StandardCharsets.UTF_8) + "  expected " + expected
                            + "\n  actual   " + actual);
                }
            }
        }
        assertThat(mismatches).isEmpty();
    }

    private static String read(byte[] line, SheetHeader header) throws IOException {
        try (MaillogCursor cursor = Maillog.open(line)) {
            assertThat(cursor.advance()).isTrue();
            Map<String, String> fields = new TreeMap<>(GoldenNames.fields(cursor));
            if (!GoldenNames.queueId(cursor).isEmpty()) {
                fields.put("queue_id", GoldenNames.queueId(cursor));
            }
            return String.join(
                    " ",
                    header.hasInstance() ? cursor.envelope().instance().toString() : "-",
                    cursor.envelope().program().toString(),
                    Long.toString(cursor.envelope().pid()),
                    cursor.envelope().severity().name().toLowerCase(Locale.ROOT),
                    cursor.kind().name(),
                    fields.toString());
        }
    }
}
