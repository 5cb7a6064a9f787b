package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsInvalidProtocols;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * A list of protocols Postfix cannot read; borrowed, valid until the next line is read. Accessors as in
 * {@link TlsInvalidProtocols}.
 */
public final class TlsInvalidProtocolsView extends PostfixView {

    static final Literal INVALID = Literal.of("Invalid TLS protocol list \"");
    private static final Literal COLON = Literal.of(": ");
    private static final Literal DISABLING = Literal.of("\": disabling TLS support");
    private static final Literal ABORTING = Literal.of("\": aborting TLS session");

    private final PeerView peer;
    private final AsciiView protocols;
    private int protocolsFrom;
    private int protocolsTo;

    TlsInvalidProtocolsView(Line line) {
        super(line);
        peer = new PeerView(this);
        protocols = newView();
    }

    /**
     * The server whose session was given up.
     *
     * @return the server for smtp and lmtp, absent for smtpd
     */
    public PeerView peer() {
        assert isCurrent() : stale();
        return peer;
    }

    /**
     * The list.
     *
     * @return the text between the quotes, as it stands in main.cf
     */
    public AsciiView protocols() {
        return view(protocols, protocolsFrom, protocolsTo);
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onTlsInvalidProtocols(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.TLS_INVALID_PROTOCOLS;
    }

    @Override
    public TlsInvalidProtocols snapshot() {
        TlsInvalidProtocols.Builder invalid = TlsInvalidProtocols.builder()
                .envelope(envelope().snapshot())
                .protocols(protocols().toString());
        return (peer().isPresent() ? invalid.peer(peer().snapshot()) : invalid).build();
    }

    /** {@code Invalid TLS protocol list "<l>": disabling TLS support}: tls_server.c, tls_server_init. */
    boolean readServer() {
        peer.clear();
        return readList(line.from, DISABLING);
    }

    /** {@code PEER: Invalid TLS protocol list "<l>": aborting TLS session}: tls_client.c, tls_client_start. */
    boolean readClient() {
        int at = peer.read(line.bytes, line.from, line.to);
        return readList(COLON.after(line.bytes, at, line.to), ABORTING);
    }

    private boolean readList(int at, Literal end) {
        protocolsFrom = INVALID.after(line.bytes, at, line.to);
        protocolsTo = line.to - end.length();
        return protocolsFrom >= 0 && protocolsFrom <= protocolsTo && end.isAt(line.bytes, protocolsTo, line.to);
    }
}
