package dev.posthorn.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What really happened in a recorded handshake, which no log says: who gave up first, what the client had sent, how the
 * server was set up, and which single change would have helped.
 *
 * @param mode pair, hello, bytes, bytes_to_client or alert_to_server
 * @param firstFailure server or client, empty if nobody failed
 * @param outcome ok, fail, hello_accepted and so on
 * @param server the settings of the server, as recorded
 * @param client the settings of the client, as recorded
 * @param helloVersions the versions that the hello offers, newest last; empty if there was no hello
 * @param chosen the version that the server chose, if it came to that
 * @param input the bytes that were sent in place of a peer's, in hexadecimal, only their beginning
 * @param cures the single changes of the server that make the handshake succeed
 */
record RecordedTruth(
        String mode,
        String firstFailure,
        String outcome,
        JsonNode server,
        JsonNode client,
        List<ProtocolVersion> helloVersions,
        Optional<ProtocolVersion> chosen,
        String input,
        Set<String> cures) {

    static RecordedTruth of(JsonNode record) {
        Set<String> cures = new TreeSet<>();
        record.path("single_change_results").properties().forEach(change -> {
            if (!change.getValue().isNull()) {
                cures.add(change.getKey());
            }
        });
        StringBuilder input = new StringBuilder();
        record.path("input").forEach(chunk -> input.append(chunk.asText()));
        return new RecordedTruth(
                record.path("mode").asText(),
                record.path("first_failure").asText(""),
                record.path("outcome").asText(),
                record.path("server"),
                record.path("client"),
                helloVersions(record.path("hello")),
                version(record.path("server_hello").path("version").asText("")),
                input.toString(),
                cures);
    }

    /** A hello without the extension offers its version and, as far as anybody knows, all older ones. */
    private static List<ProtocolVersion> helloVersions(JsonNode hello) {
        if (!hello.isObject() || hello.path("format").asText().equals("other")) {
            return List.of();
        }
        List<ProtocolVersion> supported = new ArrayList<>();
        hello.path("supported_versions").forEach(text -> version(text.asText()).ifPresent(supported::add));
        if (!supported.isEmpty()) {
            return supported.stream().sorted().toList();
        }
        return version(hello.path("version").asText())
                .map(newest -> ProtocolVersion.known().stream()
                        .filter(known -> newest.isAtLeast(known))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<ProtocolVersion> version(String hex) {
        return ProtocolVersion.known().stream()
                .filter(known -> String.format("%04x", known.codePoint()).equals(hex))
                .findFirst();
    }

    boolean hasHello() {
        return !helloVersions.isEmpty();
    }

    boolean isTls13Only() {
        return helloVersions.equals(List.of(ProtocolVersion.TLSV1_3));
    }

    /** A server before 1.1.1 does not know the extension and goes by the version in front, which is TLSv1.2 then. */
    List<ProtocolVersion> offeredTo(String release) {
        boolean isUnderstood = release.startsWith("1.1.1") || release.startsWith("3.");
        return isUnderstood || !helloVersions.contains(ProtocolVersion.TLSV1_3)
                ? helloVersions
                : ProtocolVersion.known().stream()
                        .filter(version -> ProtocolVersion.TLSV1_2.isAtLeast(version))
                        .toList();
    }

    Set<String> off(JsonNode side) {
        Set<String> names = new TreeSet<>();
        side.path("disabled").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The settings of the server in one line, to compare servers by. */
    String serverKey() {
        return server.toString();
    }
}
