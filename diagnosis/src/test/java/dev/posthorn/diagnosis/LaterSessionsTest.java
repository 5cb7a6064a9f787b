package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.Posthorn;
import dev.posthorn.tls.ProtocolVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came after a session, without anybody but the collector keeping count. */
class LaterSessionsTest {

    private static final String A = "a.example.com[192.0.2.1]";
    private static final String B = "b.example.com[192.0.2.2]";

    private static Lines failed(Lines log, int pid, String peer) {
        return log.smtpd(pid, "connect from " + peer)
                .smtpd(pid, "SSL_accept error from " + peer + ": Connection timed out")
                .smtpd(pid, "disconnect from " + peer);
    }

    private static Lines established(Lines log, int pid, String peer, String version) {
        return log.smtpd(pid, "connect from " + peer)
                .smtpd(
                        pid,
                        "Anonymous TLS connection established from " + peer + ": " + version
                                + " with cipher DHE-RSA-AES256-SHA (256/256 bits)")
                .smtpd(pid, "disconnect from " + peer);
    }

    private static Lines log() {
        Lines log = Lines.log();
        established(log, 1, A, "TLSv1"); // lines 1 to 3
        failed(log, 1, A); // 4 to 6
        failed(log, 1, B); // 7 to 9
        established(log, 1, A, "TLSv1.2"); // 10 to 12
        failed(log, 1, A); // 13 to 15
        return log;
    }

    @Test
    void after_countsThePeersOwnSessionsBehindThisOne() {
        List<SmtpSession> sessions = log().sessions();
        LaterSessions later = LaterSessions.of(sessions.stream());
        PeerHistory history = later.after(sessions.get(1));

        assertThat(history.sessions()).isEqualTo(2);
        assertThat(history.established()).isEqualTo(1);
        assertThat(history.failed()).isEqualTo(1);
        assertThat(history.lastVersion()).contains(ProtocolVersion.TLSV1_2);
        assertThat(history.lastEstablishedLine()).isEqualTo(11);
        assertThat(later).hasToString("5 sessions of 2 peers");
    }

    @Test
    void after_theLastSession_isNothing_andNotWhatWasBefore() {
        List<SmtpSession> sessions = log().sessions();
        LaterSessions later = LaterSessions.of(sessions.stream());

        assertThat(later.after(sessions.get(4))).isEqualTo(PeerHistory.none());
        assertThat(later.after(sessions.get(2))).isEqualTo(PeerHistory.none());
    }

    @Test
    void sessionAtTheSameTime_isNotLater() {
        Lines log = Lines.log()
                .smtpd(1, "connect from " + A)
                .smtpd(2, "connect from " + A)
                .smtpd(1, "SSL_accept error from " + A + ": -1")
                .smtpd(1, "disconnect from " + A)
                .smtpd(2, "disconnect from " + A);
        List<SmtpSession> sessions = log.sessions();

        assertThat(LaterSessions.of(sessions.stream()).after(sessions.get(0)).sessions())
                .isZero();
    }

    @Test
    void addressThatIsNotKnown_isNotOnePeer() {
        Lines log = Lines.log();
        failed(log, 1, "unknown[unknown]");
        failed(log, 1, "unknown[unknown]");
        List<SmtpSession> sessions = log.sessions();

        assertThat(LaterSessions.of(sessions.stream()).after(sessions.get(0)).sessions())
                .isZero();
        assertThat(sessions.get(1).peerBefore().sessions()).isZero();
    }

    @Test
    void verdictsOfALog_tellWhatWasBeforeAndAfter(@TempDir Path folder) throws IOException {
        Path path = Files.write(folder.resolve("maillog"), log().bytes());

        try (var verdicts = Posthorn.maillog(path.toString()).verdicts()) {
            List<SessionVerdict> all = verdicts.toList();
            assertThat(all).extracting(SessionVerdict::cause).containsOnly(SessionCause.HANDSHAKE_TIMEOUT);
            assertThat(all).hasSize(3);
            assertThat(all.get(0).context())
                    .anyMatch(sentence -> sentence.contains("1 sessions with this peer before"))
                    .anyMatch(sentence -> sentence.contains("2 sessions with this peer after"));
            assertThat(all.get(1).context()).noneMatch(sentence -> sentence.contains("this peer"));
            assertThat(all.get(2).context())
                    .anyMatch(sentence -> sentence.contains("3 sessions with this peer before"))
                    .noneMatch(sentence -> sentence.contains("this peer after"));
        }
    }
}
