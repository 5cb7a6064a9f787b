package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.SslError;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/** A handshake failed; borrowed, valid until the next line is read. Accessors as in {@link SslError}. */
public final class SslErrorView extends PostfixView {

    private static final Literal SSL_ACCEPT_ERROR_FROM = Literal.of("SSL_accept error from ");
    private static final Literal SSL_CONNECT_ERROR_TO = Literal.of("SSL_connect error to ");
    private static final Literal COLON = Literal.of(": ");

    private final PeerView peer;
    private final AsciiView status;
    private TlsRole role = TlsRole.SERVER;
    private int statusFrom;

    SslErrorView(Line line) {
        super(line);
        peer = new PeerView(this);
        status = newView();
    }

    /**
     * Which side the writer was.
     *
     * @return server for {@code SSL_accept}, client for {@code SSL_connect}
     */
    public TlsRole role() {
        assert isCurrent() : stale();
        return role;
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
     * What the call came back with.
     *
     * @return a number ({@code -1}, {@code 0}) or, since Postfix 2.9, {@code lost connection} or the system's words
     */
    public AsciiView status() {
        return view(status, statusFrom, line.to);
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onSslError(this);
    }

    @Override
    public MaillogKind kind() {
        return role() == TlsRole.SERVER ? MaillogKind.SSL_ACCEPT_ERROR : MaillogKind.SSL_CONNECT_ERROR;
    }

    @Override
    public SslError snapshot() {
        return SslError.builder()
                .envelope(envelope().snapshot())
                .role(role())
                .peer(peer().snapshot())
                .status(status().toString())
                .build();
    }

    /** {@code SSL_accept error from PEER: <status>}: tls_server.c, tls_server_start; tls_client.c, tls_client_start. */
    boolean read() {
        byte[] bytes = line.bytes;
        role = SSL_ACCEPT_ERROR_FROM.isAt(bytes, line.from, line.to) ? TlsRole.SERVER : TlsRole.CLIENT;
        int at = (role == TlsRole.SERVER ? SSL_ACCEPT_ERROR_FROM : SSL_CONNECT_ERROR_TO)
                .after(bytes, line.from, line.to);
        int behindPeer = peer.read(bytes, at, line.to);
        if (behindPeer < 0 && role == TlsRole.CLIENT) { // Postfix 2.2 printed the host's name alone.
            behindPeer = peer.readName(at, COLON.indexIn(bytes, at, line.to));
        }
        statusFrom = COLON.after(bytes, behindPeer, line.to);
        return statusFrom >= 0 && statusFrom < line.to;
    }
}
