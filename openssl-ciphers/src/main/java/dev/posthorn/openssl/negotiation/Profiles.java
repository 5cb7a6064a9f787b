package dev.posthorn.openssl.negotiation;

import dev.posthorn.text.TextTable;
import java.util.Optional;

/** What a server means to all known kinds of client at once. */
public final class Profiles {

    private Profiles() {}

    /**
     * Who can still connect: what a server answers to every profile.
     *
     * @param server the server
     * @return a table with one line per profile: its name, version and suite, or the reason of the failure
     */
    public static String table(OpenSslServer server) {
        TextTable table = new TextTable("client", "version", "suite or reason");
        for (ClientHelloProfile profile : ClientHelloProfile.all()) {
            Negotiation negotiation = server.answer(profile.hello());
            Optional<Choice> choice = negotiation.succeeds() ? negotiation.choice() : Optional.empty();
            table.row(
                    profile.name(),
                    choice.map(chosen -> chosen.version().toString()).orElse("-"),
                    choice.map(chosen -> chosen.suite().toString())
                            .or(() -> negotiation.failure().map(NegotiationFailure::reason))
                            .orElse("-"));
        }
        return table.toString();
    }
}
