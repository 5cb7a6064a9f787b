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
 * expansion.explain();          // all of it as text, the rules underlined
 * Expansion later = CipherString.parse("DEFAULT:!RC4").expandFor(OpenSslBuild.parse("3.0.15"));
 * expansion.diff(later);        // what another string or another build makes of it, and why
 * }</pre>
 *
 * <p>{@link dev.posthorn.openssl.ciphers.CipherStrings} answers the questions the other way round,
 * {@link dev.posthorn.openssl.ciphers.SslContext} remembers what earlier strings leave behind.
 *
 * <p>An expansion is exact: OpenSSL's oddities are kept, and every one is tested against recorded output of the
 * releases from 1.0.0 to 3.0.15. With a catalogue at hand it takes one or two microseconds and allocates about a
 * kilobyte, however many rules the string has: two bytes for each suite of the answer, and a list to work on. Making the
 * catalogue, as {@code expandFor} does every time, costs more than the expansion. Steps, notes and fates are worked out
 * when they are first asked for, by running the string again; every step keeps the list as it left it, so that they
 * cost up to a kilobyte and some microseconds for each rule.
 *
 * <p>What it does not do: filter by certificates, protocols, security level or peers, which is the
 * work of a negotiation.
 *
 * <p>All types are immutable and safe for use by several threads. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.openssl.ciphers;

import org.jspecify.annotations.NullMarked;
