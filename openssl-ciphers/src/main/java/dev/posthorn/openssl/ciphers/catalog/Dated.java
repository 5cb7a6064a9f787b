package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.HashMap;
import java.util.Map;

/**
 * What a row says, and the releases it holds for.
 *
 * @param value what it says
 * @param since the first release
 * @param until the last release
 */
record Dated<T>(T value, OpenSslRelease since, OpenSslRelease until) {

    boolean holdsFor(OpenSslRelease release) {
        return release.isBetween(since, until);
    }

    boolean overlaps(Dated<?> other) {
        return since.compareTo(other.until) <= 0 && other.since.compareTo(until) <= 0;
    }

    /** Makes the same value of the same release text, which stands in hundreds of rows. */
    static final class Reader {
        private final Map<String, OpenSslRelease> releases = new HashMap<>();

        <T> Dated<T> read(TsvTable.Row row, T value) {
            OpenSslRelease since = release(row.text("since"));
            OpenSslRelease until = release(row.text("until"));
            if (until.compareTo(since) < 0) {
                throw row.bad("until", "is older than since");
            }
            return new Dated<>(value, since, until);
        }

        private OpenSslRelease release(String text) {
            OpenSslRelease known = releases.get(text);
            if (known == null) {
                known = OpenSslRelease.parse(text);
                releases.put(text, known);
            }
            return known;
        }
    }
}
