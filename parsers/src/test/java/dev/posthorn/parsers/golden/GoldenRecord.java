package dev.posthorn.parsers.golden;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A line and its truth, which comes from the template that made the line. */
record GoldenRecord(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The records of a file in {@code -Dposthorn.golden=DIR}, or of ours if that is not given. */
    static List<GoldenRecord> read(String name) throws IOException {
        List<GoldenRecord> records = readIfPresent(name);
        assertThat(records).as("records of %s", name).isNotEmpty();
        return records;
    }

    /** As {@link #read}, but the file may be missing. */
    static List<GoldenRecord> readIfPresent(String name) throws IOException {
        String folder = System.getProperty("posthorn.golden", "");
        if (folder.isEmpty()) {
            return GoldenRecord.class.getResource(name + ".jsonl.gz") == null ? List.of() : resource(name);
        }
        assertThat(Path.of(folder)).isDirectory();
        Path file = Path.of(folder, name + ".jsonl");
        return Files.exists(file) ? read(Files.newInputStream(file)) : List.of();
    }

    /** The records of one of our own files. */
    static List<GoldenRecord> resource(String name) {
        String resource = name + ".jsonl.gz";
        try {
            return read(new GZIPInputStream(
                    Objects.requireNonNull(GoldenRecord.class.getResourceAsStream(resource), resource)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<GoldenRecord> read(InputStream in) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<GoldenRecord> records = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                records.add(new GoldenRecord(JSON.readTree(line)));
            }
            return records;
        }
    }

    String id() {
        return json.get("id").asText();
    }

    String line() {
        return json.get("line").asText();
    }

    String kind() {
        return json.get("kind").asText();
    }

    /** A text of the record; empty where the record says null. */
    String text(String name) {
        return json.path(name).asText("");
    }

    /** What stands within a repetition marker. */
    GoldenRecord inner() {
        return new GoldenRecord(json.get("inner"));
    }

    JsonNode json(String name) {
        return json.get(name);
    }

    /** The fields as Postfix wrote them: its own escapes stay, those of a JSON wrapper are undone. */
    Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : json.get("fields").properties()) {
            fields.put(field.getKey(), text(field.getValue()));
        }
        return fields;
    }

    private String text(JsonNode value) {
        if (!value.isObject()) {
            return value.asText();
        }
        if (!json.has("line") || !line().startsWith("{")) {
            return value.get("raw").asText();
        }
        return value.path("log_text").asText(value.get("value").asText());
    }
}
