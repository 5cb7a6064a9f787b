package dev.posthorn.openssl.negotiation;

/** Reads numbers and vectors of the TLS presentation language (RFC 8446 section 3), never past its end. */
final class WireReader {

    private final byte[] bytes;
    private final String part;
    private int position;
    private final int end;

    /** Reads from {@code from} up to, not including, {@code to}; {@code part} is what complaints name. */
    WireReader(byte[] bytes, int from, int to, String part) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
        this.part = part;
    }

    boolean isAtEnd() {
        return position == end;
    }

    int remaining() {
        return end - position;
    }

    int uint8() throws MalformedException {
        require(1);
        return Byte.toUnsignedInt(bytes[position++]);
    }

    int uint16() throws MalformedException {
        return uint8() << 8 | uint8();
    }

    int uint24() throws MalformedException {
        return uint8() << 16 | uint16();
    }

    void skip(int length) throws MalformedException {
        require(length);
        position += length;
    }

    /** A vector whose length comes before it in one byte. */
    WireReader vector8(String name) throws MalformedException {
        return vector(uint8(), name);
    }

    /** A vector whose length comes before it in two bytes. */
    WireReader vector16(String name) throws MalformedException {
        return vector(uint16(), name);
    }

    /** The next bytes as something of its own. */
    WireReader vector(int length, String name) throws MalformedException {
        if (length > remaining()) {
            throw new MalformedException(name);
        }
        position += length;
        return new WireReader(bytes, position - length, position, name);
    }

    void requireEnd() throws MalformedException {
        if (!isAtEnd()) {
            throw new MalformedException(part);
        }
    }

    private void require(int length) throws MalformedException {
        if (length > remaining()) {
            throw new MalformedException(part);
        }
    }

    /** Lengths do not add up. Caught in this package; carries no stack. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String part) {
            super(part, null, false, false);
        }

        String part() {
            return String.valueOf(getMessage());
        }
    }
}
