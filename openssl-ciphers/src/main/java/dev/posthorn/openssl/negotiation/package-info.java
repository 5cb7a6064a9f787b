/**
 * What an OpenSSL server answers to a ClientHello, without an OpenSSL: the version, the suite, the curve, or the error
 * its log will show; and for every suite of either side why it was taken or not.
 *
 * <p>Two types to know: {@link dev.posthorn.openssl.negotiation.OpenSslServer}, the door, and
 * {@link dev.posthorn.openssl.negotiation.ClientHello}, what it is asked.
 *
 * <pre>{@code
 * OpenSslServer server = OpenSslServer.builder(OpenSslBuild.parse("1.0.1e"))
 *         .cipherString("ALL:+RC4:@STRENGTH:!RSA+AES")
 *         .dh(DhParameters.callback())
 *         .build();
 * Negotiation negotiation = server.answer(ClientHello.profile("gmail-2018").orElseThrow());
 * negotiation.choice();    // version, suite and curve
 * negotiation.failure();   // or the error, as this release prints it
 * negotiation.fates();     // ECDHE-RSA-AES128-GCM-SHA256 was skipped: no ECDH parameters
 * negotiation.whatIf();    // set the curve prime256v1 for ECDHE: TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 on prime256v1
 * server.deadSuites();     // what the list shows and the server can never choose
 * server.receive(bytesFromACapture); // what it makes of any first bytes
 * Profiles.table(server); // who can still connect
 * }</pre>
 *
 * <p>With an {@link dev.posthorn.openssl.negotiation.OpenSslClient} on the other side,
 * {@link dev.posthorn.openssl.negotiation.Handshake} goes on to the end: who fails first, and which reason each log names.
 *
 * <p>Covered: servers of OpenSSL 0.9.8 to 1.0.2u, 1.1.0, 1.1.1 and 3.0, of the version-flexible kind, which every mail
 * server is; clients of 0.9.8 to 1.0.2u. The rules are tested against recorded handshakes of ten releases. Making a server
 * expands its cipher string; an answer takes some microseconds, in proportion to the two lists.
 *
 * <p>What it does not do: resumption, renegotiation, clients from 1.1.0 on, security levels above 1, distributors' patches.
 * Of 0.9.8 there are no rules for cipher strings, so its servers take lists that are spelled out or on record.
 *
 * <p>All types are immutable and safe for use by several threads, builders apart. No method accepts or returns
 * {@code null}.
 */
@NullMarked
package dev.posthorn.openssl.negotiation;

import org.jspecify.annotations.NullMarked;
