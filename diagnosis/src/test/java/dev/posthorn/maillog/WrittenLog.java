package dev.posthorn.maillog;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Logs of our own: sessions of Postfix as it writes them, with reserved names and addresses. */
public final class WrittenLog {

    /** 1.0.1 says this of an offer of which nothing is left. */
    public static final String NO_SHARED_CIPHER =
            "error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1355:";

    /** 1.0.1 says this of a first record that is no hello of a version that is on. */
    public static final String UNKNOWN_PROTOCOL =
            "error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol:s23_srvr.c:628:";

    /** 1.0.1 says this of a client that speaks SSLv3 only. */
    public static final String WRONG_VERSION_NUMBER =
            "error:1408A10B:SSL routines:SSL3_GET_CLIENT_HELLO:wrong version number:s3_srvr.c:960:";

    /** The client does not know who issued the certificate. */
    public static final String UNKNOWN_CA =
            "error:14094418:SSL routines:SSL3_READ_BYTES:tlsv1 alert unknown ca:s3_pkt.c:1256:SSL alert number 48:";

    /** A browser. */
    public static final String HTTP_REQUEST =
            "error:1407609C:SSL routines:SSL23_GET_CLIENT_HELLO:http request:s23_srvr.c:420:";

    private final StringBuilder text = new StringBuilder();
    private int pid = 1_000;
    private int second = 4 * 3_600;

    private WrittenLog() {}

    /** An empty log; its clock starts at four in the morning and goes on by a minute with each session. */
    public static WrittenLog log() {
        return new WrittenLog();
    }

    private String time() {
        return String.format(
                Locale.ROOT,
                "Aug %02d %02d:%02d:%02d",
                23 + second / 86_400,
                second / 3_600 % 24,
                second / 60 % 60,
                second % 60);
    }

    /** Any line. */
    public WrittenLog line(String line) {
        text.append(line).append('\n');
        return this;
    }

    private WrittenLog smtpd(String message) {
        return line(time() + " mx postfix/smtpd[" + pid + "]: " + message);
    }

    private WrittenLog smtp(String message) {
        return line(time() + " mx postfix/smtp[" + pid + "]: " + message);
    }

    private void nextSession(int seconds) {
        pid++;
        second += seconds;
    }

    /** The handshake of a client fails with an error of OpenSSL's. */
    public WrittenLog clientFails(String peer, String error) {
        return clientFails(peer, error, 60);
    }

    /** The same, some seconds after the session before. */
    public WrittenLog clientFails(String peer, String error, int secondsLater) {
        nextSession(secondsLater);
        return smtpd("connect from " + peer)
                .smtpd("setting up TLS connection from " + peer)
                .smtpd("SSL_accept error from " + peer + ": -1")
                .smtpd("warning: TLS library problem: " + pid + ":" + error)
                .smtpd("lost connection after STARTTLS from " + peer)
                .smtpd("disconnect from " + peer);
    }

    /** The client hangs up. */
    public WrittenLog clientHangsUp(String peer) {
        nextSession(60);
        return smtpd("connect from " + peer)
                .smtpd("setting up TLS connection from " + peer)
                .smtpd("SSL_accept error from " + peer + ": lost connection")
                .smtpd("lost connection after STARTTLS from " + peer)
                .smtpd("disconnect from " + peer);
    }

    /** The client falls silent. */
    public WrittenLog clientFallsSilent(String peer) {
        nextSession(400);
        return smtpd("connect from " + peer)
                .smtpd("setting up TLS connection from " + peer)
                .smtpd("SSL_accept error from " + peer + ": Connection timed out")
                .smtpd("lost connection after STARTTLS from " + peer)
                .smtpd("disconnect from " + peer);
    }

    /** A message comes over TLS. */
    public WrittenLog clientSucceeds(String peer, String protocolAndSuite) {
        nextSession(60);
        return smtpd("connect from " + peer)
                .smtpd("setting up TLS connection from " + peer)
                .smtpd("Anonymous TLS connection established from " + peer + ": " + protocolAndSuite)
                .smtpd(queueId() + ": client=" + peer)
                .smtpd("disconnect from " + peer);
    }

    /** A message comes in clear text. */
    public WrittenLog clientSendsInClear(String peer) {
        nextSession(60);
        return smtpd("connect from " + peer)
                .smtpd(queueId() + ": client=" + peer)
                .smtpd("disconnect from " + peer);
    }

    /** The process refuses its list of protocols, and cannot answer STARTTLS. */
    public WrittenLog serverWithout(String protocols, String peer) {
        nextSession(60);
        return smtpd("warning: Invalid TLS protocol list \"" + protocols + "\": disabling TLS support")
                .smtpd("connect from " + peer)
                .smtpd("lost connection after STARTTLS from " + peer)
                .smtpd("disconnect from " + peer);
    }

    /** A delivery fails in the handshake. */
    public WrittenLog deliveryFails(String relay, String recipient, String error) {
        nextSession(60);
        return smtp("setting up TLS connection to " + relay)
                .smtp("SSL_connect error to " + relay + ": -1")
                .smtp("warning: TLS library problem: " + error)
                .smtp(
                        queueId() + ": to=<" + recipient + ">, relay=" + relay
                                + ", delay=1, delays=0.1/0/0.9/0, dsn=4.7.5, status=deferred (Cannot start TLS: handshake failure)");
    }

    /** A delivery that wants TLS finds none. */
    public WrittenLog deliveryWithoutOffer(String relay, String recipient) {
        nextSession(60);
        return smtp(queueId() + ": to=<" + recipient + ">, relay=" + relay
                + ", delay=1, delays=0.1/0/0.9/0, dsn=4.7.4, status=deferred (TLS is required, but was not offered by host "
                + relay.replaceFirst(":\\d+$", "") + ")");
    }

    /** A delivery succeeds. */
    public WrittenLog deliverySucceeds(String relay, String recipient, String protocolAndSuite) {
        nextSession(60);
        return smtp("setting up TLS connection to " + relay)
                .smtp("Untrusted TLS connection established to " + relay + ": " + protocolAndSuite)
                .smtp(queueId() + ": to=<" + recipient + ">, relay=" + relay
                        + ", delay=1, delays=0.1/0/0.9/0, dsn=2.0.0, status=sent (250 2.0.0 Ok)");
    }

    private String queueId() {
        return String.format(Locale.ROOT, "%09X", 0x4F6D06290L + pid);
    }

    /** The bytes. */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The diagnosis. */
    public MaillogDiagnosis diagnose(MailServer server) {
        return diagnose(bytes(), server);
    }

    /** The diagnosis of any bytes. */
    public static MaillogDiagnosis diagnose(byte[] log, MailServer server) {
        try (MaillogCursor cursor = Maillog.open(log)) {
            return MaillogDiagnosis.of(cursor, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
