package dev.posthorn.mail;

/**
 * How serious a program says a message is, by the word in front of its text.
 *
 * <p>A word that follows a queue id ({@code 3D2F11A0C4: warning: header …}) is not a severity but the action of a
 * cleanup rule.
 */
public enum Severity {

    /** Dovecot's {@code Debug: }: for those who look for a fault. */
    DEBUG,

    /** No word, or Dovecot's {@code Info: }: routine. */
    INFO,

    /** {@code warning: }, {@code Warning: } of Dovecot. */
    WARNING,

    /** {@code error: }, {@code Error: } of Dovecot. */
    ERROR,

    /** {@code fatal: }: the process that said so has ended. */
    FATAL,

    /** {@code panic: }: the process that said so found a bug in itself, and has ended. */
    PANIC
}
