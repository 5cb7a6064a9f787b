package dev.posthorn.diagnosis;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.openssl.negotiation.ClientHelloProfile;
import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a peer probably offered. No mail log says it, so it is guessed: by the peer's name where its sender is known, else
 * as the first of the known shapes that explains what happened.
 *
 * @param profile the shape
 * @param because why this one, as the rest of a sentence that begins with "assumed"
 */
record HelloGuess(ClientHelloProfile profile, String because) {

    /** Known shapes in the order in which they are tried: what most senders look like first. */
    static final List<String> ORDER = List.of(
            "gmail-2018",
            "gmail-2020",
            "gmail-2015",
            "office365-2019",
            "postfix-modern",
            "java7",
            "outlook-win7",
            "exchange-2003",
            "java6",
            "dhe-only",
            "tls11-only",
            "tls10-only");

    /** Shapes that are rare by now, and never the first guess. */
    private static final List<String> RARE =
            List.of("java8", "java6-sslv2-format", "exchange-2003-sslv2-format", "exchange-2003-ssl3");

    /** The shapes of senders, usual ones first. */
    static List<ClientHelloProfile> usual() {
        return Stream.concat(ORDER.stream(), RARE.stream())
                .map(HelloGuess::profile)
                .toList();
    }

    /** The guess by name if it explains the log, else the first shape that does. */
    static Optional<HelloGuess> of(Optional<HelloGuess> byName, Predicate<ClientHelloProfile> explainsTheLog) {
        return byName.filter(guess -> explainsTheLog.test(guess.profile))
                .or(() -> ORDER.stream()
                        .map(name -> profile(name))
                        .filter(explainsTheLog)
                        .findFirst()
                        .map(profile -> new HelloGuess(
                                profile,
                                "because it is the most usual shape that fails on this server as the log says")));
    }

    /** What is known of the senders of a domain. */
    static Optional<HelloGuess> byName(MailPeer peer) {
        String host = peer.name().toLowerCase(Locale.ROOT);
        for (TsvTable.Row row : Table.ROWS) {
            String domain = row.text("domain");
            if (host.equals(domain) || host.endsWith("." + domain)) {
                return Optional.of(
                        new HelloGuess(profile(row.text("profile")), "because the peer is a host of " + domain));
            }
        }
        return Optional.empty();
    }

    private static ClientHelloProfile profile(String name) {
        return ClientHelloProfile.forName(name)
                .orElseThrow(() -> new IllegalStateException("there is no hello of the shape " + name));
    }

    private static final class Table {
        static final List<TsvTable.Row> ROWS = TsvTable.read(
                        "peer-profiles.tsv", HelloGuess.class.getResourceAsStream("peer-profiles.tsv"))
                .rows();
    }
}
