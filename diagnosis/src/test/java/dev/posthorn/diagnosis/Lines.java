package dev.posthorn.diagnosis;

import dev.posthorn.maillog.MaillogDiagnosis;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Log lines of our own, and what comes out of them. */
final class Lines {

    static final String NO_SHARED_CIPHER =
            "warning: TLS library problem: error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1355:";

    static final String UNKNOWN_PROTOCOL =
            "warning: TLS library problem: error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol:s23_srvr.c:628:";

    private final StringBuilder text = new StringBuilder();

    static Lines log() {
        return new Lines();
    }

    /** A line of smtpd with a header. */
    Lines smtpd(int pid, String message) {
        return line("Aug 23 21:56:15 mx postfix/smtpd[" + pid + "]: " + message);
    }

    /** A line of the SMTP client with a header. */
    Lines smtp(int pid, String message) {
        return line("Aug 23 21:56:15 mx postfix/smtp[" + pid + "]: " + message);
    }

    /** A line of some other program with a header. */
    Lines program(String tag, int pid, String message) {
        return line("Aug 23 21:56:15 mx " + tag + "[" + pid + "]: " + message);
    }

    /** Any line. */
    Lines line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Lines that are complete with their ends. */
    Lines text(String lines) {
        text.append(lines);
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    MaillogDiagnosis diagnose(MailServer server) {
        return diagnose(bytes(), server);
    }

    static MaillogDiagnosis diagnose(byte[] log, MailServer server) {
        try (MaillogCursor cursor = Maillog.open(log)) {
            return MaillogDiagnosis.of(cursor, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<SmtpSession> sessions() {
        return sessions(TrackingLimits.defaults());
    }

    List<SmtpSession> sessions(TrackingLimits limits) {
        List<SmtpSession> sessions = new ArrayList<>();
        SessionTracker tracker = new SessionTracker(sessions::add, limits);
        read(tracker::accept);
        tracker.finish();
        return sessions;
    }

    List<MessagePath> messages() {
        List<MessagePath> messages = new ArrayList<>();
        MessageTracker tracker = new MessageTracker(messages::add);
        read(tracker::accept);
        tracker.finish();
        return messages;
    }

    private void read(Consumer<MaillogCursor> tracker) {
        try (MaillogCursor cursor = Maillog.open(bytes())) {
            while (cursor.advance()) {
                tracker.accept(cursor);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
