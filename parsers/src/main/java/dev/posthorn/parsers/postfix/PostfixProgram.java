package dev.posthorn.parsers.postfix;

import dev.posthorn.parsers.bytes.AsciiView;
import java.util.Optional;

/** The programs of Postfix that log under their own name (postfix-log-messages 1.1). */
public enum PostfixProgram {
    /** Counts clients and their connections. */
    ANVIL("anvil"),
    /** Writes bounce messages; also runs as {@code defer} and {@code trace}. */
    BOUNCE("bounce"),
    /** Takes every new message into the queue. */
    CLEANUP("cleanup"),
    /** Delivers to nowhere. */
    DISCARD("discard"),
    /** Asks DNS lists for postscreen. */
    DNSBLOG("dnsblog"),
    /** Fails deliveries; the service {@code retry} runs it too. */
    ERROR("error"),
    /** Maintains the queues of single destinations. */
    FLUSH("flush"),
    /** Delivers to mailboxes and commands of local users. */
    LOCAL("local"),
    /** Delivers by LMTP. */
    LMTP("lmtp"),
    /** Starts and watches all others. */
    MASTER("master"),
    /** The queue manager of very old releases. */
    NQMGR("nqmgr"),
    /** The simple queue manager. */
    OQMGR("oqmgr"),
    /** Brings locally submitted messages in. */
    PICKUP("pickup"),
    /** Delivers to commands. */
    PIPE("pipe"),
    /** Maintains alias databases. */
    POSTALIAS("postalias"),
    /** Takes messages from local users. */
    POSTDROP("postdrop"),
    /** The command that starts and stops Postfix. */
    POSTFIX_SCRIPT("postfix-script"),
    /** Wakes a service up. */
    POSTKICK("postkick"),
    /** Logs for scripts. */
    POSTLOG("postlog"),
    /** Writes Postfix's own log file. */
    POSTLOGD("postlogd"),
    /** Maintains lookup tables. */
    POSTMAP("postmap"),
    /** Manages instances. */
    POSTMULTI("postmulti"),
    /** Lists and flushes the queue. */
    POSTQUEUE("postqueue"),
    /** Keeps zombies away from smtpd. */
    POSTSCREEN("postscreen"),
    /** Maintains the queue's files. */
    POSTSUPER("postsuper"),
    /** Tries TLS by hand. */
    POSTTLS_FINGER("posttls-finger"),
    /** Reads tables for programs that must not. */
    PROXYMAP("proxymap"),
    /** The queue manager. */
    QMGR("qmgr"),
    /** Receives by QMQP. */
    QMQPD("qmqpd"),
    /** The service that delivers to error with a soft failure. */
    RETRY("retry"),
    /** Keeps client connections for later. */
    SCACHE("scache"),
    /** The command that submits a message. */
    SENDMAIL("sendmail"),
    /** Lists the queue. */
    SHOWQ("showq"),
    /** Delivers by SMTP. */
    SMTP("smtp"),
    /** Receives by SMTP. */
    SMTPD("smtpd"),
    /** Runs commands as services. */
    SPAWN("spawn"),
    /** Keeps TLS sessions and randomness. */
    TLSMGR("tlsmgr"),
    /** Does TLS for others. */
    TLSPROXY("tlsproxy"),
    /** Rewrites addresses and finds routes. */
    TRIVIAL_REWRITE("trivial-rewrite"),
    /** Remembers which addresses exist. */
    VERIFY("verify"),
    /** Delivers to mailboxes of virtual users. */
    VIRTUAL("virtual");

    private final String word;

    PostfixProgram(String word) {
        this.word = word;
    }

    /**
     * The program's name as it stands in tags.
     *
     * @return such as {@code trivial-rewrite}
     */
    public String word() {
        return word;
    }

    /**
     * Finds a program by its name in a tag.
     *
     * @param program the part behind the last slash
     * @return the program, empty if Postfix has none of that name
     */
    public static Optional<PostfixProgram> forWord(AsciiView program) {
        return ProgramTable.find(program);
    }
}
