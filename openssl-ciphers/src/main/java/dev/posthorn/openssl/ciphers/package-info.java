/**
 * Cipher strings: what {@code ALL:+RC4:@STRENGTH:!aNULL} means to a named OpenSSL, in order, and which rule decided the
 * fate of every suite.
 *
 * <p>Two types to know: {@link dev.posthorn.openssl.ciphers.CipherString}, the door, and
 * {@link dev.posthorn.openssl.ciphers.Expansion}, the answer.
 *
 * <pre>{@code
 * Expansion expansion = CipherString.parse("DEFAULT:!RC4:kEECDH+AES:+3DES").expandFor(OpenSslBuild.parse("1.0.2u"));
 * expansion.suites();           // in preference order
 * expansion.fateOf("RC4-SHA");  // killed by rule 1 "!RC4"
 * expansion.notes();            // what OpenSSL passed over in silence
 * expansion.rejection();        // why setting the string would fail, if it would
 * }</pre>
 *
 * <p>An expansion is exact: OpenSSL's oddities are kept, and every one is tested against recorded output of the
 * releases. It takes some ten microseconds per rule and a few hundred kilobytes of short-lived memory. What it does not
 * do: filter by certificates, protocols or peers, which is the work of a negotiation.
 *
 * <p>All types are immutable and safe for use by several threads. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.openssl.ciphers;

import org.jspecify.annotations.NullMarked;
