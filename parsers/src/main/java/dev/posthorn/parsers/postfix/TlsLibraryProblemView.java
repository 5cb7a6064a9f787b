package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsLibraryProblem;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * One entry of OpenSSL's error queue; borrowed, valid until the next line is read. Accessors as in
 * {@link TlsLibraryProblem}.
 */
public final class TlsLibraryProblemView extends PostfixView {

    private static final Literal TLS_LIBRARY_PROBLEM = Literal.of("TLS library problem: ");
    private static final Literal ERROR = Literal.of("error:");

    private final AsciiView errorString;
    private int threadIdFrom;
    private int errorStringFrom;

    TlsLibraryProblemView(Line line) {
        super(line);
        errorString = newView();
    }

    /**
     * The library's own idea of who had the problem (Postfix up to 2.10): in practice the process id.
     *
     * @return the number in front of the error string, -1 if none was printed
     */
    public long threadId() {
        assert isCurrent() : stale();
        return threadIdFrom < 0 ? -1 : Scan.value(line.bytes, threadIdFrom, errorStringFrom - 1);
    }

    /**
     * The process that had the problem: a fragment without tag still says so up to Postfix 2.10.
     *
     * @return the process id of the line, else the {@link #threadId()}, else -1
     */
    public long processId() {
        long pid = envelope().pid();
        return pid >= 0 ? pid : threadId();
    }

    /**
     * What OpenSSL says.
     *
     * @return the text from {@code error:} to the end of the line
     */
    public AsciiView errorString() {
        return view(errorString, errorStringFrom, line.to);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.TLS_LIBRARY_PROBLEM;
    }

    @Override
    public TlsLibraryProblem snapshot() {
        TlsLibraryProblem.Builder problem = TlsLibraryProblem.builder()
                .envelope(envelope().snapshot())
                .errorString(errorString().toString());
        return (threadId() < 0 ? problem : problem.threadId(threadId())).build();
    }

    /** {@code TLS library problem: (<tid>:)?error:…:<file>:<line>:(<data>:)?}: tls_misc.c, tls_print_errors. */
    boolean read() {
        byte[] bytes = line.bytes;
        int at = TLS_LIBRARY_PROBLEM.after(bytes, line.from, line.to);
        int behindThreadId = Scan.after((byte) ':', bytes, Scan.number(bytes, at, line.to), line.to);
        threadIdFrom = behindThreadId < 0 ? -1 : at;
        errorStringFrom = behindThreadId < 0 ? at : behindThreadId;
        return ERROR.isAt(bytes, errorStringFrom, line.to);
    }
}
