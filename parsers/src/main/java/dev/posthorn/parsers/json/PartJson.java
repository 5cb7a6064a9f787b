package dev.posthorn.parsers.json;

import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.mail.NoticePart;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.PeerView;
import dev.posthorn.parsers.postfix.RelayView;
import dev.posthorn.parsers.postfix.SmtpdDisconnectView;
import dev.posthorn.parsers.postfix.TlsKeyExchangeView;
import dev.posthorn.parsers.postfix.TlsSessionView;
import dev.posthorn.parsers.postfix.TlsSignatureView;

/** What of an event is an object of its own. */
final class PartJson {

    private static final BytesOfConstants<MailSoftware> SOFTWARE =
            BytesOfConstants.members(Member.SOFTWARE, MailSoftware.class);
    private static final BytesOfConstants<NoticePart> OF_NOTICES =
            BytesOfConstants.names(NoticePart.class, NoticePart::word);
    private static final BytesOfConstants<NeighbourPart> OF_NEIGHBOURS =
            BytesOfConstants.names(NeighbourPart.class, NeighbourPart::word);

    private final JsonBytes json;

    PartJson(JsonBytes json) {
        this.json = json;
    }

    void of(NoticeView notice) {
        json.queueId(notice.queueId());
        json.open(Member.PARTS, '{');
        for (int index = 0; index < notice.partCount(); index++) {
            NoticePart part = notice.partName(index);
            json.text(OF_NOTICES.of(part), notice.part(part));
        }
        json.put('}');
    }

    void of(NeighbourView neighbour) {
        json.member(SOFTWARE.of(neighbour.software()));
        json.text(Member.QUEUE_ID, neighbour.queueId());
        json.open(Member.PARTS, '{');
        for (int index = 0; index < neighbour.partCount(); index++) {
            NeighbourPart part = neighbour.partName(index);
            json.text(OF_NEIGHBOURS.of(part), neighbour.part(part));
        }
        json.put('}');
    }

    void peer(Member member, PeerView peer) {
        if (peer.isPresent()) {
            host(member, peer.name(), peer.address(), peer.port());
        }
    }

    void relay(RelayView relay) {
        host(Member.RELAY, relay.name(), relay.address(), relay.port());
    }

    private void host(Member member, AsciiView name, AsciiView address, AsciiView port) {
        json.open(member, '{');
        json.text(Member.NAME, name);
        json.text(Member.ADDRESS, address);
        json.text(Member.PORT, port);
        json.put('}');
    }

    void delays(DeliveryView delivery) {
        if (delivery.delays().isPresent()) {
            json.open(Member.DELAYS, '{');
            json.number(Member.BEFORE_QUEUE_MANAGER_MILLIS, delivery.beforeQueueManagerMillis());
            json.number(Member.IN_QUEUE_MANAGER_MILLIS, delivery.inQueueManagerMillis());
            json.number(Member.CONNECTION_SETUP_MILLIS, delivery.connectionSetupMillis());
            json.number(Member.TRANSMISSION_MILLIS, delivery.transmissionMillis());
            json.put('}');
        }
    }

    void counters(SmtpdDisconnectView disconnect) {
        json.open(Member.COUNTERS, '[');
        for (int index = 0; index < disconnect.counterCount(); index++) {
            if (index > 0) {
                json.put(',');
            }
            json.put('{');
            json.text(Member.COMMAND, disconnect.command(index));
            json.number(Member.SUCCEEDED, disconnect.succeeded(index));
            json.number(Member.TOTAL, disconnect.total(index));
            json.put('}');
        }
        json.put(']');
    }

    void session(TlsSessionView session) {
        json.open(Member.SESSION, '{');
        json.text(Member.PROTOCOL, session.protocol());
        json.text(Member.CIPHER_SUITE_NAME, session.cipherSuiteName());
        json.number(Member.EFFECTIVE_KEY_BITS, session.effectiveKeyBits());
        json.number(Member.ALGORITHM_KEY_BITS, session.algorithmKeyBits());
        keyExchange(session.keyExchange());
        signature(Member.SERVER_SIGNATURE, session.serverSignature());
        signature(Member.CLIENT_SIGNATURE, session.clientSignature());
        json.put('}');
    }

    private void keyExchange(TlsKeyExchangeView keyExchange) {
        if (keyExchange.isPresent()) {
            json.open(Member.KEY_EXCHANGE, '{');
            json.text(Member.NAME, keyExchange.name());
            json.text(Member.CURVE, keyExchange.curve());
            json.number(Member.BITS, keyExchange.bits());
            json.put('}');
        }
    }

    private void signature(Member member, TlsSignatureView signature) {
        if (signature.isPresent()) {
            json.open(member, '{');
            json.text(Member.NAME, signature.name());
            json.text(Member.CURVE, signature.curve());
            json.number(Member.BITS, signature.bits());
            json.flag(Member.IS_RAW_PUBLIC_KEY, signature.isRawPublicKey());
            json.text(Member.DIGEST, signature.digest());
            json.put('}');
        }
    }
}
