/**
 * Which OpenSSL: a release, and a release built with certain options.
 *
 * <p>Two types to know: {@link dev.posthorn.openssl.OpenSslRelease}, such as {@code 1.0.2u}, and
 * {@link dev.posthorn.openssl.OpenSslBuild}, the release plus the options of its Configure script. Nothing in this
 * library answers a question about OpenSSL without one of them.
 *
 * <pre>{@code
 * OpenSslBuild redHat = OpenSslBuild.parse("1.0.1e krb5 no-srp");
 * OpenSslBuild debian = OpenSslBuild.parse("debian8 1.0.1k");  // its package, with the degree of certainty
 * OpenSslBuild plain = OpenSslBuild.of(OpenSslRelease.parse("1.0.2u"));
 * }</pre>
 *
 * <p>All types here are immutable and safe for use by several threads. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.openssl;

import org.jspecify.annotations.NullMarked;
