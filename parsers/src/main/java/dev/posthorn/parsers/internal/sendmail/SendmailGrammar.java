package dev.posthorn.parsers.internal.sendmail;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Fields;
import dev.posthorn.parsers.internal.parts.Grammar;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.Map;
import java.util.Optional;

/** Takes off the queue id, and tells the messages apart. */
public final class SendmailGrammar implements Grammar {

    private static final Literal NOQUEUE = Literal.of("NOQUEUE: ");
    private static final Literal STARTTLS = Literal.of("STARTTLS");
    private static final Literal RULESET = Literal.of("ruleset=");
    private static final Literal FROM = Literal.of("from=");
    private static final Literal TO = Literal.of("to=");
    private static final Literal CONNECT = Literal.of("connect from ");

    /** Before 8.12 ids had eight characters, since then fourteen; five or six digits at the end are the process id. */
    private static final int SHORTEST_ID = 8;

    private static final int ID_DIGITS = 5;

    private static final Optional<NeighbourPart> NOT_KEPT = Optional.empty();

    /** {@code from=<a@example.com>, size=1234, class=0, nrcpts=1, …}: envelope.c, logsender. */
    private static final Fields OF_SENDER = new Fields(
            Map.ofEntries(
                    kept("from", NeighbourPart.FROM),
                    kept("size", NeighbourPart.SIZE),
                    kept("nrcpts", NeighbourPart.NRCPTS),
                    kept("msgid", NeighbourPart.MSGID),
                    kept("proto", NeighbourPart.PROTO),
                    kept("tls_verify", NeighbourPart.VERIFY),
                    kept("relay", NeighbourPart.RELAY),
                    Map.entry("class", NOT_KEPT),
                    Map.entry("pri", NOT_KEPT),
                    Map.entry("bodytype", NOT_KEPT),
                    Map.entry("daemon", NOT_KEPT),
                    Map.entry("auth", NOT_KEPT),
                    Map.entry("dsn", NOT_KEPT),
                    Map.entry("intvl", NOT_KEPT)),
            NeighbourPart.RELAY);

    /** {@code to=<b@example.org>, delay=00:00:01, …, stat=Sent (ok)}: deliver.c, logdelivery. */
    private static final Fields OF_RECIPIENT = new Fields(
            Map.ofEntries(
                    kept("to", NeighbourPart.TO),
                    kept("delay", NeighbourPart.DELAY),
                    kept("mailer", NeighbourPart.MAILER),
                    kept("relay", NeighbourPart.RELAY),
                    kept("dsn", NeighbourPart.DSN),
                    kept("stat", NeighbourPart.STAT),
                    kept("reply", NeighbourPart.REPLY),
                    kept("quarantine", NeighbourPart.REASON),
                    Map.entry("ctladdr", NOT_KEPT),
                    Map.entry("xdelay", NOT_KEPT),
                    Map.entry("pri", NOT_KEPT),
                    Map.entry("ntries", NOT_KEPT),
                    Map.entry("tls_verify", NOT_KEPT)),
            NeighbourPart.STAT);

    /** {@code ruleset=check_relay, arg1=…, relay=[192.0.2.9], reject=421 4.3.2 …}: srvrsmtp.c, rscheck. */
    private static final Fields OF_RULESET = new Fields(
            Map.ofEntries(
                    kept("ruleset", NeighbourPart.RULESET),
                    kept("arg1", NeighbourPart.ARG1),
                    kept("relay", NeighbourPart.RELAY),
                    kept("reject", NeighbourPart.REJECT),
                    kept("discard", NeighbourPart.REJECT),
                    kept("quarantine", NeighbourPart.REJECT),
                    Map.entry("arg2", NOT_KEPT)),
            NeighbourPart.REJECT);

    /** A grammar; it keeps nothing. */
    public SendmailGrammar() {}

    private static Map.Entry<String, Optional<NeighbourPart>> kept(String key, NeighbourPart part) {
        return Map.entry(key, Optional.of(part));
    }

    @Override
    public boolean read(Parts line) {
        byte[] bytes = line.bytes;
        if (STARTTLS.isAt(bytes, line.from, line.to)) {
            return StarttlsGrammar.read(line);
        }
        int noQueue = NOQUEUE.after(bytes, line.from, line.to);
        readId(line, noQueue < 0 ? behindId(line) : noQueue);
        if (noQueue >= 0 && CONNECT.isAt(bytes, line.from, line.to)) {
            int relay = line.from + CONNECT.length();
            line.keep(NeighbourPart.RELAY, relay, line.to);
            return line.is(MaillogKind.SENDMAIL_NOQUEUE, keepRelay(line));
        }
        return readMessage(line);
    }

    private static boolean readMessage(Parts line) {
        byte[] bytes = line.bytes;
        int at = line.from;
        if (FROM.isAt(bytes, at, line.to)) {
            boolean isRead = OF_SENDER.read(line, at) && line.has(NeighbourPart.SIZE);
            dropBrackets(line, NeighbourPart.FROM);
            return line.is(MaillogKind.SENDMAIL_FROM, isRead && keepRelay(line));
        }
        if (TO.isAt(bytes, at, line.to)) {
            boolean isRead = OF_RECIPIENT.read(line, at) && line.has(NeighbourPart.STAT);
            dropBrackets(line, NeighbourPart.TO);
            return line.is(MaillogKind.SENDMAIL_TO, isRead && keepRelay(line));
        }
        if (RULESET.isAt(bytes, at, line.to)) {
            boolean isRead = OF_RULESET.read(line, at) && line.has(NeighbourPart.REJECT);
            return line.is(MaillogKind.SENDMAIL_RULESET, isRead && keepRelay(line));
        }
        line.keep(NeighbourPart.TEXT, at, line.to);
        return line.is(MaillogKind.SENDMAIL_MESSAGE, at < line.to && !isOfAnotherId(line));
    }

    /** Fields behind something that is no queue id of Sendmail's are not Sendmail's either. */
    private static boolean isOfAnotherId(Parts line) {
        int wordTo = Steps.endOfWord(line.bytes, line.from, line.to);
        return FROM.isAt(line.bytes, wordTo + 1, line.to) || TO.isAt(line.bytes, wordTo + 1, line.to);
    }

    private static int behindId(Parts line) {
        int end = line.from;
        int digits = 0;
        for (; end < line.to && isAlphanumeric(line.bytes[end]); end++) {
            digits = line.bytes[end] <= '9' ? digits + 1 : 0;
        }
        boolean isId = end - line.from >= SHORTEST_ID
                && digits >= ID_DIGITS
                && Steps.isAt((byte) ':', line.bytes, end, line.to)
                && Steps.isAt((byte) ' ', line.bytes, end + 1, line.to);
        return isId ? end + 2 : -1;
    }

    private static boolean isAlphanumeric(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    }

    private static void readId(Parts line, int behind) {
        if (behind >= 0) {
            line.queueIdFrom = line.from;
            line.queueIdTo = behind - 2;
            line.from = behind;
        }
    }

    /** One address in brackets stands for itself; of several, each keeps its own. */
    private static void dropBrackets(Parts line, NeighbourPart part) {
        int from = line.from(part);
        int to = line.to(part);
        boolean isBracketed = from >= 0
                && to - from >= 2
                && line.bytes[from] == '<'
                && line.bytes[to - 1] == '>'
                && Steps.indexOf((byte) '<', line.bytes, from + 1, to) < 0;
        if (isBracketed) {
            line.keep(part, from + 1, to - 1);
        }
    }

    /** Name and address of the peer, if the line has one. */
    static boolean keepRelay(Parts line) {
        if (line.has(NeighbourPart.RELAY)) {
            Steps.keepPeer(line, line.from(NeighbourPart.RELAY), line.to(NeighbourPart.RELAY));
        }
        return true;
    }
}
