package dev.posthorn.postfix;

import dev.posthorn.tls.ProtocolVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

    private final String text;
    private final Set<ProtocolVersion> disabled;
    private final Optional<String> unknownWord;

    private ProtocolList(String text, Set<ProtocolVersion> disabled, Optional<String> unknownWord) {
        this.text = text;
        this.disabled = Set.copyOf(disabled);
        this.unknownWord = unknownWord;
    }

    /** Reads a list with the names and abilities of one Postfix. */
    static ProtocolList parse(String text, List<ProtocolVersion> knownNames, boolean hasBounds) {
        Set<ProtocolVersion> included = new HashSet<>();
        Set<ProtocolVersion> excluded = new HashSet<>();
        for (String word : text.split("[\\s,:]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (hasBounds && (word.startsWith(">=") || word.startsWith("<="))) {
                Optional<Bound> bound = Bound.parse(word.substring(2));
                if (bound.isEmpty()) {
                    return new ProtocolList(text, Set.of(), Optional.of(word));
                }
                bound.get().exclude(word.startsWith(">="), excluded);
                continue;
            }
            boolean exclude = word.startsWith("!");
            Optional<ProtocolVersion> version = ProtocolVersion.forOpenSslName(exclude ? word.substring(1) : word)
                    .filter(knownNames::contains)
                    .filter(found -> !word.toLowerCase(Locale.ROOT).endsWith("tlsv1.0"));
            if (version.isEmpty()) {
                return new ProtocolList(text, Set.of(), Optional.of(word));
            }
            (exclude ? excluded : included).add(version.get());
        }
        if (!included.isEmpty()) {
            knownNames.stream().filter(name -> !included.contains(name)).forEach(excluded::add);
        }
        return new ProtocolList(text, excluded, Optional.empty());
    }

    /** The version behind {@code >=} or {@code <=}; none for {@code None}. */
    private record Bound(Optional<ProtocolVersion> version) {

        static Optional<Bound> parse(String word) {
            if (word.equalsIgnoreCase("None")) {
                return Optional.of(new Bound(Optional.empty()));
            }
            String digits = word.startsWith("0x") ? word.substring(2) : word;
            if (digits.matches("[0-9A-Fa-f]{4}")) {
                return Optional.of(new Bound(Optional.of(new ProtocolVersion(Integer.parseInt(digits, 16)))));
            }
            return ProtocolVersion.forOpenSslName(word)
                    .filter(version -> !version.equals(ProtocolVersion.SSLV2))
                    .map(version -> new Bound(Optional.of(version)));
        }

        /** A later bound of the same kind replaces an earlier one, which matters to nobody: both would be errors. */
        void exclude(boolean lower, Set<ProtocolVersion> excluded) {
            version.ifPresent(limit -> ProtocolVersion.known().stream()
                    .filter(known -> lower ? known.compareTo(limit) < 0 : known.compareTo(limit) > 0)
                    .forEach(excluded::add));
        }
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

    /**
     * What a server logs when it starts with an invalid list.
     *
     * @return the text behind the tag, empty if the list is valid
     */
    public Optional<String> warning() {
        return unknownWord.map(word -> "warning: Invalid TLS protocol list \"" + text + "\": disabling TLS support");
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
