package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A list of protocols such as {@code !SSLv2, !SSLv3}, as a named Postfix reads it.
 *
 * <p>What a Postfix does not know it cannot switch off: {@code !SSLv2, !SSLv3, !TLSv1} on Postfix 2.6.6 leaves TLSv1.1
 * and TLSv1.2 on, and {@code TLSv1} alone does too. One unknown word makes the whole list invalid, and then the server
 * has no TLS at all. Fact sheet on Postfix TLS configuration, section 6.
 */
public final class ProtocolList {

    private static final PostfixVersion FIRST_THAT_WARNS = new PostfixVersion(2, 5, 0);

    private final PostfixVersion version;
    private final String text;
    private final List<ProtocolVersion> included;
    private final List<ProtocolVersion> excluded;
    private final List<ProtocolVersion> withoutEffect;
    private final Optional<ProtocolVersion> lowest;
    private final Optional<ProtocolVersion> highest;
    private final Optional<String> unknownWord;
    private final Set<ProtocolVersion> disabled;

    private ProtocolList(PostfixVersion version, String text, ProtocolListReader reader) {
        this.version = version;
        this.text = text;
        this.included = List.copyOf(reader.included());
        this.excluded = List.copyOf(reader.excluded());
        this.withoutEffect = List.copyOf(reader.withoutEffect());
        this.lowest = reader.lowest().flatMap(ProtocolBound::limit);
        this.highest = reader.highest().flatMap(ProtocolBound::limit);
        this.unknownWord = reader.unknownWord();
        this.disabled = Set.copyOf(reader.disabled());
    }

    /** A version that has no lists of protocols, as 2.2, leaves everything on. */
    static ProtocolList parse(PostfixVersion version, Optional<OpenSslRelease> headers, String text) {
        return new ProtocolList(
                version,
                text,
                ProtocolNames.of(version, headers)
                        .map(names -> ProtocolListReader.read(text, names))
                        .orElseGet(ProtocolListReader::ofNothing));
    }

    /**
     * The list as configured.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * The protocols this list switches off. Whatever else the run-time OpenSSL has stays on.
     *
     * @return an immutable set; empty if the list is invalid
     */
    public Set<ProtocolVersion> disabled() {
        return disabled;
    }

    /**
     * What the list leaves of the protocols an OpenSSL has.
     *
     * @param available the protocols of that OpenSSL
     * @return those that stay on, oldest first; none if the list is invalid
     */
    public List<ProtocolVersion> enabledOf(Collection<ProtocolVersion> available) {
        return isValid()
                ? new TreeSet<>(available)
                        .stream()
                                .filter(protocol -> !disabled.contains(protocol))
                                .toList()
                : List.of();
    }

    /**
     * The protocols it names to be on. If there are any, all others that this Postfix knows are off.
     *
     * @return an immutable list, oldest first
     */
    public List<ProtocolVersion> included() {
        return included;
    }

    /**
     * The protocols it names with an exclamation mark.
     *
     * @return an immutable list, oldest first
     */
    public List<ProtocolVersion> excluded() {
        return excluded;
    }

    /**
     * The protocols it names to no effect, because this Postfix, or the OpenSSL it was compiled with, can do nothing
     * about them.
     *
     * @return an immutable list, oldest first
     */
    public List<ProtocolVersion> withoutEffect() {
        return withoutEffect;
    }

    /**
     * The limit of the last {@code >=}.
     *
     * @return the lowest protocol; empty if there is no limit
     */
    public Optional<ProtocolVersion> lowest() {
        return lowest;
    }

    /**
     * The limit of the last {@code <=}.
     *
     * @return the highest protocol; empty if there is no limit
     */
    public Optional<ProtocolVersion> highest() {
        return highest;
    }

    /**
     * The first word that this Postfix does not know, which makes the list invalid.
     *
     * @return the word, empty if the list is valid
     */
    public Optional<String> unknownWord() {
        return unknownWord;
    }

    /**
     * Does this Postfix accept the list?
     *
     * @return false if there is an unknown word; TLS is then off in the whole process
     */
    public boolean isValid() {
        return unknownWord.isEmpty();
    }

    /** What a server logs when it starts with this list (fact sheet on Postfix TLS configuration section 6.5). */
    Optional<LoggedMessage> complaint(String parameter) {
        return unknownWord.map(word -> version.isAtLeast(FIRST_THAT_WARNS)
                ? LoggedMessage.warning(version, "Invalid TLS protocol list \"" + text + "\": disabling TLS support")
                : LoggedMessage.fatal(version, "unknown " + parameter + " value \"" + word + "\" in \"" + text + "\""));
    }

    /** What a client logs when it wants to speak TLS to a peer. */
    Optional<LoggedMessage> complaint(String parameter, String peer) {
        return version.isAtLeast(FIRST_THAT_WARNS)
                ? unknownWord.map(word -> LoggedMessage.warning(
                        version, peer + ": Invalid TLS protocol list \"" + text + "\": aborting TLS session"))
                : complaint(parameter);
    }

    /** What is off: {@code SSLv2, SSLv3 off}. */
    @Override
    public String toString() {
        if (!isValid()) {
            return "invalid";
        }
        return disabled.isEmpty() ? "all on" : String.join(", ", names()) + " off";
    }

    private List<String> names() {
        return new TreeSet<>(disabled)
                .stream().map(ProtocolVersion::openSslName).toList();
    }
}
