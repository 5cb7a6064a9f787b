package dev.posthorn.parsers.internal.dovecot;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.internal.parts.Grammar;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.parts.Words;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes off process and level, and lets the grammar of the process read the text. */
public final class DovecotGrammar implements Grammar {

    private static final Literal STARTING = Literal.of("Dovecot v");
    private static final Literal KILLED = Literal.of("Killed with signal ");
    private static final Literal TWICE = Literal.of("dovecot: ");

    private static final Words<Severity> LEVELS = Words.of(Map.of(
            "Debug", Severity.DEBUG,
            "Info", Severity.INFO,
            "Warning", Severity.WARNING,
            "Error", Severity.ERROR,
            "Fatal", Severity.FATAL,
            "Panic", Severity.PANIC));

    private static final Literal LOGIN = Literal.of("-login");

    /** Who reads the texts of a process; login processes are told by the end of their name, whatever their protocol. */
    private static final Words<Grammar> PROCESSES = Words.of(Map.ofEntries(
            Map.entry("lmtp", DeliveryGrammar::readLmtp),
            Map.entry("lda", DeliveryGrammar::read),
            Map.entry("deliver", DeliveryGrammar::read),
            Map.entry("imap", SessionGrammar::read),
            Map.entry("pop3", SessionGrammar::read),
            Map.entry("submission", SessionGrammar::read),
            Map.entry("managesieve", SessionGrammar::read),
            Map.entry("auth", AuthGrammar::read),
            Map.entry("auth-worker", AuthGrammar::read),
            Map.entry("anvil", TextGrammar::read),
            Map.entry("config", TextGrammar::read),
            Map.entry("dict", TextGrammar::read),
            Map.entry("director", TextGrammar::read),
            Map.entry("doveadm", TextGrammar::read),
            Map.entry("dovecot", TextGrammar::read),
            Map.entry("indexer", TextGrammar::read),
            Map.entry("indexer-worker", TextGrammar::read),
            Map.entry("ipc", TextGrammar::read),
            Map.entry("log", TextGrammar::read),
            Map.entry("master", TextGrammar::read),
            Map.entry("quota-status", TextGrammar::read),
            Map.entry("replicator", TextGrammar::read),
            Map.entry("ssl-params", TextGrammar::read),
            Map.entry("stats", TextGrammar::read)));

    /** A grammar; it keeps nothing. */
    public DovecotGrammar() {}

    @Override
    public boolean read(Parts line) {
        line.from = skipTwice(line);
        boolean hasLevel = readLevel(line);
        int processTo = endOfProcess(line.bytes, line.from, line.to);
        int behind = readProcess(line, processTo);
        if (behind < 0) {
            return (hasLevel || isOfMaster(line)) && message(line);
        }
        Grammar grammar = grammarOf(line.bytes, line.from, processTo);
        line.from = behind;
        readLevel(line);
        return grammar == null ? TextGrammar.read(line) : grammar.read(line);
    }

    /**
     * Is this a line of Dovecot's own file: a process, and what kind of message it is?
     *
     * @param bytes the array
     * @param from behind the time
     * @param to the end of the line
     * @return true if a process of Dovecot's, with its user and session or without, and a level are there
     */
    public static boolean isOwnLine(byte[] bytes, int from, int to) {
        int processTo = endOfProcess(bytes, from, to);
        int level = isProcess(bytes, from, processTo) ? behindProcess(bytes, processTo, to) : -1;
        return level >= 0 && LEVELS.find(bytes, level, Steps.indexOf((byte) ':', bytes, level, to)) != null;
    }

    /**
     * Where the text begins behind a tag that stands alone at the start of a line, -1 if there is none: {@code dovecot: }
     * with one of Dovecot's processes behind it.
     *
     * @param bytes the array
     * @param from the start of the line
     * @param to the end of the line
     */
    public static int behindBareTag(byte[] bytes, int from, int to) {
        int process = TWICE.after(bytes, from, to);
        int processTo = process < 0 ? -1 : endOfProcess(bytes, process, to);
        boolean isProcess =
                processTo > process && isProcess(bytes, process, processTo) && behindProcess(bytes, processTo, to) >= 0;
        return isProcess ? process : -1;
    }

    private static boolean isProcess(byte[] bytes, int from, int to) {
        return grammarOf(bytes, from, to) != null;
    }

    /** Some syslog daemons put the tag there once more. */
    private static int skipTwice(Parts line) {
        int at = line.from;
        for (int next = at; next >= 0; next = TWICE.after(line.bytes, at, line.to)) {
            at = next;
        }
        return at;
    }

    private static @Nullable Grammar grammarOf(byte[] bytes, int from, int to) {
        int login = to - LOGIN.length();
        return login > from && LOGIN.isAt(bytes, login, to) ? LoginGrammar::read : PROCESSES.find(bytes, from, to);
    }

    private static int endOfProcess(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to
                && ((bytes[at] >= 'a' && bytes[at] <= 'z')
                        || (bytes[at] >= '0' && bytes[at] <= '9')
                        || bytes[at] == '-')) {
            at++;
        }
        return at;
    }

    /** {@code lmtp(alice)<119><session>: }; gives the place behind it. */
    private static int readProcess(Parts line, int processTo) {
        int behind = behindProcess(line.bytes, processTo, line.to);
        if (processTo == line.from || behind < 0) {
            return -1;
        }
        line.keep(NeighbourPart.PROCESS, line.from, processTo);
        int details = processTo;
        if (line.bytes[details] == '(') {
            int close = endOfParenthesis(line.bytes, details, line.to);
            keepUser(line, details + 1, close);
            details = close + 1;
        }
        if (line.bytes[details] == '<') {
            int close = Steps.indexOf((byte) '>', line.bytes, details, line.to);
            line.keep(NeighbourPart.PROCESS_PID, details + 1, close);
            details = close + 1;
        }
        if (line.bytes[details] == '<') {
            line.keep(NeighbourPart.SESSION, details + 1, behind - 3);
        }
        return behind;
    }

    /** {@code (12345)}, {@code (alice)} or, of lmtp before 2.3, {@code (12345, alice)}. */
    private static void keepUser(Parts line, int from, int to) {
        int digits = Steps.digits(line.bytes, from, to);
        if (digits == to) {
            line.keep(NeighbourPart.PROCESS_PID, from, to);
        } else if (Steps.isAt((byte) ',', line.bytes, digits, to)) {
            line.keep(NeighbourPart.PROCESS_PID, from, digits);
            line.keep(NeighbourPart.USER, Steps.skipBlanks(line.bytes, digits + 1, to), to);
        } else {
            line.keep(NeighbourPart.USER, from, to);
        }
    }

    private static int behindProcess(byte[] bytes, int processTo, int to) {
        int at = processTo;
        if (Steps.isAt((byte) '(', bytes, at, to)) {
            int close = endOfParenthesis(bytes, at, to);
            at = close < 0 ? -1 : close + 1;
        }
        for (int angles = 0; angles < 2 && Steps.isAt((byte) '<', bytes, at, to); angles++) {
            int close = Steps.indexOf((byte) '>', bytes, at, to);
            at = close < 0 ? -1 : close + 1;
        }
        int behind = Steps.after((byte) ':', bytes, at, to);
        return Steps.after((byte) ' ', bytes, behind, to);
    }

    /** Users may have parentheses in their names: the one that closes has the end of the process behind it. */
    private static int endOfParenthesis(byte[] bytes, int open, int to) {
        int close = Steps.indexOf((byte) ')', bytes, open, to);
        while (close >= 0
                && !Steps.isAt((byte) ':', bytes, close + 1, to)
                && !Steps.isAt((byte) '<', bytes, close + 1, to)) {
            close = Steps.indexOf((byte) ')', bytes, close + 1, to);
        }
        return close;
    }

    /** Before 2.0 the master process had no name. */
    private static boolean isOfMaster(Parts line) {
        return STARTING.isAt(line.bytes, line.from, line.to) || KILLED.isAt(line.bytes, line.from, line.to);
    }

    private static boolean readLevel(Parts line) {
        int colon = line.from < line.to
                ? Steps.indexOf((byte) ':', line.bytes, line.from, Math.min(line.to, line.from + 8))
                : -1;
        Severity level = LEVELS.find(line.bytes, line.from, colon);
        if (level != null) {
            line.severity = level;
            line.from = Math.min(colon + 2, line.to);
        }
        return level != null;
    }

    /** Texts of processes without a grammar of their own. */
    private static final class TextGrammar {

        static boolean read(Parts line) {
            if (SslGrammar.isSsl(line)) {
                return SslGrammar.read(line);
            }
            return ConfigGrammar.isConfig(line) ? ConfigGrammar.read(line) : message(line);
        }
    }

    /** A text without a kind of its own. */
    static boolean message(Parts line) {
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        return line.is(MaillogKind.DOVECOT_MESSAGE, line.from < line.to);
    }
}
