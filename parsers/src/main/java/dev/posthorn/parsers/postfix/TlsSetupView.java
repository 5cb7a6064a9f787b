package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.mail.TlsSetup;
import dev.posthorn.parsers.internal.swar.Literal;

/** A handshake begins; borrowed, valid until the next line is read. Accessors as in {@link TlsSetup}. */
public final class TlsSetupView extends PostfixView {

    private static final Literal SETTING_UP = Literal.of("setting up TLS connection ");
    private static final Literal FROM = Literal.of("from ");
    private static final Literal TO = Literal.of("to ");

    private final PeerView peer;
    private TlsRole role = TlsRole.SERVER;

    TlsSetupView(Line line) {
        super(line);
        peer = new PeerView(this);
    }

    /**
     * Which side the writer is.
     *
     * @return server for {@code from}, client for {@code to}
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

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onTlsSetup(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.TLS_SETUP;
    }

    @Override
    public TlsSetup snapshot() {
        return TlsSetup.builder()
                .envelope(envelope().snapshot())
                .role(role())
                .peer(peer().snapshot())
                .build();
    }

    /** {@code setting up TLS connection {from|to} PEER}: tls_server.c, tls_server_start; tls_client.c. */
    boolean read() {
        byte[] bytes = line.bytes;
        int at = SETTING_UP.after(bytes, line.from, line.to);
        role = FROM.isAt(bytes, at, line.to) ? TlsRole.SERVER : TlsRole.CLIENT;
        at = (role == TlsRole.SERVER ? FROM : TO).after(bytes, at, line.to);
        return peer.read(bytes, at, line.to) == line.to;
    }
}
