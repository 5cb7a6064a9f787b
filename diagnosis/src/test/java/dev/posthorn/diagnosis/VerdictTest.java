package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.error.Blame;
import dev.posthorn.openssl.error.FailureKind;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.PostfixVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a session came to what it came to, with what the line of the error alone does not tell. */
class VerdictTest {

    private static final String A = "a.example.com[192.0.2.1]";
    private static final String ESTABLISHED =
            "Anonymous TLS connection established from " + A + ": TLSv1 with cipher DHE-RSA-AES256-SHA (256/256 bits)";

    @Test
    void refusedProtocolList_explainsALaterLoss_andIsTheEvidence() {
        List<SmtpSession> sessions = Lines.log()
                .smtpd(1, "warning: Invalid TLS protocol list \"TLSv1.2, !SSLv3\": disabling TLS support")
                .smtpd(1, "connect from " + A)
                .smtpd(1, "lost connection after STARTTLS from " + A)
                .smtpd(1, "disconnect from " + A)
                .sessions();
        SessionVerdict verdict = sessions.get(0).verdict();

        assertThat(verdict.cause()).isEqualTo(SessionCause.PROTOCOL_LIST_INVALID);
        assertThat(verdict.blame()).isEqualTo(Blame.LOCAL_CONFIGURATION);
        assertThat(verdict.evidence()).extracting(LogLine::number).containsExactly(1L, 3L);
    }

    @Test
    void unusableCertificate_explainsALaterLoss_withWhatOpenSslSaid() {
        SessionVerdict verdict = Lines.log()
                .smtpd(
                        1,
                        "warning: cannot get RSA certificate from file \"/etc/postfix/no.pem\": disabling TLS support")
                .smtpd(
                        1,
                        "warning: TLS library problem: error:02001002:system library:fopen:No such file or directory:bss_file.c:402:fopen('/etc/postfix/no.pem','r'):")
                .smtpd(1, "connect from " + A)
                .smtpd(1, "lost connection after STARTTLS from " + A)
                .smtpd(1, "disconnect from " + A)
                .sessions()
                .get(0)
                .verdict();

        assertThat(verdict.cause()).isEqualTo(SessionCause.CERTIFICATE_FILE_MISSING);
        assertThat(verdict.evidence()).extracting(LogLine::number).containsExactly(1L, 2L, 4L);
    }

    @Test
    void earlierSessionOfThePeer_makesUnknownProtocolOneOfItsVersion() {
        List<SmtpSession> sessions = Lines.log()
                .smtpd(1, "connect from " + A)
                .smtpd(1, ESTABLISHED)
                .smtpd(1, "disconnect from " + A)
                .smtpd(2, "connect from " + A)
                .smtpd(2, "SSL_accept error from " + A + ": -1")
                .smtpd(2, Lines.UNKNOWN_PROTOCOL)
                .smtpd(2, "lost connection after STARTTLS from " + A)
                .smtpd(2, "disconnect from " + A)
                .sessions();
        SmtpSession failed = sessions.get(1);

        assertThat(failed.peerBefore().established()).isEqualTo(1);
        assertThat(failed.peerBefore().lastSuite()).contains("DHE-RSA-AES256-SHA");
        SessionVerdict verdict = failed.verdict(VerdictContext.unknown()
                .withSettings(PostfixTlsSettings.parse(
                        PostfixVersion.parse("2.6.6"), "smtpd_tls_protocols = !SSLv2, !SSLv3, !TLSv1\n")));
        assertThat(verdict.cause()).isEqualTo(SessionCause.PEER_PROTOCOL_TOO_OLD);
        assertThat(verdict.failure().map(HandshakeFailure::kind)).contains(FailureKind.UNKNOWN_PROTOCOL);
        assertThat(verdict.failure().orElseThrow().causes())
                .extracting(Object::toString)
                .first()
                .asString()
                .contains("TLSV1_0");
        assertThat(verdict.context()).anyMatch(sentence -> sentence.contains("in line 2"));
        assertThat(verdict.evidence()).extracting(LogLine::number).containsExactly(5L, 6L, 7L);
    }

    @Test
    void laterSessions_areToldWhenTheyAreKnown() {
        List<SmtpSession> sessions = Lines.log()
                .smtpd(1, "connect from " + A)
                .smtpd(1, "SSL_accept error from " + A + ": Connection timed out")
                .smtpd(1, "disconnect from " + A)
                .smtpd(1, "connect from " + A)
                .smtpd(1, ESTABLISHED)
                .smtpd(1, "disconnect from " + A)
                .sessions();
        PeerHistory later = PeerHistory.none().with(sessions.get(1));
        SessionVerdict verdict =
                sessions.get(0).verdict(VerdictContext.unknown().withLater(later));

        assertThat(verdict.cause()).isEqualTo(SessionCause.HANDSHAKE_TIMEOUT);
        assertThat(verdict.context()).anyMatch(sentence -> sentence.contains("after this one: TLS in 1"));
        assertThat(verdict.explain()).contains("line 2: SSL_accept error");
    }

    @Test
    void trace_andCipherString_arePartOfTheVerdict() {
        SmtpSession session = Lines.log()
                .smtpd(1, "connect from " + A)
                .smtpd(1, "setting up TLS connection from " + A)
                .smtpd(1, A + ": TLS cipher list \"HIGH:!aNULL\"")
                .smtpd(1, "SSL_accept:before/accept initialization")
                .smtpd(1, "SSL_accept:SSLv3 read client hello B")
                .smtpd(1, "SSL3 alert write:fatal:handshake failure")
                .smtpd(1, "SSL_accept:error in SSLv3 read client hello C")
                .smtpd(1, "SSL_accept error from " + A + ": -1")
                .smtpd(1, Lines.NO_SHARED_CIPHER)
                .smtpd(1, "disconnect from " + A)
                .sessions()
                .get(0);

        assertThat(session.trace()).hasSize(3);
        assertThat(session.failedState()).contains("SSLv3 read client hello C");
        assertThat(session.verdict().context()).anyMatch(sentence -> sentence.contains("HIGH:!aNULL"));
        assertThat(session.verdict().evidence()).hasSize(5);
    }

    @Test
    void missingClientCertificate_isTold() {
        SessionVerdict verdict = Lines.log()
                .smtpd(1, "connect from " + A)
                .smtpd(1, "NOQUEUE: abort: TLS from " + A + ": No client certificate presented")
                .smtpd(1, "disconnect from " + A + " ehlo=1 starttls=1 commands=2")
                .sessions()
                .get(0)
                .verdict();

        assertThat(verdict.cause()).isEqualTo(SessionCause.CLIENT_CERTIFICATE_MISSING);
    }
}
