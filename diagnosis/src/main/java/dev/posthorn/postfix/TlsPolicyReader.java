package dev.posthorn.postfix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an entry of the policy table up to its first error: smtp_tls_policy.c, tls_policy_lookup_one. */
final class TlsPolicyReader {

    /** The words between attributes: smtp_tls_policy.c says CHARS_COMMA_SP. */
    private static final String SEPARATORS = ", \t\r\n";

    private static final PostfixVersion FIRST_WITH_LISTS_AT_MAY = new PostfixVersion(2, 6, 0);

    /** Since which version there is an attribute (section 12); what is not here is none. */
    private static final Map<String, PostfixVersion> SINCE = Map.ofEntries(
            since("match", 2, 3),
            since("protocols", 2, 3),
            since("ciphers", 2, 3),
            since("exclude", 2, 5),
            since("tafile", 2, 11),
            since("servername", 3, 4),
            since("connection_reuse", 3, 4),
            since("enable_rpk", 3, 9),
            since("policy_ttl", 3, 10),
            since("policy_type", 3, 10),
            since("policy_domain", 3, 10),
            since("policy_string", 3, 10),
            since("mx_host_pattern", 3, 10),
            since("policy_failure", 3, 10));

    /** These may stand there several times. */
    private static final Set<String> LISTS = Set.of("match", "tafile", "policy_string", "mx_host_pattern");

    private static final Set<String> NOT_EMPTY = Set.of("match", "tafile", "ciphers");

    private final PostfixVersion version;
    private final String text;
    private final Map<String, String> attributes = new LinkedHashMap<>();

    TlsPolicyReader(PostfixVersion version, String text) {
        this.version = version;
        this.text = text;
    }

    private static Map.Entry<String, PostfixVersion> since(String name, int major, int minor) {
        return Map.entry(name, new PostfixVersion(major, minor, 0));
    }

    TlsPolicyEntry read() {
        List<String> words = Words.between(text, SEPARATORS);
        if (words.isEmpty()) {
            return entry(Optional.empty(), Optional.of("invalid empty policy"), List.of());
        }
        Optional<SecurityLevel> level =
                SecurityLevel.forName(words.get(0), version).filter(found -> found != SecurityLevel.HALF_DANE);
        if (level.isEmpty()) {
            return entry(level, Optional.of("invalid security level \"" + words.get(0) + "\""), List.of());
        }
        List<String> rest = words.subList(1, words.size());
        if (level.get() == SecurityLevel.NONE) {
            return entry(level, Optional.empty(), namesOf(rest));
        }
        for (String word : rest) {
            Optional<String> error = error(word, level.get());
            if (error.isPresent()) {
                return entry(level, error, List.of());
            }
        }
        return entry(level, Optional.empty(), List.of());
    }

    private TlsPolicyEntry entry(Optional<SecurityLevel> level, Optional<String> error, List<String> ignored) {
        return new TlsPolicyEntry(version, text, level, attributes, error, ignored);
    }

    private static List<String> namesOf(List<String> words) {
        List<String> names = new ArrayList<>();
        words.forEach(word -> names.add(word.indexOf('=') < 0 ? word : word.substring(0, word.indexOf('='))));
        return names;
    }

    /** Takes an attribute, or says what is wrong with it. */
    private Optional<String> error(String word, SecurityLevel level) {
        int equals = word.indexOf('=');
        if (equals <= 0) {
            String why = equals < 0 ? "missing '=' after attribute name" : "missing attribute name";
            return Optional.of("malformed attribute/value pair \"" + word + "\": " + why);
        }
        String printed = word.substring(0, equals);
        String name = printed.toLowerCase(Locale.ROOT);
        String value = word.substring(equals + 1);
        if (!isKnown(name)) {
            return Optional.of("invalid attribute name: \"" + printed + "\"");
        }
        if (!isAllowed(name, level)) {
            return Optional.of("attribute \"" + printed + "\" invalid at security level \"" + level + "\"");
        }
        if (value.isEmpty() && NOT_EMPTY.contains(name)) {
            return Optional.of("attribute \"" + printed + "\" has empty value");
        }
        if (attributes.containsKey(name) && !LISTS.contains(name)) {
            return Optional.of("attribute \"" + printed + "\" is specified multiple times");
        }
        if (isSwitch(name) && !value.equalsIgnoreCase("yes") && !value.equalsIgnoreCase("no")) {
            return Optional.of("attribute \"" + printed + "\" has bad value: \"" + value + "\"");
        }
        attributes.merge(name, value, (earlier, later) -> earlier + ":" + later);
        return Optional.empty();
    }

    private boolean isKnown(String name) {
        PostfixVersion since = SINCE.get(name);
        return since != null && version.isAtLeast(since);
    }

    private static boolean isSwitch(String name) {
        return name.equals("connection_reuse") || name.equals("enable_rpk");
    }

    /** Before 2.6 opportunistic TLS had nothing to choose from; what a certificate must match is for levels that look. */
    private boolean isAllowed(String name, SecurityLevel level) {
        return switch (name) {
            case "protocols", "ciphers" -> level.isMandatory() || version.isAtLeast(FIRST_WITH_LISTS_AT_MAY);
            case "match" ->
                level == SecurityLevel.FINGERPRINT || level == SecurityLevel.VERIFY || level == SecurityLevel.SECURE;
            case "tafile" -> level == SecurityLevel.VERIFY || level == SecurityLevel.SECURE;
            default -> true;
        };
    }
}
