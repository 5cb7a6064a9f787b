package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.TlsSession;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/** What two hosts agreed on; borrowed, valid until the next line is read. Accessors as in {@link TlsSession}. */
public final class TlsSessionView {

    private static final Literal WITH_CIPHER = Literal.of(" with cipher ");
    private static final Literal OPEN = Literal.of(" (");
    private static final Literal BITS = Literal.of(" bits)");
    private static final Literal KEY_EXCHANGE = Literal.of(" key-exchange ");
    private static final Literal SERVER_SIGNATURE = Literal.of(" server-signature ");
    private static final Literal SERVER_DIGEST = Literal.of(" server-digest ");
    private static final Literal CLIENT_SIGNATURE = Literal.of(" client-signature ");
    private static final Literal CLIENT_DIGEST = Literal.of(" client-digest ");

    private final PostfixView owner;
    private final Line line;
    private final AsciiView protocol;
    private final AsciiView cipherSuiteName;
    private final TlsKeyExchangeView keyExchange;
    private final TlsSignatureView serverSignature;
    private final TlsSignatureView clientSignature;

    private int protocolFrom;
    private int protocolTo;
    private int cipherFrom;
    private int cipherTo;
    private int effectiveFrom;
    private int effectiveTo;
    private int algorithmTo;

    TlsSessionView(PostfixView owner) {
        this.owner = owner;
        line = owner.line;
        protocol = owner.newView();
        cipherSuiteName = owner.newView();
        keyExchange = new TlsKeyExchangeView(owner);
        serverSignature = new TlsSignatureView(owner);
        clientSignature = new TlsSignatureView(owner);
    }

    /**
     * The protocol as it was printed.
     *
     * @return such as {@code TLSv1.2} or {@code unknown}
     */
    public AsciiView protocol() {
        return owner.view(protocol, protocolFrom, protocolTo);
    }

    /**
     * The cipher suite as OpenSSL named it.
     *
     * @return such as {@code ECDHE-RSA-AES128-GCM-SHA256}
     */
    public AsciiView cipherSuiteName() {
        return owner.view(cipherSuiteName, cipherFrom, cipherTo);
    }

    /**
     * How many bits of the key were secret.
     *
     * @return the first number of {@code (56/128 bits)}
     */
    public int effectiveKeyBits() {
        return bits(effectiveFrom, effectiveTo);
    }

    /**
     * How many bits the algorithm takes.
     *
     * @return the second number of {@code (56/128 bits)}
     */
    public int algorithmKeyBits() {
        return bits(effectiveTo + 1, algorithmTo);
    }

    private int bits(int from, int to) {
        assert owner.isCurrent() : PostfixView.stale();
        return (int) Math.min(Scan.value(line.bytes, from, to), Integer.MAX_VALUE);
    }

    /**
     * How the keys were agreed.
     *
     * @return the key exchange, absent unless the protocol is TLS 1.3
     */
    public TlsKeyExchangeView keyExchange() {
        return keyExchange;
    }

    /**
     * How the server proved its identity.
     *
     * @return the signature, absent unless the protocol is TLS 1.3, and for resumed sessions
     */
    public TlsSignatureView serverSignature() {
        return serverSignature;
    }

    /**
     * How the client proved its identity.
     *
     * @return the signature, absent unless the protocol is TLS 1.3 and the client had a certificate or key
     */
    public TlsSignatureView clientSignature() {
        return clientSignature;
    }

    /**
     * An owned copy.
     *
     * @return the session as a value
     */
    public TlsSession snapshot() {
        TlsSession.Builder session = TlsSession.builder()
                .protocol(protocol().toString())
                .cipherSuiteName(cipherSuiteName().toString())
                .effectiveKeyBits(effectiveKeyBits())
                .algorithmKeyBits(algorithmKeyBits());
        if (keyExchange.isPresent()) {
            session.keyExchange(keyExchange.snapshot());
        }
        if (serverSignature.isPresent()) {
            session.serverSignature(serverSignature.snapshot());
        }
        if (clientSignature.isPresent()) {
            session.clientSignature(clientSignature.snapshot());
        }
        return session.build();
    }

    /** {@code <proto> with cipher <cipher> (<used>/<alg> bits)} and the tail of TLS 1.3: tls_misc.c, tls_log_summary. */
    int read(byte[] bytes, int at, int to) {
        if (at < 0) {
            return -1;
        }
        protocolFrom = at;
        protocolTo = TlsParameter.endOfWord(bytes, at, to);
        cipherFrom = WITH_CIPHER.after(bytes, protocolTo, to);
        cipherTo = TlsParameter.endOfWord(bytes, cipherFrom, to);
        effectiveFrom = OPEN.after(bytes, cipherTo, to);
        effectiveTo = Scan.number(bytes, effectiveFrom, to);
        algorithmTo = Scan.number(bytes, Scan.after((byte) '/', bytes, effectiveTo, to), to);
        return readTail(bytes, BITS.after(bytes, algorithmTo, to), to);
    }

    private int readTail(byte[] bytes, int from, int to) {
        int at = keyExchange.parameter.read(KEY_EXCHANGE, bytes, from, to);
        at = serverSignature.read(SERVER_SIGNATURE, SERVER_DIGEST, bytes, at, to);
        return clientSignature.read(CLIENT_SIGNATURE, CLIENT_DIGEST, bytes, at, to);
    }
}
