package dev.posthorn.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A log of the shape of the case the project starts from, made from a fixed seed: a Postfix 2.6.6 with an OpenSSL 1.0.1e
 * at log level 2, names and addresses reserved.
 *
 * <p>The mix, by sessions: six of ten deliver a message over TLS (smtpd, opendkim, cleanup, qmgr, pipe: 13 lines), two
 * fail with <i>no shared cipher</i> (11 lines), one fails with <i>unknown protocol</i> (9 lines) and one goes away without
 * TLS (2 lines). The lines of eight sessions are interleaved, as those of eight processes are.
 */
final class CaseLog {

    private static final long SEED = 20180823L;
    private static final int PROCESSES = 8;
    private static final int FIRST_PROCESS_ID = 18_101;

    private final Random random = new Random(SEED);
    private final StringBuilder log = new StringBuilder();
    private final List<Deque<String>> sessions = new ArrayList<>();
    private int secondOfDay;

    private CaseLog() {
        for (int process = 0; process < PROCESSES; process++) {
            sessions.add(new ArrayDeque<>());
        }
    }

    /** At least so many bytes; the last sessions are complete. */
    static byte[] ofSize(int bytes) {
        CaseLog caseLog = new CaseLog();
        while (caseLog.log.length() < bytes) {
            int process = caseLog.random.nextInt(PROCESSES);
            if (caseLog.sessions.get(process).isEmpty()) {
                caseLog.begin(process);
            }
            caseLog.writeLine(process);
        }
        for (int process = 0; process < PROCESSES; process++) {
            while (!caseLog.sessions.get(process).isEmpty()) {
                caseLog.writeLine(process);
            }
        }
        return caseLog.log.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void writeLine(int process) {
        if (random.nextInt(4) == 0) {
            secondOfDay = (secondOfDay + 1) % 86_400;
        }
        log.append(String.format(
                        Locale.ROOT,
                        "Aug 23 %02d:%02d:%02d mx ",
                        secondOfDay / 3_600,
                        secondOfDay / 60 % 60,
                        secondOfDay % 60))
                .append(sessions.get(process).remove())
                .append('\n');
    }

    private void begin(int process) {
        int host = 1 + random.nextInt(250);
        Session session = new Session(
                sessions.get(process),
                FIRST_PROCESS_ID + process,
                "out" + host + ".sender.example.com[192.0.2." + host + "]");
        switch (random.nextInt(10)) {
            case 0 -> session.leaves();
            case 1 -> session.failsWithUnknownProtocol();
            case 2, 3 -> session.failsWithNoSharedCipher();
            default -> session.delivers(String.format(Locale.ROOT, "%09X", random.nextInt()), 1 + random.nextInt(99));
        }
    }

    /** The lines one session will write. */
    private record Session(Deque<String> lines, int processId, String peer) {

        void leaves() {
            smtpd("connect from " + peer);
            smtpd("disconnect from " + peer);
        }

        void failsWithNoSharedCipher() {
            handshakeBegins();
            smtpd("SSL3 alert write:fatal:handshake failure");
            smtpd("SSL_accept:error in SSLv3 read client hello C");
            smtpd("SSL_accept:error in SSLv3 read client hello C");
            fails("1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1355:");
        }

        void failsWithUnknownProtocol() {
            handshakeBegins();
            smtpd("SSL_accept:error in SSLv2/v3 read client hello A");
            fails("140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol:s23_srvr.c:628:");
        }

        void delivers(String queueId, int hundredthsOfASecond) {
            String bare = peer.substring(0, peer.indexOf('['));
            handshakeBegins();
            smtpd("Anonymous TLS connection established from " + peer
                    + ": TLSv1.2 with cipher DHE-RSA-AES256-GCM-SHA384 (256/256 bits)");
            smtpd(queueId + ": client=" + peer);
            lines.add("postfix/cleanup[18090]: " + queueId + ": message-id=<" + queueId + "@" + bare + ">");
            lines.add("opendkim[811]: " + queueId + ": " + peer.replace("[", " [") + " not internal");
            lines.add("opendkim[811]: " + queueId + ": not authenticated");
            lines.add(
                    "postfix/qmgr[1702]: " + queueId + ": from=<anna@" + bare + ">, size=3988, nrcpt=1 (queue active)");
            smtpd("disconnect from " + peer);
            lines.add(String.format(
                    Locale.ROOT,
                    "postfix/pipe[18091]: %s: to=<bert@example.net>, relay=dovecot, delay=0.%02d,"
                            + " delays=0.29/0.01/0/0.18, dsn=2.0.0, status=sent (delivered via dovecot service)",
                    queueId,
                    hundredthsOfASecond));
            lines.add("postfix/qmgr[1702]: " + queueId + ": removed");
        }

        private void handshakeBegins() {
            smtpd("connect from " + peer);
            smtpd("setting up TLS connection from " + peer);
            smtpd(peer + ": TLS cipher list \"" + CaseString.EXCLUSIONS.text() + "\"");
            smtpd("SSL_accept:before/accept initialization");
        }

        private void fails(String error) {
            smtpd("SSL_accept error from " + peer + ": -1");
            smtpd("warning: TLS library problem: " + processId + ":error:" + error);
            smtpd("lost connection after STARTTLS from " + peer);
            smtpd("disconnect from " + peer);
        }

        private void smtpd(String message) {
            lines.add("postfix/smtpd[" + processId + "]: " + message);
        }
    }
}
