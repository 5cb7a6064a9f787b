/**
 * Making other people's text fit to be shown.
 *
 * <p>One type to know: {@link dev.posthorn.text.TerminalText}. A log line is written by whoever connected to the mail
 * server; printed as it stands it may move the cursor, clear the screen or reorder the words around it.
 *
 * <pre>{@code
 * TerminalText.escape(text); // what a terminal might obey is written out, as in a backslash and u001B
 * }</pre>
 *
 * <p>Nothing here is an encoding that can be read back, nor protection for HTML or a shell. Types are stateless. No
 * method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.text;

import org.jspecify.annotations.NullMarked;
