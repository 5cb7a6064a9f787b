package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsState;
import dev.posthorn.mail.TlsStateOutcome;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/** A step of a handshake; borrowed, valid until the next line is read. Accessors as in {@link TlsState}. */
public final class TlsStateView extends PostfixView {

    private static final Literal SSL_ACCEPT = Literal.of("SSL_accept:");
    private static final Literal SSL_CONNECT = Literal.of("SSL_connect:");
    private static final Literal UNKNOWN = Literal.of("unknown:");
    private static final Literal FAILED_IN = Literal.of("failed in ");
    private static final Literal ERROR_IN = Literal.of("error in ");

    private final AsciiView prefix;
    private final AsciiView state;
    private int stateFrom;
    private int prefixTo;
    private TlsStateOutcome outcome = TlsStateOutcome.REACHED;

    TlsStateView(Line line) {
        super(line);
        prefix = newView();
        state = newView();
    }

    /**
     * What OpenSSL is doing.
     *
     * @return {@code SSL_accept}, {@code SSL_connect} or {@code unknown}
     */
    public AsciiView prefix() {
        return view(prefix, line.from, prefixTo);
    }

    /**
     * How the step went.
     *
     * @return the word in front of the state
     */
    public TlsStateOutcome outcome() {
        assert isCurrent() : stale();
        return outcome;
    }

    /**
     * The step.
     *
     * @return such as {@code SSLv3 read client hello C}
     */
    public AsciiView state() {
        return view(state, stateFrom, line.to);
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onTlsState(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.TLS_STATE;
    }

    @Override
    public TlsState snapshot() {
        return TlsState.builder()
                .envelope(envelope().snapshot())
                .prefix(prefix().toString())
                .outcome(outcome())
                .state(state().toString())
                .build();
    }

    /** {@code SSL_accept:(failed in |error in )?<state>}: tls_misc.c, tls_info_callback. */
    boolean read() {
        byte[] bytes = line.bytes;
        int at = readPrefix(bytes, line.from, line.to);
        if (at < 0) {
            return false;
        }
        prefixTo = at - 1;
        if (FAILED_IN.isAt(bytes, at, line.to)) {
            outcome = TlsStateOutcome.FAILED;
            at = FAILED_IN.after(bytes, at, line.to);
        } else if (ERROR_IN.isAt(bytes, at, line.to)) {
            outcome = TlsStateOutcome.ERROR;
            at = ERROR_IN.after(bytes, at, line.to);
        } else {
            outcome = TlsStateOutcome.REACHED;
        }
        stateFrom = at;
        return at < line.to;
    }

    private static int readPrefix(byte[] bytes, int at, int to) {
        if (SSL_ACCEPT.isAt(bytes, at, to)) {
            return SSL_ACCEPT.after(bytes, at, to);
        }
        return SSL_CONNECT.isAt(bytes, at, to) ? SSL_CONNECT.after(bytes, at, to) : UNKNOWN.after(bytes, at, to);
    }
}
