package dev.posthorn.diagnosis;

import dev.posthorn.parsers.bytes.AsciiView;

/** Words that mail servers print again and again: the same string each time. */
final class KnownWords {

    /** Fact sheet on Postfix log messages section 3.1. */
    static final KnownWords COMMANDS = new KnownWords(
            "ehlo",
            "helo",
            "starttls",
            "auth",
            "mail",
            "rcpt",
            "data",
            "bdat",
            "quit",
            "commands",
            "rset",
            "noop",
            "vrfy",
            "etrn",
            "xclient",
            "xforward",
            "help",
            "unknown");

    static final KnownWords STAGES = new KnownWords(
            "CONNECT",
            "STARTTLS",
            "EHLO",
            "HELO",
            "AUTH",
            "MAIL",
            "RCPT",
            "DATA",
            "BDAT",
            "END-OF-MESSAGE",
            "RSET",
            "NOOP",
            "VRFY",
            "QUIT",
            "XCLIENT",
            "XFORWARD",
            "UNKNOWN",
            "HELP",
            "ETRN");

    static final KnownWords REASONS =
            new KnownWords("lost connection", "timeout", "too many errors", "bare <LF> received");

    static final KnownWords STATUSES = new KnownWords("-1", "0", "lost connection");

    static final KnownWords LOGIN_PROCESSES =
            new KnownWords("imap-login", "pop3-login", "submission-login", "managesieve-login");

    private final String[] words;

    private KnownWords(String... words) {
        this.words = words;
    }

    String of(AsciiView text) {
        for (String word : words) {
            if (text.contentEquals(word)) {
                return word;
            }
        }
        return text.toString();
    }
}
