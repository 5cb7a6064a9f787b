package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.Severity;
import org.jspecify.annotations.Nullable;

/** What the queue managers print: postfix-log-messages 10. */
final class QmgrGrammar {

    private final Line line;
    final QmgrActiveView active;
    final QmgrRemovedView removed;
    final QmgrExpiredView expired;

    QmgrGrammar(Line line) {
        this.line = line;
        active = new QmgrActiveView(line);
        removed = new QmgrRemovedView(line);
        expired = new QmgrExpiredView(line);
    }

    /** The view that has read the line, or {@code null} if it is none of these. */
    @Nullable
    PostfixView read() {
        if (line.severity != Severity.INFO || !line.hasQueueId) {
            return null;
        }
        return switch (line.firstByte()) {
            case 'r' -> removed.read() ? removed : null;
            case 'f' -> active.read() ? active : expired.read() ? expired : null;
            default -> null;
        };
    }
}
