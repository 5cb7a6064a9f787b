package dev.posthorn.parsers;

import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.parsers.bytes.Lifetime;
import dev.posthorn.parsers.postfix.PostfixReader;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.syslog.EnvelopeReader;
import dev.posthorn.parsers.syslog.EnvelopeView;

/** The one way from a line to an event: cursor and decoder both go through here. */
final class LineReader {

    private final EnvelopeReader envelopes;
    private final PostfixReader postfix;
    private final UnrecognizedView unrecognized;

    private MaillogKind kind = MaillogKind.UNRECOGNIZED;

    LineReader() {
        Lifetime lifetime = new Lifetime();
        envelopes = new EnvelopeReader(lifetime);
        postfix = new PostfixReader(lifetime, envelopes);
        unrecognized = new UnrecognizedView(lifetime, envelopes);
    }

    /** Reads the framer's current line. Views of the line before are dead from here on. */
    MaillogKind read(LineFramer line) {
        envelopes.read(line.bytes(), line.from(), line.to(), line.number(), line.offset(), line.size());
        if (line.isCut()) {
            kind = unrecognized(UnrecognizedReason.OVERLONG);
        } else if (isEmpty(line)) {
            kind = unrecognized(UnrecognizedReason.EMPTY);
        } else {
            kind = postfix.read();
            if (kind == MaillogKind.UNRECOGNIZED) {
                unrecognized(postfix.reason());
            }
            postfix.recall();
        }
        envelopes.recall();
        return kind;
    }

    private static boolean isEmpty(LineFramer line) {
        int length = line.to() - line.from();
        return length == 0 || (length == 1 && line.bytes()[line.from()] == '\r');
    }

    private MaillogKind unrecognized(UnrecognizedReason reason) {
        unrecognized.because(reason);
        return MaillogKind.UNRECOGNIZED;
    }

    MaillogKind kind() {
        return kind;
    }

    EnvelopeView envelope() {
        return envelopes.envelope();
    }

    /** The view of a line that was recognised, if it is of that type. */
    <V extends PostfixView> V view(Class<V> type) {
        if (kind == MaillogKind.UNRECOGNIZED || !type.isInstance(postfix.view())) {
            throw wrongKind(type);
        }
        return type.cast(postfix.view());
    }

    UnrecognizedView unrecognized() {
        if (kind != MaillogKind.UNRECOGNIZED) {
            throw wrongKind(UnrecognizedView.class);
        }
        return unrecognized.lend();
    }

    private IllegalStateException wrongKind(Class<?> wanted) {
        return new IllegalStateException("the line is " + kind + ": no " + wanted.getSimpleName() + " shows that");
    }

    MaillogEvent snapshot() {
        return kind == MaillogKind.UNRECOGNIZED
                ? unrecognized().snapshot()
                : view(PostfixView.class).snapshot();
    }
}
