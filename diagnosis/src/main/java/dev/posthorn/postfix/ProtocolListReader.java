package dev.posthorn.postfix;

import dev.posthorn.tls.ProtocolVersion;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a list of protocols word by word (fact sheet on Postfix TLS configuration sections 6.2 and 6.3). The order of
 * names does not matter; of two bounds of a kind the later counts; the first unknown word ends it all.
 */
final class ProtocolListReader {

    private final NavigableSet<ProtocolVersion> included = new TreeSet<>();
    private final NavigableSet<ProtocolVersion> excluded = new TreeSet<>();
    private final NavigableSet<ProtocolVersion> withoutEffect = new TreeSet<>();
    private final NavigableSet<ProtocolVersion> disabled = new TreeSet<>();
    private Optional<ProtocolBound> lowest = Optional.empty();
    private Optional<ProtocolBound> highest = Optional.empty();
    private Optional<String> unknownWord = Optional.empty();

    private ProtocolListReader() {}

    static ProtocolListReader ofNothing() {
        return new ProtocolListReader();
    }

    static ProtocolListReader read(String text, ProtocolNames names) {
        ProtocolListReader reader = new ProtocolListReader();
        boolean onlyIncludes = names.syntax() == ProtocolNames.Syntax.INCLUDE;
        // name_mask(3), which read these lists up to 2.4, does not split at colons.
        for (String word : onlyIncludes ? Words.between(text, " \t\n\r,") : Words.of(text)) {
            if (!reader.take(word, names)) {
                reader.unknownWord = Optional.of(word);
                return reader;
            }
        }
        reader.disable(names);
        return reader;
    }

    private boolean take(String word, ProtocolNames names) {
        if (names.syntax() == ProtocolNames.Syntax.BOUNDS && ProtocolBound.looksLike(word)) {
            Optional<ProtocolBound> bound = ProtocolBound.parse(word);
            if (word.startsWith(">")) {
                lowest = bound;
            } else {
                highest = bound;
            }
            return bound.isPresent();
        }
        boolean excludes = names.syntax() != ProtocolNames.Syntax.INCLUDE && word.startsWith("!");
        Optional<ProtocolVersion> named = names.find(excludes ? word.substring(1) : word);
        named.ifPresent(protocol -> {
            if (!names.effective().contains(protocol)) {
                withoutEffect.add(protocol);
            } else if (excludes) {
                excluded.add(protocol);
            } else {
                included.add(protocol);
            }
        });
        return named.isPresent();
    }

    /** Exclusion wins when a protocol is named both ways. */
    private void disable(ProtocolNames names) {
        disabled.addAll(excluded);
        if (!included.isEmpty()) {
            names.effective().stream().filter(name -> !included.contains(name)).forEach(disabled::add);
        }
        for (ProtocolVersion known : ProtocolVersion.known()) {
            if (lowest.filter(bound -> bound.shutsOut(known)).isPresent()
                    || highest.filter(bound -> bound.shutsOut(known)).isPresent()) {
                disabled.add(known);
            }
        }
    }

    Set<ProtocolVersion> included() {
        return included;
    }

    Set<ProtocolVersion> excluded() {
        return excluded;
    }

    Set<ProtocolVersion> withoutEffect() {
        return withoutEffect;
    }

    Set<ProtocolVersion> disabled() {
        return disabled;
    }

    Optional<ProtocolBound> lowest() {
        return lowest;
    }

    Optional<ProtocolBound> highest() {
        return highest;
    }

    Optional<String> unknownWord() {
        return unknownWord;
    }
}
