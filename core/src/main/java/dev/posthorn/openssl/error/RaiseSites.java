package dev.posthorn.openssl.error;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Where upstream's SSL library raises which reason, release by release. A row is taken apart when it is asked for. */
final class RaiseSites {

    /** A place in a source file: the first and the last line of the call that raises, in certain releases. */
    record Site(int firstLine, int lastLine, List<OpenSslRelease> releases) {

        /** How far a reported line is off; current compilers report the first line, some old ones the last. */
        int distance(int line) {
            return Math.min(Math.abs(line - firstLine), Math.abs(line - lastLine));
        }
    }

    private final Map<String, List<OpenSslRelease>> branches = new HashMap<>();
    private final List<OpenSslRelease> releases = new ArrayList<>();
    private final Map<String, List<TsvTable.Row>> byFile = new HashMap<>();

    private RaiseSites(TsvTable releaseTable, TsvTable siteTable) {
        for (TsvTable.Row row : releaseTable.rows()) {
            List<OpenSslRelease> branch = row.words("releases", ' ').stream()
                    .map(OpenSslRelease::parse)
                    .toList();
            branches.put(row.text("branch"), branch);
            releases.addAll(branch);
        }
        for (TsvTable.Row row : siteTable.rows()) {
            byFile.computeIfAbsent(row.text("file"), file -> new ArrayList<>()).add(row);
        }
    }

    static RaiseSites get() {
        return Holder.SITES;
    }

    /** All releases whose sources were read, oldest first. */
    List<OpenSslRelease> releases() {
        return List.copyOf(releases);
    }

    /** The source files, without their directories. */
    Set<String> files() {
        return Set.copyOf(byFile.keySet());
    }

    /** The places in a file, named without its directory, that raise a reason with a certain internal name. */
    List<Site> sites(String file, Predicate<String> reason) {
        return byFile.getOrDefault(file, List.of()).stream()
                .filter(row -> reason.test(row.text("reason")))
                .flatMap(row -> row.words("sites", ' ').stream().map(site -> parse(row, site)))
                .toList();
    }

    /** {@code 353+1:m-u} is lines 353 to 354 in the letters m to u of the row's branch. */
    private Site parse(TsvTable.Row row, String site) {
        int colon = site.indexOf(':');
        String lines = colon < 0 ? site : site.substring(0, colon);
        int plus = lines.indexOf('+');
        int first = Integer.parseInt(plus < 0 ? lines : lines.substring(0, plus));
        int last = first + (plus < 0 ? 0 : Integer.parseInt(lines.substring(plus + 1)));
        return new Site(first, last, releasesOf(row, colon < 0 ? "" : site.substring(colon + 1)));
    }

    private List<OpenSslRelease> releasesOf(TsvTable.Row row, String range) {
        List<OpenSslRelease> branch = branches.get(row.text("branch"));
        if (branch == null) {
            throw row.bad("branch", "is not among the releases");
        }
        if (range.isEmpty()) {
            return branch;
        }
        int dash = range.indexOf('-');
        int from = indexOf(row, branch, dash < 0 ? range : range.substring(0, dash));
        int to = dash < 0 ? from : indexOf(row, branch, range.substring(dash + 1));
        return branch.subList(from, to + 1);
    }

    private static int indexOf(TsvTable.Row row, List<OpenSslRelease> branch, String suffix) {
        String name = row.text("branch");
        String release = suffix.equals("_") ? name : name.startsWith("3") ? name + "." + suffix : name + suffix;
        int index = branch.indexOf(OpenSslRelease.parse(release));
        if (index < 0) {
            throw row.bad("sites", "names " + release + ", which is not among the releases");
        }
        return index;
    }

    /** Reads the tables on first use (JLS 12.4.2). */
    private static final class Holder {
        static final RaiseSites SITES = new RaiseSites(
                TsvTable.read("raise-site-releases.tsv", open("raise-site-releases.tsv")),
                TsvTable.read("raise-sites.tsv.gz", unzip(open("raise-sites.tsv.gz"))));

        private static InputStream open(String name) {
            InputStream in = RaiseSites.class.getResourceAsStream(name);
            if (in == null) {
                throw new IllegalStateException(name + ": no such table");
            }
            return in;
        }

        private static InputStream unzip(InputStream in) {
            try {
                return new GZIPInputStream(in);
            } catch (IOException e) {
                throw new UncheckedIOException("raise-sites.tsv.gz: cannot be read", e);
            }
        }
    }
}
