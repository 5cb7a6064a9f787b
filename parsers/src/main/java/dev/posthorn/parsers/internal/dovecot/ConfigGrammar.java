package dev.posthorn.parsers.internal.dovecot;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/** Words about settings of TLS that are no good: at the start, or for every connection, and then with its fields. */
final class ConfigGrammar {

    private static final Literal[] BEGINNINGS = {
        Literal.of("Couldn't parse private "),
        Literal.of("Couldn't initialize SSL"),
        Literal.of("Couldn't load "),
        Literal.of("Can't load SSL "),
        Literal.of("Can't load private "),
        Literal.of("Can't load CA "),
        Literal.of("Can't load DH "),
        Literal.of("Can't set cipher list"),
        Literal.of("Can't verify remote "),
        Literal.of("Can't use SSL certificate"),
        Literal.of("Failed to initialize SSL"),
        Literal.of("Unknown ssl_"),
        Literal.of("Invalid ssl_"),
        Literal.of("ssl enabled, but "),
        Literal.of("ssl_")
    };

    private ConfigGrammar() {}

    static boolean isConfig(Parts line) {
        if (line.severity == Severity.DEBUG || line.severity == Severity.INFO) {
            return false;
        }
        for (Literal beginning : BEGINNINGS) {
            if (beginning.isAt(line.bytes, line.from, line.to)) {
                return true;
            }
        }
        return false;
    }

    static boolean read(Parts line) {
        int fields = LoginFields.find(line.bytes, line.from, line.to);
        int end = fields < 0 ? line.to : fields - 2;
        line.keep(NeighbourPart.TEXT, line.from, end);
        if (fields >= 0) {
            LoginFields.read(line, fields);
        }
        if (!line.has(NeighbourPart.ERROR_STRING)) {
            Steps.keepError(line, line.from, end);
        }
        return line.is(MaillogKind.DOVECOT_CONFIG);
    }
}
