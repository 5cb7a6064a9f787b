package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.ExtensionType;
import dev.posthorn.tls.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a server of OpenSSL 1.1.0 to 3.0 makes of the first bytes of a connection (fact sheet on negotiation section 8;
 * {@code ssl3_record.c, ssl3_get_record}).
 */
final class LaterFirstBytes {

    private static final int HEADER_LENGTH = 5;
    private static final int MAJOR_VERSION = 3;
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;

    /** {@code SSL3_RT_MAX_ENCRYPTED_LENGTH}: a plaintext, and what compression and encryption may add. */
    private static final int GREATEST_RECORD = (1 << 14) + 256 + 64;

    private static final List<String> HTTP_VERBS = List.of("GET ", "POST ", "HEAD ", "PUT ");

    private final OpenSslServer server;
    private final LaterEngine engine;
    private final byte[] bytes;
    private final boolean closed;

    LaterFirstBytes(OpenSslServer server, LaterEngine engine, byte[] bytes, boolean closed) {
        this.server = server;
        this.engine = engine;
        this.bytes = bytes;
        this.closed = closed;
    }

    Reception receive(Optional<HandshakeError> setupFailure) {
        if (setupFailure.isPresent()) {
            return refused(setupFailure.get());
        }
        if (bytes.length < HEADER_LENGTH) {
            return waiting();
        }
        if ((bytes[0] & 0x80) != 0 && bytes[2] == CLIENT_HELLO) {
            return receiveSslv2Format();
        }
        return bytes[1] == MAJOR_VERSION ? receiveRecords() : refused(errorOfPlainBytes());
    }

    private HandshakeError errorOfPlainBytes() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (HTTP_VERBS.stream().anyMatch(text::startsWith)) {
            return HandshakeError.HTTP_REQUEST;
        }
        return text.startsWith("CONNE") ? HandshakeError.HTTPS_PROXY_REQUEST : HandshakeError.PLAIN_BYTES;
    }

    private Reception receiveRecords() {
        int from = 0;
        // An empty record says nothing and is passed over, but what follows it is no longer the first.
        while (bytes.length - from >= HEADER_LENGTH && lengthAt(from) == 0 && bytes[from] == HANDSHAKE) {
            from += HEADER_LENGTH;
        }
        if (bytes.length - from < HEADER_LENGTH) {
            return waiting();
        }
        if (bytes[from + 1] != MAJOR_VERSION) {
            return refused(HandshakeError.WRONG_RECORD_VERSION);
        }
        if (lengthAt(from) > GREATEST_RECORD) {
            return refused(HandshakeError.PACKET_LENGTH_TOO_LONG);
        }
        if (bytes.length - from - HEADER_LENGTH < lengthAt(from)) {
            return waiting();
        }
        return switch (bytes[from]) {
            case HANDSHAKE -> receiveMessage(Arrays.copyOfRange(bytes, from, bytes.length));
            case CHANGE_CIPHER_SPEC -> refused(HandshakeError.MESSAGE_OF_OTHER_TYPE);
            default -> refused(HandshakeError.RECORD_OF_OTHER_TYPE);
        };
    }

    private Reception receiveMessage(byte[] records) {
        if (records[HEADER_LENGTH] != CLIENT_HELLO) {
            return refused(HandshakeError.MESSAGE_OF_OTHER_TYPE);
        }
        return answer(HelloParser.parse(records));
    }

    private Reception receiveSslv2Format() {
        int length = HelloParser.sslv2FormatLength(bytes);
        if (bytes.length - 2 < length) {
            return waiting();
        }
        ClientHelloReading reading = HelloParser.parse(bytes);
        return reading.kind() == ClientHelloReading.Kind.MALFORMED
                ? refused(HandshakeError.RECORD_LENGTH_MISMATCH)
                : answer(reading);
    }

    private Reception answer(ClientHelloReading reading) {
        return switch (reading.kind()) {
            case COMPLETE ->
                new Reception.Answered(engine.answer(reading.hello().orElseThrow()));
            case INCOMPLETE -> waiting();
            case MALFORMED -> answerMalformed((ClientHelloReading.Malformed) reading);
            case NOT_A_CLIENT_HELLO -> new Reception.Undecided("record");
        };
    }

    private Reception answerMalformed(ClientHelloReading.Malformed malformed) {
        String part = malformed.part();
        boolean named = server.rules().later().namesExtensions();
        if (part.equals("record") || part.equals("message") || part.equals("client hello")) {
            return new Reception.Undecided(part);
        }
        if (!part.startsWith("extension")) {
            return refused(HandshakeError.LENGTH_MISMATCH);
        }
        if (!named) {
            return refused(HandshakeError.PARSE_TLSEXT);
        }
        // All extensions are collected before any is read.
        if (malformed.rest().filter(ClientHello::namesAnExtensionTwice).isPresent()) {
            return refused(HandshakeError.BAD_EXTENSIONS);
        }
        return malformed.rest().isPresent() ? answerBrokenExtension(part) : refused(HandshakeError.BAD_EXTENSIONS);
    }

    private Reception answerBrokenExtension(String part) {
        if (part.equals(HelloBody.ODD_GROUPS) || part.equals(HelloBody.nameOf(ExtensionType.SUPPORTED_GROUPS))) {
            return refused(HandshakeError.BAD_GROUPS);
        }
        if (part.equals(HelloBody.nameOf(ExtensionType.SIGNATURE_ALGORITHMS))) {
            return refused(HandshakeError.BAD_SIGNATURE_ALGORITHMS);
        }
        return part.equals(HelloBody.nameOf(ExtensionType.EC_POINT_FORMATS))
                ? refused(HandshakeError.BAD_POINT_FORMATS)
                : new Reception.Undecided(part);
    }

    private int lengthAt(int from) {
        return Byte.toUnsignedInt(bytes[from + 3]) << 8 | Byte.toUnsignedInt(bytes[from + 4]);
    }

    /** From 3.0 on it is an error that the peer closes here; before, it is only a lost connection. */
    private Reception waiting() {
        return closed && server.rules().later().reportsEndOfData()
                ? refused(HandshakeError.UNEXPECTED_END)
                : new Reception.Waiting();
    }

    private Reception refused(HandshakeError error) {
        return new Reception.Refused(server.words().of(error, ClientHello.Format.TLS, ProtocolVersion.TLSV1_2));
    }
}
