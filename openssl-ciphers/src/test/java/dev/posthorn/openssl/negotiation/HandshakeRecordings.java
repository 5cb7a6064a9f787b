package dev.posthorn.openssl.negotiation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.posthorn.openssl.OpenSslRelease;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The files of recorded handshakes: the module's own, or those of the folder that {@code posthorn.handshakes} names. */
final class HandshakeRecordings {

    static final String PROPERTY = "posthorn.handshakes";
    private static final String ENDING = ".jsonl.gz";
    private static final ObjectMapper JSON = new ObjectMapper();

    private HandshakeRecordings() {}

    static boolean areOurOwn() {
        return System.getProperty(PROPERTY) == null;
    }

    static List<Path> files() throws IOException {
        Path folder = areOurOwn() ? ownFolder() : Path.of(System.getProperty(PROPERTY));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IOException(folder + ": no " + ENDING + " files");
            }
            return found;
        }
    }

    /** One of the module's own files, whatever the property says. */
    static Path own(String name) {
        return ownFolder().resolve(name + ENDING);
    }

    private static Path ownFolder() {
        try {
            return Path.of(HandshakeRecordings.class.getResource("/handshakes").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<RecordedHandshake> read(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> parse(file, line)).toList();
        }
    }

    private static RecordedHandshake parse(Path file, String line) {
        try {
            JsonNode record = JSON.readTree(line);
            return new RecordedHandshake(OpenSslRelease.parse(releaseOf(file, record)), record);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + line, e);
        }
    }

    /** A record may name its release; else the file's name is it. */
    private static String releaseOf(Path file, JsonNode record) {
        for (String field : List.of("server_release", "release")) {
            if (record.has(field)) {
                return record.get(field).asText();
            }
        }
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }
}
