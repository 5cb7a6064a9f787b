/**
 * What OpenSSL meant: its error strings read from the logs of mail servers, and explained.
 *
 * <p>Two types to know: {@link dev.posthorn.openssl.error.OpenSslError} reads the text, of any release from 0.9.8 to
 * 3.x and from any program; {@link dev.posthorn.openssl.error.HandshakeFailure} says what it means:
 *
 * <pre>{@code
 * OpenSslError error = OpenSslError.parse("7659:error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:"
 *         + "s3_srvr.c:1387:");
 * HandshakeFailure failure = HandshakeFailure.of(error);
 * failure.decidedBy(); // THIS_HOST: not an alert, this host's own verdict
 * failure.step(); // CLIENT_HELLO
 * failure.blame(); // LOCAL_CONFIGURATION
 * failure.readings(); // six possible causes, likeliest first, each with its evidence and remedies
 * System.out.println(failure); // all of it for a person, in 80 columns
 * }</pre>
 *
 * <p>The same eight digits mean one thing before OpenSSL 3.0 and another since, so a
 * {@link dev.posthorn.openssl.error.PackedErrorCode} always has its
 * {@link dev.posthorn.openssl.error.ErrorPacking}. What the line prints in words wins over every table.
 *
 * <p>An error alone rarely proves its cause, so what comes out is a ranked list of readings. A
 * {@link dev.posthorn.openssl.error.HandshakeContext} (the side, the state trace, the protocols switched on, earlier
 * sessions of the peer) drops readings or moves the right one to the front; nothing here knows a server's cipher string
 * or keys. A trace without an error has its own answer, {@code HandshakeContext.explainTrace()}, as has an alert or a
 * reason that stands alone. {@link dev.posthorn.openssl.error.PossibleReleases} tells which OpenSSL printed a line, by its place in the
 * source.
 *
 * <p>Costs: reading an error needs no table but the names of the libraries. The explanations (170 kB of prose) are read
 * when the first error is judged; the words of a release (up to 110 kB) when a number has to be named or
 * {@code describe} is called for it; the places of all releases (450 kB) when {@code PossibleReleases} or an
 * explanation in full is asked for. All of them stay in memory. {@link dev.posthorn.openssl.error.OpenSslErrorView}
 * reads errors from bytes without allocation.
 *
 * <p>Error strings are written by whoever connected. What a method here returns for people ({@code summary},
 * {@code explain}, {@code toString}) is safe for a terminal; what an {@code OpenSslError} returns field by field is as
 * printed.
 *
 * <p>All types here are immutable and safe for use by several threads. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.openssl.error;

import org.jspecify.annotations.NullMarked;
