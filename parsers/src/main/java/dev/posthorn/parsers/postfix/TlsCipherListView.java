package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsCipherList;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/** Which cipher string is in force; borrowed, valid until the next line is read. Accessors as in {@link TlsCipherList}. */
public final class TlsCipherListView extends PostfixView {

    private static final Literal TLS_CIPHER_LIST = Literal.of(": TLS cipher list \"");

    private final PeerView peer;
    private final AsciiView cipherString;
    private int cipherStringFrom;

    TlsCipherListView(Line line) {
        super(line);
        peer = new PeerView(this);
        cipherString = newView();
    }

    /**
     * The other side.
     *
     * @return the client for smtpd, the server for smtp and lmtp
     */
    public PeerView peer() {
        assert isCurrent() : stale();
        return peer;
    }

    /**
     * The cipher string.
     *
     * @return the text between the quotes, as OpenSSL gets it
     */
    public AsciiView cipherString() {
        return view(cipherString, cipherStringFrom, line.to - 1);
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onTlsCipherList(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.TLS_CIPHER_LIST;
    }

    @Override
    public TlsCipherList snapshot() {
        return TlsCipherList.builder()
                .envelope(envelope().snapshot())
                .peer(peer().snapshot())
                .cipherString(cipherString().toString())
                .build();
    }

    /** {@code PEER: TLS cipher list "<string>"}: tls_server.c, tls_server_start; tls_client.c. */
    boolean read() {
        byte[] bytes = line.bytes;
        int at = peer.read(bytes, line.from, line.to);
        cipherStringFrom = TLS_CIPHER_LIST.after(bytes, at, line.to);
        return cipherStringFrom >= 0 && cipherStringFrom < line.to && bytes[line.to - 1] == '"';
    }
}
