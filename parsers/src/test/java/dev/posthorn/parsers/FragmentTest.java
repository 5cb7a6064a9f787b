package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.SslError;
import dev.posthorn.mail.TlsLibraryProblem;
import dev.posthorn.mail.Unrecognized;
import dev.posthorn.mail.UnrecognizedReason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Lines that have lost their header, their host or their tag: as people quote them. */
class FragmentTest {

    @Test
    void tagWithoutTime_isRead() {
        SslError error = (SslError) read("postfix/smtpd[2101]: SSL_accept error from mx1.example.com[192.0.2.10]: -1");

        assertThat(error.envelope().timestamp()).isEmpty();
        assertThat(error.envelope().host()).isEmpty();
        assertThat(error.envelope().pid()).hasValue(2101);
    }

    @Test
    void hostAndTagWithoutTime_areRead() {
        MaillogEvent event = read("mail postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]");

        assertThat(event.kind()).isEqualTo(MaillogKind.SMTPD_CONNECT);
        assertThat(event.envelope().host()).contains("mail");
    }

    @Test
    void timeWithoutHost_isRead() {
        MaillogEvent event = read("Nov  4 09:05:01 postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]");

        assertThat(event.kind()).isEqualTo(MaillogKind.SMTPD_CONNECT);
        assertThat(event.envelope().host()).isEmpty();
        assertThat(event.envelope().timestamp()).isPresent();
    }

    @Test
    void libraryProblemAlone_takesItsProcessFromTheThreadId() {
        TlsLibraryProblem problem = (TlsLibraryProblem)
                read(
                        "warning: TLS library problem: 364:error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol:s23_srvr.c:647:");

        assertThat(problem.envelope().tag()).isEmpty();
        assertThat(problem.envelope().pid()).isEmpty();
        assertThat(problem.processId()).hasValue(364);
    }

    @Test
    void libraryProblemUnderAForeignTag_isForeign() {
        Unrecognized line = (Unrecognized)
                read("Nov  4 09:05:01 mail other[7]: warning: TLS library problem: 364:error:1:a:b:c:d:1:");

        assertThat(line.reason()).isEqualTo(UnrecognizedReason.FOREIGN_PROGRAM);
        assertThat(line.envelope().program()).contains("other");
        assertThat(line.envelope().pid()).hasValue(7);
    }

    /** Cyrus and others print such texts too: without a tag nobody knows. */
    @Test
    void handshakeErrorAlone_isNotGuessed() {
        Unrecognized line = (Unrecognized) read("SSL_accept error from mx1.example.com[192.0.2.10]: -1");

        assertThat(line.reason()).isEqualTo(UnrecognizedReason.NO_TAG);
    }

    private static MaillogEvent read(String line) {
        return Events.of(line.getBytes(StandardCharsets.US_ASCII)).get(0);
    }
}
