package dev.posthorn.report;

import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A log of two hosts as a mail system would write it, from a seed: messages that are received, deferred, tried again, bounced
 * and removed, whose queue ids are used again; rejects, warnings, handshakes, repeated messages, lines of other programs.
 */
final class GeneratedLog {

    private static final String[] IDS = {"3D2F11A0C4", "4E3A22B1D5", "5F4B33C2E6", "4XyZbK1p2Rz9vQn"};
    private static final String[] SUITES = {
        "TLSv1 with cipher AES256-SHA (256/256 bits)",
        "TLSv1.2 with cipher ECDHE-RSA-AES128-GCM-SHA256 (128/128 bits)",
        "TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits)"
                + " server-digest SHA256"
    };

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private int seconds;

    private GeneratedLog(long seed) {
        random = new Random(seed);
    }

    /** Lines without newline. */
    static List<String> ofLines(long seed, int count) {
        GeneratedLog log = new GeneratedLog(seed);
        List<Deque<String>> running = new ArrayList<>();
        for (String id : IDS) {
            for (String host : List.of("mx1", "mx2")) {
                running.add(new ArrayDeque<>());
                running.get(running.size() - 1).add(host + "\n" + id);
            }
        }
        while (log.lines.size() < count) {
            log.step(running.get(log.random.nextInt(running.size())));
        }
        return log.lines.subList(0, count);
    }

    static TrafficReport traffic(List<String> lines) {
        return traffic(lines, ReportLimits.defaults());
    }

    static TrafficReport traffic(List<String> lines, ReportLimits limits) {
        try (MaillogCursor cursor = open(lines)) {
            return new TrafficReport(limits).read(cursor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TlsReport tls(List<String> lines) {
        try (MaillogCursor cursor = open(lines)) {
            return new TlsReport().read(cursor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MaillogCursor open(List<String> lines) {
        return Maillog.open((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The first element is who it is, the others are what that host will say of that id. */
    private void step(Deque<String> queue) {
        String who = queue.removeFirst();
        String host = who.substring(0, who.indexOf('\n'));
        if (queue.isEmpty()) {
            begin(who.substring(who.indexOf('\n') + 1), queue);
        }
        seconds += random.nextInt(900);
        lines.add(String.format(
                Locale.ROOT,
                "Aug %2d %02d:%02d:%02d %s %s",
                1 + seconds / 86_400 % 28,
                seconds / 3_600 % 24,
                seconds / 60 % 60,
                seconds % 60,
                host,
                queue.removeFirst()));
        queue.addFirst(who);
    }

    private void begin(String id, Deque<String> queue) {
        String peer = "out" + random.nextInt(5) + ".example.com[192.0.2." + random.nextInt(9) + "]";
        switch (random.nextInt(8)) {
            case 0 ->
                queue.add("postfix/smtpd[7]: NOQUEUE: reject: RCPT from " + peer
                        + ": 554 5.7.1 <b@example.org>: Relay access denied; from=<a@example.com> to=<b@example.org>"
                        + " proto=ESMTP helo=<x>");
            case 1 ->
                queue.add("postfix/smtpd[7]: warning: hostname x.example.com does not resolve to address 192.0.2."
                        + random.nextInt(9));
            case 2 -> queue.add("dovecot: imap-login: Login: user=<a>");
            case 3 -> {
                queue.add("postfix/submission/smtpd[7]: Anonymous TLS connection established from " + peer + ": "
                        + SUITES[random.nextInt(SUITES.length)]);
                queue.add("postfix/smtpd[7]: message repeated 2 times: [ Anonymous TLS connection established from "
                        + peer + ": " + SUITES[0] + "]");
            }
            default -> message(id, peer, queue);
        }
    }

    private void message(String id, String peer, Deque<String> queue) {
        String sender = random.nextInt(6) == 0 ? "" : "s" + random.nextInt(4) + "@example.com";
        if (random.nextBoolean()) {
            queue.add("postfix/smtpd[7]: " + id + ": client=" + peer);
        } else {
            queue.add("postfix/pickup[8]: " + id + ": uid=0 from=<root>");
        }
        queue.add("postfix/cleanup[9]: " + id + ": message-id=<" + random.nextInt(99) + "@example.com>");
        String active = "postfix/qmgr[2]: " + id + ": from=<" + sender + ">, size=" + (100 + random.nextInt(9_000))
                + ", nrcpt=2 (queue active)";
        for (int retry = random.nextInt(3); retry > 0; retry--) {
            queue.add(active);
            queue.add(
                    delivery(id, "4.4.1", "deferred (connect to mx.example.net[192.0.2.25]:25: Connection timed out)"));
        }
        queue.add(active);
        queue.add(delivery(id, "2.0.0", "sent (250 2.0.0 Ok: queued as 5B2F0A113C)"));
        queue.add(
                switch (random.nextInt(3)) {
                    case 0 -> delivery(id, "5.1.1", "bounced (unknown user: \"u" + random.nextInt(5) + "\")");
                    case 1 -> delivery(id, "2.0.0", "sent (forwarded as 5B2F0A113C)");
                    default -> delivery(id, "2.0.0", "sent (delivered to mailbox)");
                });
        queue.add("postfix/qmgr[2]: " + id + ": removed");
    }

    private String delivery(String id, String dsn, String status) {
        return String.format(
                Locale.ROOT,
                "postfix/smtp[5]: %s: to=<r%d@Example%d.net>, relay=mx.example.net[192.0.2.25]:25, delay=%d.%d,"
                        + " delays=0.1/0.01/0.5/0.2, dsn=%s, status=%s",
                id,
                random.nextInt(4),
                random.nextInt(3),
                random.nextInt(300),
                random.nextInt(10),
                dsn,
                status);
    }
}
