package dev.posthorn.report;

import dev.posthorn.mail.PeerTrust;
import dev.posthorn.parsers.UnrecognizedView;
import dev.posthorn.parsers.postfix.PeerView;
import dev.posthorn.parsers.postfix.TlsEstablishedView;
import dev.posthorn.parsers.postfix.TlsKeyExchangeView;
import dev.posthorn.parsers.postfix.TlsSessionView;
import dev.posthorn.parsers.postfix.TlsSignatureView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import dev.posthorn.parsers.syslog.YearRule;
import java.util.Optional;

/** Hears of the lines of one log and counts the handshakes that succeeded. */
final class TlsVisitor extends CountingVisitor {

    private final TlsTables tables;
    private final KeyBuilder key = new KeyBuilder();

    TlsVisitor(TlsTables tables, Optional<YearRule> years) {
        super(years);
        this.tables = tables;
    }

    @Override
    void line(EnvelopeView envelope) {
        tables.totals.add(Measure.LINES, 1);
        tables.totals.add(Measure.BYTES, envelope.lineSize());
        if (LogTime.isTime(time())) {
            tables.totals.add(Measure.FIRST, time());
            tables.totals.add(Measure.LAST, time());
        }
    }

    @Override
    void leftOut(long count) {
        tables.totals.add(Measure.LEFT_OUT, count);
    }

    @Override
    void lost(long count) {
        tables.totals.add(Measure.LOST, count);
    }

    @Override
    public void onUnrecognized(UnrecognizedView unrecognized) {
        super.onUnrecognized(unrecognized);
        key.clear().word(unrecognized.reason().name());
        tables.unrecognized.add(tables.unrecognized.count(key, 1), Measure.COUNT, 1);
    }

    @Override
    public void onTlsEstablished(TlsEstablishedView established) {
        super.onTlsEstablished(established);
        session(established, key.clear());
        key.separator().text(established.envelope().tag());
        Occurrences.count(tables.sessions, key, time(), times());
        if (LogTime.isTime(time())) {
            LogTime.appendDay(time(), key.clear());
            session(established, key.separator());
            Occurrences.count(tables.days, key, time(), times());
        }
        peer(established.peer(), key.clear());
        session(established, key.separator());
        Occurrences.count(tables.peers, key, time(), times());
        key.clear().word(established.role().name()).separator();
        peer(established.peer(), key);
        Occurrences.count(tables.successes, key, time(), times());
        if (!established.isReused()) {
            HandshakeResult result =
                    HandshakeResult.ofProtocol(established.session().protocol());
            tables.timeline.count(time(), established.role(), result, times());
        }
        tail(established.session());
    }

    private static void session(TlsEstablishedView established, KeyBuilder into) {
        TlsSessionView session = established.session();
        into.word(established.role().name()).separator();
        into.word(established.isReused() ? "REUSED" : "ESTABLISHED").separator();
        Optional<PeerTrust> trust = established.trust();
        into.word(trust.isPresent() ? trust.get().name() : "").separator();
        into.text(session.protocol()).separator();
        into.text(session.cipherSuiteName()).separator();
        into.number(Math.max(0, session.effectiveKeyBits())).word("/").number(Math.max(0, session.algorithmKeyBits()));
    }

    /** Without the port, which is another one every time; some lines have the name as the peer spells it, some folded. */
    private static void peer(PeerView peer, KeyBuilder into) {
        into.lowerCase(peer.name());
        if (!peer.address().isEmpty()) {
            into.word("[").lowerCase(peer.address()).word("]");
        }
    }

    private void tail(TlsSessionView session) {
        TlsKeyExchangeView exchange = session.keyExchange();
        TlsSignatureView server = session.serverSignature();
        TlsSignatureView client = session.clientSignature();
        if (exchange.isPresent() || server.isPresent() || client.isPresent()) {
            key.clear();
            if (exchange.isPresent()) {
                key.text(exchange.name());
                parameter(exchange.curve().isPresent(), exchange.bits());
                key.text(exchange.curve());
            }
            signature(server);
            signature(client);
            Occurrences.count(tables.tails, key, time(), times());
        }
    }

    private void signature(TlsSignatureView signature) {
        key.separator();
        if (signature.isPresent()) {
            key.text(signature.name());
            parameter(signature.curve().isPresent(), signature.bits());
            key.text(signature.curve()).word(signature.isRawPublicKey() ? " raw public key" : "");
        }
        key.separator();
        if (signature.isPresent()) {
            key.text(signature.digest());
        }
    }

    private void parameter(boolean hasCurve, int bits) {
        if (hasCurve) {
            key.word(" ");
        } else if (bits >= 0) {
            key.word(" ").number(bits).word(" bits");
        }
    }
}
