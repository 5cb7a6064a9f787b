package dev.posthorn.parsers.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A line and its truth, which comes from the template that made the line. */
record GoldenRecord(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<GoldenRecord> read(String resource) {
        InputStream in = Objects.requireNonNull(GoldenRecord.class.getResourceAsStream(resource), resource);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            List<GoldenRecord> records = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                records.add(new GoldenRecord(JSON.readTree(line)));
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        if (!line().startsWith("{")) {
            return value.get("raw").asText();
        }
        return value.path("log_text").asText(value.get("value").asText());
    }
}
