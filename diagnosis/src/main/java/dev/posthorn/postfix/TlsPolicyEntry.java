package dev.posthorn.postfix;

import dev.posthorn.text.TerminalText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The value of an entry of {@code smtp_tls_policy_maps}, as a version reads it: a level, and attributes that change for one
 * destination what main.cf says (fact sheet on Postfix TLS configuration, sections 5.2, 9.2 and 12).
 *
 * <pre>{@code
 * TlsPolicyEntry entry = TlsPolicyEntry.parse(PostfixVersion.parse("3.5.8"), "encrypt ciphers=high protocols=TLSv1.2");
 * entry.level(); // Optional[encrypt]
 * entry.isValid(); // true
 * }</pre>
 *
 * <p>Reading stops at the first error, as Postfix does: then no mail goes to that destination. Which entry of the table is
 * for a destination is not looked up here.
 *
 * @param version the version that reads it
 * @param text the entry as it is written
 * @param level the level; empty if there is none, or the version does not know it
 * @param attributes the attributes that were understood, in order, by their names in lower case
 * @param error what is wrong in Postfix's words, without the place; empty if nothing is
 * @param ignored the names of attributes that mean nothing at level {@code none}
 */
public record TlsPolicyEntry(
        PostfixVersion version,
        String text,
        Optional<SecurityLevel> level,
        Map<String, String> attributes,
        Optional<String> error,
        List<String> ignored) {

    private static final String INVALID = "client TLS configuration problem";
    private static final PostfixVersion FIRST_WITH_KNOWN_WORDS = new PostfixVersion(2, 5, 0);
    private static final PostfixVersion FIRST_WITH_POLICY_STATUS = new PostfixVersion(2, 11, 0);

    /**
     * An entry.
     *
     * @param version the version that reads it
     * @param text the entry as it is written
     * @param level the level
     * @param attributes the attributes that were understood; copied
     * @param error what is wrong in Postfix's words
     * @param ignored the names of attributes that mean nothing; copied
     */
    public TlsPolicyEntry {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        ignored = List.copyOf(ignored);
    }

    /**
     * Reads an entry.
     *
     * @param version the version that reads it
     * @param text what stands behind the destination in the table
     * @return the entry, valid or not
     */
    public static TlsPolicyEntry parse(PostfixVersion version, String text) {
        return new TlsPolicyReader(version, text).read();
    }

    /**
     * Does Postfix accept the entry?
     *
     * @return false if it has an error, and then mail to its destination is deferred
     */
    public boolean isValid() {
        return error.isEmpty();
    }

    /**
     * The value of an attribute.
     *
     * @param name its name, such as {@code ciphers}
     * @return the value, empty if the entry does not have it or is invalid
     */
    public Optional<String> attribute(String name) {
        return isValid() ? Optional.ofNullable(attributes.get(name.toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    /**
     * What Postfix logs of the entry whenever it is looked up.
     *
     * @param nextHop the destination, as the queue manager names it
     * @return the warnings in order; none before 2.5, whose words are not known
     */
    public List<LoggedMessage> messages(String nextHop) {
        if (!version.isAtLeast(FIRST_WITH_KNOWN_WORDS)) {
            return List.of();
        }
        String where = "smtp_tls_policy_maps, next-hop destination \"" + nextHop + "\": ";
        return error
                .map(List::of)
                .orElseGet(() -> ignored.stream()
                        .map(name -> "ignoring attribute \"" + name + "\" with TLS disabled")
                        .toList())
                .stream()
                .map(words -> LoggedMessage.warning(version, where + words))
                .toList();
    }

    /**
     * Why mail to the destination is deferred, as the delivery line has it in parentheses.
     *
     * @return the text, empty if the entry is valid, or of a version before 2.5, whose words are not known
     */
    public Optional<String> deferralText() {
        return isValid() || !version.isAtLeast(FIRST_WITH_KNOWN_WORDS) ? Optional.empty() : Optional.of(INVALID);
    }

    /**
     * The {@code dsn=} of that delivery line.
     *
     * @return {@code 4.7.5}, before 2.11 {@code 4.7.0}; empty where {@link #deferralText} is
     */
    public Optional<String> dsn() {
        return deferralText().map(text -> version.isAtLeast(FIRST_WITH_POLICY_STATUS) ? "4.7.5" : "4.7.0");
    }

    /** {@code encrypt ciphers=high}, and what is wrong with it; safe for a terminal. */
    @Override
    public String toString() {
        return TerminalText.escape(text, 500)
                + error.map(words -> " (" + TerminalText.escape(words, 500) + ")")
                        .orElse("");
    }
}
