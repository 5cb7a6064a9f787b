package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.tls.NamedGroup;
import java.util.List;

/** The curves of a release, most preferred first: rows of {@code curve-preferences.tsv}. */
final class OwnCurves {

    private OwnCurves() {}

    /** All it knows. */
    static List<NamedGroup> all(OpenSslRelease release) {
        return read(release, false);
    }

    /** Those that automatic selection uses. */
    static List<NamedGroup> automatic(OpenSslRelease release) {
        return read(release, true);
    }

    /** Those a client names unless it is told. */
    static List<NamedGroup> ofClient(OpenSslRelease release) {
        return automatic(release);
    }

    private static List<NamedGroup> read(OpenSslRelease release, boolean automaticOnly) {
        return Tables.rowsFor("curve-preferences.tsv", release).stream()
                .filter(row -> row.flag("automatic") || !automaticOnly)
                .map(row -> new NamedGroup(row.integer("code_point")))
                .toList();
    }
}
