package dev.posthorn.parsers.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every recorded line whose header we read: its envelope always, its message where we have the kind. */
class GoldenVectorsTest {

    /** RFC 3164 with the day in any padding, or no time and a tag that is one beyond doubt. */
    private static final Pattern READABLE_HEADER =
            Pattern.compile("[A-Z][a-z]{2} [ \\d]?\\d \\d\\d:\\d\\d:\\d\\d .*|[\\w.+:-]+/[\\w./:+-]+(\\[\\d+\\])?: .*");

    private static final List<GoldenRecord> RECORDS = GoldenRecord.read("postfix.jsonl.gz");

    @Test
    void records_withHeadersWeRead_giveTheirEnvelopes() throws IOException {
        List<String> mismatches = new ArrayList<>();
        for (GoldenRecord record : readable()) {
            try (MaillogCursor cursor = cursorOn(record)) {
                String expected = expectedEnvelope(record);
                String actual = envelope(cursor.envelope());
                if (!expected.equals(actual)) {
                    mismatches.add(record.id() + "\n  expected " + expected + "\n  actual   " + actual);
                }
            }
        }
        assertThat(mismatches).isEmpty();
    }

    @Test
    void records_ofKindsWeHave_giveTheirQueueIdAndEveryField() throws IOException {
        List<String> mismatches = new ArrayList<>();
        for (GoldenRecord record : readable()) {
            MaillogKind kind = GoldenNames.KINDS.getOrDefault(record.kind(), MaillogKind.UNRECOGNIZED);
            try (MaillogCursor cursor = cursorOn(record)) {
                if (cursor.kind() != kind) {
                    mismatches.add(record.id() + ": " + record.kind() + " is " + cursor.kind() + ": " + record.line());
                } else if (kind != MaillogKind.UNRECOGNIZED) {
                    String expected = record.text("queue_id") + " " + record.fields();
                    String actual = GoldenNames.queueId(cursor) + " " + GoldenNames.fields(cursor);
                    if (!expected.equals(actual)) {
                        mismatches.add(record.id() + "\n  expected " + expected + "\n  actual   " + actual);
                    }
                }
            }
        }
        assertThat(mismatches).isEmpty();
    }

    @Test
    void records_withHeadersWeDoNotReadYet_areCounted() {
        assertThat(RECORDS).hasSize(502);
        assertThat(RECORDS.size() - readable().size()).isEqualTo(183);
    }

    private static List<GoldenRecord> readable() {
        return RECORDS.stream()
                .filter(record -> READABLE_HEADER.matcher(record.line()).matches())
                .toList();
    }

    private static MaillogCursor cursorOn(GoldenRecord record) throws IOException {
        MaillogCursor cursor = Maillog.over(record.line().getBytes(StandardCharsets.UTF_8));
        assertThat(cursor.advance()).as(record.id()).isTrue();
        return cursor;
    }

    private static String expectedEnvelope(GoldenRecord record) {
        JsonNode time = record.json("timestamp");
        return String.join(
                " ",
                time.isNull() || time.get("month").isNull()
                        ? "-"
                        : time.get("month") + "/" + time.get("day") + " " + time.get("hour") + ":" + time.get("minute")
                                + ":" + time.get("second"),
                record.text("host"),
                record.text("program"),
                record.text("daemon"),
                record.json("pid").isNull() ? "-1" : record.text("pid"),
                record.text("severity"));
    }

    private static String envelope(EnvelopeView view) {
        return String.join(
                " ",
                view.hasTimestamp()
                        ? view.month() + "/" + view.day() + " " + view.hour() + ":" + view.minute() + ":"
                                + view.second()
                        : "-",
                view.host().toString(),
                view.tag().toString(),
                view.program().toString(),
                Long.toString(view.pid()),
                view.severity().name().toLowerCase(Locale.ROOT));
    }
}
