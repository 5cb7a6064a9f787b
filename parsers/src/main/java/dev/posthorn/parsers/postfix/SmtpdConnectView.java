package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.SmtpdConnect;
import dev.posthorn.parsers.internal.swar.Literal;

/** A client connected; borrowed, valid until the next line is read. Accessors as in {@link SmtpdConnect}. */
public final class SmtpdConnectView extends PostfixView {

    private static final Literal CONNECT_FROM = Literal.of("connect from ");

    private final PeerView client;

    SmtpdConnectView(Line line) {
        super(line);
        client = new PeerView(this);
    }

    /**
     * Who connected.
     *
     * @return name and address, the port with {@code smtpd_client_port_logging} only
     */
    public PeerView client() {
        assert isCurrent() : stale();
        return client;
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onSmtpdConnect(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.SMTPD_CONNECT;
    }

    @Override
    public SmtpdConnect snapshot() {
        return SmtpdConnect.builder()
                .envelope(envelope().snapshot())
                .client(client().snapshot())
                .build();
    }

    /** {@code connect from CLIENT}: smtpd.c, smtpd_service. */
    boolean read() {
        int at = CONNECT_FROM.after(line.bytes, line.from, line.to);
        return client.read(line.bytes, at, line.to) == line.to;
    }
}
