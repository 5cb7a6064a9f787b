package dev.posthorn.mail;

import dev.posthorn.text.TerminalText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Events as lines for people: near to what Postfix printed, and as short. */
final class EventText {

    private EventText() {}

    static String of(MaillogEvent event) {
        Envelope envelope = event.envelope();
        StringBuilder line = new StringBuilder();
        envelope.timestamp().ifPresent(time -> line.append(time.text()).append(' '));
        envelope.tag().ifPresent(line::append);
        envelope.pid().ifPresent(pid -> line.append('[').append(pid).append(']'));
        line.append(envelope.tag().isPresent() || envelope.pid().isPresent() ? " " : "");
        if (envelope.severity() != Severity.INFO) {
            line.append(envelope.severity().name().toLowerCase(Locale.ROOT)).append(": ");
        }
        return TerminalText.escape(line.append(message(event)));
    }

    private static String message(MaillogEvent event) {
        return switch (event.kind()) {
            case SMTPD_CONNECT ->
                "connect from " + ((SmtpdConnect) event).client().text();
            case SMTPD_DISCONNECT -> disconnect((SmtpdDisconnect) event);
            case SMTPD_LOST -> lost((SmtpdLost) event);
            case SMTPD_CLIENT -> client((SmtpdClient) event);
            case TLS_ENGINE_INIT -> "initializing the " + side(((TlsEngineInit) event).role()) + "-side TLS engine";
            case TLS_SETUP -> setup((TlsSetup) event);
            case TLS_CIPHER_LIST -> cipherList((TlsCipherList) event);
            case TLS_STATE -> state((TlsState) event);
            case TLS_ALERT -> alert((TlsAlert) event);
            case SSL_ACCEPT_ERROR, SSL_CONNECT_ERROR -> sslError((SslError) event);
            case TLS_LIBRARY_PROBLEM -> "TLS library problem: " + ((TlsLibraryProblem) event).errorString();
            case TLS_INVALID_PROTOCOLS -> invalidProtocols((TlsInvalidProtocols) event);
            case TLS_ESTABLISHED, TLS_REUSED -> established((TlsEstablished) event);
            case CLEANUP_MESSAGE_ID, CLEANUP_RESENT_MESSAGE_ID -> messageId((CleanupMessageId) event);
            case QMGR_ACTIVE -> active((QmgrActive) event);
            case QMGR_REMOVED -> ((QmgrRemoved) event).queueId() + ": removed";
            case QMGR_EXPIRED -> expired((QmgrExpired) event);
            case DELIVERY -> delivery((Delivery) event);
            case LAST_MESSAGE_REPEATED, MESSAGE_REPEATED -> repetition((Repetition) event);
            case RSYSLOG_RATE_LIMIT, JOURNALD_RATE_LIMIT -> rateLimit((RateLimit) event);
            case UNRECOGNIZED -> unrecognized((Unrecognized) event);
            default -> other(event);
        };
    }

    private static String disconnect(SmtpdDisconnect event) {
        String counters = event.counters().stream().map(count -> " " + count).collect(Collectors.joining());
        return "disconnect from " + event.client().text() + counters + after(" notes=", event.notes());
    }

    private static String lost(SmtpdLost event) {
        String bytes = event.bytes().isPresent() ? " (" + event.bytes().getAsLong() + " bytes)" : "";
        return id(event.queueId()) + event.reason() + " after " + event.stage() + bytes + " from "
                + event.client().text();
    }

    private static String client(SmtpdClient event) {
        return id(event.queueId()) + "client=" + event.client().text()
                + after(", sasl_method=", event.saslMethod())
                + after(", sasl_username=", event.saslUsername())
                + after(", sasl_sender=", event.saslSender())
                + after(", orig_queue_id=", event.origQueueId())
                + after(", orig_client=", event.origClient().map(MailPeer::text));
    }

    private static String side(TlsRole role) {
        return role == TlsRole.SERVER ? "server" : "client";
    }

    private static String direction(TlsRole role) {
        return role == TlsRole.SERVER ? "from " : "to ";
    }

    private static String setup(TlsSetup event) {
        return "setting up TLS connection " + direction(event.role())
                + event.peer().text();
    }

    private static String cipherList(TlsCipherList event) {
        return event.peer().text() + ": TLS cipher list \"" + event.cipherString() + "\"";
    }

    private static String state(TlsState event) {
        return switch (event.outcome()) {
            case REACHED -> event.prefix() + ":" + event.state();
            case FAILED -> event.prefix() + ":failed in " + event.state();
            case ERROR -> event.prefix() + ":error in " + event.state();
        };
    }

    private static String alert(TlsAlert event) {
        String direction = event.direction() == AlertDirection.RECEIVED ? "received" : "sent";
        return "alert " + direction + ": " + event.level() + ", " + event.description();
    }

    private static String sslError(SslError event) {
        String call = event.role() == TlsRole.SERVER ? "SSL_accept" : "SSL_connect";
        return call + " error " + direction(event.role()) + event.peer().text() + ": " + event.status();
    }

    private static String invalidProtocols(TlsInvalidProtocols event) {
        String peer = event.peer().map(server -> server.text() + ": ").orElse("");
        return peer + "invalid TLS protocol list \"" + event.protocols() + "\"";
    }

    private static String established(TlsEstablished event) {
        TlsSession session = event.session();
        return event.trust().map(trust -> trust.word() + " ").orElse("") + "TLS connection "
                + (event.isReused() ? "reused " : "established ")
                + direction(event.role()) + event.peer().text() + after(" to ", event.sniHost()) + ": "
                + session.protocol() + " with cipher " + session.cipherSuiteName() + " (" + session.effectiveKeyBits()
                + "/" + session.algorithmKeyBits() + " bits)" + after(" ", session.keyExchange())
                + after(" server ", session.serverSignature()) + after(" client ", session.clientSignature());
    }

    private static String messageId(CleanupMessageId event) {
        return event.queueId() + (event.isResent() ? ": resent-message-id=" : ": message-id=") + event.messageId();
    }

    private static String active(QmgrActive event) {
        return event.queueId() + ": from=<" + event.sender() + ">, size=" + event.size() + ", nrcpt="
                + event.recipientCount();
    }

    private static String expired(QmgrExpired event) {
        return event.queueId() + ": from=<" + event.sender() + ">, status=" + event.status();
    }

    private static String delivery(Delivery event) {
        return event.queueId() + ": to=<" + event.recipient() + ">"
                + after(", orig_to=<", event.originalRecipient().map(address -> address + ">"))
                + ", relay=" + event.relay().text()
                + ", delay=" + seconds(event.delay().toMillis())
                + after(", tls=", event.tls())
                + after(", dsn=", event.dsn())
                + ", status=" + event.statusWord() + " (" + event.text() + (event.isTruncated() ? "…" : ")");
    }

    /** As Postfix prints them: no more decimals than there are. */
    private static String seconds(long millis) {
        String decimals = String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
        return decimals.replaceFirst("\\.?0+$", "");
    }

    private static String repetition(Repetition event) {
        return event.message()
                .map(message -> "repeated " + event.count() + " times: " + message)
                .orElse("last message repeated " + event.count() + " times");
    }

    private static String rateLimit(RateLimit event) {
        String count = event.count().isPresent() ? event.count().getAsLong() + " messages" : "messages";
        String pid =
                event.fromPid().isPresent() ? " from pid " + event.fromPid().getAsLong() : "";
        return count + " lost to a rate limit" + pid + after(" of ", event.unit());
    }

    private static String unrecognized(Unrecognized event) {
        String reason = event.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "unrecognized, " + reason + ": " + event.raw().text();
    }

    /** The kinds that share a type have their parts listed. */
    private static String other(MaillogEvent event) {
        if (event instanceof AccessDecision decision) {
            return decision(decision);
        }
        if (event instanceof ContentCheck check) {
            return check(check);
        }
        if (event instanceof NeighbourNotice notice) {
            return neighbour(notice);
        }
        return event instanceof PostfixNotice notice
                ? notice(notice)
                : event.kind().name();
    }

    private static String decision(AccessDecision event) {
        return id(event.queueId()) + event.action() + ": " + event.where()
                + after(" from ", event.client().map(MailPeer::text)) + ": " + event.text() + ";"
                + tail(event.sender(), event.recipient(), event.helo());
    }

    private static String check(ContentCheck event) {
        String origin = event.client().map(MailPeer::text).or(event::origin).orElse("");
        return id(event.queueId()) + event.action() + ":" + after(" ", event.part()) + after(" ", event.error()) + " "
                + event.content() + (origin.isEmpty() ? "" : " from " + origin)
                + tail(event.sender(), event.recipient(), event.helo()) + after(": ", event.text());
    }

    private static String tail(Optional<String> sender, Optional<String> recipient, Optional<String> helo) {
        return after(" from=<", sender.map(address -> address + ">"))
                + after(" to=<", recipient.map(address -> address + ">"))
                + after(" helo=<", helo.map(name -> name + ">"));
    }

    private static String notice(PostfixNotice event) {
        return id(event.queueId())
                + event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + event.parts().entrySet().stream().map(EventText::part).collect(Collectors.joining(", ", " ", ""));
    }

    private static String neighbour(NeighbourNotice event) {
        return after("", event.queueId().map(id -> id + ": "))
                + event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + event.parts().entrySet().stream()
                        .map(part -> part.getKey().word() + "=" + part.getValue())
                        .collect(Collectors.joining(", ", " ", ""));
    }

    private static String part(Map.Entry<NoticePart, String> part) {
        return part.getKey().word() + "=" + part.getValue();
    }

    private static String id(Optional<QueueId> queueId) {
        return queueId.map(id -> id + ": ").orElse("");
    }

    private static String after(String label, Optional<?> value) {
        return value.map(part -> label + part).orElse("");
    }
}
