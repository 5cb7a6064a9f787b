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
 * <p>Explanations are prose in resource files and are read when the first error is judged; reading errors needs none of
 * them. Nothing here knows a server's settings: an error alone rarely proves its cause, so what comes out is a ranked
 * list of readings, and {@link dev.posthorn.openssl.error.Cause} lets those who know more keep or drop them.
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
