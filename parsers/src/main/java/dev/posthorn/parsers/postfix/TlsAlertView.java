package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.AlertDirection;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsAlert;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.internal.swar.Literal;

/** An alert went by; borrowed, valid until the next line is read. Accessors as in {@link TlsAlert}. */
public final class TlsAlertView extends PostfixView {

    private static final Literal SSL3_ALERT = Literal.of("SSL3 alert ");
    private static final Literal READ = Literal.of("read:");
    private static final Literal WRITE = Literal.of("write:");

    private final AsciiView level;
    private final AsciiView description;
    private AlertDirection direction = AlertDirection.RECEIVED;
    private int levelFrom;
    private int levelTo;

    TlsAlertView(Line line) {
        super(line);
        level = newView();
        description = newView();
    }

    /**
     * Who sent it: that side has a complaint.
     *
     * @return sent by this host or received from the peer
     */
    public AlertDirection direction() {
        assert isCurrent() : stale();
        return direction;
    }

    /**
     * The level as OpenSSL prints it.
     *
     * @return {@code fatal}, {@code warning} or {@code unknown}
     */
    public AsciiView level() {
        return view(level, levelFrom, levelTo);
    }

    /**
     * The complaint as OpenSSL prints it.
     *
     * @return such as {@code handshake failure}
     */
    public AsciiView description() {
        return view(description, levelTo + 1, line.to);
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onTlsAlert(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.TLS_ALERT;
    }

    @Override
    public TlsAlert snapshot() {
        return TlsAlert.builder()
                .envelope(envelope().snapshot())
                .direction(direction())
                .level(level().toString())
                .description(description().toString())
                .build();
    }

    /** {@code SSL3 alert {read|write}:<level>:<description>}: tls_misc.c, tls_info_callback. */
    boolean read() {
        byte[] bytes = line.bytes;
        int at = SSL3_ALERT.after(bytes, line.from, line.to);
        direction = READ.isAt(bytes, at, line.to) ? AlertDirection.RECEIVED : AlertDirection.SENT;
        levelFrom = (direction == AlertDirection.RECEIVED ? READ : WRITE).after(bytes, at, line.to);
        levelTo = levelFrom < 0 ? -1 : ByteSearch.indexOf(bytes, levelFrom, line.to, (byte) ':');
        return levelTo > levelFrom && levelTo + 1 < line.to;
    }
}
