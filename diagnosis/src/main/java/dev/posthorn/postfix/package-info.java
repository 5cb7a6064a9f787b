/**
 * What main.cf means in a named version of Postfix.
 *
 * <p>Two types to know: {@link dev.posthorn.postfix.PostfixVersion} and
 * {@link dev.posthorn.postfix.PostfixTlsSettings}, which reads main.cf, master.cf and what {@code postconf} prints, knows
 * the defaults of the version, and puts together what server and client give to OpenSSL.
 *
 * <pre>{@code
 * PostfixTlsSettings settings = PostfixTlsSettings.parse(PostfixVersion.parse("2.6.6"), """
 *         smtpd_tls_security_level = may
 *         smtpd_tls_ciphers = high
 *         smtpd_tls_exclude_ciphers = aNULL, RSA+AES
 *         """);
 * settings.server().cipherString();   // ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH:!aNULL:!RSA+AES
 * settings.server().ecdhGrade();      // none
 * settings.server().ecdhSetting();    // smtpd_tls_eecdh_grade = none (default of Postfix 2.6.6)
 * settings.server().startMessages();  // what its process logs when it starts, word for word
 * settings.lint();                    // what is wrong, why, and what to do about it
 * }</pre>
 *
 * <p>Defaults are rows of a table by version, down to the patch level, by the OpenSSL of the headers and by
 * {@code compatibility_level} (fact sheet on Postfix TLS configuration). Every value has an
 * {@link dev.posthorn.postfix.Origin}. Versions before 2.2 and after the snapshots of 3.12 are read as the nearest that
 * is known, and {@code lint} says so.
 *
 * <p>Texts may be anything: what is no setting is passed over and named by {@code lint}; references that go in circles
 * are an {@link dev.posthorn.postfix.ExpansionProblem}; of a text four million characters are read at most. Reading costs
 * memory in proportion to the text, a value is expanded when it is asked for, and a cipher string of more than 20,000
 * characters is put together but not expanded.
 *
 * <p>Not done: no file is opened, so that certificates, DH parameters and lookup tables are names only; parameters that
 * have nothing to do with TLS are read and expanded, but have no defaults here; no entry is looked up in a policy table
 * ({@link dev.posthorn.postfix.ClientTls#withPolicy} takes the one that applies, {@link dev.posthorn.postfix.ClientTls#at}
 * answers for the level one asks for).
 *
 * <p>All types are immutable and safe for use by several threads. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.postfix;

import org.jspecify.annotations.NullMarked;
