/**
 * The suites and words of a named OpenSSL, as tables recorded from the libraries themselves.
 *
 * <p>Two types to know: {@link dev.posthorn.openssl.ciphers.catalog.CipherCatalog}, everything one build of OpenSSL
 * knows about suites, and {@link dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite}, one row of it.
 *
 * <pre>{@code
 * CipherCatalog catalog = CipherCatalog.forBuild(OpenSslBuild.parse("1.0.2u")).orElseThrow();
 * catalog.forOpenSslName("ECDHE-RSA-AES128-GCM-SHA256").orElseThrow().hexCode(); // C02F
 * catalog.criteriaOf("RSA").orElseThrow();                                       // kx kRSA, au aRSA
 * }</pre>
 *
 * <p>A package of a distribution has its known changes applied; any other change of the source can be told by a
 * {@link dev.posthorn.openssl.ciphers.catalog.CatalogPatch}. What it does not do: guess. A release without table has no
 * catalogue, and neither has a build with an option whose suites nobody recorded.
 *
 * <p>The tables of a line of releases, such as 1.0.2, are read when the first catalogue of it is asked for, which takes
 * about a millisecond, and kept; no other line's are. In a JVM that has run nothing else yet, classes that are loaded
 * and code that is not compiled make it about fifty. A catalogue and its tables keep less than 300 KB. All types are immutable
 * and safe for use by several threads. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.openssl.ciphers.catalog;

import org.jspecify.annotations.NullMarked;
