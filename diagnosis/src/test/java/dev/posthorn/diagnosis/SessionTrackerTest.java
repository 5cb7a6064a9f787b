package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.posthorn.mail.MailPeer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTrackerTest {

    private static final String A = "a.example.com[192.0.2.1]";
    private static final String B = "b.example.com[192.0.2.2]";

    @Test
    void libraryProblem_betweenLinesOfOtherProcesses_belongsToItsOwn() {
        List<SmtpSession> sessions = Lines.log()
                .smtpd(1, "connect from " + A)
                .smtpd(2, "connect from " + B)
                .smtpd(1, "SSL_accept error from " + A + ": -1")
                .smtpd(2, "SSL_accept error from " + B + ": -1")
                .smtpd(2, Lines.UNKNOWN_PROTOCOL)
                .smtpd(1, Lines.NO_SHARED_CIPHER)
                .smtpd(1, "disconnect from " + A)
                .smtpd(2, "disconnect from " + B)
                .sessions();

        assertThat(sessions)
                .extracting(
                        session -> session.peer().map(MailPeer::text).orElse("-"),
                        session -> session.errors().get(0).reasonText().orElse("-"),
                        SmtpSession::tlsOutcome)
                .containsExactly(
                        tuple(A, "no shared cipher", TlsOutcome.HANDSHAKE_FAILED),
                        tuple(B, "unknown protocol", TlsOutcome.HANDSHAKE_FAILED));
    }

    @Test
    void process_servesOnePeerAfterTheOther() {
        List<SmtpSession> sessions = Lines.log()
                .smtpd(1, "connect from " + A)
                .smtpd(1, Lines.NO_SHARED_CIPHER)
                .smtpd(1, "lost connection after STARTTLS from " + A)
                .smtpd(1, "disconnect from " + A)
                .smtpd(1, "connect from " + B)
                .smtpd(1, "66BB15DC6: client=" + B)
                .smtpd(1, "disconnect from " + B)
                .sessions();

        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(0).lostAfter()).contains("STARTTLS");
        assertThat(sessions.get(1).tlsOutcome()).isEqualTo(TlsOutcome.NO_TLS_SEEN);
        assertThat(sessions.get(1).messages()).hasSize(1);
        assertThat(sessions.get(1).firstLine()).isEqualTo(5);
    }

    @Test
    void connect_withoutADisconnectBefore_endsTheSessionBefore() {
        List<SmtpSession> sessions = Lines.log()
                .smtpd(1, "connect from " + A)
                .smtpd(1, "connect from " + B)
                .sessions();

        assertThat(sessions)
                .extracting(session -> session.peer().orElseThrow().name())
                .containsExactly("a.example.com", "b.example.com");
    }

    @Test
    void log_thatBeginsAndEndsInTheMiddle_stillGivesASession() {
        List<SmtpSession> sessions =
                Lines.log().smtpd(1, Lines.NO_SHARED_CIPHER).sessions();

        assertThat(sessions).singleElement().satisfies(session -> {
            assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.HANDSHAKE_FAILED);
            assertThat(session.peer()).isEmpty();
            assertThat(session.processId()).hasValue(1);
        });
    }

    @Test
    void invalidProtocolList_atProcessStart_holdsForEverySessionOfTheProcess() {
        List<SmtpSession> sessions = Lines.log()
                .smtpd(1, "warning: Invalid TLS protocol list \"TLSv1.2, !SSLv3\": disabling TLS support")
                .smtpd(1, "connect from " + A)
                .smtpd(1, "disconnect from " + A)
                .smtpd(1, "connect from " + B)
                .smtpd(1, "disconnect from " + B)
                .sessions();

        assertThat(sessions).extracting(SmtpSession::tlsOutcome).containsOnly(TlsOutcome.TLS_DISABLED);
        assertThat(sessions)
                .extracting(session -> session.invalidProtocols().orElse("-"))
                .containsOnly("TLSv1.2, !SSLv3");
    }

    @Test
    void errorAfterTheHandshake_leavesTheSessionEstablished() {
        List<SmtpSession> sessions = Lines.log()
                .smtpd(1, "connect from " + A)
                .smtpd(
                        1,
                        "Anonymous TLS connection established from " + A
                                + ": TLSv1.2 with cipher AES128-SHA (128/128 bits)")
                .smtpd(
                        1,
                        "warning: TLS library problem: error:1408F119:SSL routines:SSL3_GET_RECORD:decryption failed or bad record mac:s3_pkt.c:484:")
                .smtpd(1, "disconnect from " + A)
                .sessions();

        assertThat(sessions).extracting(SmtpSession::tlsOutcome).containsExactly(TlsOutcome.ESTABLISHED);
    }

    @Test
    void processes_withoutEnd_areForgottenOneByOne() {
        Lines log = Lines.log();
        int processes = TrackingLimits.defaults().open() + 5;
        for (int pid = 1; pid <= processes; pid++) {
            log.smtpd(pid, "connect from " + A);
        }

        List<SmtpSession> sessions = log.sessions();

        assertThat(sessions).hasSize(processes);
        assertThat(sessions.get(0).processId()).hasValue(1);
    }
}
