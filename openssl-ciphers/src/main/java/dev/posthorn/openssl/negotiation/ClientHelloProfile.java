package dev.posthorn.openssl.negotiation;

import java.util.List;
import java.util.Optional;

/**
 * A hello shaped like that of a known kind of client: made in the laboratory after its likeness, not captured from it.
 *
 * @param name a short name, such as {@code gmail-2018}
 * @param description one line on what it is shaped like
 * @param hello the hello
 */
public record ClientHelloProfile(String name, String description, ClientHello hello) {

    /**
     * All profiles.
     *
     * @return an immutable list in the order of the table
     */
    public static List<ClientHelloProfile> all() {
        return List.of();
    }

    /**
     * Finds a profile.
     *
     * @param name its name
     * @return the profile, empty if there is none of that name
     */
    public static Optional<ClientHelloProfile> forName(String name) {
        return all().stream().filter(profile -> profile.name().equals(name)).findFirst();
    }
}
