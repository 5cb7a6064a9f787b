package dev.posthorn.remedy;

import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.ProtocolList;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes lists of protocols in the words that a version of Postfix knows. Every list is read back before it is proposed: it
 * must be valid there and switch off what it is meant to.
 */
final class ProtocolWords {

    private ProtocolWords() {}

    /**
     * A list for a parameter that switches off certain versions.
     *
     * @param separator what stands between words: a comma and a blank in main.cf, no blank behind {@code -o}
     */
    static Optional<String> switchingOff(
            Set<ProtocolVersion> off, String parameter, String separator, PostfixTlsSettings settings) {
        List<String> candidates = new ArrayList<>();
        lowestBound(off).ifPresent(candidates::add);
        List<String> words = new TreeSet<>(off)
                .stream().map(version -> "!" + version.openSslName()).toList();
        candidates.add(String.join(separator, words));
        return candidates.stream()
                .filter(text -> isMeant(text, off, parameter, settings))
                .findFirst();
    }

    /** Of 3.6 and later: everything below a version is off. */
    private static Optional<String> lowestBound(Set<ProtocolVersion> off) {
        List<ProtocolVersion> on = ProtocolVersion.known().stream()
                .filter(version -> !off.contains(version))
                .toList();
        if (on.isEmpty()) {
            return Optional.empty();
        }
        ProtocolVersion lowest = on.get(0);
        boolean isOneRange = ProtocolVersion.known().stream()
                .allMatch(version -> version.isAtLeast(lowest) != off.contains(version));
        return isOneRange ? Optional.of(">=" + lowest.openSslName()) : Optional.empty();
    }

    private static boolean isMeant(
            String text, Set<ProtocolVersion> off, String parameter, PostfixTlsSettings settings) {
        PostfixTlsSettings changed = settings.with(parameter, text);
        ProtocolList list = parameter.startsWith("smtp_")
                ? changed.client().protocols()
                : changed.server().protocols();
        return list.text().equals(text)
                && list.isValid()
                && withoutSslv2(list.disabled()).equals(withoutSslv2(off));
    }

    /** SSLv2 is off for certain where a bound is known, whether the list says so or not. */
    private static Set<ProtocolVersion> withoutSslv2(Set<ProtocolVersion> versions) {
        Set<ProtocolVersion> others = new TreeSet<>(versions);
        others.remove(ProtocolVersion.SSLV2);
        return others;
    }
}
