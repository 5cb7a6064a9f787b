package dev.posthorn.parsers.golden;

import dev.posthorn.mail.AlertDirection;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NoticePart;
import dev.posthorn.mail.PeerTrust;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.mail.TlsStateOutcome;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.RepetitionView;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.AccessDecisionView;
import dev.posthorn.parsers.postfix.CleanupMessageIdView;
import dev.posthorn.parsers.postfix.ContentCheckView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.PeerView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.postfix.QmgrActiveView;
import dev.posthorn.parsers.postfix.QmgrExpiredView;
import dev.posthorn.parsers.postfix.QmgrRemovedView;
import dev.posthorn.parsers.postfix.SmtpdClientView;
import dev.posthorn.parsers.postfix.SmtpdConnectView;
import dev.posthorn.parsers.postfix.SmtpdDisconnectView;
import dev.posthorn.parsers.postfix.SmtpdLostView;
import dev.posthorn.parsers.postfix.SslErrorView;
import dev.posthorn.parsers.postfix.TlsAlertView;
import dev.posthorn.parsers.postfix.TlsCipherListView;
import dev.posthorn.parsers.postfix.TlsEngineInitView;
import dev.posthorn.parsers.postfix.TlsEstablishedView;
import dev.posthorn.parsers.postfix.TlsInvalidProtocolsView;
import dev.posthorn.parsers.postfix.TlsLibraryProblemView;
import dev.posthorn.parsers.postfix.TlsSessionView;
import dev.posthorn.parsers.postfix.TlsSetupView;
import dev.posthorn.parsers.postfix.TlsSignatureView;
import dev.posthorn.parsers.postfix.TlsStateView;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The one table between the names of the golden records and ours: kinds to constants, fields to accessors. Values are
 * the exact text in the line.
 */
final class GoldenNames {

    /** A line without a tag is nobody's, and a foreign one may quote what it likes. */
    private static final Set<String> NOT_RECOGNIZED = Set.of("untagged", "foreign");

    private final Map<String, String> fields = new TreeMap<>();
    private AsciiView queueId = new AsciiView();

    private GoldenNames() {}

    /** The kind of a record; a kind that we lack fails the test that asks for it. */
    static MaillogKind kind(String name) {
        if (NOT_RECOGNIZED.contains(name)) {
            return MaillogKind.UNRECOGNIZED;
        }
        return MaillogKind.valueOf(constant(name));
    }

    /** Is there such a kind? */
    static boolean isKind(String name) {
        return NOT_RECOGNIZED.contains(name)
                || Stream.of(MaillogKind.values()).anyMatch(kind -> kind.name().equals(constant(name)));
    }

    private static String constant(String name) {
        return name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The fields of the cursor's line under their golden names; parts that are not in the line are not in the map. */
    static Map<String, String> fields(MaillogCursor cursor) {
        return read(cursor).fields;
    }

    /** The queue id of the cursor's line; empty text if it has none. */
    static String queueId(MaillogCursor cursor) {
        return read(cursor).queueId.toString();
    }

    /** Kind, queue id and fields of what a marker says was repeated. */
    static String repeated(MaillogCursor cursor) {
        RepetitionView marker = cursor.repetition();
        if (marker.repeatedKind() == MaillogKind.UNRECOGNIZED) {
            return MaillogKind.UNRECOGNIZED.toString();
        }
        GoldenNames names = new GoldenNames();
        if (marker.isOfNeighbour()) {
            names.fields.putAll(NeighbourNames.fields(marker.repeatedNeighbour()));
            names.queueId = marker.repeatedNeighbour().queueId();
        } else {
            names.read(marker.repeated());
        }
        return marker.repeatedKind() + " " + names.queueId + " " + names.fields;
    }

    private static GoldenNames read(MaillogCursor cursor) {
        GoldenNames names = new GoldenNames();
        switch (cursor.kind()) {
            case UNRECOGNIZED -> {}
            case LAST_MESSAGE_REPEATED, MESSAGE_REPEATED -> {
                names.number("count", cursor.repetition().count());
                names.text("message", cursor.repetition().message());
            }
            case RSYSLOG_RATE_LIMIT, JOURNALD_RATE_LIMIT -> {
                names.number("count", cursor.rateLimit().count());
                names.number("from_pid", cursor.rateLimit().fromPid());
                names.text("unit", cursor.rateLimit().unit());
            }
            default -> {
                if (cursor.isNeighbour()) {
                    names.fields.putAll(NeighbourNames.fields(cursor.neighbour()));
                    names.queueId = cursor.neighbour().queueId();
                } else {
                    names.read(cursor.view());
                }
            }
        }
        return names;
    }

    private void read(PostfixView view) {
        switch (view.kind()) {
            case SMTPD_CONNECT -> peer("client", ((SmtpdConnectView) view).client());
            case SMTPD_DISCONNECT -> disconnect((SmtpdDisconnectView) view);
            case SMTPD_LOST -> lost((SmtpdLostView) view);
            case SMTPD_CLIENT -> client((SmtpdClientView) view);
            case TLS_ENGINE_INIT ->
                text("side", ((TlsEngineInitView) view).role() == TlsRole.SERVER ? "server" : "client");
            case TLS_SETUP -> setup((TlsSetupView) view);
            case TLS_CIPHER_LIST -> cipherList((TlsCipherListView) view);
            case TLS_STATE -> state((TlsStateView) view);
            case TLS_ALERT -> alert((TlsAlertView) view);
            case SSL_ACCEPT_ERROR, SSL_CONNECT_ERROR -> sslError((SslErrorView) view);
            case TLS_LIBRARY_PROBLEM -> libraryProblem((TlsLibraryProblemView) view);
            case TLS_INVALID_PROTOCOLS -> invalidProtocols((TlsInvalidProtocolsView) view);
            case TLS_ESTABLISHED, TLS_REUSED -> established((TlsEstablishedView) view);
            case CLEANUP_MESSAGE_ID, CLEANUP_RESENT_MESSAGE_ID -> messageId((CleanupMessageIdView) view);
            case QMGR_ACTIVE -> active((QmgrActiveView) view);
            case QMGR_REMOVED -> queueId = ((QmgrRemovedView) view).queueId();
            case QMGR_EXPIRED -> expired((QmgrExpiredView) view);
            case DELIVERY -> delivery((DeliveryView) view);
            default -> other(view);
        }
    }

    private void other(PostfixView view) {
        if (view instanceof AccessDecisionView decision) {
            decision(decision);
        } else if (view instanceof ContentCheckView check) {
            check(check);
        } else {
            notice((NoticeView) view);
        }
    }

    private void decision(AccessDecisionView view) {
        queueId = view.queueId();
        text("action", view.action());
        text("where", view.where());
        if (view.client().isPresent()) {
            peer("client", view.client());
            text("text", view.text());
        } else {
            text("reply", view.text());
        }
        number("code", view.replyCode());
        text("dsn", view.dsn());
        if (view.replyCode() >= 0 || view.dsn().isPresent()) {
            text("reason", view.reason());
        }
        text("class", view.restrictionClass());
        text("arg", view.argument());
        tail(view.sender(), view.recipient(), view.protocol(), view.helo());
        text("sasl_method", view.saslMethod());
        text("sasl_username", view.saslUsername());
        text("sasl_sender", view.saslSender());
    }

    private void tail(AsciiView sender, AsciiView recipient, AsciiView protocol, AsciiView helo) {
        text("from", sender);
        text("to", recipient);
        text("proto", protocol);
        text("helo", helo);
    }

    private void check(ContentCheckView view) {
        queueId = view.queueId();
        text("action", view.action());
        if (view.kind() != MaillogKind.MILTER_HEADER_CHECK) {
            text("part", view.part());
        }
        text("error", view.error());
        text("content", view.content());
        if (view.client().isPresent()) {
            peer("client", view.client());
        } else {
            text("origin", view.origin());
        }
        tail(view.sender(), view.recipient(), view.protocol(), view.helo());
        text("text", view.text());
    }

    private void notice(NoticeView view) {
        queueId = view.queueId();
        for (int i = 0; i < view.partCount(); i++) {
            NoticePart part = view.partName(i);
            switch (part) {
                case PEER -> peer(writer(view.envelope().program()), view.peer(part));
                case CLIENT, SERVER -> peer(part.word(), view.peer(part));
                default -> text(part.word(), view.part(part));
            }
        }
    }

    private void disconnect(SmtpdDisconnectView view) {
        peer("client", view.client());
        for (int i = 0; i < view.counterCount(); i++) {
            long ok = view.succeeded(i);
            long total = view.total(i);
            text(view.command(i).toString(), ok == total && total > 0 ? "" + ok : ok + "/" + total);
        }
        text("notes", view.notes());
    }

    private void lost(SmtpdLostView view) {
        queueId = view.queueId();
        text("reason", view.reason());
        text("stage", view.stage());
        number("bytes", view.bytes());
        peer("client", view.client());
    }

    private void client(SmtpdClientView view) {
        queueId = view.queueId();
        peer("client", view.client());
        text("sasl_method", view.saslMethod());
        text("sasl_username", view.saslUsername());
        text("sasl_sender", view.saslSender());
        text("orig_queue_id", view.origQueueId());
        if (view.origClient().isPresent()) {
            peer("orig_client", view.origClient());
        }
    }

    private void setup(TlsSetupView view) {
        peer(other(view.role()), view.peer());
    }

    private void cipherList(TlsCipherListView view) {
        peer(writer(view.envelope().program()), view.peer());
        text("cipherlist", view.cipherString());
    }

    private void state(TlsStateView view) {
        text("prefix", view.prefix());
        text("state", view.state());
        if (view.outcome() != TlsStateOutcome.REACHED) {
            text("outcome", view.outcome() == TlsStateOutcome.FAILED ? "failed in" : "error in");
        }
    }

    private void alert(TlsAlertView view) {
        text("direction", view.direction() == AlertDirection.RECEIVED ? "read" : "write");
        text("level", view.level());
        text("description", view.description());
    }

    private void sslError(SslErrorView view) {
        peer(other(view.role()), view.peer());
        boolean isNumber = view.snapshot().returnValue().isPresent();
        text(isNumber ? "status" : "errno", view.status());
    }

    private void libraryProblem(TlsLibraryProblemView view) {
        number("tid", view.threadId());
        text("code", view.code());
        text("library", view.library());
        text("function", view.function());
        text("reason", view.reason());
        text("file", view.sourceFile());
        text("line", view.sourceLine());
        text("data", view.data());
        text(
                "error_string",
                "error:" + view.code() + ":" + view.library() + ":" + view.function() + ":" + view.reason());
    }

    private void invalidProtocols(TlsInvalidProtocolsView view) {
        if (view.peer().isPresent()) {
            peer("server", view.peer());
        }
        text("protocols", view.protocols());
    }

    private void established(TlsEstablishedView view) {
        view.trust().map(PeerTrust::word).ifPresent(word -> text("trust", word));
        peer(other(view.role()), view.peer());
        text("sni", view.sniHost());
        TlsSessionView session = view.session();
        text("protocol", session.protocol());
        text("cipher", session.cipherSuiteName());
        number("used_bits", session.effectiveKeyBits());
        number("alg_bits", session.algorithmKeyBits());
        text("key_exchange", session.keyExchange().name());
        text("key_exchange_curve", session.keyExchange().curve());
        number("key_exchange_bits", session.keyExchange().bits());
        signature("server", session.serverSignature());
        signature("client", session.clientSignature());
    }

    private void signature(String side, TlsSignatureView view) {
        if (view.isPresent()) {
            text(side + "_signature", view.name());
            text(side + "_signature_curve", view.curve());
            number(side + "_signature_bits", view.bits());
            text(side + "_digest", view.digest());
        }
    }

    private void messageId(CleanupMessageIdView view) {
        queueId = view.queueId();
        text("message_id", view.messageId());
    }

    private void active(QmgrActiveView view) {
        queueId = view.queueId();
        text("from", view.sender());
        number("size", view.size());
        number("nrcpt", view.recipientCount());
    }

    private void expired(QmgrExpiredView view) {
        queueId = view.queueId();
        text("from", view.sender());
        text("status", view.status());
    }

    private void delivery(DeliveryView view) {
        queueId = view.queueId();
        text("to", view.recipient());
        text("orig_to", view.originalRecipient());
        text("relay", view.relay().text());
        if (view.relay().address().isPresent()) {
            boolean isPath = view.relay().address().indexOf((byte) '/') >= 0;
            text("relay_name", view.relay().name());
            text(isPath ? "relay_path" : "relay_address", view.relay().address());
            text("relay_port", view.relay().port());
        }
        number("conn_use", view.connectionUse());
        text("delay", view.delay());
        text("delays", view.delays());
        text("tls", view.tls());
        text("dsn", view.dsn());
        text("status", view.statusWord());
        text("text", view.text());
    }

    /** A peer has a name unless only an address is printed, as in postscreen and tlsproxy. */
    private void peer(String side, PeerView view) {
        text(side, view.text());
        if (!view.name().isEmpty()) {
            text(side + "_name", view.name());
        }
        if (!view.address().isEmpty()) {
            text(side + (view.address().indexOf((byte) '/') >= 0 ? "_path" : "_address"), view.address());
        }
        text(side + "_port", view.port());
    }

    private static String other(TlsRole writer) {
        return writer == TlsRole.SERVER ? "client" : "server";
    }

    /** Cipher list lines do not say which side wrote them; tlsproxy can be either, and these records have it as server. */
    private static String writer(AsciiView program) {
        boolean isClient = program.contentEquals("smtp")
                || program.contentEquals("lmtp")
                || program.contentEquals("posttls-finger");
        return isClient ? "server" : "client";
    }

    private void text(String name, AsciiView value) {
        if (value.isPresent()) {
            text(name, value.toString());
        }
    }

    private void number(String name, long value) {
        if (value >= 0) {
            text(name, Long.toString(value));
        }
    }

    private void text(String name, String value) {
        fields.put(name, value);
    }
}
