package dev.posthorn.diagnosis;

import java.util.List;
import java.util.Random;

/** Sessions at the neighbours of a Postfix, as they log them; process ids are few, and soon used again. */
final class NeighbourLines {

    private static final String ERROR = "error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher";

    private NeighbourLines() {}

    /** The lines of one session, in order. */
    static List<String> session(Random random, String address) {
        int pid = 1 + random.nextInt(5);
        String port = ":" + (1_024 + random.nextInt(20));
        String dovecot = "Aug 23 21:56:15 mx dovecot: imap-login: ";
        String exim = "2026-11-04 09:05:01 [" + pid + "] ";
        return switch (random.nextInt(6)) {
            case 0 ->
                List.of(
                        dovecot + "Debug: SSL: where=0x10, ret=1: before SSL initialization",
                        dovecot + "Debug: SSL alert: where=0x4008, ret=552: fatal handshake failure",
                        dovecot + "Disconnected (no auth attempts in 0 secs): user=<>, rip=" + address
                                + ", lip=198.51.100.1, TLS handshaking: SSL_accept() failed: " + ERROR);
            case 1 ->
                List.of(dovecot + "Login: user=<alice>, method=PLAIN, rip=" + address
                        + ", lip=198.51.100.1, mpid=3, TLS, session=<x>");
            case 2 ->
                List.of(
                        "2026-11-04 09:05:01 [99] SMTP connection from [" + address + "]" + port
                                + " (TCP/IP connection count = 1)",
                        exim + "TLS error on connection from mx [" + address + "]" + port + " (SSL_accept): " + ERROR,
                        exim + "SMTP connection from mx [" + address + "]" + port + " closed by EOF");
            case 3 ->
                List.of(
                        exim + "H=mx [" + address + "] F=<a@example.com> rejected RCPT <b@example.org>: no",
                        exim + "SMTP connection from mx [" + address + "] closed by QUIT");
            case 4 ->
                List.of("2026-11-04 09:05:01 TLS error on connection from mx [" + address + "] (SSL_accept): " + ERROR);
            default ->
                List.of(
                        "Aug 23 21:56:15 mx sm-mta[" + pid + "]: NOQUEUE: connect from mx [" + address + "]",
                        "Aug 23 21:56:15 mx sm-mta[" + pid
                                + "]: STARTTLS=server, error: accept failed=-1, SSL_error=1, errno=0, retry=-1, relay=mx ["
                                + address + "]");
        };
    }
}
