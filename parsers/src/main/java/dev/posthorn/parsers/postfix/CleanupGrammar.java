package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.Severity;
import org.jspecify.annotations.Nullable;

/** What cleanup prints: postfix-log-messages 9. */
final class CleanupGrammar {

    private final Line line;
    private final CleanupMessageIdView messageId;
    private final AccessGrammar access;
    private final ContentCheckView contentCheck;

    CleanupGrammar(Line line, AccessGrammar access, ContentCheckView contentCheck) {
        this.line = line;
        this.access = access;
        this.contentCheck = contentCheck;
        messageId = new CleanupMessageIdView(line);
    }

    /** The view that has read the line, or {@code null} if it is none of these. */
    @Nullable
    PostfixView read() {
        if (line.severity != Severity.INFO) {
            return null;
        }
        if (messageId.read()) {
            return messageId;
        }
        PostfixView decision = access.readMilter();
        return decision != null ? decision : contentCheck.readCleanup() ? contentCheck : null;
    }
}
