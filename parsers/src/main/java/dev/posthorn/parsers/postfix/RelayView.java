package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.Relay;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.ByteSearch;

/** Where a delivery agent took a message; borrowed, valid until the next line is read. Accessors as in {@link Relay}. */
public final class RelayView {

    private final Line line;
    private final AsciiView text;
    private final AsciiView name;
    private final AsciiView address;
    private final AsciiView port;

    private int from;
    private int to;

    RelayView(Line line) {
        this.line = line;
        text = new AsciiView(line.lifetime);
        name = new AsciiView(line.lifetime);
        address = new AsciiView(line.lifetime);
        port = new AsciiView(line.lifetime);
    }

    /**
     * The relay as Postfix printed it.
     *
     * @return such as {@code mx.example.net[192.0.2.25]:25} or {@code none}
     */
    public AsciiView text() {
        return text.wrap(line.bytes, from, to);
    }

    /**
     * The host, or the agent's or transport's name.
     *
     * @return such as {@code mx.example.net}, {@code dovecot} or {@code none}
     */
    public AsciiView name() {
        int open = openBracket();
        return name.wrap(line.bytes, from, open < 0 ? to : open);
    }

    /**
     * What stands in the brackets.
     *
     * @return an address or the path of a socket, absent if there are no brackets
     */
    public AsciiView address() {
        int open = openBracket();
        int close = closeBracket(open);
        return close < 0 ? address.wrapNothing() : address.wrap(line.bytes, open + 1, close);
    }

    /**
     * The port behind the brackets.
     *
     * @return digits, absent for sockets and local agents
     */
    public AsciiView port() {
        int close = closeBracket(openBracket());
        boolean hasPort = close >= 0 && close + 2 < to && line.bytes[close + 1] == ':';
        return hasPort ? port.wrap(line.bytes, close + 2, to) : port.wrapNothing();
    }

    /**
     * Was there no connection at all?
     *
     * @return true for {@code relay=none}
     */
    public boolean isNone() {
        return text().contentEquals("none");
    }

    /**
     * An owned copy.
     *
     * @return the relay as a value
     */
    public Relay snapshot() {
        return Relay.builder()
                .name(name().toString())
                .address(PostfixView.optional(address()))
                .port(PostfixView.optional(port()))
                .build();
    }

    private int openBracket() {
        return ByteSearch.indexOf(line.bytes, from, to, (byte) '[');
    }

    private int closeBracket(int open) {
        return open < 0 ? -1 : ByteSearch.indexOf(line.bytes, open, to, (byte) ']');
    }

    /** Takes up a range; it is split when somebody asks. */
    void range(int newFrom, int newTo) {
        from = newFrom;
        to = newTo;
    }
}
