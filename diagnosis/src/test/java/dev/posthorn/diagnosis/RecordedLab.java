package dev.posthorn.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The recorded handshakes of the laboratory, as far as a log can show them: results, error queues and traces. From the
 * resources, or in full from {@code -Dposthorn.handshakes=DIR}.
 */
final class RecordedLab {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedLab() {}

    /** What one side of a handshake would write. */
    record Side(
            String id,
            String release,
            boolean isServer,
            boolean isDone,
            String version,
            String cipher,
            List<String> errors,
            List<String> trace,
            RecordedTruth truth) {}

    /** Read once: six logs are rendered from them. */
    private static final class Sides {
        static final List<Side> ALL = new ArrayList<>();

        static {
            try {
                readAll(ALL);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static List<Side> sides() {
        return Sides.ALL;
    }

    private static void readAll(List<Side> sides) throws IOException {
        String folder = System.getProperty("posthorn.handshakes", "");
        if (folder.isEmpty()) {
            read(Objects.requireNonNull(RecordedLab.class.getResourceAsStream("handshakes.jsonl.gz")), "", sides);
            return;
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl.gz"))
                    .sorted()
                    .toList()) {
                read(Files.newInputStream(file), file.getFileName().toString().replace(".jsonl.gz", ""), sides);
            }
        }
    }

    private static void read(InputStream gz, String release, List<Side> sides) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(gz), StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> add(line, release, sides));
        }
    }

    private static void add(String line, String fileRelease, List<Side> sides) {
        try {
            JsonNode record = JSON.readTree(line);
            RecordedTruth truth = RecordedTruth.of(record);
            add(
                    record,
                    "server",
                    record.path("server_release").asText(record.path("release").asText(fileRelease)),
                    truth,
                    sides);
            add(
                    record,
                    "client",
                    record.path("client_release").asText(record.path("release").asText(fileRelease)),
                    truth,
                    sides);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    private static void add(JsonNode record, String side, String release, RecordedTruth truth, List<Side> sides) {
        JsonNode log = record.path(side + "_log");
        if (!log.isObject()) {
            return;
        }
        boolean isDone = record.get("outcome").asText().equals("ok")
                || record.path(side + "_done").asBoolean(false);
        sides.add(new Side(
                record.get("id").asText() + " " + side,
                release,
                side.equals("server"),
                isDone,
                record.path("version").asText("TLSv1.2"),
                record.path("cipher").asText("AES128-SHA"),
                texts(log.path("errors")),
                texts(log.path("trace")).stream()
                        .filter(state -> !state.contains(":want_"))
                        .toList(),
                truth));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
