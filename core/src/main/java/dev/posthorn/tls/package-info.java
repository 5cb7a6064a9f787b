/**
 * What the TLS documents define, as small values: suites, versions, groups, signature schemes, alerts.
 *
 * <p>Start with {@link dev.posthorn.tls.CipherSuite} and {@link dev.posthorn.tls.ProtocolVersion}.
 *
 * <p>A code that a peer can send is an <em>open</em> value: a number with a name where one is known. Unknown numbers
 * are as good as known ones; they survive equality, printing and parsing:
 *
 * <pre>{@code
 * CipherSuite.forHexCode("C02F").orElseThrow().standardName(); // Optional[TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256]
 * new CipherSuite(0x3A3A).toString();                          // 3A3A
 * }</pre>
 *
 * <p>All types here are immutable and safe for use by several threads. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.tls;

import org.jspecify.annotations.NullMarked;
