package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.ExtensionType;
import dev.posthorn.tls.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a server of OpenSSL 1.0.x makes of the first bytes of a connection (fact sheet on negotiation section 1;
 * {@code s23_srvr.c, ssl23_get_client_hello}).
 */
final class EarlyFirstBytes {

    /** The server looks at nothing before it has these. */
    private static final int SNIFFED_LENGTH = 11;

    /** Shorter, a record cannot show the version of the hello in it: four bytes of header, two of version. */
    private static final int LENGTH_THAT_SHOWS_VERSION = 6;

    private static final int SSLV2_FORMAT_LEAST_LENGTH = 9;
    private static final int SSLV2_FORMAT_GREATEST_LENGTH = 4096;
    private static final int GREATEST_MESSAGE_LENGTH = 1 << 14;

    private static final List<String> HTTP_VERBS = List.of("GET ", "POST ", "HEAD ", "PUT ");

    private final OpenSslServer server;
    private final EarlyEngine engine;
    private final byte[] bytes;

    EarlyFirstBytes(OpenSslServer server, EarlyEngine engine, byte[] bytes) {
        this.server = server;
        this.engine = engine;
        this.bytes = bytes;
    }

    Reception receive() {
        if (bytes.length < SNIFFED_LENGTH) {
            return new Reception.Waiting();
        }
        if ((bytes[0] & 0x80) != 0 && bytes[2] == 1) {
            return receiveSslv2Format();
        }
        if (isTlsFormat()) {
            return receiveTlsFormat();
        }
        String text = new String(bytes, 0, SNIFFED_LENGTH, StandardCharsets.ISO_8859_1);
        if (HTTP_VERBS.stream().anyMatch(text::startsWith)) {
            return refused(HandshakeError.HTTP_REQUEST);
        }
        return refused(
                text.startsWith("CONNECT") ? HandshakeError.HTTPS_PROXY_REQUEST : HandshakeError.UNKNOWN_PROTOCOL);
    }

    private boolean isTlsFormat() {
        boolean majorVersionShows = bytes[3] != 0 || Byte.toUnsignedInt(bytes[4]) >= LENGTH_THAT_SHOWS_VERSION - 1;
        return bytes[0] == 22
                && bytes[1] == 3
                && bytes[5] == 1
                && (!majorVersionShows || Byte.toUnsignedInt(bytes[9]) >= 3);
    }

    private Reception receiveTlsFormat() {
        boolean versionShows = bytes[3] != 0 || Byte.toUnsignedInt(bytes[4]) >= LENGTH_THAT_SHOWS_VERSION;
        if (!versionShows && !server.rules().early().assumesTls10()) {
            return refused(HandshakeError.RECORD_TOO_SMALL);
        }
        ProtocolVersion offered = versionShows ? versionAt(9) : ProtocolVersion.TLSV1_0;
        Optional<HandshakeError> refusal =
                VersionChoice.forTlsFormat(server, offered).refusal();
        if (refusal.isPresent() && refusal.get() != HandshakeError.WRONG_VERSION_NUMBER) {
            return refused(refusal.get());
        }
        if (HelloParser.claimedMessageLength(bytes)
                .filter(length -> length > GREATEST_MESSAGE_LENGTH)
                .isPresent()) {
            return refused(HandshakeError.EXCESSIVE_MESSAGE_SIZE);
        }
        return answer(HelloParser.parse(bytes), offered);
    }

    private Reception receiveSslv2Format() {
        ProtocolVersion offered = versionAt(3);
        VersionChoice choice = VersionChoice.forSslv2Format(server, offered);
        if (choice.refusal().isPresent()) {
            return refused(choice.refusal().get());
        }
        ClientHelloReading reading = HelloParser.parse(bytes);
        boolean malformed = reading.kind() == ClientHelloReading.Kind.MALFORMED;
        if (choice.version().equals(Optional.of(ProtocolVersion.SSLV2))) {
            return malformed ? new Reception.Undecided("SSLv2 hello") : answer(reading, offered);
        }
        int length = HelloParser.sslv2FormatLength(bytes);
        if (length > SSLV2_FORMAT_GREATEST_LENGTH) {
            return refused(HandshakeError.RECORD_TOO_LARGE);
        }
        return malformed || length < SSLV2_FORMAT_LEAST_LENGTH
                ? refused(HandshakeError.RECORD_LENGTH_MISMATCH)
                : answer(reading, offered);
    }

    private Reception answer(ClientHelloReading reading, ProtocolVersion offered) {
        return switch (reading.kind()) {
            case COMPLETE ->
                new Reception.Answered(engine.answer(reading.hello().orElseThrow(), offered));
            case INCOMPLETE -> new Reception.Waiting();
            case MALFORMED -> answerMalformed((ClientHelloReading.Malformed) reading, offered);
            case NOT_A_CLIENT_HELLO -> new Reception.Undecided("record");
        };
    }

    private Reception answerMalformed(ClientHelloReading.Malformed malformed, ProtocolVersion offered) {
        ProtocolVersion version =
                VersionChoice.forTlsFormat(server, offered).version().orElse(offered);
        if (malformed.rest().isPresent() && passes(malformed.part())) {
            return new Reception.Answered(engine.answer(malformed.rest().get(), offered));
        }
        boolean emptyRecordFirst = bytes[0] == 22 && bytes[3] == 0 && bytes[4] == 0;
        if (emptyRecordFirst && malformed.part().equals("record")) {
            return refused(HandshakeError.WRONG_RECORD_VERSION);
        }
        return switch (malformed.part()) {
            case "session id" ->
                refused(
                        server.rules().early().checksLengths()
                                ? HandshakeError.LENGTH_TOO_SHORT
                                : HandshakeError.NO_CIPHERS_SPECIFIED,
                        version);
            case "cipher suites", "compression methods" -> refused(HandshakeError.LENGTH_MISMATCH, version);
            case "record", "client hello", "message" -> new Reception.Undecided(malformed.part());
            default -> refused(HandshakeError.PARSE_TLSEXT, version);
        };
    }

    /** Is a broken extension one that this release does not read, or a break it does not notice? */
    private boolean passes(String part) {
        if (part.equals(HelloBody.ODD_GROUPS)) {
            return server.rules().early().acceptsOddGroups();
        }
        if (part.equals(HelloBody.nameOf(ExtensionType.SIGNATURE_ALGORITHMS))) {
            return !server.rules().newestVersion().isAtLeast(ProtocolVersion.TLSV1_2);
        }
        return part.equals(HelloBody.nameOf(ExtensionType.SUPPORTED_VERSIONS))
                || part.equals(HelloBody.nameOf(ExtensionType.KEY_SHARE));
    }

    private ProtocolVersion versionAt(int index) {
        return new ProtocolVersion(Byte.toUnsignedInt(bytes[index]) << 8 | Byte.toUnsignedInt(bytes[index + 1]));
    }

    private Reception refused(HandshakeError error) {
        return refused(error, ProtocolVersion.TLSV1_0);
    }

    private Reception refused(HandshakeError error, ProtocolVersion connectionVersion) {
        return new Reception.Refused(server.words().of(error, ClientHello.Format.TLS, connectionVersion));
    }
}
