package dev.posthorn.parsers;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.neighbours.NeighbourView;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What neighbours say about TLS, read a second time by plain regular expressions that know nothing of the grammars: version,
 * suite, bits and verification of a session, and the code of an error.
 */
final class NeighbourReference {

    private static final Pattern OPENSSL = Pattern.compile(
            "(?<protocol>(?:TLS|SSL)v[\\d.]+) with cipher (?<cipher>\\S+) \\((?<used>\\d+)/(?<alg>\\d+) bits");

    private static final Pattern SENDMAIL = Pattern.compile(
            "STARTTLS=(?<side>server|client), relay=.*?, version=(?<protocol>[^,]+), verify=(?<verify>[^,]+),"
                    + " cipher=(?<cipher>[^,]+), bits=(?<used>\\d+)/(?<alg>\\d+)");

    private static final Pattern EXIM = Pattern.compile("^(?:[^\"]|\"(?:\\\\.|[^\"\\\\])*\")*? X="
            + "(?<protocol>[^: ]+):(?<cipher>[^ ]+):(?<used>\\w+)\\*?(?=:? |:?$)");

    private static final Pattern EXIM_VERIFIED = Pattern.compile(" CV=(?<verify>\\S+)");

    private static final Pattern ERROR = Pattern.compile("error:(?<code>[0-9A-Fa-f]+):");

    private NeighbourReference() {}

    /** What the line says, by its text alone; empty for kinds that say nothing of TLS. */
    static Optional<Map<String, String>> read(MaillogKind kind, String line) {
        return switch (kind) {
            case DOVECOT_LOGIN, CYRUS_STARTTLS -> Optional.of(named(OPENSSL, line));
            case DOVECOT_DISCONNECTED -> {
                Map<String, String> fields = named(OPENSSL, line);
                fields.putAll(named(ERROR, line));
                yield Optional.of(fields);
            }
            case DOVECOT_SSL_STACKED, EXIM_TLS_ERROR, EXIM_TLS_ERROR_OUT, SENDMAIL_STARTTLS_LIBRARY ->
                Optional.of(named(ERROR, line));
            case SENDMAIL_STARTTLS -> Optional.of(named(SENDMAIL, line));
            case EXIM_ARRIVAL, EXIM_DELIVERY -> {
                Map<String, String> fields = named(EXIM, line);
                fields.putAll(named(EXIM_VERIFIED, line));
                fields.values().removeIf("xxx"::equals); // Exim's own test logs have that for all numbers of bits.
                yield Optional.of(fields);
            }
            default -> Optional.empty();
        };
    }

    private static Map<String, String> named(Pattern pattern, String line) {
        Map<String, String> fields = new TreeMap<>();
        Matcher matcher = pattern.matcher(line);
        if (matcher.find()) {
            for (String name : new String[] {"protocol", "cipher", "used", "alg", "verify", "side", "code"}) {
                if (pattern.pattern().contains("?<" + name + ">")) {
                    fields.put(name, matcher.group(name));
                }
            }
        }
        return fields;
    }

    /** What the view says, under the same names. */
    static Map<String, String> of(NeighbourView view) {
        Map<String, String> fields = new TreeMap<>();
        put(fields, view, "protocol", NeighbourPart.PROTOCOL);
        put(fields, view, "cipher", NeighbourPart.CIPHER);
        put(fields, view, "used", NeighbourPart.USED_BITS);
        put(fields, view, "alg", NeighbourPart.ALG_BITS);
        put(fields, view, "verify", NeighbourPart.VERIFY);
        put(fields, view, "verify", NeighbourPart.VERIFIED);
        put(fields, view, "code", NeighbourPart.CODE);
        if (view.kind() == MaillogKind.SENDMAIL_STARTTLS) {
            put(fields, view, "side", NeighbourPart.SIDE);
        }
        return fields;
    }

    private static void put(Map<String, String> fields, NeighbourView view, String name, NeighbourPart part) {
        if (view.part(part).isPresent()) {
            fields.put(name, view.part(part).toString());
        }
    }
}
