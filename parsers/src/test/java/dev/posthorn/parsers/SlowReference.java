package dev.posthorn.parsers;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.AccessDecisionView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.SmtpdClientView;
import dev.posthorn.parsers.postfix.TlsEstablishedView;
import dev.posthorn.parsers.postfix.TlsSessionView;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The four lines that matter most, read a second time by plain regular expressions that share nothing with the parsers:
 * not the envelope, not the grammar, not even the rule where an address ends beyond what the expression says.
 */
public final class SlowReference {

    private static final String QUEUE_ID = "(?<qid>[0-9A-F]{6,}|[0-9A-Za-z]{10,}z[0-9A-Za-y]+)";
    private static final String QUEUE_ID_OR_NOT = "(?<qid>NOQUEUE|[0-9A-F]{6,}|[0-9A-Za-z]{10,}z[0-9A-Za-y]+)";
    private static final String PEER = "[^ \\[]*\\[[^\\]]*\\](?::[0-9a-z]+)?";

    private static final Pattern TAG =
            Pattern.compile("(?:^|[ \\]])(?<tag>[\\w.+:-]+(?:/[\\w.:+-]+)*/(?<daemon>[a-z0-9-]+))\\[(?<pid>\\d+)\\]: "
                    + "(?:\\[ID \\d+ [a-z0-9.]+\\] )?(?<text>.*)");

    private static final Pattern DELIVERY = Pattern.compile("^" + QUEUE_ID
            + ": to=<(?<to>.*?)>(?:, orig_to=<(?<origto>.*?)>)?, relay=(?<relay>[^,]*)(?:, conn_use=(?<connuse>\\d+))?"
            + ", delay=(?<delay>\\d+(?:\\.\\d+)?)(?:, delays=(?<delays>[0-9./]+))?(?:, tls=(?<tls>[^,]*))?"
            + "(?:, dsn=(?<dsn>\\d+\\.\\d+\\.\\d+))?, status=(?<status>[^ ]+) \\((?<text>.*?)\\)?$");

    private static final Pattern CLIENT = Pattern.compile("^" + QUEUE_ID_OR_NOT + ": client=(?<client>" + PEER + ")"
            + "(?:, sasl_method=(?<method>[^,]*))?(?:, sasl_username=(?<username>.*?))?(?:, sasl_sender=(?<sender>.*?))?"
            + "(?:, orig_queue_id=(?<origqid>[^,]*))?(?:, orig_client=(?<origclient>" + PEER + "))?$");

    private static final Pattern SUMMARY = Pattern.compile("^(?:(?<trust>Anonymous|Untrusted|Trusted|Verified) )?"
            + "TLS connection (?<how>established|reused) (?<direction>from|to) (?<peer>" + PEER
            + ")(?: to (?<sni>[^ ]+))?"
            + ": (?<protocol>[^ ]+) with cipher (?<cipher>[^ ]+) \\((?<used>\\d+)/(?<alg>\\d+) bits\\)"
            + "(?: key-exchange (?<kx>[^ ]+)(?: \\((?:(?<kxbits>\\d+) bits|(?<kxcurve>[^)]*))\\))?)?"
            + "(?: server-signature (?<sig>[^ ]+)(?: \\((?:(?<sigbits>\\d+) bits?|(?<sigcurve>[^)]*))\\))?"
            + "(?: server-digest (?<digest>[^ ]+))?)?"
            + "(?: client-signature .*)?$");

    private static final Pattern REJECT = Pattern.compile("^" + QUEUE_ID_OR_NOT
            + ": (?<action>reject): (?<where>[^ ]+) from (?<client>" + PEER + "): (?<code>\\d{3}) "
            + "(?:(?<dsn>[245]\\.\\d+\\.\\d+) )?(?<reason>.*);"
            + "(?: from=<(?<from>.*?)>,?)?(?: to=<(?<to>.*?)>,?)?(?: proto=(?<proto>[A-Z]+),?)?(?: helo=<(?<helo>.*)>)?"
            + "(?: sasl_.*)?$");

    private SlowReference() {}

    /** What a line says, by kind and the fields' names; empty if it is none of the four. */
    public static Optional<Map<String, String>> read(String raw) {
        Matcher tag = TAG.matcher(raw.replaceFirst("\\r$", "").replaceFirst(",{3,}$", ""));
        if (!tag.find()) {
            return Optional.empty();
        }
        Map<String, String> fields = new TreeMap<>();
        String text = tag.group("text");
        boolean isDelivery = take(DELIVERY, text, MaillogKind.DELIVERY, fields);
        boolean isServer = tag.group("daemon").equals("smtpd");
        boolean isRejected = isServer || tag.group("daemon").equals("postscreen");
        MaillogKind reject = isServer ? MaillogKind.SMTPD_REJECT : MaillogKind.POSTSCREEN_REJECT;
        boolean isRead = isDelivery
                || (isServer && take(CLIENT, text, MaillogKind.SMTPD_CLIENT, fields))
                || (isRejected && take(REJECT, text, reject, fields))
                || take(SUMMARY, text, MaillogKind.TLS_ESTABLISHED, fields);
        if (!isRead) {
            return Optional.empty();
        }
        if ("reused".equals(fields.remove("how"))) {
            fields.put("kind", MaillogKind.TLS_REUSED.name());
        }
        fields.put("pid", tag.group("pid"));
        return Optional.of(fields);
    }

    private static boolean take(Pattern pattern, String text, MaillogKind kind, Map<String, String> fields) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return false;
        }
        Matcher names = Pattern.compile("\\(\\?<([a-z]+)>").matcher(pattern.pattern());
        while (names.find()) {
            if (matcher.group(names.group(1)) != null) {
                fields.put(names.group(1), matcher.group(names.group(1)));
            }
        }
        fields.put("kind", kind.name());
        return true;
    }

    /** Is the line of a kind that this reads? */
    public static boolean covers(MaillogKind kind) {
        return switch (kind) {
            case DELIVERY, SMTPD_CLIENT, TLS_ESTABLISHED, TLS_REUSED, SMTPD_REJECT, POSTSCREEN_REJECT -> true;
            default -> false;
        };
    }

    /** What the cursor says of its line, under the same names. */
    public static Map<String, String> of(MaillogCursor cursor) {
        Fields fields = new Fields();
        switch (cursor.kind()) {
            case DELIVERY -> fields.add(cursor.delivery());
            case SMTPD_CLIENT -> fields.add(cursor.smtpdClient());
            case TLS_ESTABLISHED, TLS_REUSED -> fields.add(cursor.tlsEstablished());
            case SMTPD_REJECT, POSTSCREEN_REJECT -> fields.add(cursor.accessDecision());
            default -> {}
        }
        fields.map.put("kind", cursor.kind().name());
        fields.map.put("pid", Long.toString(cursor.envelope().pid()));
        return fields.map;
    }

    private static final class Fields {

        private final Map<String, String> map = new TreeMap<>();

        void add(DeliveryView view) {
            put("qid", view.queueId());
            put("to", view.recipient());
            put("origto", view.originalRecipient());
            put("relay", view.relay().text());
            put("connuse", view.connectionUse());
            put("delay", view.delay());
            put("delays", view.delays());
            put("tls", view.tls());
            put("dsn", view.dsn());
            put("status", view.statusWord());
            put("text", view.text());
        }

        void add(SmtpdClientView view) {
            put("qid", view.queueId());
            put("client", view.client().text());
            put("method", view.saslMethod());
            put("username", view.saslUsername());
            put("sender", view.saslSender());
            put("origqid", view.origQueueId());
            if (view.origClient().isPresent()) {
                put("origclient", view.origClient().text());
            }
        }

        void add(TlsEstablishedView view) {
            view.trust().ifPresent(trust -> map.put("trust", trust.word()));
            map.put("direction", view.role() == TlsRole.SERVER ? "from" : "to");
            put("peer", view.peer().text());
            put("sni", view.sniHost());
            TlsSessionView session = view.session();
            put("protocol", session.protocol());
            put("cipher", session.cipherSuiteName());
            put("used", session.effectiveKeyBits());
            put("alg", session.algorithmKeyBits());
            put("kx", session.keyExchange().name());
            put("kxcurve", session.keyExchange().curve());
            put("kxbits", session.keyExchange().bits());
            if (session.serverSignature().isPresent()) {
                put("sig", session.serverSignature().name());
                put("sigcurve", session.serverSignature().curve());
                put("sigbits", session.serverSignature().bits());
                put("digest", session.serverSignature().digest());
            }
        }

        void add(AccessDecisionView view) {
            put("qid", view.queueId());
            put("action", view.action());
            put("where", view.where());
            put("client", view.client().text());
            put("code", view.replyCode());
            put("dsn", view.dsn());
            put("reason", view.reason());
            put("from", view.sender());
            put("to", view.recipient());
            put("proto", view.protocol());
            put("helo", view.helo());
        }

        private void put(String name, AsciiView value) {
            if (value.isPresent()) {
                map.put(name, value.toString());
            }
        }

        private void put(String name, long number) {
            if (number >= 0) {
                map.put(name, Long.toString(number));
            }
        }
    }
}
