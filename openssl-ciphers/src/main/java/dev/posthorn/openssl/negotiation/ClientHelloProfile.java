package dev.posthorn.openssl.negotiation;

import dev.posthorn.text.TextTable;
import java.util.List;
import java.util.Optional;

/**
 * A hello shaped like that of a known kind of client: made in the laboratory after its likeness, not captured from it.
 * Only the hellos whose names begin with {@code openssl-} are what the named program really sent.
 *
 * @param name a short name, such as {@code gmail-2018}
 * @param recordedAs the name under which the laboratory's recordings hold the hello
 * @param description one line on what it is shaped like
 * @param hello the hello
 */
public record ClientHelloProfile(String name, String recordedAs, String description, ClientHello hello) {

    /**
     * All profiles.
     *
     * @return an immutable list in the order of the table
     */
    public static List<ClientHelloProfile> all() {
        return ProfileTable.get();
    }

    /**
     * Finds a profile.
     *
     * @param name its name, or the one in the recordings
     * @return the profile, empty if there is none of that name
     */
    public static Optional<ClientHelloProfile> forName(String name) {
        return all().stream()
                .filter(profile -> profile.name.equals(name) || profile.recordedAs.equals(name))
                .findFirst();
    }

    /**
     * Who can still connect: what a server answers to every profile.
     *
     * @param server the server
     * @return a table with one line per profile: its name, version and suite, or the reason of the failure
     */
    public static String table(OpenSslServer server) {
        TextTable table = new TextTable("client", "version", "suite or reason");
        for (ClientHelloProfile profile : all()) {
            Negotiation negotiation = server.answer(profile.hello);
            Optional<Choice> choice = negotiation.succeeds() ? negotiation.choice() : Optional.empty();
            table.row(
                    profile.name,
                    choice.map(chosen -> chosen.version().toString()).orElse("-"),
                    choice.map(chosen -> chosen.suite().toString())
                            .or(() -> negotiation.failure().map(NegotiationFailure::reason))
                            .orElse("-"));
        }
        return table.toString();
    }

    /** The name and the description. */
    @Override
    public String toString() {
        return name + ": " + description;
    }
}
