/**
 * What main.cf means in a named version of Postfix.
 *
 * <p>Two types to know: {@link dev.posthorn.postfix.PostfixVersion} and
 * {@link dev.posthorn.postfix.PostfixTlsSettings}, which knows the defaults of that version and puts together what the
 * server gives to OpenSSL.
 *
 * <pre>{@code
 * PostfixTlsSettings settings = PostfixTlsSettings.parse(PostfixVersion.parse("2.6.6"), """
 *         smtpd_tls_ciphers = high
 *         smtpd_tls_exclude_ciphers = aNULL, RSA+AES
 *         """);
 * settings.server().cipherString();  // ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH:!aNULL:!RSA+AES
 * settings.server().ecdhGrade();     // none, the default of 2.6
 * }</pre>
 *
 * <p>Defaults are rows of a table by version, down to the patch level (fact sheet on Postfix TLS configuration). All
 * types are immutable and safe for use by several threads. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.postfix;

import org.jspecify.annotations.NullMarked;
