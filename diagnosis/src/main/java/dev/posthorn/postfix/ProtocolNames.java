package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words that one Postfix knows in a list of protocols (fact sheet on Postfix TLS configuration section 6.1).
 *
 * @param known the protocols it has names for
 * @param effective those it can switch off; the other names are accepted and change nothing
 * @param syntax what it knows besides names
 */
record ProtocolNames(List<ProtocolVersion> known, List<ProtocolVersion> effective, Syntax syntax) {

    enum Syntax {
        /** Names of what to include; there is no exclamation mark. */
        INCLUDE,
        /** Names, and names with an exclamation mark. */
        NAMES,
        /** Also {@code >=} and {@code <=}. */
        BOUNDS
    }

    private static final class Holder {
        static final VersionTable TABLE = VersionTable.read("protocol-names.tsv");
    }

    /** The names of a version; empty for 2.2, which has no lists of protocols. */
    static Optional<ProtocolNames> of(PostfixVersion version, Optional<OpenSslRelease> headers) {
        return Holder.TABLE
                .find("", version, headers)
                .map(VersionTable.Line::row)
                .map(row -> {
                    return new ProtocolNames(
                            row.words("names", ',').stream()
                                    .map(ProtocolNames::named)
                                    .toList(),
                            row.words("effective", ',').stream()
                                    .map(ProtocolNames::named)
                                    .toList(),
                            Syntax.valueOf(row.text("syntax").toUpperCase(Locale.ROOT)));
                });
    }

    private static ProtocolVersion named(String name) {
        return ProtocolVersion.forOpenSslName(name)
                .orElseThrow(() -> new IllegalStateException("protocol-names.tsv: no protocol \"" + name + "\""));
    }

    /** Looks up a word without its exclamation mark. */
    Optional<ProtocolVersion> find(String word) {
        return known.stream()
                .filter(version -> version.openSslName().equalsIgnoreCase(word))
                .findFirst();
    }
}
