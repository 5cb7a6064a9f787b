package dev.posthorn.parsers.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exim's reject log: a line, and the message it is about. */
class RejectLogTest {

    private static final String REJECTION =
            "2026-11-04 09:05:01 H=(helo) [192.0.2.9] F=<a@example.com> rejected after DATA: no\n";

    @Test
    void lines_behindARejection_areTheMessageThatWasRejected() throws IOException {
        assertThat(kinds(REJECTION
                        + "Envelope-from: <a@example.com>\n"
                        + "Envelope-to: <b@example.org>\n"
                        + "P Received: from [192.0.2.9] (helo=helo)\n"
                        + "\tby mail.example.org with esmtp (Exim 4.96)\n"
                        + "F From: a@example.com\n"
                        + "  Subject: buy now\n"))
                .startsWith(MaillogKind.EXIM_REJECTED)
                .hasSize(7)
                .filteredOn(kind -> kind == MaillogKind.EXIM_REJECTED_MESSAGE)
                .hasSize(6);
    }

    @Test
    void envelopeLine_behindARejection_hasItsAddress() throws IOException {
        try (MaillogCursor cursor = cursor(REJECTION + "Envelope-from: <a@example.com>\n")) {
            assertThat(cursor.advance()).isTrue();
            assertThat(cursor.advance()).isTrue();
            assertThat(cursor.neighbour().part(NeighbourPart.FROM).toString()).isEqualTo("a@example.com");
            assertThat(cursor.envelope().host().isPresent()).isFalse();
        }
    }

    @Test
    void headerLine_behindAnythingElse_belongsToNothing() throws IOException {
        assertThat(kinds("Envelope-from: <a@example.com>\n")).containsExactly(MaillogKind.UNRECOGNIZED);
        assertThat(kinds(REJECTION + "\nEnvelope-from: <a@example.com>\n"))
                .containsExactly(MaillogKind.EXIM_REJECTED, MaillogKind.UNRECOGNIZED, MaillogKind.UNRECOGNIZED);
        assertThat(kinds(REJECTION + "2026-11-04 09:05:02 1aBcDe-0001Xy-9Z Completed\nF From: a@example.com\n"))
                .containsExactly(MaillogKind.EXIM_REJECTED, MaillogKind.EXIM_COMPLETED, MaillogKind.UNRECOGNIZED);
    }

    @Test
    void textWithoutForm_behindARejection_belongsToNothing() throws IOException {
        assertThat(kinds(REJECTION + "the rest was cut\n"))
                .containsExactly(MaillogKind.EXIM_REJECTED, MaillogKind.UNRECOGNIZED);
    }

    private static List<MaillogKind> kinds(String log) throws IOException {
        List<MaillogKind> kinds = new ArrayList<>();
        try (MaillogCursor cursor = cursor(log)) {
            while (cursor.advance()) {
                kinds.add(cursor.kind());
            }
        }
        return kinds;
    }

    private static MaillogCursor cursor(String log) {
        return Maillog.open(log.getBytes(StandardCharsets.UTF_8));
    }
}
