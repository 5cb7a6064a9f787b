package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.PeerTrust;
import dev.posthorn.mail.TlsEstablished;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.Optional;

/** A handshake succeeded; borrowed, valid until the next line is read. Accessors as in {@link TlsEstablished}. */
public final class TlsEstablishedView extends PostfixView {

    /** Kept as they are given, so that asking allocates nothing. */
    private static final Optional<PeerTrust> ANONYMOUS = Optional.of(PeerTrust.ANONYMOUS);

    private static final Optional<PeerTrust> UNTRUSTED = Optional.of(PeerTrust.UNTRUSTED);
    private static final Optional<PeerTrust> TRUSTED = Optional.of(PeerTrust.TRUSTED);
    private static final Optional<PeerTrust> VERIFIED = Optional.of(PeerTrust.VERIFIED);

    private static final Literal ANONYMOUS_WORD = Literal.of("Anonymous ");
    private static final Literal UNTRUSTED_WORD = Literal.of("Untrusted ");
    private static final Literal TRUSTED_WORD = Literal.of("Trusted ");
    private static final Literal VERIFIED_WORD = Literal.of("Verified ");
    private static final Literal TLS_CONNECTION = Literal.of("TLS connection ");
    private static final Literal ESTABLISHED_FROM = Literal.of("established from ");
    private static final Literal ESTABLISHED_TO = Literal.of("established to ");
    private static final Literal REUSED_TO = Literal.of("reused to ");
    private static final Literal TO = Literal.of(" to ");
    private static final Literal COLON = Literal.of(": ");

    private final PeerView peer;
    private final AsciiView sniHost;
    private final TlsSessionView session;

    private Optional<PeerTrust> trust = Optional.empty();
    private boolean isReused;
    private TlsRole role = TlsRole.SERVER;
    private int sniFrom;
    private int sniTo;

    TlsEstablishedView(Line line) {
        super(line);
        peer = new PeerView(this);
        sniHost = newView();
        session = new TlsSessionView(this);
    }

    /**
     * What Postfix thinks of the peer's certificate.
     *
     * @return the first word, empty before Postfix 2.5
     */
    public Optional<PeerTrust> trust() {
        assert isCurrent() : stale();
        return trust;
    }

    /**
     * Was the connection there already?
     *
     * @return true for {@code connection reused}
     */
    public boolean isReused() {
        assert isCurrent() : stale();
        return isReused;
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
     * @return the client for smtpd, the server for smtp and lmtp; a name without address for clients of Postfix 2.2 and
     *     2.3
     */
    public PeerView peer() {
        assert isCurrent() : stale();
        return peer;
    }

    /**
     * The name the client asked for and the server has a certificate for.
     *
     * @return the name, absent if none was printed
     */
    public AsciiView sniHost() {
        return view(sniHost, sniFrom, sniTo);
    }

    /**
     * What was agreed.
     *
     * @return protocol, cipher suite and the rest
     */
    public TlsSessionView session() {
        assert isCurrent() : stale();
        return session;
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onTlsEstablished(this);
    }

    @Override
    public MaillogKind kind() {
        return isReused() ? MaillogKind.TLS_REUSED : MaillogKind.TLS_ESTABLISHED;
    }

    @Override
    public TlsEstablished snapshot() {
        return TlsEstablished.builder()
                .envelope(envelope().snapshot())
                .trust(trust())
                .isReused(isReused())
                .role(role())
                .peer(peer().snapshot())
                .sniHost(optional(sniHost()))
                .session(session().snapshot())
                .build();
    }

    /**
     * {@code (<Trust> )?TLS connection {established|reused} {from|to} PEER( to <sni>)?: <session>}: tls_misc.c,
     * tls_log_summary.
     */
    boolean read() {
        byte[] bytes = line.bytes;
        int to = line.to;
        int at = TLS_CONNECTION.after(bytes, readTrust(bytes, line.from, to), to);
        at = readDirection(bytes, at, to);
        at = readPeer(bytes, at, to);
        at = readSniHost(bytes, at, to);
        return session.read(bytes, COLON.after(bytes, at, to), to) == to;
    }

    private int readTrust(byte[] bytes, int at, int to) {
        trust = Optional.empty();
        if (at == to) {
            return at;
        }
        return switch (bytes[at]) {
            case 'A' -> trustOr(ANONYMOUS, ANONYMOUS_WORD, bytes, at, to);
            case 'U' -> trustOr(UNTRUSTED, UNTRUSTED_WORD, bytes, at, to);
            case 'V' -> trustOr(VERIFIED, VERIFIED_WORD, bytes, at, to);
            default -> TRUSTED_WORD.isAt(bytes, at, to) ? trustOr(TRUSTED, TRUSTED_WORD, bytes, at, to) : at;
        };
    }

    private int trustOr(Optional<PeerTrust> found, Literal word, byte[] bytes, int at, int to) {
        trust = found;
        return word.after(bytes, at, to);
    }

    private int readDirection(byte[] bytes, int at, int to) {
        isReused = REUSED_TO.isAt(bytes, at, to);
        role = ESTABLISHED_FROM.isAt(bytes, at, to) ? TlsRole.SERVER : TlsRole.CLIENT;
        if (role == TlsRole.SERVER) {
            return ESTABLISHED_FROM.after(bytes, at, to);
        }
        return (isReused ? REUSED_TO : ESTABLISHED_TO).after(bytes, at, to);
    }

    /** Postfix 2.2 and 2.3 print a server's name alone; a colon follows it, as nothing else does. */
    private int readPeer(byte[] bytes, int at, int to) {
        int behind = peer.read(bytes, at, to);
        return behind < 0 && role == TlsRole.CLIENT ? peer.readName(at, COLON.indexIn(bytes, at, to)) : behind;
    }

    /** On the server's line only, where {@code to} names the certificate that was asked for, not a direction. */
    private int readSniHost(byte[] bytes, int at, int to) {
        sniFrom = role == TlsRole.SERVER ? TO.after(bytes, at, to) : -1;
        sniTo = COLON.indexIn(bytes, sniFrom, to);
        return sniFrom < 0 ? at : sniTo;
    }
}
