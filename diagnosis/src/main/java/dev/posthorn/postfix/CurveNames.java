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
        static final Map<String, String> SINCE = new LinkedHashMap<>();

        static {
            String name = "curve-names.tsv";
            TsvTable table = TsvTable.read(name, CurveNames.class.getResourceAsStream(name));
            table.rows().forEach(row -> SINCE.put(row.text("name"), row.text("since")));
        }
    }

    private CurveNames() {}

    /** Is this the name of a single curve, as far as the headers are known? */
    static boolean isCurve(String name, Optional<OpenSslRelease> headers) {
        String since = Holder.SINCE.get(name);
        return since != null
                && (since.equals("-")
                        || headers.map(release -> release.isAtLeast(OpenSslRelease.parse(since)))
                                .orElse(true));
    }

    /** Is this a word for a list of curves? */
    static boolean isListed(String name, Optional<OpenSslRelease> headers) {
        return NIST.contains(name) || isCurve(name, headers);
    }
}
