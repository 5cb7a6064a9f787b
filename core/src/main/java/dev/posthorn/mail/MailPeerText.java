package dev.posthorn.mail;

import java.util.regex.Pattern;

/** The shape of a peer in a log line (postfix-log-messages 1.5). An interface cannot keep a constant to itself. */
final class MailPeerText {

    /** Name, address in brackets, port; the name may be empty, and somebody may have masked it as {@code [redacted]}. */
    static final Pattern PATTERN = Pattern.compile("([^ ]*)\\[([^\\]]*)\\](?::([0-9a-z]+))?");

    private MailPeerText() {}
}
