package dev.posthorn.openssl.negotiation;

import dev.posthorn.text.TerminalText;
import dev.posthorn.text.TextTable;
import dev.posthorn.tls.CipherSuite;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A negotiation in words, and as a table of at most 100 columns. */
final class NegotiationText {

    private static final int WIDTH_OF_NAMES = 36;

    /** 100 columns without a code point, a name and the gaps between. */
    private static final int WIDTH_OF_FATES = 100 - 4 - 2 - WIDTH_OF_NAMES - 2;

    private final Negotiation negotiation;

    NegotiationText(Negotiation negotiation) {
        this.negotiation = negotiation;
    }

    /** What is answered, what the log and the client see, and how many suites had which fate. */
    String explain() {
        StringBuilder out = new StringBuilder();
        String server = "OpenSSL " + negotiation.server().build();
        negotiation
                .choice()
                .ifPresent(choice ->
                        out.append(server).append(" chooses ").append(choice).append(".\n"));
        negotiation.failure().ifPresent(failure -> {
            out.append(server)
                    .append(negotiation.choice().isPresent() ? " then fails: " : " refuses: ")
                    .append(failure.reason())
                    .append(".\nIts log names ")
                    .append(failure.function())
                    .append("; the client gets ")
                    .append(failure.alertSent()
                            .map(alert -> "the alert " + alert)
                            .orElse("no alert, the connection just ends"))
                    .append(".\n");
        });
        counts().forEach((fate, count) -> out.append("  ")
                .append(String.format(Locale.ROOT, "%3d", count))
                .append(' ')
                .append(fate)
                .append('\n'));
        return out.toString();
    }

    private Map<String, Long> counts() {
        return negotiation.fates().stream()
                .collect(Collectors.groupingBy(NegotiationText::heading, LinkedHashMap::new, Collectors.counting()));
    }

    /** The fate as a heading over all suites that share it. */
    private static String heading(NegotiationFate fate) {
        return switch (fate.kind()) {
            case CHOSEN -> "chosen";
            case SKIPPED -> "skipped: " + ((NegotiationFate.Skipped) fate).reason();
            case AFTER_CHOSEN -> "common to both, after the chosen one";
            case NOT_REACHED -> "common to both, not looked at";
            case NOT_IN_SERVER_LIST -> "offered by the client, not in the server's list";
            case NOT_OFFERED_BY_CLIENT -> "in the server's list, not offered by the client";
            case NOT_KNOWN -> "offered by the client, not known to this OpenSSL";
            case SIGNAL -> "signals, not suites";
        };
    }

    /** One row per number the client sent, in the order in which the server walks. */
    String table() {
        Function<NegotiationFate, String> words = fate -> fate instanceof NegotiationFate.NotInServerList unlisted
                ? unlisted.stringFate().explain()
                : fate.explain();
        TextTable table = new TextTable("code", "suite", "fate");
        for (NegotiationFate fate : negotiation.fates()) {
            if (fate.kind() != NegotiationFate.Kind.NOT_OFFERED_BY_CLIENT) {
                table.row(
                        fate.suite().hexCode(),
                        TerminalText.escape(nameOf(fate.suite()), WIDTH_OF_NAMES),
                        TerminalText.escape(words.apply(fate), WIDTH_OF_FATES));
            }
        }
        return table.toString();
    }

    /** The name in the server's release, else the one any registry has. */
    private String nameOf(CipherSuite suite) {
        return negotiation
                .server()
                .expansion()
                .catalog()
                .forCipherSuite(suite)
                .map(Object::toString)
                .orElseGet(suite::toString);
    }
}
