package dev.posthorn.openssl.negotiation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.CompressionMethod;
import dev.posthorn.tls.ExtensionType;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.PointFormat;
import dev.posthorn.tls.ProtocolVersion;
import dev.posthorn.tls.SignatureScheme;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** One recorded exchange with a real OpenSSL: the settings and the hello in our words, the answer in the recorded ones. */
record RecordedHandshake(OpenSslRelease release, JsonNode record) {

    private static final String END = "EOF";
    private static final int FATAL = 2;
    private static final OpenSslRelease FIRST_WITHOUT_CLIENT = OpenSslRelease.parse("1.1.0");
    private static final OpenSslRelease FIRST_THAT_TAKES_NO_SHA1 = OpenSslRelease.parse("3.0.0");

    String id() {
        return record.get("id").asText();
    }

    String mode() {
        return record.get("mode").asText();
    }

    String profile() {
        return record.get("profile").asText();
    }

    /** Did one of the two libraries refuse its settings? */
    boolean settingsRefused() {
        return record.get("outcome").asText().equals("config_error");
    }

    boolean serverSettingsRefused() {
        return record.path("config_error").path("side").asText().equals("server");
    }

    /** The side that failed of its own accord, empty if the handshake succeeded. */
    Optional<Side> firstFailure() {
        return switch (record.path("first_failure").asText()) {
            case "server" -> Optional.of(Side.SERVER);
            case "client" -> Optional.of(Side.CLIENT);
            default -> Optional.empty();
        };
    }

    /** Is there a hello, in the words of the recording? Plain text has none, and some clients fail before they send one. */
    boolean hasHello() {
        JsonNode hello = record.path("hello");
        return hello.isObject() && !hello.get("format").asText().equals("other");
    }

    String cipherString() {
        return record.get("server").get("ciphers").asText();
    }

    /** The server, from one that has the same build and cipher string. */
    OpenSslServer server(OpenSslServer base) {
        JsonNode server = record.get("server");
        return base.toBuilder()
                .disabledProtocols(versions(server.get("disabled")))
                .reEnabledProtocols(versions(server.path("re_enabled")).toArray(ProtocolVersion[]::new))
                .certificates(texts(server.get("certs")).stream()
                        .map(LaboratoryCertificates::get)
                        .toArray(ServerCertificate[]::new))
                .serverPreference(server.get("server_preference").asBoolean())
                .pskCallback(server.path("psk_callback").asBoolean())
                .clientCertificates(policy(server.get("verify").asText()))
                .trustsAuthority(server.get("trust").asBoolean())
                .ecdh(ecdh(server.get("ecdh").asText()))
                .dh(dh(server.get("dh").asText()))
                .temporaryRsa(temporaryRsa(server.get("tmp_rsa").asText()))
                .build();
    }

    private static ClientCertificatePolicy policy(String text) {
        return switch (text) {
            case "none" -> ClientCertificatePolicy.NONE;
            case "request" -> ClientCertificatePolicy.REQUEST;
            default -> ClientCertificatePolicy.REQUIRE;
        };
    }

    /** The client, empty if its release is one whose clients are not modelled. */
    Optional<OpenSslClient> client() {
        if (clientRelease().isAtLeast(FIRST_WITHOUT_CLIENT)) {
            return Optional.empty();
        }
        JsonNode client = record.get("client");
        OpenSslClientBuilder builder = OpenSslClient.builder(OpenSslBuild.of(clientRelease()))
                .cipherString(client.get("ciphers").asText())
                .disabledProtocols(versions(client.get("disabled")))
                .reEnabledProtocols(versions(client.path("re_enabled")))
                .verifiesServer(client.get("verify").asText().equals("peer"))
                .trustsAuthority(client.get("trust").asBoolean())
                .namesServer(client.has("sni"))
                .pskCallback(client.path("psk_callback").asBoolean())
                .fallbackMarker(client.path("fallback_scsv").asBoolean());
        switch (client.get("method").asText()) {
            case "ssl3" -> builder.onlyVersion(ProtocolVersion.SSLV3);
            case "tls1" -> builder.onlyVersion(ProtocolVersion.TLSV1_0);
            case "tls1_2" -> builder.onlyVersion(ProtocolVersion.TLSV1_2);
            default -> {}
        }
        switch (client.get("cert").asText()) {
            case "cli" -> builder.certificate(CertificateStanding.ISSUED);
            case "cliself" -> builder.certificate(CertificateStanding.SELF_SIGNED);
            default -> {}
        }
        if (client.has("curves")) {
            builder.curves(Stream.of(client.get("curves").asText().split(":", -1))
                    .map(RecordedHandshake::curve)
                    .toList());
        }
        return Optional.of(builder.build());
    }

    private OpenSslRelease clientRelease() {
        return record.has("client_release")
                ? OpenSslRelease.parse(record.get("client_release").asText())
                : release;
    }

    private static NamedGroup curve(String name) {
        return switch (name) {
            case "P-256" -> NamedGroup.SECP256R1;
            case "P-384" -> NamedGroup.SECP384R1;
            case "P-521" -> NamedGroup.SECP521R1;
            default -> NamedGroup.forOpenSslName(name).orElseThrow();
        };
    }

    OpenSslBuild build() {
        return OpenSslBuild.of(release);
    }

    private static EcdhParameters ecdh(String text) {
        return switch (text) {
            case "none" -> EcdhParameters.none();
            case "auto" -> EcdhParameters.automatic();
            default -> EcdhParameters.fixed(NamedGroup.forOpenSslName(text).orElseThrow());
        };
    }

    private static DhParameters dh(String text) {
        return switch (text) {
            case "none" -> DhParameters.none();
            case "cb" -> DhParameters.callback();
            case "auto" -> DhParameters.automatic();
            default -> DhParameters.fixed(Integer.parseInt(text));
        };
    }

    private static TemporaryRsa temporaryRsa(String text) {
        return switch (text) {
            case "none" -> TemporaryRsa.none();
            case "cb" -> TemporaryRsa.callback();
            default -> TemporaryRsa.fixed(Integer.parseInt(text));
        };
    }

    ClientHello hello() {
        JsonNode hello = record.get("hello");
        boolean sslv2 = hello.get("format").asText().equals("sslv2");
        ClientHelloBuilder builder = ClientHello.builder(version(hello.get("version")))
                .format(sslv2 ? ClientHello.Format.SSLV2 : ClientHello.Format.TLS)
                .cipherSuites(
                        list(hello.get("ciphers"), code -> new CipherSuite(HexFormat.fromHexDigits(code.asText()))));
        if (hello.has("compression")) {
            List<CompressionMethod> methods = new ArrayList<>();
            for (byte method : HexFormat.of().parseHex(hello.get("compression").asText())) {
                methods.add(new CompressionMethod(Byte.toUnsignedInt(method)));
            }
            builder.compressionMethods(methods);
        }
        if (hello.path("extensions").isArray()) {
            builder.extensions(list(hello.get("extensions"), type -> new ExtensionType(type.asInt())));
        }
        if (hello.has("groups")) {
            builder.groups(list(hello.get("groups"), group -> new NamedGroup(group.asInt())));
        }
        if (hello.has("point_formats")) {
            builder.pointFormats(list(hello.get("point_formats"), format -> new PointFormat(format.asInt())));
        }
        if (hello.has("sigalgs")) {
            builder.signatureSchemes(
                    list(hello.get("sigalgs"), code -> new SignatureScheme(HexFormat.fromHexDigits(code.asText()))));
        }
        if (hello.has("supported_versions")) {
            builder.supportedVersions(list(hello.get("supported_versions"), RecordedHandshake::version));
        }
        if (hello.has("key_share")) {
            builder.keyShares(list(hello.get("key_share"), group -> new NamedGroup(group.asInt())));
        }
        return builder.build();
    }

    /** {@code 0303 C02F}, what the server's hello said on the wire. */
    Optional<String> serverHello() {
        JsonNode hello = record.path("server_hello");
        return hello.isObject()
                ? Optional.of(hello.get("version").asText() + " "
                        + hello.get("cipher").asText().toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    Optional<NamedGroup> serverCurve() {
        return record.has("server_curve")
                ? Optional.of(new NamedGroup(record.get("server_curve").asInt()))
                : Optional.empty();
    }

    Optional<String> negotiatedSuite() {
        return record.has("cipher") ? Optional.of(record.get("cipher").asText()) : Optional.empty();
    }

    /** {@code TLSv1 AES128-SHA}, what the client says came of it. */
    String result() {
        return record.path("version").asText() + " " + record.path("cipher").asText();
    }

    /** A side's error queue, oldest first, each as {@code 1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher}. */
    List<String> errors(Side side) {
        return texts(log(side).path("errors")).stream()
                .map(error -> String.join(":", List.of(error.split(":", -1)).subList(1, 5)))
                .toList();
    }

    Optional<String> firstReason(Side side) {
        return errors(side).stream().findFirst().map(error -> error.substring(error.lastIndexOf(':') + 1));
    }

    private JsonNode log(Side side) {
        return record.path(side == Side.SERVER ? "server_log" : "client_log");
    }

    /** The same recording up to the moment when the server had sent its first flight without fault. */
    RecordedHandshake withoutErrors() {
        ObjectNode copy = record.deepCopy();
        copy.putObject("server_log").putArray("errors");
        return new RecordedHandshake(release, copy);
    }

    boolean alertIsFatal() {
        return record.get("alert").get(0).asInt() == FATAL;
    }

    int alertNumber() {
        return record.get("alert").get(1).asInt();
    }

    /** The alert on the wire, where the recording has the server's bytes. */
    Optional<String> alertSentByServer() {
        String reply = record.path("reply").asText();
        return reply.matches("15....000202..")
                ? Optional.of(Integer.toString(HexFormat.fromHexDigits(reply.substring(12))))
                : Optional.empty();
    }

    /** The server's state trace without the lines for waiting, which Postfix does not print. */
    List<String> serverTrace() {
        return texts(log(Side.SERVER).path("trace")).stream()
                .filter(line -> !line.contains(":want_read in "))
                .toList();
    }

    /** The bytes given to the server, where they are recorded: a hand-made hello, or anything at all. */
    Optional<byte[]> firstBytes() {
        if (record.has("hello_bytes")) {
            return Optional.of(HexFormat.of().parseHex(record.get("hello_bytes").asText()));
        }
        if (!mode().equals("bytes")) {
            return Optional.empty();
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (String chunk : texts(record.get("input"))) {
            if (!chunk.equals(END)) {
                joined.writeBytes(HexFormat.of().parseHex(chunk));
            }
        }
        return Optional.of(joined.toByteArray());
    }

    /** Did the peer close the connection behind these bytes? */
    boolean endsThere() {
        return mode().equals("bytes") && texts(record.get("input")).contains(END);
    }

    /** The reasons of suites passed over, by suite. */
    Optional<Map<String, String>> rejected() {
        return pairs("rejected");
    }

    /** What happened when one thing was changed: {@code VERSION SUITE}, or {@code null} as text. */
    Map<String, String> singleChangeResults() {
        return pairs("single_change_results").orElse(Map.of());
    }

    private Optional<Map<String, String>> pairs(String field) {
        if (!record.path(field).isObject()) {
            return Optional.empty();
        }
        Map<String, String> pairs = new TreeMap<>();
        record.get(field)
                .properties()
                .forEach(entry -> pairs.put(entry.getKey(), entry.getValue().asText()));
        return Optional.of(pairs);
    }

    /**
     * Could the client, or the server on seeing the client's certificate, still refuse what the server chose (fact
     * sheet on negotiation section 6)? A client's certificate checks, its own protocol switches, its least length of DH
     * primes, and in 1.0.2 its curves where the hello could not name them.
     */
    boolean clientMayRefuse(Negotiation negotiation, Choice choice) {
        OpenSslServer server = negotiation.server();
        JsonNode client = record.get("client");
        boolean checksCertificates = !client.get("verify").asText().equals("none")
                || !record.get("server").get("verify").asText().equals("none");
        boolean refusesVersion = versions(client.get("disabled")).contains(choice.version())
                || !client.get("method").asText().equals("any");
        boolean shortPrime = server.dh() instanceof DhParameters.Fixed dh && dh.bits() < 1024;
        boolean curveUnasked = choice.curve().isPresent() && hello().groups().isEmpty();
        boolean takesNoSha1 = clientRelease().isAtLeast(FIRST_THAT_TAKES_NO_SHA1)
                && !client.get("ciphers").asText().contains("@SECLEVEL=0")
                && !choice.version().isAtLeast(ProtocolVersion.TLSV1_2);
        boolean secondHelloWithKeys =
                negotiation.asksForRetry() && client.path("psk_callback").asBoolean();
        return checksCertificates || refusesVersion || shortPrime || curveUnasked || takesNoSha1 || secondHelloWithKeys;
    }

    /** In SSLv2 the client looks at the certificate before it looks at the suites, and the server logs its verdict. */
    boolean sslv2ClientRefusedCertificate() {
        String first = record.path("client_log").path("errors").path(0).asText().toLowerCase(Locale.ROOT);
        return first.contains(":ssl2_set_certificate:certificate verify failed:");
    }

    private static List<ProtocolVersion> versions(JsonNode names) {
        return list(names, name -> ProtocolVersion.forOpenSslName(name.asText()).orElseThrow());
    }

    private static ProtocolVersion version(JsonNode hex) {
        return new ProtocolVersion(HexFormat.fromHexDigits(hex.asText()));
    }

    private static List<String> texts(JsonNode array) {
        return list(array, JsonNode::asText);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>();
        array.forEach(node -> values.add(read.apply(node)));
        return values;
    }
}
