package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.Severity;
import org.jspecify.annotations.Nullable;

/** What Postfix's TLS library prints, the same in smtpd, smtp, lmtp and tlsproxy: postfix-log-messages 4. */
final class TlsGrammar {

    private final Line line;
    final TlsEngineInitView engineInit;
    final TlsSetupView setup;
    final TlsCipherListView cipherList;
    final TlsStateView state;
    final TlsAlertView alert;
    final SslErrorView sslError;
    final TlsLibraryProblemView libraryProblem;
    final TlsInvalidProtocolsView invalidProtocols;
    final TlsEstablishedView established;

    TlsGrammar(Line line) {
        this.line = line;
        engineInit = new TlsEngineInitView(line);
        setup = new TlsSetupView(line);
        cipherList = new TlsCipherListView(line);
        state = new TlsStateView(line);
        alert = new TlsAlertView(line);
        sslError = new SslErrorView(line);
        libraryProblem = new TlsLibraryProblemView(line);
        invalidProtocols = new TlsInvalidProtocolsView(line);
        established = new TlsEstablishedView(line);
    }

    /** The view that has read the line, or {@code null} if it is none of these. */
    @Nullable
    PostfixView read() {
        return switch (line.severity) {
            case INFO -> line.lead == Lead.PEER ? when(cipherList.read(), cipherList) : readWords();
            case WARNING -> readWarning();
            case DEBUG, ERROR, FATAL, PANIC -> null;
        };
    }

    private @Nullable PostfixView readWords() {
        return switch (line.firstByte()) {
            case 'S' -> sslError.read() ? sslError : alert.read() ? alert : when(state.read(), state);
            case 's' -> when(setup.read(), setup);
            case 'i' -> when(engineInit.read(), engineInit);
            case 'u' -> when(state.read(), state);
            case 'A', 'U', 'T', 'V' -> when(established.read(), established);
            default -> null;
        };
    }

    private @Nullable PostfixView readWarning() {
        if (line.lead == Lead.PEER) {
            return when(invalidProtocols.readClient(), invalidProtocols);
        }
        return switch (line.firstByte()) {
            case 'T' -> when(libraryProblem.read(), libraryProblem);
            case 'I' -> when(invalidProtocols.readServer(), invalidProtocols);
            default -> null;
        };
    }

    /**
     * The two warnings that can be nobody else's, for fragments that have lost their tag. The rest of this grammar is
     * not tried on such lines: Cyrus and others print {@code SSL_accept} too.
     */
    @Nullable
    PostfixView readFragment() {
        return line.severity == Severity.WARNING ? readWarning() : null;
    }

    /** Does a line begin like one of the warnings above, as far as it goes? */
    static boolean beginsLikeWarning(Line line) {
        return TlsLibraryProblemView.TLS_LIBRARY_PROBLEM.beginsAt(line.bytes, line.from, line.to)
                || TlsInvalidProtocolsView.INVALID.beginsAt(line.bytes, line.from, line.to);
    }

    private static @Nullable PostfixView when(boolean read, PostfixView view) {
        return read ? view : null;
    }
}
