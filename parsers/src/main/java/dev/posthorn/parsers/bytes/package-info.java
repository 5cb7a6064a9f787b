/**
 * Bytes as the parsers see them: borrowed ranges and where they come from.
 *
 * <p>Two types to know: {@link dev.posthorn.parsers.bytes.AsciiView}, a range of bytes read as text without copying, and
 * {@link dev.posthorn.parsers.bytes.ByteSource}, anything that yields bytes.
 *
 * <pre>{@code
 * AsciiView word = new AsciiView().wrap(line, 4, 9);
 * if (word.contentEquals("smtpd")) {
 *     kept.add(word.toString()); // the copy is owned
 * }
 * }</pre>
 *
 * <p>A view costs nothing to point elsewhere and nothing to compare; {@code toString} and {@code toByteArray} allocate.
 * Views belong to one thread and to the {@link dev.posthorn.parsers.bytes.Lifetime} of whoever lent the bytes. No method
 * accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.parsers.bytes;

import org.jspecify.annotations.NullMarked;
