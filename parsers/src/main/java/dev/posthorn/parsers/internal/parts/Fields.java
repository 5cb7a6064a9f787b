package dev.posthorn.parsers.internal.parts;

import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.Map;
import java.util.Optional;

/**
 * {@code relay=mx.example.com [192.0.2.10], version=TLSv1.2, verify=NO}: keys and values with a comma and a blank between
 * them. A value can have those in it, too, so only a key that belongs there ends it, and one that takes the rest ends
 * nowhere.
 */
public final class Fields {

    private static final Literal SEPARATOR = Literal.of(", ");

    /** What a key stands for; nothing for one whose value is not kept. */
    private final Words<Optional<NeighbourPart>> keys;

    private final NeighbourPart last;

    /**
     * Fields of one message.
     *
     * @param keys all keys that there can be, and the parts their values are
     * @param last the part that takes the rest of the line
     */
    public Fields(Map<String, Optional<NeighbourPart>> keys, NeighbourPart last) {
        this.keys = Words.of(keys);
        this.last = last;
    }

    /**
     * Keeps the values of all fields from a place on.
     *
     * @return false if something else than a field is there
     */
    public boolean read(Parts line, int from) {
        int at = from;
        while (at >= 0 && at < line.to) {
            int equals = Steps.indexOf((byte) '=', line.bytes, at, line.to);
            Optional<NeighbourPart> part = keys.find(line.bytes, at, equals);
            if (part == null) {
                return false;
            }
            int end = part.isPresent() && part.get() == last ? line.to : endOfValue(line, equals + 1);
            if (part.isPresent()) {
                line.keep(part.get(), equals + 1, end);
            }
            at = end + SEPARATOR.length();
        }
        return from >= 0 && from < line.to;
    }

    private int endOfValue(Parts line, int from) {
        int end = SEPARATOR.indexIn(line.bytes, from, line.to);
        while (end >= 0 && !isKeyAt(line, end + SEPARATOR.length())) {
            end = SEPARATOR.indexIn(line.bytes, end + 1, line.to);
        }
        return end < 0 ? line.to : end;
    }

    private boolean isKeyAt(Parts line, int at) {
        return keys.find(line.bytes, at, Steps.indexOf((byte) '=', line.bytes, at, line.to)) != null;
    }
}
