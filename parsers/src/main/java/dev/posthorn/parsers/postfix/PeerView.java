package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.ByteSearch;

/**
 * A peer of a connection, {@code mx1.example.com[192.0.2.10]} with or without {@code :25} behind it; borrowed, valid
 * until the next line is read.
 *
 * <p>Names are not looked at and addresses not checked: logs that people share have {@code x.x.x.x} there.
 */
public final class PeerView {

    private final PostfixView owner;
    private final AsciiView text;
    private final AsciiView name;
    private final AsciiView address;
    private final AsciiView port;

    private int from;
    private int to;
    private int nameTo;
    private int addressFrom;
    private int addressTo;
    private int portFrom;

    PeerView(PostfixView owner) {
        this.owner = owner;
        text = owner.newView();
        name = owner.newView();
        address = owner.newView();
        port = owner.newView();
    }

    /**
     * Is there a peer?
     *
     * @return false for a peer that the line does not name
     */
    public boolean isPresent() {
        assert owner.isCurrent() : PostfixView.stale();
        return from >= 0;
    }

    /**
     * The peer as Postfix printed it.
     *
     * @return such as {@code mx.example.net[192.0.2.25]:25}
     */
    public AsciiView text() {
        return owner.view(text, from, to);
    }

    /**
     * The host's name.
     *
     * @return such as {@code mx1.example.com} or {@code unknown}; empty where only an address is printed
     */
    public AsciiView name() {
        return owner.view(name, from, nameTo);
    }

    /**
     * What stands in the brackets.
     *
     * @return an address, {@code unknown} or the path of a socket; empty if there are no brackets
     */
    public AsciiView address() {
        return addressFrom < 0 ? owner.view(address, nameTo, nameTo) : owner.view(address, addressFrom, addressTo);
    }

    /**
     * What stands behind the brackets and a colon.
     *
     * @return digits or {@code unknown}, absent if nothing was printed
     */
    public AsciiView port() {
        return owner.view(port, portFrom, to);
    }

    /**
     * Could Postfix not find a name it trusts?
     *
     * @return true if the name is the word {@code unknown}
     */
    public boolean isUnknown() {
        return name().contentEquals("unknown");
    }

    /**
     * An owned copy.
     *
     * @return the peer as a value
     */
    public MailPeer snapshot() {
        return MailPeer.builder()
                .name(name().toString())
                .address(address().toString())
                .port(PostfixView.optional(port()))
                .build();
    }

    boolean isNameless() {
        return nameTo == from;
    }

    /** Says that the line names no such peer. */
    void clear() {
        from = -1;
        to = -1;
        nameTo = -1;
        addressFrom = -1;
        portFrom = -1;
    }

    /** Steps over a peer: a name without blanks, an address in brackets, a port or none. */
    int read(byte[] bytes, int at, int end) {
        clear();
        if (at < 0) {
            return -1;
        }
        int open = ByteSearch.indexOf(bytes, at, end, (byte) '[');
        if (open < 0 || ByteSearch.indexOf(bytes, at, open, (byte) ' ') >= 0) {
            return -1;
        }
        int close = endOfAddress(bytes, open, end);
        while (close >= 0 && close + 1 < end && bytes[close + 1] == '[') { // A name that somebody masked as [redacted].
            open = close + 1;
            close = endOfAddress(bytes, open, end);
        }
        if (close < 0) {
            return -1;
        }
        from = at;
        nameTo = open;
        addressFrom = open + 1;
        addressTo = close;
        to = readPort(bytes, close + 1, end);
        return to;
    }

    private static int endOfAddress(byte[] bytes, int open, int end) {
        return ByteSearch.indexOf(bytes, open + 1, end, (byte) ']');
    }

    /** Digits or {@code unknown} (smtpd_peer.c, {@code CLIENT_PORT_UNKNOWN}), if a colon is followed by them. */
    private int readPort(byte[] bytes, int at, int end) {
        if (at >= end || bytes[at] != ':') {
            return at;
        }
        int behind = at + 1;
        while (behind < end && isPortByte(bytes[behind])) {
            behind++;
        }
        if (behind == at + 1) {
            return at;
        }
        portFrom = at + 1;
        return behind;
    }

    private static boolean isPortByte(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z');
    }

    /** A bare host name, up to a place the caller has found: all that Postfix 2.2 and 2.3 printed of a server. */
    int readName(int at, int end) {
        clear();
        if (at < 0 || end <= at) {
            return -1;
        }
        from = at;
        nameTo = end;
        to = end;
        return end;
    }
}
