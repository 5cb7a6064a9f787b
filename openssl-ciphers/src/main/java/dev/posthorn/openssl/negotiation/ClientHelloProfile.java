package dev.posthorn.openssl.negotiation;

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

    /** The name and the description. */
    @Override
    public String toString() {
        return name + ": " + description;
    }
}
