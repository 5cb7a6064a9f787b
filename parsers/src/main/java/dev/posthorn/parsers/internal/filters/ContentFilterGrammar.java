package dev.posthorn.parsers.internal.filters;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/** Content filters: what they found in a message, and where it came from and went to. */
public final class ContentFilterGrammar {

    private static final Literal COMMA = Literal.of(", ");
    private static final Literal BRACES = Literal.of(" {");
    private static final Literal PASSED = Literal.of("Passed ");
    private static final Literal BLOCKED = Literal.of("Blocked ");
    private static final Literal ARROW = Literal.of("> -> <");
    private static final Literal BEHIND_RECIPIENT = Literal.of(">, ");
    private static final Literal SENDER = Literal.of(" <");
    private static final Literal QUEUE_ID = Literal.of(", Queue-ID: ");
    private static final Literal MESSAGE_ID = Literal.of(", Message-ID: ");
    private static final Literal HITS = Literal.of(", Hits: ");
    private static final Literal SIZE = Literal.of(", size: ");
    private static final Literal QUEUED_AS = Literal.of(", queued_as: ");
    private static final Literal MS = Literal.of(" ms");

    private static final Literal RESULT = Literal.of("spamd: result: ");
    private static final Literal DASH = Literal.of(" - ");
    private static final Literal SCANTIME = Literal.of(" scantime=");
    private static final Literal SPAMD_SIZE = Literal.of(",size=");
    private static final Literal USER = Literal.of(",user=");
    private static final Literal MID = Literal.of(",mid=");
    private static final Literal PLAIN_COMMA = Literal.of(",");

    private static final Literal BEHIND_TASK = Literal.of(">; ");
    private static final Literal SEMICOLON = Literal.of("; ");
    private static final Literal RSPAMD_QUEUE_ID = Literal.of("; queue-id: <");
    private static final Literal RSPAMD_ID = Literal.of("; id: <");
    private static final Literal RSPAMD_SIZE = Literal.of("; size: ");
    private static final Literal BEHIND_BRACKET = Literal.of(">;");

    private ContentFilterGrammar() {}

    /** {@code (00905-01) Passed CLEAN, [192.0.2.10]:1234 [192.0.2.10] <a> -> <b>, Queue-ID: …, Hits: -1, …, 231 ms}. */
    public static boolean readAmavis(Parts line) {
        byte[] bytes = line.bytes;
        int id = Steps.after((byte) '(', bytes, line.from, line.to);
        int idTo = Steps.digits(bytes, id, line.to);
        int close = Steps.indexOf((byte) ')', bytes, idTo, line.to);
        int action = close < 0 ? line.from : Steps.skipBlanks(bytes, close + 1, line.to);
        line.keep(NeighbourPart.AM_ID, close < 0 ? -1 : id, idTo);
        line.keep(NeighbourPart.TEXT, action, line.to);
        boolean isVerdict = PASSED.isAt(bytes, action, line.to) || BLOCKED.isAt(bytes, action, line.to);
        return line.is(MaillogKind.AMAVIS, isVerdict ? readVerdict(line, action) : action < line.to);
    }

    private static boolean readVerdict(Parts line, int action) {
        byte[] bytes = line.bytes;
        int comma = COMMA.indexIn(bytes, action, line.to);
        int braces = BRACES.indexIn(bytes, action, comma);
        line.keep(NeighbourPart.ACTION, action, braces < 0 ? comma : braces);
        int arrow = ARROW.indexIn(bytes, comma, line.to);
        int sender = SENDER.indexIn(bytes, comma, arrow + 1);
        line.keep(NeighbourPart.FROM, sender < 0 ? -1 : sender + SENDER.length(), arrow);
        keepClient(line, comma, sender);
        int recipient = arrow < 0 ? -1 : arrow + ARROW.length();
        int recipientTo = BEHIND_RECIPIENT.indexIn(bytes, recipient, line.to);
        line.keep(NeighbourPart.TO, recipient, recipientTo);
        Steps.keepBetween(line, NeighbourPart.QUEUE_REF, QUEUE_ID, PLAIN_COMMA, recipientTo);
        Steps.keepBetween(line, NeighbourPart.MSGID, MESSAGE_ID, COMMA, recipientTo);
        Steps.keepBetween(line, NeighbourPart.HITS, HITS, PLAIN_COMMA, recipientTo);
        Steps.keepBetween(line, NeighbourPart.SIZE, SIZE, PLAIN_COMMA, recipientTo);
        Steps.keepBetween(line, NeighbourPart.QUEUED_AS, QUEUED_AS, PLAIN_COMMA, recipientTo);
        keepMillis(line);
        return recipientTo >= 0;
    }

    /** {@code [192.0.2.10]:1234}, the first address between action and sender. */
    private static void keepClient(Parts line, int from, int to) {
        int open = Steps.indexOf((byte) '[', line.bytes, from, to);
        int close = Steps.indexOf((byte) ']', line.bytes, open, to);
        line.keep(NeighbourPart.CLIENT_ADDRESS, open < 0 ? -1 : open + 1, close);
        int port = close < 0 ? -1 : Steps.after((byte) ':', line.bytes, close + 1, to);
        line.keep(NeighbourPart.CLIENT_PORT, port, Steps.digits(line.bytes, port, to));
    }

    private static void keepMillis(Parts line) {
        int end = line.to - MS.length();
        if (!MS.isAt(line.bytes, end, line.to)) {
            return;
        }
        int blank = Steps.lastIndexOf((byte) ' ', line.bytes, line.from, end);
        line.keep(NeighbourPart.MS, blank + 1, end);
    }

    /** {@code spamd: result: Y 6 - BAYES_00,SPF_PASS scantime=0.3,size=53316,user=bob,…}. */
    public static boolean readSpamd(Parts line) {
        byte[] bytes = line.bytes;
        int result = RESULT.after(bytes, line.from, line.to);
        if (result < 0) {
            line.keep(NeighbourPart.TEXT, line.from, line.to);
            return line.is(MaillogKind.SPAMD, line.from < line.to);
        }
        int resultTo = Steps.endOfWord(bytes, result, line.to);
        int score = Steps.skipBlanks(bytes, resultTo, line.to);
        int scoreTo = DASH.indexIn(bytes, score, line.to);
        line.keep(NeighbourPart.RESULT, result, resultTo);
        line.keep(NeighbourPart.SCORE, score, scoreTo);
        Steps.keepBetween(line, NeighbourPart.SCANTIME, SCANTIME, PLAIN_COMMA, scoreTo);
        Steps.keepBetween(line, NeighbourPart.SIZE, SPAMD_SIZE, PLAIN_COMMA, scoreTo);
        Steps.keepBetween(line, NeighbourPart.USER, USER, PLAIN_COMMA, scoreTo);
        Steps.keepBetween(line, NeighbourPart.MSGID, MID, PLAIN_COMMA, scoreTo);
        return line.is(MaillogKind.SPAMD, scoreTo >= 0);
    }

    /** {@code <8f2649>; proxy; rspamd_message_parse: loaded message; id: <…>; queue-id: <…>; size: 50073; …}. */
    public static boolean readRspamd(Parts line) {
        byte[] bytes = line.bytes;
        int task = Steps.after((byte) '<', bytes, line.from, line.to);
        int taskTo = BEHIND_TASK.indexIn(bytes, task, line.to);
        int worker = taskTo < 0 ? -1 : taskTo + BEHIND_TASK.length();
        int workerTo = SEMICOLON.indexIn(bytes, worker, line.to);
        line.keep(NeighbourPart.TASK_ID, workerTo < 0 ? -1 : task, taskTo);
        line.keep(NeighbourPart.WORKER, worker, workerTo);
        line.keep(NeighbourPart.TEXT, workerTo < 0 ? line.from : workerTo + SEMICOLON.length(), line.to);
        if (workerTo >= 0) {
            Steps.keepBetween(line, NeighbourPart.MSGID, RSPAMD_ID, BEHIND_BRACKET, workerTo);
            Steps.keepBetween(line, NeighbourPart.QUEUE_REF, RSPAMD_QUEUE_ID, BEHIND_BRACKET, workerTo);
            Steps.keepBetween(line, NeighbourPart.SIZE, RSPAMD_SIZE, SEMICOLON, workerTo);
        }
        return line.is(MaillogKind.RSPAMD, line.from < line.to);
    }
}
