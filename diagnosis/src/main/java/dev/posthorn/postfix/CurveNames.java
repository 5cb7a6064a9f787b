package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of curves that OpenSSL knows. A name that none of its releases knows is a mistake in every Postfix. */
final class CurveNames {

    /** Names of NIST, which OpenSSL accepts in lists of curves, not for a single one. */
    private static final Set<String> NIST = Set.of(
            "P-192", "P-224", "P-256", "P-384", "P-521", "B-163", "B-233", "B-283", "B-409", "B-571", "K-163", "K-233",
            "K-283", "K-409", "K-571");

    private static final class Holder {
        static final Map<String, Optional<OpenSslRelease>> SINCE =
                read(TsvTable.read("curve-names.tsv", CurveNames.class.getResourceAsStream("curve-names.tsv")));
    }

    private CurveNames() {}

    /** The release since which a name is known; empty for one that is older than the question. */
    static Map<String, Optional<OpenSslRelease>> read(TsvTable table) {
        Map<String, Optional<OpenSslRelease>> since = new LinkedHashMap<>();
        for (TsvTable.Row row : table.rows()) {
            if (since.put(row.text("name"), VersionTable.release(row, "since")) != null) {
                throw row.bad("name", "stands twice");
            }
        }
        return since;
    }

    /** Is this the name of a single curve, as far as the headers are known? */
    static boolean isCurve(String name, Optional<OpenSslRelease> headers) {
        Optional<OpenSslRelease> since = Holder.SINCE.get(name);
        return since != null
                && (since.isEmpty() || headers.isEmpty() || headers.get().isAtLeast(since.get()));
    }

    /** Is this a word for a list of curves? */
    static boolean isListed(String name, Optional<OpenSslRelease> headers) {
        return NIST.contains(name) || isCurve(name, headers);
    }
}
