package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.negotiation.WireReader.MalformedException;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.CompressionMethod;
import dev.posthorn.tls.ExtensionType;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.PointFormat;
import dev.posthorn.tls.ProtocolVersion;
import dev.posthorn.tls.SignatureScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the fields of a ClientHello (RFC 5246 section 7.4.1.2, RFC 8446 section 4.1.2). Serves one hello. */
final class HelloBody {

    /** The one break that some releases do not notice. */
    static final String ODD_GROUPS = nameOf(ExtensionType.SUPPORTED_GROUPS) + " of odd length";

    private static final int RANDOM_LENGTH = 32;

    private Optional<String> brokenExtension = Optional.empty();

    ClientHelloReading parse(WireReader body) throws MalformedException {
        ClientHelloBuilder hello = ClientHello.builder(new ProtocolVersion(body.uint16()));
        body.skip(RANDOM_LENGTH);
        hello.sessionId(!body.vector8("session id").isAtEnd());
        readAll(body.vector16("cipher suites"), reader -> new CipherSuite(reader.uint16()), hello::cipherSuites);
        readAll(
                body.vector8("compression methods"),
                reader -> new CompressionMethod(reader.uint8()),
                hello::compressionMethods);
        if (!body.isAtEnd()) {
            parseExtensions(body.vector16("extensions"), hello);
        }
        body.requireEnd();
        ClientHello read = hello.build();
        return brokenExtension
                .<ClientHelloReading>map(part -> new ClientHelloReading.Malformed(part, Optional.of(read)))
                .orElseGet(() -> new ClientHelloReading.Complete(read));
    }

    private void parseExtensions(WireReader block, ClientHelloBuilder hello) throws MalformedException {
        List<ExtensionType> types = new ArrayList<>();
        while (!block.isAtEnd()) {
            ExtensionType type = new ExtensionType(block.uint16());
            types.add(type);
            WireReader content = block.vector16(nameOf(type));
            try {
                parseExtension(type, content, hello);
            } catch (MalformedException malformed) {
                brokenExtension = brokenExtension.or(() -> Optional.of(malformed.part()));
            }
        }
        hello.extensions(types);
    }

    static String nameOf(ExtensionType type) {
        return "extension " + type;
    }

    private static void parseExtension(ExtensionType type, WireReader content, ClientHelloBuilder hello)
            throws MalformedException {
        if (type.equals(ExtensionType.SUPPORTED_GROUPS)) {
            readGroups(list16(content, type), hello);
        } else if (type.equals(ExtensionType.EC_POINT_FORMATS)) {
            readAll(list8(content, type), reader -> new PointFormat(reader.uint8()), hello::pointFormats);
        } else if (type.equals(ExtensionType.SIGNATURE_ALGORITHMS)) {
            readAll(list16(content, type), reader -> new SignatureScheme(reader.uint16()), hello::signatureSchemes);
        } else if (type.equals(ExtensionType.SUPPORTED_VERSIONS)) {
            readAll(list8(content, type), reader -> new ProtocolVersion(reader.uint16()), hello::supportedVersions);
        } else if (type.equals(ExtensionType.KEY_SHARE)) {
            readAll(list16(content, type), HelloBody::keyShareGroup, hello::keyShares);
        } else if (type.equals(ExtensionType.RENEGOTIATION_INFO)) {
            hello.renegotiationClaimed(!list8(content, type).isAtEnd());
        }
    }

    /** A list that fills its extension, behind its length in one byte. */
    private static WireReader list8(WireReader content, ExtensionType type) throws MalformedException {
        WireReader list = content.vector8(nameOf(type));
        content.requireEnd();
        return list;
    }

    /** A list that fills its extension, behind its length in two bytes. */
    private static WireReader list16(WireReader content, ExtensionType type) throws MalformedException {
        WireReader list = content.vector16(nameOf(type));
        content.requireEnd();
        return list;
    }

    /** Hands over the groups even if half of one follows them. */
    private static void readGroups(WireReader list, ClientHelloBuilder hello) throws MalformedException {
        List<NamedGroup> groups = new ArrayList<>();
        while (list.remaining() > 1) {
            groups.add(new NamedGroup(list.uint16()));
        }
        hello.groups(groups);
        if (!list.isAtEnd()) {
            throw new MalformedException(ODD_GROUPS);
        }
    }

    private static NamedGroup keyShareGroup(WireReader reader) throws MalformedException {
        NamedGroup group = new NamedGroup(reader.uint16());
        reader.vector16(nameOf(ExtensionType.KEY_SHARE));
        return group;
    }

    static ClientHello parseSslv2Format(WireReader body) throws MalformedException {
        body.uint8();
        ClientHelloBuilder hello =
                ClientHello.builder(new ProtocolVersion(body.uint16())).format(ClientHello.Format.SSLV2);
        int specificationsLength = body.uint16();
        int sessionIdLength = body.uint16();
        int challengeLength = body.uint16();
        readAll(
                body.vector(specificationsLength, "cipher specs"),
                reader -> new CipherSuite(reader.uint24()),
                hello::cipherSuites);
        hello.sessionId(sessionIdLength > 0);
        body.skip(sessionIdLength);
        body.skip(challengeLength);
        body.requireEnd();
        return hello.build();
    }

    private static <T> void readAll(WireReader vector, Entry<T> entry, Consumer<List<T>> into)
            throws MalformedException {
        List<T> entries = new ArrayList<>();
        while (!vector.isAtEnd()) {
            entries.add(entry.read(vector));
        }
        into.accept(entries);
    }

    /** Reads one entry of a vector. */
    private interface Entry<T> {
        T read(WireReader reader) throws MalformedException;
    }
}
