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
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every recorded line: its envelope always, its message where we have the kind. */
class GoldenVectorsTest {

    @Test
    void files_areWhole() {
        assertThat(GoldenRecord.read("postfix.jsonl.gz")).hasSize(502);
        assertThat(GoldenRecord.read("dialects.jsonl.gz")).hasSize(224);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix.jsonl.gz", "dialects.jsonl.gz"})
    void records_ofEveryDialect_giveTheirEnvelopes(String file) throws IOException {
        assertThat(mismatches(file, GoldenVectorsTest::expectedEnvelope, cursor -> envelope(cursor.envelope())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix.jsonl.gz", "dialects.jsonl.gz"})
    void records_ofKindsWeHave_giveTheirQueueIdAndEveryField(String file) throws IOException {
        assertThat(mismatches(file, GoldenVectorsTest::expectedMessage, GoldenVectorsTest::message))
                .isEmpty();
    }

    private static List<String> mismatches(
            String file, Function<GoldenRecord, String> expectation, Function<MaillogCursor, String> outcome)
            throws IOException {
        List<String> mismatches = new ArrayList<>();
        for (GoldenRecord record : GoldenRecord.read(file)) {
            try (MaillogCursor cursor = Maillog.over(record.line().getBytes(StandardCharsets.UTF_8))) {
                assertThat(cursor.advance()).as(record.id()).isTrue();
                String expected = expectation.apply(record);
                String actual = outcome.apply(cursor);
                if (!expected.equals(actual)) {
                    mismatches.add(
                            record.id() + " " + record.line() + "\n  expected " + expected + "\n  actual   " + actual);
                }
            }
        }
        return mismatches;
    }

    private static String expectedMessage(GoldenRecord record) {
        MaillogKind kind = GoldenNames.kind(record.kind());
        return kind == MaillogKind.UNRECOGNIZED
                ? kind.toString()
                : kind + " " + record.text("queue_id") + " " + record.fields();
    }

    private static String message(MaillogCursor cursor) {
        return cursor.kind() == MaillogKind.UNRECOGNIZED
                ? cursor.kind().toString()
                : cursor.kind() + " " + GoldenNames.queueId(cursor) + " " + GoldenNames.fields(cursor);
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
                isAsserted ? record.text("severity") : "info");
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

    private static String envelope(EnvelopeView view) {
        return String.join(
                " ",
                time(view.timestamp()),
                "outer:" + time(view.outerTimestamp()),
                "monotonic:" + view.monotonic(),
                view.host().toString(),
                view.tag().toString(),
                view.program().toString(),
                Long.toString(view.pid()),
                view.severity().name().toLowerCase(Locale.ROOT));
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
