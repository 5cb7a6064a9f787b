/**
 * What OpenSSL meant: its error strings read, and explained.
 *
 * <p>Two types to know: {@link dev.posthorn.openssl.error.OpenSslError} reads the text that a mail server logged, and
 * {@link dev.posthorn.openssl.error.HandshakeFailure} says what it means, whose fault it is and what to do now:
 *
 * <pre>{@code
 * HandshakeFailure failure = HandshakeFailure.of(OpenSslError.parse(line));
 * failure.blame();
 * failure.summary();
 * failure.advice();
 * }</pre>
 *
 * <p>All types here are immutable and safe for use by several threads. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.openssl.error;

import org.jspecify.annotations.NullMarked;
