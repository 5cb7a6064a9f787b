package dev.posthorn.openssl;

import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.Optional;

/**
 * A distribution's package of OpenSSL: which upstream release it was made from, with which options, and how sure we are.
 *
 * <p>Distributors change more than options; what else a package changes is known by its {@link #id()} to the tables that
 * are concerned. Immutable; two packages are equal if they have the same id.
 */
public final class DistributionPackage {

    private final String id;
    private final List<String> names;
    private final OpenSslRelease first;
    private final OpenSslRelease last;
    private final String options;
    private final Certainty certainty;
    private final String evidence;

    private DistributionPackage(TsvTable.Row row) {
        id = row.text("id");
        names = row.words("names", ',');
        first = OpenSslRelease.parse(row.text("first"));
        last = OpenSslRelease.parse(row.text("last"));
        options = row.text("options");
        certainty = row.known("certainty", Certainty.forWord(row.text("certainty")), "is no degree of certainty");
        evidence = row.text("evidence");
    }

    /**
     * The packages this library knows.
     *
     * @return an immutable list in the order of the table
     */
    public static List<DistributionPackage> known() {
        return Holder.PACKAGES;
    }

    /**
     * Finds a package.
     *
     * @param name such as {@code centos6}, {@code debian8} or {@code ubuntu14.04}, case included
     * @param release the upstream release; a suffix such as {@code -fips} does not count
     * @return the package, empty if none of that name and release is known
     */
    public static Optional<DistributionPackage> forName(String name, OpenSslRelease release) {
        return known().stream()
                .filter(known -> known.names.contains(name) && release.isBetween(known.first, known.last))
                .findFirst();
    }

    /**
     * The package's key in tables.
     *
     * @return such as {@code rhel-1.0.1e-last}
     */
    public String id() {
        return id;
    }

    /**
     * The package's name.
     *
     * @return such as {@code centos6}
     */
    public String name() {
        return names.get(0);
    }

    /**
     * All names under which the package is found.
     *
     * @return an immutable list that begins with {@link #name()}
     */
    public List<String> names() {
        return names;
    }

    /** The words of Configure that deviate from the release's defaults. */
    String options() {
        return options;
    }

    /**
     * How sure it is that the package behaves so.
     *
     * @return the degree of certainty
     */
    public Certainty certainty() {
        return certainty;
    }

    /**
     * What the certainty rests on.
     *
     * @return one or two sentences
     */
    public String evidence() {
        return evidence;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistributionPackage that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The {@link #id()}. */
    @Override
    public String toString() {
        return id;
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Holder {
        static final List<DistributionPackage> PACKAGES = TsvTable.read(
                        "distributions.tsv", DistributionPackage.class.getResourceAsStream("distributions.tsv"))
                .rows()
                .stream()
                .map(DistributionPackage::new)
                .toList();
    }
}
