package dev.posthorn.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.PostfixVersion;
import dev.posthorn.tls.NamedGroup;
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
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * One window of a log that a real server wrote, with the truth of what its client did. From the resources of this module
 * and of the parsers, or from {@code -Dposthorn.reallogs=DIR}.
 */
record RealScenario(JsonNode row) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<RealScenario> all() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(truth(), StandardCharsets.UTF_8))) {
            return reader.lines().map(RealScenario::parse).toList();
        }
    }

    private static RealScenario parse(String line) {
        try {
            return new RealScenario(JSON.readTree(line));
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    private static InputStream truth() throws IOException {
        String folder = System.getProperty("posthorn.reallogs", "");
        return folder.isEmpty()
                ? new GZIPInputStream(
                        Objects.requireNonNull(RealScenario.class.getResourceAsStream("reallogs/truth.jsonl.gz")))
                : Files.newInputStream(Path.of(folder, "truth.jsonl"));
    }

    /** The logs are resources of the parsers: one copy is enough. */
    static byte[] log(String name) throws IOException {
        String folder = System.getProperty("posthorn.reallogs", "");
        if (!folder.isEmpty()) {
            return Files.readAllBytes(Path.of(folder, name));
        }
        Path file = repository().resolve("parsers/src/test/resources/dev/posthorn/parsers/reallogs/" + name + ".gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("jshell/RunScripts.java"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the repository");
        }
        return folder;
    }

    String name() {
        return row.get("scenario").asText();
    }

    boolean isOfPostfix() {
        return software().equals("Postfix");
    }

    String software() {
        String server = row.get("server").asText();
        return server.startsWith("postfix") ? "Postfix" : server.startsWith("dovecot") ? "Dovecot" : "Exim";
    }

    boolean isOfClient() {
        return row.get("role").asText().equals("client");
    }

    /** The file of the window, and those that have the same lines under other headers. */
    List<String> files() {
        List<String> files = new ArrayList<>();
        files.add(row.get("file").asText());
        row.path("also").forEach(file -> files.add(file.asText()));
        return files;
    }

    long firstLine() {
        return row.get("first_line").asLong();
    }

    long lastLine() {
        return row.get("last_line").asLong();
    }

    boolean isBackground(long line) {
        for (JsonNode number : row.path("background_lines")) {
            if (number.asLong() == line) {
                return true;
            }
        }
        return false;
    }

    String outcome() {
        return row.get("expected").get("outcome").asText();
    }

    String verdict() {
        return row.get("expected").get("verdict").asText();
    }

    Optional<String> expected(String key) {
        JsonNode value = row.get("expected").path(key);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** What stands in brackets: the log prints the name that a lookup gave. */
    Optional<String> peerAddress() {
        return expected("peer")
                .map(peer -> peer.indexOf('[') < 0 ? peer : peer.substring(peer.indexOf('[') + 1, peer.indexOf(']')));
    }

    /** The log level of the TLS lines, as the settings have it; 0 is the default. */
    int logLevel() {
        String parameter = isOfClient() ? "smtp_tls_loglevel" : "smtpd_tls_loglevel";
        return row.path("settings").path(parameter).asInt(0);
    }

    /** TLS from the first byte, without STARTTLS. */
    boolean isWrapped() {
        return row.path("settings").path("smtpd_tls_wrappermode").asText().equals("yes");
    }

    /** Do the lines of a session lie in the window, without those that belong to something else? */
    boolean contains(SmtpSession session) {
        return session.lastLine() >= firstLine()
                && session.firstLine() <= lastLine()
                && !isBackground(session.firstLine());
    }

    /** The server that wrote the log, as its administrator would describe it. */
    MailServer mailServer() {
        StringBuilder mainCf = new StringBuilder();
        row.path("settings")
                .properties()
                .forEach(setting -> mainCf.append(setting.getKey())
                        .append(" = ")
                        .append(setting.getValue().asText())
                        .append('\n'));
        boolean isEcdsa =
                row.path("settings").path("smtpd_tls_cert_file").asText().contains("/ec");
        return MailServer.builder()
                .settings(PostfixTlsSettings.parse(PostfixVersion.parse("3.7.11"), mainCf.toString()))
                .openSsl(OpenSslBuild.parse("3.0.15"))
                .addCertificates(isEcdsa ? ServerCertificate.ecdsa(NamedGroup.SECP256R1) : ServerCertificate.rsa(2048))
                .build();
    }

    @Override
    public String toString() {
        return name() + " (lines " + firstLine() + "-" + lastLine() + ", expected " + row.get("expected") + ")";
    }
}
