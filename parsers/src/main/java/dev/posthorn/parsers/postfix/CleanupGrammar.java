package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.Severity;
import org.jspecify.annotations.Nullable;

/** What cleanup prints: postfix-log-messages 9. */
final class CleanupGrammar {

    private final Line line;
    final CleanupMessageIdView messageId;

    CleanupGrammar(Line line) {
        this.line = line;
        messageId = new CleanupMessageIdView(line);
    }

    /** The view that has read the line, or {@code null} if it is none of these. */
    @Nullable
    PostfixView read() {
        return line.severity == Severity.INFO && messageId.read() ? messageId : null;
    }
}
