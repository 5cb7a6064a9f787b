package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.negotiation.ClientHelloReading.Complete;
import dev.posthorn.openssl.negotiation.ClientHelloReading.Incomplete;
import dev.posthorn.openssl.negotiation.ClientHelloReading.Malformed;
import dev.posthorn.openssl.negotiation.ClientHelloReading.NotAClientHello;
import dev.posthorn.openssl.negotiation.WireReader.MalformedException;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Finds a ClientHello in the first bytes of a connection: in handshake records of SSLv3 and TLS, also when it is spread
 * over several (RFC 5246 section 6.2.1), or in the format of SSLv2 (RFC 5246 appendix E.2).
 */
final class HelloParser {

    private static final int RECORD_HEADER_LENGTH = 5;
    private static final int HANDSHAKE_RECORD = 22;
    private static final int MAJOR_VERSION = 3;
    private static final int CLIENT_HELLO = 1;
    private static final int MESSAGE_HEADER_LENGTH = 4;
    private static final int SSLV2_LENGTH_FLAG = 0x80;

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
            return first == HANDSHAKE_RECORD ? parseMessage(bytes) : new NotAClientHello();
        } catch (MalformedException malformed) {
            return new Malformed(malformed.part(), Optional.empty());
        }
    }

    private static ClientHelloReading parseMessage(byte[] bytes) throws MalformedException {
        if (bytes.length > 1 && bytes[1] != MAJOR_VERSION) {
            return new NotAClientHello();
        }
        byte[] message = joinRecords(bytes);
        if (message.length > 0 && message[0] != CLIENT_HELLO) {
            return new NotAClientHello();
        }
        if (message.length < MESSAGE_HEADER_LENGTH) {
            return new Incomplete();
        }
        int length = messageLength(message);
        if (message.length - MESSAGE_HEADER_LENGTH < length) {
            return new Incomplete();
        }
        return new HelloBody()
                .parse(new WireReader(message, MESSAGE_HEADER_LENGTH, MESSAGE_HEADER_LENGTH + length, "client hello"));
    }

    /** The length a handshake message claims for itself, empty if its header is not there yet. */
    static Optional<Integer> claimedMessageLength(byte[] bytes) {
        try {
            byte[] message = joinRecords(bytes);
            return message.length < MESSAGE_HEADER_LENGTH ? Optional.empty() : Optional.of(messageLength(message));
        } catch (MalformedException otherRecord) {
            return Optional.empty();
        }
    }

    private static int messageLength(byte[] message) throws MalformedException {
        return new WireReader(message, 1, MESSAGE_HEADER_LENGTH, "message").uint24();
    }

    /** What whole handshake records hold, up to the end of the message they begin with. */
    private static byte[] joinRecords(byte[] bytes) throws MalformedException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int position = 0;
        while (bytes.length - position >= RECORD_HEADER_LENGTH && !isWhole(message)) {
            if (bytes[position] != HANDSHAKE_RECORD || bytes[position + 1] != MAJOR_VERSION) {
                throw new MalformedException("record");
            }
            int length = Byte.toUnsignedInt(bytes[position + 3]) << 8 | Byte.toUnsignedInt(bytes[position + 4]);
            position += RECORD_HEADER_LENGTH;
            if (length > bytes.length - position) {
                break;
            }
            message.write(bytes, position, length);
            position += length;
        }
        return message.toByteArray();
    }

    private static boolean isWhole(ByteArrayOutputStream message) throws MalformedException {
        return message.size() >= MESSAGE_HEADER_LENGTH
                && message.size() - MESSAGE_HEADER_LENGTH >= messageLength(message.toByteArray());
    }

    private static ClientHelloReading parseSslv2Format(byte[] bytes) throws MalformedException {
        if (bytes.length > 2 && bytes[2] != CLIENT_HELLO) {
            return new NotAClientHello();
        }
        if (bytes.length < 2) {
            return new Incomplete();
        }
        int length = sslv2FormatLength(bytes);
        if (bytes.length - 2 < length) {
            return new Incomplete();
        }
        return new Complete(HelloBody.parseSslv2Format(new WireReader(bytes, 2, 2 + length, "record")));
    }

    /** The length in the two-byte header of SSLv2. */
    static int sslv2FormatLength(byte[] bytes) {
        return (Byte.toUnsignedInt(bytes[0]) << 8 | Byte.toUnsignedInt(bytes[1])) & 0x7FFF;
    }
}
