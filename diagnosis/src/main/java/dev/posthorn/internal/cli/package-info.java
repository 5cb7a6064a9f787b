/**
 * The commands of {@code jshell/posthorn}, for people who do not write Java: the one place of this project that prints.
 *
 * <p>One type to know: {@link dev.posthorn.internal.cli.Main}. It hands the standard streams to a
 * {@link dev.posthorn.internal.cli.Console} and touches them nowhere else; a command gets its words and the console, and
 * returns an {@link dev.posthorn.internal.cli.ExitStatus}.
 *
 * <pre>
 * jshell/posthorn diagnose /var/log/maillog --main-cf /etc/postfix/main.cf --postfix 2.6.6 --openssl 1.0.1e
 * journalctl -u postfix | jshell/posthorn diagnose -
 * </pre>
 *
 * <p>Every word of a log, and every word of the command line that is repeated, is escaped before it is printed. Text is UTF-8.
 * Not exported: programs use the doors of the other packages. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.internal.cli;

import org.jspecify.annotations.NullMarked;
