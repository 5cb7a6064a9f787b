package dev.posthorn.benchmarks;

import dev.posthorn.mail.MaillogKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one would write without this library, with some care: compiled once, chosen by program, no backtracking to speak
 * of. It finds the kinds that a {@link GeneratedLog} has and their fields, and no others; it reads no timestamp.
 */
final class RegexBaseline {

    private static final Pattern HEAD = Pattern.compile("postfix/(\\w+)\\[(\\d+)\\]: (.*)");

    private static final String ID = "([0-9A-F]+): ";
    private static final String PEER = "([^ \\[]+)\\[([^\\]]+)\\]";

    private static final Map<String, List<Grammar>> GRAMMARS = grammars();

    private record Grammar(MaillogKind kind, Pattern pattern) {}

    private RegexBaseline() {}

    private static Map<String, List<Grammar>> grammars() {
        List<Grammar> deliveries = List.of(grammar(
                MaillogKind.DELIVERY,
                ID + "to=<([^>]*)>, relay=([^,]+), delay=([^,]+), delays=([^/]+)/([^/]+)/([^/]+)/([^,]+), dsn=([^,]+),"
                        + " status=(\\w+) \\((.*)\\)"));
        Map<String, List<Grammar>> grammars = new LinkedHashMap<>();
        grammars.put(
                "smtp",
                List.of(
                        deliveries.get(0),
                        grammar(
                                MaillogKind.TLS_ESTABLISHED,
                                "(\\w+) TLS connection established to " + PEER
                                        + ":25: (\\S+) with cipher (\\S+) \\((\\d+)/(\\d+) bits\\)")));
        grammars.put("pipe", deliveries);
        grammars.put(
                "qmgr",
                List.of(
                        grammar(MaillogKind.QMGR_REMOVED, ID + "removed"),
                        grammar(
                                MaillogKind.QMGR_ACTIVE,
                                ID + "from=<([^>]*)>, size=(\\d+), nrcpt=(\\d+) \\(queue active\\)")));
        grammars.put("cleanup", List.of(grammar(MaillogKind.CLEANUP_MESSAGE_ID, ID + "message-id=(<.*>)")));
        grammars.put("pickup", List.of(grammar(MaillogKind.PICKUP, ID + "uid=(\\d+) from=<([^>]*)>")));
        grammars.put(
                "postscreen",
                List.of(grammar(
                        MaillogKind.POSTSCREEN_CONNECT,
                        "CONNECT from \\[([^\\]]+)\\]:(\\d+) to \\[([^\\]]+)\\]:(\\d+)")));
        grammars.put(
                "smtpd",
                List.of(
                        grammar(MaillogKind.SMTPD_CONNECT, "connect from " + PEER),
                        grammar(MaillogKind.SMTPD_DISCONNECT, "disconnect from " + PEER + "((?: \\w+=[\\d/]+)*)"),
                        grammar(
                                MaillogKind.SMTPD_CLIENT,
                                ID + "client=" + PEER + "(?:, sasl_method=(\\w+), sasl_username=([^, ]+))?"),
                        grammar(
                                MaillogKind.TLS_ESTABLISHED,
                                "(\\w+) TLS connection established from " + PEER
                                        + ": (\\S+) with cipher (\\S+) \\((\\d+)/(\\d+) bits\\)"),
                        grammar(
                                MaillogKind.SMTPD_REJECT,
                                "NOQUEUE: reject: (\\w+) from " + PEER
                                        + ": (\\d+) ([\\d.]+) (.*); from=<([^>]*)> to=<([^>]*)> proto=(\\w+) helo=<([^>]*)>"),
                        grammar(MaillogKind.SMTPD_LOST, "lost connection after (\\w+) from " + PEER),
                        grammar(MaillogKind.SSL_ACCEPT_ERROR, "SSL_accept error from " + PEER + ": (.*)"),
                        grammar(
                                MaillogKind.TLS_LIBRARY_PROBLEM,
                                "warning: TLS library problem: error:([0-9A-F]+):([^:]*):([^:]*):([^:]*):([^:]*):(\\d+):")));
        return Map.copyOf(grammars);
    }

    private static Grammar grammar(MaillogKind kind, String pattern) {
        return new Grammar(kind, Pattern.compile(pattern));
    }

    static Counts count(InputStream log) throws IOException {
        Counts counts = new Counts();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(log, StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                counts.add(kindOf(line));
            }
        }
        return counts;
    }

    private static MaillogKind kindOf(String line) {
        Matcher head = HEAD.matcher(line);
        if (head.find()) {
            for (Grammar grammar : GRAMMARS.getOrDefault(head.group(1), List.of())) {
                if (grammar.pattern().matcher(head.group(3)).lookingAt()) {
                    return grammar.kind();
                }
            }
        }
        return MaillogKind.UNRECOGNIZED;
    }
}
