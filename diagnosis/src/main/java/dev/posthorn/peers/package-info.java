/**
 * Who it is that cannot speak TLS with this host, and why: what each peer did in a log, and what it is taken for.
 *
 * <p>Two types to know: {@link dev.posthorn.peers.PeerLedger}, which takes sessions, and {@link dev.posthorn.peers.Peer}, what
 * comes out for each role and address.
 *
 * <pre>{@code
 * PeerLedger ledger = new PeerLedger(MailServer.of("2.6.6", mainCf, "1.0.1e"));
 * Posthorn.maillog("maillog").sessions().forEach(ledger::add);
 * for (Peer peer : ledger.peers().failing()) {
 *     System.out.println(peer); // mx.example.com[192.0.2.1]: speaks TLSv1.0 at most (LIKELY)
 * }
 * }</pre>
 *
 * <p>One session says little: several causes look alike in a log. A peer is therefore judged by all of its sessions, those
 * that succeeded included, and where they do not decide it, the finding is {@code UNDETERMINED} and says what it may be. What
 * a client offered is in no log; {@link dev.posthorn.peers.HelloCandidates} are the known shapes of hellos with which the
 * model of the server does what the log says.
 *
 * <h2>Costs</h2>
 *
 * <p>A few kilobytes for each peer whose sessions have to do with TLS, for a limited number of peers. Beyond it those with
 * the fewest sessions are forgotten, and {@link dev.posthorn.peers.Peers} says so.
 *
 * <h2>What it does not do</h2>
 *
 * <p>It looks nothing up: no name service, no list of scanners. Names and addresses are what the log says, and are escaped
 * only where they are printed; {@link dev.posthorn.peers.PeerAddress} is an address for certain.
 *
 * <p>Types are immutable and safe for use by several threads unless they say otherwise. No method accepts or returns
 * {@code null}.
 */
@NullMarked
package dev.posthorn.peers;

import org.jspecify.annotations.NullMarked;
