package dev.posthorn.benchmarks;

import dev.posthorn.mail.MaillogKind;
import java.util.random.RandomGenerator;

/**
 * The shapes of lines a {@link GeneratedLog} has, with their share of a thousand lines: those of a relay of middling size
 * that talks TLS with nearly everybody. Names and addresses are reserved ones.
 */
public enum LineShape {
    SENT(110, MaillogKind.DELIVERY, "smtp") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            int host = random.nextInt(250);
            queueId(out, random)
                    .append(": to=<user")
                    .append(random.nextInt(9_000))
                    .append("@example.net>, relay=mx");
            out.append(host).append(".example.net[198.51.100.").append(host).append("]:25, delay=");
            delays(out, random).append(", dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as ");
            queueId(out, random).append(')');
        }
    },
    DEFERRED(30, MaillogKind.DELIVERY, "smtp") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            queueId(out, random)
                    .append(": to=<user")
                    .append(random.nextInt(9_000))
                    .append("@example.org>, relay=none, delay=");
            delays(out, random)
                    .append(
                            ", dsn=4.4.1, status=deferred (connect to mx.example.org[203.0.113.7]:25: Connection timed out)");
        }
    },
    BOUNCED(10, MaillogKind.DELIVERY, "smtp") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            queueId(out, random).append(": to=<gone").append(random.nextInt(9_000));
            out.append("@example.net>, relay=mx.example.net[198.51.100.9]:25, delay=");
            delays(out, random)
                    .append(
                            ", dsn=5.1.1, status=bounced (host mx.example.net[198.51.100.9] said: 550 5.1.1 User unknown"
                                    + " (in reply to RCPT TO command))");
        }
    },
    DELIVERED(60, MaillogKind.DELIVERY, "pipe") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            queueId(out, random)
                    .append(": to=<inbox")
                    .append(random.nextInt(900))
                    .append("@example.com>, relay=dovecot, delay=");
            delays(out, random).append(", dsn=2.0.0, status=sent (delivered via dovecot service)");
        }
    },
    ACTIVE(110, MaillogKind.QMGR_ACTIVE, "qmgr") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            queueId(out, random)
                    .append(": from=<user")
                    .append(random.nextInt(9_000))
                    .append("@example.com>, size=");
            out.append(400 + random.nextInt(90_000))
                    .append(", nrcpt=")
                    .append(1 + random.nextInt(3))
                    .append(" (queue active)");
        }
    },
    REMOVED(105, MaillogKind.QMGR_REMOVED, "qmgr") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            queueId(out, random).append(": removed");
        }
    },
    MESSAGE_ID(105, MaillogKind.CLEANUP_MESSAGE_ID, "cleanup") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            queueId(out, random).append(": message-id=<20261104090501.");
            queueId(out, random).append("@mail").append(random.nextInt(90)).append(".example.com>");
        }
    },
    CONNECT(100, MaillogKind.SMTPD_CONNECT, "smtpd") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            client(out.append("connect from "), random);
        }
    },
    DISCONNECT(100, MaillogKind.SMTPD_DISCONNECT, "smtpd") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            client(out.append("disconnect from "), random)
                    .append(" ehlo=2 starttls=1 mail=1 rcpt=1 data=1 quit=1 commands=7");
        }
    },
    CLIENT(80, MaillogKind.SMTPD_CLIENT, "smtpd") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            client(queueId(out, random).append(": client="), random);
            if (random.nextInt(4) == 0) {
                out.append(", sasl_method=PLAIN, sasl_username=user")
                        .append(random.nextInt(900))
                        .append("@example.com");
            }
        }
    },
    TLS_SERVER(50, MaillogKind.TLS_ESTABLISHED, "smtpd") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            client(out.append("Anonymous TLS connection established from "), random)
                    .append(": ");
            session(out, random);
        }
    },
    TLS_CLIENT(45, MaillogKind.TLS_ESTABLISHED, "smtp") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            int host = random.nextInt(250);
            out.append("Trusted TLS connection established to mx").append(host).append(".example.net[198.51.100.");
            session(out.append(host).append("]:25: "), random);
        }
    },
    REJECT(30, MaillogKind.SMTPD_REJECT, "smtpd") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            client(out.append("NOQUEUE: reject: RCPT from "), random)
                    .append(": 554 5.7.1 <user@example.org>: Relay access denied; from=<spam")
                    .append(random.nextInt(900))
                    .append("@example.net> to=<user@example.org> proto=ESMTP helo=<mx.example.net>");
        }
    },
    POSTSCREEN(15, MaillogKind.POSTSCREEN_CONNECT, "postscreen") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            out.append("CONNECT from [192.0.2.")
                    .append(random.nextInt(250))
                    .append("]:")
                    .append(1_024 + random.nextInt(60_000))
                    .append(" to [203.0.113.1]:25");
        }
    },
    LOST(10, MaillogKind.SMTPD_LOST, "smtpd") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            client(out.append("lost connection after STARTTLS from "), random);
        }
    },
    TLS_FAILED(8, MaillogKind.SSL_ACCEPT_ERROR, "smtpd") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            client(out.append("SSL_accept error from "), random)
                    .append(random.nextBoolean() ? ": -1" : ": lost connection");
        }
    },
    TLS_PROBLEM(7, MaillogKind.TLS_LIBRARY_PROBLEM, "smtpd") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            out.append(
                    "warning: TLS library problem: error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher:"
                            + "s3_srvr.c:1417:");
        }
    },
    PICKUP(5, MaillogKind.PICKUP, "pickup") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            queueId(out, random).append(": uid=0 from=<root>");
        }
    },
    /** What is no mail program's, but in the same file where everything goes into one. */
    FOREIGN(20, MaillogKind.UNRECOGNIZED, "") {
        @Override
        void write(StringBuilder out, RandomGenerator random) {
            out.append("Connection closed by 192.0.2.")
                    .append(random.nextInt(256))
                    .append(" port 40312 [preauth]");
        }
    };

    private static final String[] SUITES = {
        "TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)",
        "TLSv1.2 with cipher ECDHE-RSA-AES128-GCM-SHA256 (128/128 bits)",
        "TLSv1 with cipher DHE-RSA-AES256-SHA (256/256 bits)",
        "TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits)"
                + " server-digest SHA256"
    };

    private final int perThousand;
    private final MaillogKind kind;
    private final String program;

    LineShape(int perThousand, MaillogKind kind, String program) {
        this.perThousand = perThousand;
        this.kind = kind;
        this.program = program;
    }

    /** Writes what stands behind the tag. */
    abstract void write(StringBuilder out, RandomGenerator random);

    int perThousand() {
        return perThousand;
    }

    MaillogKind kind() {
        return kind;
    }

    /** The Postfix program that writes it; empty if none does. */
    String program() {
        return program;
    }

    private static StringBuilder queueId(StringBuilder out, RandomGenerator random) {
        long bits = random.nextLong();
        for (int digit = 0; digit < 10; digit++) {
            out.append("0123456789ABCDEF".charAt((int) (bits >>> (4 * digit)) & 0xF));
        }
        return out;
    }

    private static StringBuilder client(StringBuilder out, RandomGenerator random) {
        int host = random.nextInt(250);
        return random.nextInt(5) == 0
                ? out.append("unknown[192.0.2.").append(host).append(']')
                : out.append("out")
                        .append(host)
                        .append(".example.com[192.0.2.")
                        .append(host)
                        .append(']');
    }

    private static StringBuilder delays(StringBuilder out, RandomGenerator random) {
        int tenths = random.nextInt(90);
        return out.append(tenths / 10 + 1)
                .append('.')
                .append(tenths % 10)
                .append(", delays=0.")
                .append(10 + random.nextInt(80))
                .append("/0.01/0.")
                .append(10 + random.nextInt(80))
                .append("/0.")
                .append(10 + random.nextInt(80));
    }

    private static void session(StringBuilder out, RandomGenerator random) {
        out.append(SUITES[random.nextInt(SUITES.length)]);
    }
}
