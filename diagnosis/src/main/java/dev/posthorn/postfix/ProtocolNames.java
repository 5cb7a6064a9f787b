package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
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
        static final VersionTable TABLE = VersionTable.read("protocol-names.tsv", ProtocolNames::of);
    }

    /** The names of a version; empty for 2.2, which has no lists of protocols. */
    static Optional<ProtocolNames> of(PostfixVersion version, Optional<OpenSslRelease> headers) {
        return Holder.TABLE
                .find("", version, headers)
                .map(VersionTable.Line::row)
                .map(ProtocolNames::of);
    }

    static ProtocolNames of(TsvTable.Row row) {
        return new ProtocolNames(named(row, "names"), named(row, "effective"), syntax(row));
    }

    private static List<ProtocolVersion> named(TsvTable.Row row, String column) {
        return row.words(column, ',').stream()
                .map(name -> ProtocolVersion.forOpenSslName(name)
                        .orElseThrow(() -> row.bad(column, "names \"" + name + "\", which is no protocol")))
                .toList();
    }

    private static Syntax syntax(TsvTable.Row row) {
        return switch (row.text("syntax")) {
            case "include" -> Syntax.INCLUDE;
            case "names" -> Syntax.NAMES;
            case "bounds" -> Syntax.BOUNDS;
            default -> throw row.bad("syntax", "is none of include, names and bounds");
        };
    }

    /** Looks up a word without its exclamation mark. */
    Optional<ProtocolVersion> find(String word) {
        return known.stream()
                .filter(version -> version.openSslName().equalsIgnoreCase(word))
                .findFirst();
    }
}
