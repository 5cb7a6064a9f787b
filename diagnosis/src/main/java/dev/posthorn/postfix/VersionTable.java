package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A table whose rows hold for ranges of Postfix versions, some only when compiled with a recent enough OpenSSL. */
final class VersionTable {

    private final List<Line> lines;

    private VersionTable(TsvTable table) {
        this.lines = table.rows().stream().map(Line::new).toList();
    }

    static VersionTable read(String name) {
        return new VersionTable(TsvTable.read(name, VersionTable.class.getResourceAsStream(name)));
    }

    /** The first row that holds and has what is wanted. */
    Optional<TsvTable.Row> find(PostfixVersion version, OpenSslRelease headers, Predicate<TsvTable.Row> wanted) {
        return lines.stream()
                .filter(line -> wanted.test(line.row))
                .filter(line -> line.versions.contains(version))
                .filter(line -> line.headers.map(headers::isAtLeast).orElse(true))
                .map(line -> line.row)
                .findFirst();
    }

    private static final class Line {
        final TsvTable.Row row;
        final VersionRanges versions;
        final Optional<OpenSslRelease> headers;

        Line(TsvTable.Row row) {
            this.row = row;
            this.versions = VersionRanges.parse(row.text("versions"));
            String release = row.text("headers");
            this.headers = release.equals("-") ? Optional.empty() : Optional.of(OpenSslRelease.parse(release));
        }
    }
}
