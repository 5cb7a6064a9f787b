package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsLibraryProblem;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * One entry of OpenSSL's error queue; borrowed, valid until the next line is read. Accessors as in
 * {@link TlsLibraryProblem}.
 */
public final class TlsLibraryProblemView extends PostfixView {

    static final Literal TLS_LIBRARY_PROBLEM = Literal.of("TLS library problem: ");
    private static final Literal ERROR = Literal.of("error:");

    private final AsciiView errorString;
    private final AsciiView code;
    private final AsciiView library;
    private final AsciiView function;
    private final AsciiView reason;
    private final AsciiView sourceFile;
    private final AsciiView sourceLine;
    private final AsciiView data;
    private int threadIdFrom;
    private int errorStringFrom;

    TlsLibraryProblemView(Line line) {
        super(line);
        errorString = newView();
        code = newView();
        library = newView();
        function = newView();
        reason = newView();
        sourceFile = newView();
        sourceLine = newView();
        data = newView();
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

    /**
     * The packed error code.
     *
     * @return such as {@code 1408A0C1}, absent if the line was cut before it ends
     */
    public AsciiView code() {
        return part(code, 1);
    }

    /**
     * The part of OpenSSL that had the problem.
     *
     * @return such as {@code SSL routines}, absent if the line was cut before it ends
     */
    public AsciiView library() {
        return part(library, 2);
    }

    /**
     * The function that had the problem.
     *
     * @return such as {@code SSL3_GET_CLIENT_HELLO}, empty since OpenSSL 3, absent if the line was cut before it ends
     */
    public AsciiView function() {
        return part(function, 3);
    }

    /**
     * What the problem was.
     *
     * @return such as {@code no shared cipher}, absent if the line was cut before it ends
     */
    public AsciiView reason() {
        return part(reason, 4);
    }

    /**
     * The source file of OpenSSL that reported it.
     *
     * @return such as {@code s3_srvr.c} or a path, absent if the line was cut before it ends
     */
    public AsciiView sourceFile() {
        return part(sourceFile, 5);
    }

    /**
     * The line of that source file.
     *
     * @return digits, absent if the line was cut before they end
     */
    public AsciiView sourceLine() {
        return part(sourceLine, 6);
    }

    /**
     * What OpenSSL has to add. Only this part can have colons in it.
     *
     * @return such as {@code SSL alert number 40}, absent if there is nothing
     */
    public AsciiView data() {
        int from = startOfPart(7);
        int to = isTruncated() ? line.to : line.to - 1;
        return from < 0 || from >= to ? view(data, -1, -1) : view(data, from, to);
    }

    /**
     * Was the line cut? Postfix ends it with a colon.
     *
     * @return true if the last byte is none
     */
    public boolean isTruncated() {
        assert isCurrent() : stale();
        return line.bytes[line.to - 1] != ':';
    }

    /** The part behind a number of colons, {@code error} being part 0: split when asked, not before. */
    private AsciiView part(AsciiView into, int number) {
        int from = startOfPart(number);
        int to = from < 0 ? -1 : ByteSearch.indexOf(line.bytes, from, line.to, (byte) ':');
        return to < 0 ? view(into, -1, -1) : view(into, from, to);
    }

    private int startOfPart(int number) {
        int from = errorStringFrom;
        for (int colons = 0; colons < number && from >= 0; colons++) {
            int colon = ByteSearch.indexOf(line.bytes, from, line.to, (byte) ':');
            from = colon < 0 ? -1 : colon + 1;
        }
        return from;
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onTlsLibraryProblem(this);
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
