package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsEngineInit;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.parsers.internal.swar.Literal;

/** A process makes itself ready for TLS; borrowed, valid until the next line is read. */
public final class TlsEngineInitView extends PostfixView {

    private static final Literal INITIALIZING = Literal.of("initializing the ");
    private static final Literal SERVER = Literal.of("server");
    private static final Literal CLIENT = Literal.of("client");
    private static final Literal SIDE_TLS_ENGINE = Literal.of("-side TLS engine");

    private TlsRole role = TlsRole.SERVER;

    TlsEngineInitView(Line line) {
        super(line);
    }

    /**
     * For which side.
     *
     * @return the role named in the text
     */
    public TlsRole role() {
        assert isCurrent() : stale();
        return role;
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onTlsEngineInit(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.TLS_ENGINE_INIT;
    }

    @Override
    public TlsEngineInit snapshot() {
        return TlsEngineInit.builder()
                .envelope(envelope().snapshot())
                .role(role())
                .build();
    }

    /** {@code initializing the {server|client}-side TLS engine}: tls_server.c, tls_server_init; tls_client.c. */
    boolean read() {
        int at = INITIALIZING.after(line.bytes, line.from, line.to);
        role = SERVER.isAt(line.bytes, at, line.to) ? TlsRole.SERVER : TlsRole.CLIENT;
        at = (role == TlsRole.SERVER ? SERVER : CLIENT).after(line.bytes, at, line.to);
        return SIDE_TLS_ENGINE.after(line.bytes, at, line.to) == line.to;
    }
}
