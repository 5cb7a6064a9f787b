package dev.posthorn.openssl.error;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The recorded handshakes that failed: those of this module, or those of the folder {@code -Dposthorn.handshakes}, which
 * holds recordings as they came from the laboratory, one JSON object per line.
 *
 * <p>This module's own table is what {@link #main} makes of such a folder.
 */
final class FailedHandshakes {

    private static final String PROPERTY = "posthorn.handshakes";
    private static final String ENDING = ".jsonl.gz";
    private static final String TABLE = "failed-handshakes.tsv.gz";
    private static final String HEADER = """
            # Every failed handshake of the laboratory, reduced to what the two sides logged and to what was known of the
            # experiment: equal ones are one row with a count. Made by FailedHandshakes.main from recordings of upstream
            # releases talking to each other (mode pair) or to prepared bytes (the other modes).
            # first_failure is the side that failed first; the other one failed because of it. Lines are joined with " | ".
            # cures: the changes that made the handshake succeed, each in a run of its own.
            mode\tserver_release\tclient_release\tfirst_failure\tserver_errors\tserver_trace\tclient_errors\tclient_trace\t\
            server_certificate\tclient_certificate\tserver_off\thello\tcures\tcount
            """;

    private FailedHandshakes() {}

    /** Are these the recordings that come with this module, and not those of a folder given? */
    static boolean areOurOwn() {
        return System.getProperty(PROPERTY) == null;
    }

    static List<FailedHandshake> read() throws IOException {
        return areOurOwn()
                ? ErrorVectors.read(TABLE).rows().stream()
                        .map(FailedHandshake::of)
                        .toList()
                : read(Path.of(System.getProperty(PROPERTY)));
    }

    private static List<FailedHandshake> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        List<FailedHandshake> failed = new ArrayList<>();
        for (Path file : files) {
            forEachRecord(file, recording -> {
                if (recording.path("outcome").asText().equals("fail")) {
                    failed.add(reduce(file, recording));
                }
            });
        }
        if (failed.isEmpty()) {
            throw new IOException(folder + ": no failed handshake in its " + files.size() + " " + ENDING + " files");
        }
        return failed;
    }

    private static void forEachRecord(Path file, Consumer<JsonNode> sink) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            lines.lines().forEach(line -> {
                try {
                    sink.accept(json.readTree(line));
                } catch (IOException e) {
                    throw new UncheckedIOException(file + ": " + line, e);
                }
            });
        }
    }

    private static FailedHandshake reduce(Path file, JsonNode recording) {
        String name = file.getFileName().toString();
        String release = recording.path("release").asText(name.substring(0, name.length() - ENDING.length()));
        JsonNode server = recording.path("server");
        JsonNode client = recording.path("client");
        boolean isPair = recording.get("mode").asText().equals("pair");
        JsonNode hello = recording.path("hello");
        return new FailedHandshake(
                recording.get("mode").asText(),
                recording.get("first_failure").asText(),
                log(recording, "server", server.isMissingNode() ? "" : release),
                log(recording, "client", client.isMissingNode() ? "" : release),
                isPair ? serverCertificate(server, client) : "",
                isPair ? clientCertificate(server, client) : "",
                isPair ? texts(server.path("disabled")) : List.of(),
                isPair && hello.has("version")
                        ? hello.get("format").asText() + " "
                                + hello.get("version").asText()
                        : "",
                cures(recording.path("single_change_results")),
                1);
    }

    private static FailedHandshake.Log log(JsonNode recording, String side, String release) {
        JsonNode log = recording.path(side + "_log");
        return new FailedHandshake.Log(
                recording.path(side + "_release").asText(release), texts(log.path("errors")), texts(log.path("trace")));
    }

    /**
     * Of the laboratory's certificates only those whose name ends in ca or exp come from its authority, the latter out of
     * date; a client that does not have that authority trusts none.
     */
    private static String serverCertificate(JsonNode server, JsonNode client) {
        if (client.path("verify").asText().equals("none")) {
            return "";
        }
        boolean isExpired = texts(server.path("certs")).stream().anyMatch(name -> name.endsWith("exp"));
        return isExpired && client.path("trust").asBoolean() ? "expired" : "untrusted";
    }

    private static String clientCertificate(JsonNode server, JsonNode client) {
        if (server.path("verify").asText().equals("none")) {
            return "";
        }
        return client.path("cert").asText("none").equals("none") ? "none" : "sent";
    }

    private static Set<String> cures(JsonNode results) {
        Set<String> cures = new LinkedHashSet<>();
        results.properties().forEach(change -> {
            if (!change.getValue().isNull()) {
                cures.add(change.getKey());
            }
        });
        return cures;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /**
     * Writes this module's table.
     *
     * @param arguments the folder with the recordings, and the file to write
     */
    public static void main(String[] arguments) throws IOException {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        read(Path.of(arguments[0])).forEach(handshake -> counts.merge(handshake.cells(), 1, Integer::sum));
        StringBuilder table = new StringBuilder(HEADER);
        counts.entrySet().stream()
                .sorted(Comparator.comparing(row -> String.join("\t", row.getKey())))
                .forEach(row -> table.append(String.join("\t", row.getKey()))
                        .append('\t')
                        .append(row.getValue())
                        .append('\n'));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            out.write(table.toString().getBytes(UTF_8));
        }
    }
}
