package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.golden.SheetLines;
import dev.posthorn.parsers.json.JsonLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jackson reads from each line of JSON what the value of the event says. */
class JsonLinesTest {

    private static final ObjectMapper JACKSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    @TempDir
    Path folder;

    @Test
    void json_ofEveryGoldenLine_saysWhatTheValueSays() throws IOException {
        assertSame(SampleLines.ofEveryKind());
    }

    @Test
    void json_ofEveryLineMadeOfATemplate_saysWhatTheValueSays() throws IOException {
        assertSame(SheetLines.all());
    }

    @Test
    void lines_thatAreCompared_haveEveryKind() throws IOException {
        Set<MaillogKind> missing = EnumSet.allOf(MaillogKind.class);
        for (byte[] log : List.of(SampleLines.ofEveryKind(), SheetLines.all())) {
            Events.of(log).forEach(event -> missing.remove(event.kind()));
        }
        assertThat(missing).isEmpty();
    }

    @Property
    void json_ofAnyBytes_isAsciiAndSaysWhatTheValueSays(@ForAll("logs") byte[] log) throws IOException {
        assertSame(log);
    }

    /** Lines with bytes in them that JSON, terminals or UTF-8 mind. */
    @Provide
    Arbitrary<byte[]> logs() {
        Arbitrary<String> pieces = Arbitraries.of(
                "Nov  4 09:05:01 mail postfix/smtpd[2101]: ",
                "Nov  4 09:05:01 mail postfix/smtp[2301]: 3D2F11A0C4: to=<",
                ">, relay=none, delay=1, status=deferred (",
                ")\n",
                "connect from mx1.example.com[192.0.2.10]",
                "\n",
                "\"",
                "\\",
                "/",
                "\t",
                "\0",
                "\u001b[2J",
                "\u007f",
                "\u00c3\u00a9",
                "\u00e9",
                "\u00f0\u009f\u0093\u00af",
                "\u00ed\u00a0\u0080",
                "\u00c0\u00af",
                "\u00f4\u0090\u0080\u0080",
                "\u00e2\u0080\u00ae",
                "\u00c2",
                "\u00ff",
                "abcdefgh",
                "a");
        return pieces.list().ofMaxSize(20).map(list -> String.join("", list).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void assertSame(byte[] log) throws IOException {
        List<String> lines = json(log).lines().toList();
        int at = 0;
        try (MaillogCursor cursor = Maillog.open(log)) {
            while (cursor.advance()) {
                MaillogEvent event = cursor.snapshot();
                assertThat(lines.get(at)).matches("[ -~]*");
                assertThat(JACKSON.readTree(lines.get(at))).isEqualTo(JsonOfValue.of(event, cursor));
                at++;
            }
        }
        assertThat(lines).hasSize(at);
    }

    private static String json(byte[] log) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MaillogCursor cursor = Maillog.open(log);
                JsonLines lines = new JsonLines(out)) {
            lines.writeAll(cursor);
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void json_ofADelivery_isAsTheSchemaShowsIt() throws IOException {
        assertThat(json("2026-08-23T19:34:29.123+02:00 mail postfix/smtp[2301]: 3D2F11A0C4: to=<b@example.net>, "
                        .concat("relay=mx.example.net[192.0.2.25]:25, delay=1.3, delays=0.1/0/0.2/1, dsn=2.0.0, ")
                        .concat("status=sent (250 \"Ok\")\n")
                        .getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("{\"kind\":\"delivery\",\"line\":1,\"offset\":0,\"size\":189,"
                        + "\"time\":\"2026-08-23T19:34:29.123+02:00\",\"host\":\"mail\",\"tag\":\"postfix/smtp\","
                        + "\"instance\":\"postfix\",\"program\":\"smtp\",\"pid\":2301,\"severity\":\"info\","
                        + "\"queueId\":\"3D2F11A0C4\",\"recipient\":\"b@example.net\",\"relay\":{\"name\":"
                        + "\"mx.example.net\",\"address\":\"192.0.2.25\",\"port\":\"25\"},\"delayMillis\":1300,"
                        + "\"delays\":{\"beforeQueueManagerMillis\":100,\"inQueueManagerMillis\":0,"
                        + "\"connectionSetupMillis\":200,\"transmissionMillis\":1000},\"dsn\":\"2.0.0\","
                        + "\"status\":\"sent\",\"statusWord\":\"sent\",\"text\":\"250 \\\"Ok\\\"\"}\n");
    }

    @Test
    void json_ofSeveralFiles_namesTheFileOfEachLine() throws IOException {
        byte[] line = "Nov  4 09:05:01 mail postfix/qmgr[1]: 3D2F11A0C4: removed\n".getBytes(StandardCharsets.US_ASCII);
        Files.write(folder.resolve("a"), line);
        Files.write(folder.resolve("b\"\n"), line);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        try (MaillogCursor cursor = Maillog.open(List.of(folder.resolve("a"), folder.resolve("b\"\n")));
                JsonLines lines = new JsonLines(out)) {
            assertThat(lines.writeAll(cursor)).isEqualTo(2);
        }

        List<String> files = new ArrayList<>();
        for (String json : out.toString(StandardCharsets.US_ASCII).lines().toList()) {
            files.add(JACKSON.readTree(json).path("file").textValue());
        }
        assertThat(files).hasSize(2);
        assertThat(files.get(0)).endsWith("/a");
        assertThat(files.get(1)).contains("b\"").doesNotContain("\n");
    }

    @Test
    void write_beforeTheFirstLine_isMisuse() {
        JsonLines lines = new JsonLines(OutputStream.nullOutputStream());

        assertThatThrownBy(() -> lines.write(Maillog.open(new byte[0]))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void write_toADiskThatIsFull_saysSo() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatThrownBy(() -> new JsonLines(full).writeAll(Maillog.open(SampleLines.ofEveryKind())))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
    }

    @Test
    void write_millionLines_allocatesNothing() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] log = SampleLines.ofEveryKind();
        JsonLines lines = new JsonLines(OutputStream.nullOutputStream());
        long thread = Thread.currentThread().getId();
        MaillogCursor cursor = Maillog.open(new EndlessLog(log));
        for (int i = 0; i < 200_000; i++) {
            cursor.advance();
            lines.write(cursor);
        }
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < 1_000_000; i++) {
            cursor.advance();
            lines.write(cursor);
        }

        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(64 * 1024);
    }
}
