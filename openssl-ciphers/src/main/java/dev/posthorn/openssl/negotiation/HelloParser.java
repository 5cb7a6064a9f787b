package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.negotiation.ClientHelloReading.Complete;
import dev.posthorn.openssl.negotiation.ClientHelloReading.Incomplete;
import dev.posthorn.openssl.negotiation.ClientHelloReading.Malformed;
import dev.posthorn.openssl.negotiation.ClientHelloReading.NotAClientHello;
import dev.posthorn.openssl.negotiation.WireReader.MalformedException;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.CompressionMethod;
import dev.posthorn.tls.ExtensionType;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.PointFormat;
import dev.posthorn.tls.ProtocolVersion;
import dev.posthorn.tls.SignatureScheme;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a ClientHello from wire bytes: handshake records of SSLv3 and TLS, also when the hello is spread over several
 * (RFC 5246 sections 6.2.1 and 7.4.1.2), or the format of SSLv2 (RFC 5246 appendix E.2).
 */
final class HelloParser {

    private static final int HANDSHAKE_RECORD = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int RECORD_HEADER_LENGTH = 5;
    private static final int MESSAGE_HEADER_LENGTH = 4;
    private static final int SSLV2_LENGTH_FLAG = 0x80;
    private static final int RANDOM_LENGTH = 32;

    private HelloParser() {}

    static ClientHelloReading parse(byte[] bytes) {
        if (bytes.length == 0) {
            return new Incomplete();
        }
        try {
            int first = Byte.toUnsignedInt(bytes[0]);
            if ((first & SSLV2_LENGTH_FLAG) != 0) {
                return parseSslv2Format(bytes);
            }
            return first == HANDSHAKE_RECORD ? parseRecords(bytes) : new NotAClientHello();
        } catch (MalformedException malformed) {
            return new Malformed(malformed.part());
        }
    }

    private static ClientHelloReading parseRecords(byte[] bytes) throws MalformedException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int position = 0;
        while (true) {
            if (bytes.length > position + 1 && bytes[position + 1] != 3) {
                return new NotAClientHello();
            }
            if (bytes.length > position && Byte.toUnsignedInt(bytes[position]) != HANDSHAKE_RECORD) {
                return new Malformed("record");
            }
            if (bytes.length < position + RECORD_HEADER_LENGTH) {
                return new Incomplete();
            }
            int length = Byte.toUnsignedInt(bytes[position + 3]) << 8 | Byte.toUnsignedInt(bytes[position + 4]);
            position += RECORD_HEADER_LENGTH;
            int available = Math.min(length, bytes.length - position);
            message.write(bytes, position, available);
            position += available;
            byte[] soFar = message.toByteArray();
            if (soFar.length > 0 && soFar[0] != CLIENT_HELLO) {
                return new NotAClientHello();
            }
            if (soFar.length >= MESSAGE_HEADER_LENGTH) {
                WireReader reader = new WireReader(soFar, 1, soFar.length, "message");
                int bodyLength = reader.uint24();
                if (soFar.length - MESSAGE_HEADER_LENGTH >= bodyLength) {
                    return new Complete(parseBody(reader.vector(bodyLength, "client hello")));
                }
            }
            if (available < length) {
                return new Incomplete();
            }
            if (length == 0) {
                return new Malformed("record");
            }
        }
    }

    private static ClientHello parseBody(WireReader body) throws MalformedException {
        ClientHello.Builder hello = ClientHello.builder(new ProtocolVersion(body.uint16()));
        body.skip(RANDOM_LENGTH);
        hello.sessionId(!body.vector8("session id").isAtEnd());
        hello.cipherSuites(list(body.vector16("cipher suites"), reader -> new CipherSuite(reader.uint16())));
        hello.compressionMethods(
                list(body.vector8("compression methods"), reader -> new CompressionMethod(reader.uint8())));
        if (!body.isAtEnd()) {
            parseExtensions(body.vector16("extensions"), hello);
        }
        body.requireEnd();
        return hello.build();
    }

    private static void parseExtensions(WireReader block, ClientHello.Builder hello) throws MalformedException {
        List<ExtensionType> types = new ArrayList<>();
        while (!block.isAtEnd()) {
            ExtensionType type = new ExtensionType(block.uint16());
            String name = "extension " + type;
            if (types.contains(type)) {
                throw new MalformedException(name);
            }
            types.add(type);
            parseExtension(type, block.vector16(name), name, hello);
        }
        hello.extensions(types);
    }

    private static void parseExtension(ExtensionType type, WireReader content, String name, ClientHello.Builder hello)
            throws MalformedException {
        if (type.equals(ExtensionType.SUPPORTED_GROUPS)) {
            hello.groups(list(content.vector16(name), reader -> new NamedGroup(reader.uint16())));
        } else if (type.equals(ExtensionType.EC_POINT_FORMATS)) {
            hello.pointFormats(list(content.vector8(name), reader -> new PointFormat(reader.uint8())));
        } else if (type.equals(ExtensionType.SIGNATURE_ALGORITHMS)) {
            hello.signatureSchemes(list(content.vector16(name), reader -> new SignatureScheme(reader.uint16())));
        } else if (type.equals(ExtensionType.SUPPORTED_VERSIONS)) {
            hello.supportedVersions(list(content.vector8(name), reader -> new ProtocolVersion(reader.uint16())));
        } else if (type.equals(ExtensionType.KEY_SHARE)) {
            hello.keyShares(list(content.vector16(name), HelloParser::keyShareGroup));
        } else {
            return;
        }
        content.requireEnd();
    }

    private static NamedGroup keyShareGroup(WireReader reader) throws MalformedException {
        NamedGroup group = new NamedGroup(reader.uint16());
        reader.vector16("extension key_share");
        return group;
    }

    private static ClientHelloReading parseSslv2Format(byte[] bytes) throws MalformedException {
        if (bytes.length > 2 && bytes[2] != CLIENT_HELLO) {
            return new NotAClientHello();
        }
        if (bytes.length < 2) {
            return new Incomplete();
        }
        WireReader reader = new WireReader(bytes, 0, bytes.length, "record");
        int length = reader.uint16() & 0x7FFF;
        if (bytes.length - 2 < length) {
            return new Incomplete();
        }
        WireReader body = reader.vector(length, "record");
        body.uint8();
        ClientHello.Builder hello =
                ClientHello.builder(new ProtocolVersion(body.uint16())).format(ClientHello.Format.SSLV2);
        int specsLength = body.uint16();
        int sessionIdLength = body.uint16();
        int challengeLength = body.uint16();
        hello.cipherSuites(list(
                body.vector(specsLength, "cipher specs"), specification -> new CipherSuite(specification.uint24())));
        hello.sessionId(sessionIdLength > 0);
        body.skip(sessionIdLength);
        body.skip(challengeLength);
        body.requireEnd();
        return new Complete(hello.build());
    }

    private static <T> List<T> list(WireReader vector, Entry<T> entry) throws MalformedException {
        List<T> entries = new ArrayList<>();
        while (!vector.isAtEnd()) {
            entries.add(entry.read(vector));
        }
        return entries;
    }

    /** Reads one entry of a vector. */
    private interface Entry<T> {
        T read(WireReader reader) throws MalformedException;
    }
}
