package dev.posthorn.parsers.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.syslog.EnvelopeView;
import dev.posthorn.parsers.syslog.TimestampView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lines beside their truth: program, process, time, host, severity, queue id, kind and every field. From the resources, or
 * from {@code -Dposthorn.golden=DIR}; prints how many records of each kind there were and how many were read otherwise.
 */
class GoldenMaillogTest {

    @Test
    void files_areWhole() {
        assertThat(GoldenRecord.resource("postfix")).hasSize(502);
        assertThat(GoldenRecord.resource("dialects")).hasSize(224);
        assertThat(GoldenRecord.resource("neighbours")).hasSize(86);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix", "dialects"})
    void records_ofPostfixUnderEveryHeader_areReadAsTheyWereWritten(String file) throws IOException {
        assertThat(mismatches(file, GoldenRecord.read(file))).isEmpty();
    }

    @Test
    void records_ofNeighbours_areReadAsTheyWereWritten() throws IOException {
        assertThat(mismatches("neighbours", GoldenRecord.read("neighbours"))).isEmpty();
    }

    private static List<String> mismatches(String file, List<GoldenRecord> records) throws IOException {
        List<String> mismatches = new ArrayList<>();
        Map<String, int[]> byKind = new TreeMap<>();
        for (GoldenRecord record : records) {
            int[] counts = byKind.computeIfAbsent(record.kind(), kind -> new int[2]);
            counts[0]++;
            String mismatch = mismatch(record);
            if (!mismatch.isEmpty()) {
                counts[1]++;
                mismatches.add(mismatch);
            }
        }
        byKind.forEach((kind, counts) -> System.out.printf(
                Locale.ROOT, "golden %s %s: %d records, %d mismatches%n", file, kind, counts[0], counts[1]));
        System.out.printf(
                Locale.ROOT, "golden %s: %d records, %d mismatches%n", file, records.size(), mismatches.size());
        return mismatches;
    }

    private static String mismatch(GoldenRecord record) throws IOException {
        try (MaillogCursor cursor = Maillog.open(record.line().getBytes(StandardCharsets.UTF_8))) {
            assertThat(cursor.advance()).as(record.id()).isTrue();
            String expected = expectedEnvelope(record) + " | " + expectedMessage(record);
            String actual = envelope(record, cursor) + " | "
                    + (isKnownWithoutTag(record, cursor) ? MaillogKind.UNRECOGNIZED : message(cursor));
            return expected.equals(actual)
                    ? ""
                    : record.id() + " " + record.line() + "\n  expected " + expected + "\n  actual   " + actual;
        }
    }

    /**
     * From a text without a tag nobody must guess a program (the records' README); that it is a TLS library problem may be
     * known all the same.
     */
    private static boolean isKnownWithoutTag(GoldenRecord record, MaillogCursor cursor) {
        return record.kind().equals("untagged") && cursor.kind() == GoldenNames.kind(record.text("untagged_kind"));
    }

    private static String expectedMessage(GoldenRecord record) {
        if (!GoldenNames.isKind(record.kind())) {
            return record.kind() + ", which is no kind of ours";
        }
        MaillogKind kind = GoldenNames.kind(record.kind());
        if (kind == MaillogKind.UNRECOGNIZED) {
            return kind.toString();
        }
        String message = kind + " " + record.text("queue_id") + " " + record.fields();
        return kind == MaillogKind.MESSAGE_REPEATED ? message + " of " + expectedRepeated(record) : message;
    }

    private static String expectedRepeated(GoldenRecord record) {
        GoldenRecord inner = record.inner();
        return GoldenNames.kind(inner.kind()) + " " + inner.text("queue_id") + " " + inner.fields();
    }

    private static String message(MaillogCursor cursor) {
        if (cursor.kind() == MaillogKind.UNRECOGNIZED) {
            return cursor.kind().toString();
        }
        String message = cursor.kind() + " " + GoldenNames.queueId(cursor) + " " + GoldenNames.fields(cursor);
        return cursor.kind() == MaillogKind.MESSAGE_REPEATED
                ? message + " of " + GoldenNames.repeated(cursor)
                : message;
    }

    private static String expectedEnvelope(GoldenRecord record) {
        JsonNode time = record.json("timestamp");
        boolean isAsserted = !record.json("severity").isNull();
        return String.join(
                " ",
                expectedTime(time),
                "outer:" + (time.has("outer") ? expectedTime(time.get("outer")) : "-"),
                "monotonic:" + record.text("monotonic"),
                record.text("host"),
                record.text("program"),
                record.text("daemon"),
                record.json("pid").isNull() ? "-1" : record.text("pid"),
                isAsserted ? record.text("severity") : "-");
    }

    private static String expectedTime(JsonNode time) {
        if (time.isNull()) {
            return "-";
        }
        return time.get("year").asText() + "/" + time.get("month") + "/" + time.get("day") + " " + time.get("hour")
                + ":"
                + time.get("minute") + ":" + time.get("second") + " ."
                + time.get("fraction").asText() + " "
                + time.get("offset").asText() + " " + time.path("zone").asText();
    }

    private static String envelope(GoldenRecord record, MaillogCursor cursor) {
        EnvelopeView view = cursor.envelope();
        return String.join(
                " ",
                time(view.timestamp()),
                "outer:" + time(view.outerTimestamp()),
                "monotonic:" + view.monotonic(),
                view.host().toString(),
                view.tag().toString(),
                cursor.isNeighbour()
                        ? NeighbourNames.daemon(cursor.neighbour())
                        : view.program().toString(),
                Long.toString(view.pid()),
                record.json("severity").isNull() ? "-" : view.severity().name().toLowerCase(Locale.ROOT));
    }

    private static String time(TimestampView view) {
        if (!view.isPresent()) {
            return "-";
        }
        return (view.year() < 0 ? "null" : "" + view.year()) + "/" + view.month() + "/" + view.day() + " " + view.hour()
                + ":" + view.minute() + ":" + view.second() + " ."
                + (view.fraction().isPresent() ? view.fraction() : "null") + " "
                + normalized(view.utcOffset().toString()) + " " + view.zone();
    }

    /** The records have all offsets as {@code +hh:mm}. */
    private static String normalized(String offset) {
        return switch (offset.length()) {
            case 0 -> "null";
            case 1 -> "+00:00";
            case 5 -> offset.substring(0, 3) + ":" + offset.substring(3);
            default -> offset;
        };
    }
}
