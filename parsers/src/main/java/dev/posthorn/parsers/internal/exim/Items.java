package dev.posthorn.parsers.internal.exim;

import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.parts.Words;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code H=mx.example.com (helo) [192.0.2.10]:1234 I=[192.0.2.1]:25 P=esmtps X=TLS1.2:…:256 CV=no DN="CN=x y"}: items with a
 * blank between them, in any order. A value in double quotes can have blanks, and quotes behind a backslash; H has a form
 * of its own.
 */
final class Items {

    private static final Optional<NeighbourPart> NOT_KEPT = Optional.empty();

    private static final Map<String, Optional<NeighbourPart>> BOTH = Map.ofEntries(
            Map.entry("X", Optional.of(NeighbourPart.TLS)),
            Map.entry("CV", Optional.of(NeighbourPart.VERIFIED)),
            Map.entry("DN", Optional.of(NeighbourPart.DN)),
            Map.entry("SNI", Optional.of(NeighbourPart.SNI)),
            Map.entry("A", Optional.of(NeighbourPart.AUTH)),
            Map.entry("S", Optional.of(NeighbourPart.SIZE)),
            Map.entry("QT", Optional.of(NeighbourPart.QT)),
            Map.entry("DT", Optional.of(NeighbourPart.DELAY)),
            Map.entry("F", Optional.of(NeighbourPart.FROM)),
            Map.entry("U", Optional.of(NeighbourPart.USER)),
            Map.entry("C", Optional.of(NeighbourPart.REPLY)),
            Map.entry("C-", NOT_KEPT),
            Map.entry("CHUNKING", NOT_KEPT),
            Map.entry("DSN", NOT_KEPT),
            Map.entry("K", NOT_KEPT),
            Map.entry("L", NOT_KEPT),
            Map.entry("L*", NOT_KEPT),
            Map.entry("L-", NOT_KEPT),
            Map.entry("L.", NOT_KEPT),
            Map.entry("L.-", NOT_KEPT),
            Map.entry("PRDR", NOT_KEPT),
            Map.entry("TFO", NOT_KEPT),
            Map.entry("TFO*", NOT_KEPT));

    /** Behind {@code <=}: P is the protocol, T the subject, R the message that this one answers. */
    static final Words<Optional<NeighbourPart>> OF_ARRIVAL = with(Map.of(
            "P",
            Optional.of(NeighbourPart.PROTO),
            "id",
            Optional.of(NeighbourPart.MESSAGE_ID),
            "T",
            NOT_KEPT,
            "R",
            NOT_KEPT));

    /** Behind the recipient: R is the router, T the transport, P the sender. */
    static final Words<Optional<NeighbourPart>> OF_DELIVERY = with(Map.of(
            "R",
            Optional.of(NeighbourPart.ROUTER),
            "T",
            Optional.of(NeighbourPart.TRANSPORT),
            "P",
            NOT_KEPT,
            "ST",
            NOT_KEPT));

    private static final Literal HOST = Literal.of("H=");
    private static final Literal LOCAL = Literal.of("I=[");
    private static final Literal BEFORE_ADDRESS = Literal.of(" [");
    private static final Literal BEHIND_HELO = Literal.of(") [");

    private Items() {}

    private static Words<Optional<NeighbourPart>> with(Map<String, Optional<NeighbourPart>> others) {
        Map<String, Optional<NeighbourPart>> all = new HashMap<>(BOTH);
        all.putAll(others);
        return Words.of(all);
    }

    /**
     * Reads items up to the end of the text, a colon that a text follows, or something that is no item; gives the place of
     * what ended them.
     */
    static int read(Parts line, int from, Words<Optional<NeighbourPart>> keys) {
        int at = from;
        while (at >= 0 && at < line.to) {
            int end = readItem(line, at, keys);
            if (end == at) {
                return at;
            }
            if (Steps.isAt((byte) ':', line.bytes, end, line.to)) {
                return end;
            }
            at = Steps.skipBlanks(line.bytes, end, line.to);
        }
        return Math.max(at, line.to);
    }

    private static int readItem(Parts line, int at, Words<Optional<NeighbourPart>> keys) {
        byte[] bytes = line.bytes;
        if (HOST.isAt(bytes, at, line.to)) {
            return readHost(line, at + HOST.length());
        }
        if (LOCAL.isAt(bytes, at, line.to)) {
            return readLocal(line, at + LOCAL.length());
        }
        int wordTo = Steps.endOfWord(bytes, at, line.to);
        int equals = Steps.indexOf((byte) '=', bytes, at, wordTo);
        if (equals < 0) {
            return keys.find(bytes, at, wordTo) == null ? at : wordTo; // PRDR, L and the like have no value.
        }
        int value = equals + 1;
        boolean isQuoted = Steps.isAt((byte) '"', bytes, value, line.to);
        int end = isQuoted ? endOfQuoted(bytes, value, line.to) : endOfValue(bytes, value, wordTo, line.to);
        Optional<NeighbourPart> part = keys.find(bytes, at, equals);
        if (part != null && part.isPresent()) {
            keep(line, part.get(), isQuoted ? value + 1 : value, isQuoted ? end - 1 : end);
        }
        return end;
    }

    private static void keep(Parts line, NeighbourPart part, int from, int to) {
        if (part == NeighbourPart.FROM && line.has(part)) {
            return;
        }
        line.keep(part, from, to);
        if (part == NeighbourPart.TLS) {
            keepCipher(line, from, to);
        }
    }

    /** {@code TLS1.2:ECDHE_RSA_AES_256_GCM_SHA384:256}. */
    private static void keepCipher(Parts line, int from, int to) {
        int first = Steps.indexOf((byte) ':', line.bytes, from, to);
        int last = Steps.lastIndexOf((byte) ':', line.bytes, from, to);
        if (first >= 0 && last > first) {
            line.keep(NeighbourPart.PROTOCOL, from, first);
            line.keep(NeighbourPart.CIPHER, first + 1, last);
            line.keep(NeighbourPart.USED_BITS, last + 1, Steps.digits(line.bytes, last + 1, to));
        }
    }

    private static int endOfQuoted(byte[] bytes, int quote, int to) {
        for (int at = quote + 1; at < to; at++) {
            if (bytes[at] == '\\') {
                at++;
            } else if (bytes[at] == '"') {
                return at + 1;
            }
        }
        return to;
    }

    /** A colon at the end of a word is what ends the items. */
    private static int endOfValue(byte[] bytes, int value, int wordTo, int to) {
        return wordTo > value && wordTo < to && bytes[wordTo - 1] == ':' ? wordTo - 1 : wordTo;
    }

    /**
     * {@code mx.example.com (helo) [192.0.2.10]:1234}, of which name and helo, or both, can be missing; gives the place behind
     * it, or where it would be.
     */
    static int readHost(Parts line, int from) {
        byte[] bytes = line.bytes;
        int at = from;
        int nameTo = at;
        while (nameTo < line.to && bytes[nameTo] != ' ' && bytes[nameTo] != '(' && bytes[nameTo] != '[') {
            nameTo++;
        }
        int host = nameTo > from ? from : -1;
        at = Steps.skipBlanks(bytes, nameTo, line.to);
        int helo = -1;
        int heloTo = -1;
        if (Steps.isAt((byte) '(', bytes, at, line.to)) {
            heloTo = BEHIND_HELO.indexIn(bytes, at, line.to);
            helo = heloTo < 0 ? -1 : at + 1;
            at = heloTo < 0 ? at : heloTo + 2;
        }
        int open = Steps.isAt((byte) '[', bytes, at, line.to) ? at : BEFORE_ADDRESS.after(bytes, nameTo, line.to) - 1;
        int close = open < 0 ? -1 : Steps.indexOf((byte) ']', bytes, open, line.to);
        if (close < 0) {
            return from;
        }
        line.keep(NeighbourPart.HOST, host, nameTo);
        line.keep(NeighbourPart.HELO, helo, heloTo);
        line.keep(NeighbourPart.PEER_ADDRESS, open + 1, close);
        int isContinued = Steps.after((byte) '*', bytes, close + 1, line.to);
        return readPort(line, NeighbourPart.PEER_PORT, isContinued < 0 ? close + 1 : isContinued);
    }

    private static int readLocal(Parts line, int address) {
        int close = Steps.indexOf((byte) ']', line.bytes, address, line.to);
        if (close < 0) {
            return address;
        }
        line.keep(NeighbourPart.LOCAL_ADDRESS, address, close);
        return readPort(line, NeighbourPart.LOCAL_PORT, close + 1);
    }

    /** Reads {@code I=[192.0.2.1]:25} behind a host, if it is there. */
    static int readLocalBehind(Parts line, int at) {
        int next = Steps.skipBlanks(line.bytes, at, line.to);
        return LOCAL.isAt(line.bytes, next, line.to) ? readLocal(line, next + LOCAL.length()) : at;
    }

    private static int readPort(Parts line, NeighbourPart part, int at) {
        int port = Steps.after((byte) ':', line.bytes, at, line.to);
        int portTo = Steps.name(line.bytes, port, line.to); // Who made a log anonymous may have put a word there.
        line.keep(part, port, portTo);
        return portTo < 0 ? at : portTo;
    }
}
