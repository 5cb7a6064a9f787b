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
 * ClientHelloProfile.table(server); // who can still connect
 * }</pre>
 *
 * <p>Covered: OpenSSL 1.0.0 to 1.0.2u as servers of the version-flexible kind, which every mail server is. The rules
 * are tested against recorded handshakes. Making a server expands its cipher string; an answer takes a few microseconds, in
 * proportion to the two lists.
 *
 * <p>What it does not do: resumption, renegotiation, client certificates, anything behind the server's first flight, the
 * client's own verdict on the answer, distributors' patches.
 *
 * <p>All types are immutable and safe for use by several threads, builders apart. No method accepts or returns
 * {@code null}.
 */
@NullMarked
package dev.posthorn.openssl.negotiation;

import org.jspecify.annotations.NullMarked;
