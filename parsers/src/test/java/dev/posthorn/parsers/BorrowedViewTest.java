package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.PeerView;
import dev.posthorn.parsers.postfix.SmtpdConnectView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests run with assertions on: a view that outlives its line has to fail, even if the next line is of the same kind. */
class BorrowedViewTest {

    private static final byte[] LOG = """
            Nov  4 09:05:01 mail postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]
            Nov  4 09:05:02 mail postfix/smtpd[2102]: connect from mx2.example.com[192.0.2.11]
            a line of nobody
            another line of nobody
            """.getBytes(StandardCharsets.US_ASCII);

    private final MaillogCursor cursor = Maillog.open(LOG);

    @BeforeEach
    void toTheFirstLine() throws IOException {
        assertThat(cursor.advance()).isTrue();
    }

    @Test
    void view_afterAdvance_fails() throws IOException {
        SmtpdConnectView view = cursor.smtpdConnect();
        assertThat(view.client().name().toString()).isEqualTo("mx1.example.com");

        assertThat(cursor.advance()).isTrue();

        assertStale(view::client);
        assertStale(view::snapshot);
        assertStale(view::envelope);
    }

    @Test
    void partOfAView_afterAdvance_fails() throws IOException {
        AsciiView name = cursor.smtpdConnect().client().name();
        assertThat(cursor.advance()).isTrue();

        assertStale(name::toString);
        assertStale(name::length);
        assertStale(name::isPresent);
    }

    @Test
    void peer_afterAdvance_fails() throws IOException {
        PeerView client = cursor.smtpdConnect().client();
        assertThat(cursor.advance()).isTrue();

        assertStale(client::name);
        assertStale(client::snapshot);
    }

    @Test
    void envelope_afterAdvance_fails() throws IOException {
        EnvelopeView envelope = cursor.envelope();
        assertThat(cursor.advance()).isTrue();

        assertStale(envelope::pid);
        assertStale(envelope::host);
    }

    @Test
    void unrecognized_afterAdvance_fails() throws IOException {
        assertThat(cursor.advance()).isTrue();
        assertThat(cursor.advance()).isTrue();
        UnrecognizedView line = cursor.unrecognized();
        assertThat(cursor.advance()).isTrue();

        assertStale(line::reason);
        assertStale(line::raw);
    }

    @Test
    void snapshot_afterAdvance_staysAsItWas() throws IOException {
        var kept = cursor.snapshot();
        String before = kept.toString();
        assertThat(cursor.advance()).isTrue();

        assertThat(kept.toString()).isEqualTo(before).contains("mx1.example.com");
        assertThat(cursor.snapshot()).isNotEqualTo(kept);
    }

    private static void assertStale(ThrowingCallable use) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(use).withMessageContaining("snapshot()");
    }
}
