package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.internal.swar.Literal;
import org.jspecify.annotations.Nullable;

/** Decisions about clients and messages: postfix-log-messages 3.3, 8 and 9.3. */
final class AccessGrammar {

    private static final Literal REJECT = Literal.of("reject");
    private static final Literal PROXY_ACCEPT = Literal.of("proxy-accept");
    private static final Literal PROXY_REJECT = Literal.of("proxy-reject");
    private static final Literal MILTER_REJECT = Literal.of("milter-reject");
    private static final Literal MILTER_HOLD = Literal.of("milter-hold");
    private static final Literal MILTER_DISCARD = Literal.of("milter-discard");

    private static final Literal[] SMTPD_ACTIONS = {
        Literal.of("reject"),
        Literal.of("reject_warning"),
        Literal.of("warn"),
        Literal.of("info"),
        Literal.of("hangup"),
        Literal.of("permit"),
        Literal.of("filter"),
        Literal.of("redirect"),
        Literal.of("bcc"),
        Literal.of("hold"),
        Literal.of("delay"),
        Literal.of("discard")
    };

    private static final MaillogKind[] SMTPD_KINDS = {
        MaillogKind.SMTPD_REJECT,
        MaillogKind.SMTPD_REJECT_WARNING,
        MaillogKind.SMTPD_WARN,
        MaillogKind.SMTPD_INFO,
        MaillogKind.SMTPD_HANGUP,
        MaillogKind.SMTPD_PERMIT,
        MaillogKind.SMTPD_FILTER,
        MaillogKind.SMTPD_REDIRECT,
        MaillogKind.SMTPD_BCC,
        MaillogKind.SMTPD_HOLD,
        MaillogKind.SMTPD_DELAY,
        MaillogKind.SMTPD_DISCARD
    };

    private final Line line;
    private final AccessDecisionView decision;

    AccessGrammar(Line line) {
        this.line = line;
        decision = new AccessDecisionView(line);
    }

    /** What smtpd itself decides, and what milters and proxy filters tell it to. */
    @Nullable
    PostfixView readSmtpd() {
        if (line.lead != Lead.QUEUE_ID) {
            return readProxy();
        }
        for (int i = 0; i < SMTPD_ACTIONS.length; i++) {
            if (SMTPD_ACTIONS[i].isAt(line.bytes, line.from, line.to)
                    && decision.read(SMTPD_ACTIONS[i], SMTPD_KINDS[i])) {
                return decision;
            }
        }
        return readMilter();
    }

    private @Nullable PostfixView readProxy() {
        if (line.firstByte() != 'p') {
            return null;
        }
        boolean isDecision = decision.readProxy(PROXY_ACCEPT, MaillogKind.SMTPD_PROXY_ACCEPT)
                || decision.readProxy(PROXY_REJECT, MaillogKind.SMTPD_PROXY_REJECT);
        return isDecision ? decision : null;
    }

    /** smtpd and cleanup print these alike, but for the reply code. */
    @Nullable
    PostfixView readMilter() {
        if (line.lead != Lead.QUEUE_ID || line.firstByte() != 'm') {
            return null;
        }
        boolean isDecision = decision.read(MILTER_REJECT, MaillogKind.MILTER_REJECT)
                || decision.read(MILTER_HOLD, MaillogKind.MILTER_HOLD)
                || decision.read(MILTER_DISCARD, MaillogKind.MILTER_DISCARD);
        return isDecision ? decision : null;
    }

    /** postscreen knows no names: its clients are addresses in brackets (postfix-log-messages 1.5). */
    @Nullable
    PostfixView readPostscreen() {
        boolean isDecision = line.lead == Lead.QUEUE_ID
                && decision.read(REJECT, MaillogKind.POSTSCREEN_REJECT)
                && decision.isClientNameless();
        return isDecision ? decision : null;
    }
}
