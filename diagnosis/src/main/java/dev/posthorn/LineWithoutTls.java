package dev.posthorn;

import dev.posthorn.mail.Delivery;
import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.PostfixNotice;
import dev.posthorn.mail.Unrecognized;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.text.TerminalText;
import dev.posthorn.text.WrappedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what a line is that tells nothing of a handshake. */
final class LineWithoutTls {

    private static final int COLUMNS = 80;
    private static final int MAX_ECHO = 400;
    private static final Pattern ABOUT_TLS =
            Pattern.compile("(?<![A-Za-z])(?:START)?(?:TLS|SSL)(?![a-z])|certificate|cipher");

    private LineWithoutTls() {}

    static String explain(String text) {
        Optional<MaillogEvent> event = firstEvent(text);
        WrappedText out = new WrappedText(COLUMNS).breakingWords();
        if (text.isBlank()) {
            return out.paragraph("An empty line.").toString().stripTrailing();
        }
        out.paragraph((ABOUT_TLS.matcher(text).find()
                        ? "This line tells nothing of a handshake that failed. It is "
                        : "This line is not about TLS. It is ")
                + event.map(LineWithoutTls::what).orElse("no line of a mail log") + ":");
        out.item(
                "  ",
                "  ",
                event.filter(known -> !(known instanceof Unrecognized || known instanceof PostfixNotice))
                        .map(known -> TerminalText.escape(known.oneLine(), MAX_ECHO))
                        .orElseGet(() -> TerminalText.escape(text.strip(), MAX_ECHO)));
        if (event.isEmpty() || event.get() instanceof Unrecognized) {
            out.blank()
                    .paragraph("An error of OpenSSL looks like this: error:1408A0C1:SSL"
                            + " routines:ssl3_get_client_hello:no shared cipher");
        }
        return out.toString().stripTrailing();
    }

    private static Optional<MaillogEvent> firstEvent(String text) {
        try (MaillogCursor cursor = Maillog.open(text.getBytes(StandardCharsets.UTF_8))) {
            return cursor.advance() ? Optional.of(cursor.snapshot()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String what(MaillogEvent event) {
        return switch (event.kind()) {
            case SMTPD_CONNECT -> "a client that connected";
            case SMTPD_DISCONNECT -> "a client that left";
            case SMTPD_LOST -> "a client that hung up in the middle of the conversation";
            case SMTPD_CLIENT -> "the start of a message, by the client that sends it";
            case CLEANUP_MESSAGE_ID, CLEANUP_RESENT_MESSAGE_ID -> "the name of a message, as its sender gave it";
            case QMGR_ACTIVE -> "a message about to be delivered";
            case QMGR_REMOVED -> "a message that is done with and leaves the queue";
            case QMGR_EXPIRED -> "a message that waited too long and goes back";
            case DELIVERY ->
                "an attempt to deliver a message, and what came of it (" + statusOf((Delivery) event) + ")";
            case SMTPD_REJECT, POSTSCREEN_REJECT, MILTER_REJECT -> "a message that was refused";
            case LAST_MESSAGE_REPEATED, MESSAGE_REPEATED -> "a line that stands for others like the one before";
            case RSYSLOG_RATE_LIMIT, JOURNALD_RATE_LIMIT -> "a gap in the log, where lines were lost";
            case UNRECOGNIZED -> unrecognized((Unrecognized) event);
            default -> "a message of " + program(event);
        };
    }

    private static String statusOf(Delivery delivery) {
        return TerminalText.escape(delivery.statusWord());
    }

    private static String unrecognized(Unrecognized event) {
        return switch (event.reason()) {
            case EMPTY -> "an empty line";
            case NO_TAG -> "no line of a mail log";
            case FOREIGN_PROGRAM -> "a line of another program, " + program(event);
            case UNKNOWN_MESSAGE -> "a message of " + program(event) + " that this library does not know";
            case OVERLONG -> "a line too long to be read";
        };
    }

    private static String program(MaillogEvent event) {
        return event.envelope().tag().map(TerminalText::escape).orElse("the mail system");
    }
}
