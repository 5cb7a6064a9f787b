package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.Severity;
import org.jspecify.annotations.Nullable;

/** What smtpd prints beside the TLS library: postfix-log-messages 3. */
final class SmtpdGrammar {

    private final Line line;
    private final AccessGrammar access;
    private final TlsGrammar tls;
    final SmtpdConnectView connect;
    final SmtpdDisconnectView disconnect;
    final SmtpdLostView lost;
    final SmtpdClientView client;

    SmtpdGrammar(Line line, AccessGrammar access, TlsGrammar tls) {
        this.line = line;
        this.access = access;
        this.tls = tls;
        connect = new SmtpdConnectView(line);
        disconnect = new SmtpdDisconnectView(line);
        lost = new SmtpdLostView(line);
        client = new SmtpdClientView(line);
    }

    /** The view that has read the line, or {@code null} if it is none of these. */
    @Nullable
    PostfixView read() {
        PostfixView view = line.severity == Severity.INFO ? readInfo() : null;
        return view != null ? view : tls.read();
    }

    private @Nullable PostfixView readInfo() {
        if (line.lead == Lead.QUEUE_ID) {
            return readAboutMessage();
        }
        return switch (line.firstByte()) {
            case 'c' -> when(connect.read(), connect);
            case 'd' -> when(disconnect.read(), disconnect);
            case 'l', 't', 'b' -> when(lost.read(), lost);
            case 'p' -> access.readSmtpd();
            default -> null;
        };
    }

    private @Nullable PostfixView readAboutMessage() {
        return switch (line.firstByte()) {
            case 'c' -> when(client.read(), client);
            case 'l', 't' -> when(lost.read(), lost);
            case 'b' -> lost.read() ? lost : access.readSmtpd();
            default -> access.readSmtpd();
        };
    }

    private static @Nullable PostfixView when(boolean read, PostfixView view) {
        return read ? view : null;
    }
}
