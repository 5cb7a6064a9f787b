package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.Relay;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.ByteSearch;

/** Where a delivery agent took a message; borrowed, valid until the next line is read. Accessors as in {@link Relay}. */
public final class RelayView {

    private final PostfixView owner;
    private final Line line;
    private final AsciiView text;
    private final AsciiView name;
    private final AsciiView address;
    private final AsciiView port;

    private int from;
    private int to;

    RelayView(PostfixView owner) {
        this.owner = owner;
        line = owner.line;
        text = owner.newView();
        name = owner.newView();
        address = owner.newView();
        port = owner.newView();
    }

    /**
     * The relay as Postfix printed it.
     *
     * @return such as {@code mx.example.net[192.0.2.25]:25} or {@code none}
     */
    public AsciiView text() {
        return owner.view(text, from, to);
    }

    /**
     * The host, or the agent's or transport's name.
     *
     * @return such as {@code mx.example.net}, {@code dovecot} or {@code none}
     */
    public AsciiView name() {
        int open = openBracket();
        return owner.view(name, from, open < 0 ? to : open);
    }

    /**
     * What stands in the brackets.
     *
     * @return an address or the path of a socket, absent if there are no brackets
     */
    public AsciiView address() {
        int open = openBracket();
        int close = closeBracket(open);
        return close < 0 ? owner.view(address, -1, -1) : owner.view(address, open + 1, close);
    }

    /**
     * The port behind the brackets.
     *
     * @return digits, absent for sockets and local agents
     */
    public AsciiView port() {
        int close = closeBracket(openBracket());
        boolean hasPort = close >= 0 && close + 1 < to;
        return hasPort ? owner.view(port, close + 2, to) : owner.view(port, -1, -1);
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

    /** Of brackets with nothing but a port behind them; what is damaged is a name as a whole. */
    private int openBracket() {
        int open = ByteSearch.indexOf(line.bytes, from, to, (byte) '[');
        int close = closeBracket(open);
        boolean isWhole = close + 1 == to || (close + 2 < to && line.bytes[close + 1] == ':');
        return close >= 0 && isWhole ? open : -1;
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
