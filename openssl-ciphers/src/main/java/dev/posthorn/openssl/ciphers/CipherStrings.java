package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions the other way round: which string yields a list, and which releases agree on a string. */
public final class CipherStrings {

    /** Words that tell suites of one name apart: a name does not ask for a protocol (fact sheet section 4). */
    private static final List<String> QUALIFIERS = List.of("", "SSLv2+", "SSLv3+", "TLSv1.2+");

    private CipherStrings() {}

    /**
     * Finds the canonical string for a list: the names of the suites in that order.
     *
     * @param suites suites of the catalogue in the order wanted; those of TLS 1.3, if there are any, as
     *     {@link CipherCatalog#ciphersuites()} has them
     * @param catalog the catalogue
     * @return a string that expands to exactly this list, as an expansion proves; empty if no names do, be it that the
     *     build lacks a suite, or that two suites of one name cannot be told apart
     */
    public static Optional<CipherString> select(List<OpenSslCipherSuite> suites, CipherCatalog catalog) {
        StringBuilder text = new StringBuilder();
        List<OpenSslCipherSuite> wanted = new ArrayList<>(catalog.ciphersuites());
        for (OpenSslCipherSuite suite : suites) {
            if (catalog.ciphersuites().contains(suite)) {
                continue;
            }
            wanted.add(suite);
            String separator = text.isEmpty() ? "" : ":";
            QUALIFIERS.stream()
                    .map(qualifier -> separator + qualifier + suite.openSslName())
                    .filter(rule -> expand(text + rule, catalog).equals(wanted))
                    .findFirst()
                    .ifPresent(text::append);
        }
        CipherString selected = CipherString.parse(text.toString());
        boolean isSelected =
                !suites.isEmpty() && selected.expandWith(catalog).suites().equals(suites);
        return isSelected ? Optional.of(selected) : Optional.empty();
    }

    /**
     * The same for the suites of another expansion, of whatever build: a string that makes this build offer what that
     * one does. The suites are found by their code points.
     *
     * @param suites the suites in the order wanted
     * @param build the build that shall offer them
     * @return a string that expands to exactly this list, as an expansion proves; empty if no names do
     * @throws IllegalArgumentException if this library has no catalogue of the build's release
     */
    public static Optional<CipherString> select(List<OpenSslCipherSuite> suites, OpenSslBuild build) {
        CipherCatalog catalog = CipherString.catalogOf(build);
        List<OpenSslCipherSuite> here = new ArrayList<>();
        for (OpenSslCipherSuite suite : suites) {
            catalog.forCipherSuite(suite.cipherSuite()).ifPresent(here::add);
        }
        return here.size() < suites.size() ? Optional.empty() : select(here, catalog);
    }

    private static List<OpenSslCipherSuite> expand(String text, CipherCatalog catalog) {
        return CipherString.parse(text).expandWith(catalog).suites();
    }

    /**
     * Expands a string for every release there is a catalogue of, in its default build.
     *
     * @param cipherString the string
     * @return the answers, oldest release first; neighbouring releases of one branch that agree share one answer, so
     *     that a string changes its meaning exactly where a new answer begins
     */
    public static List<ReleaseAnswer> acrossReleases(CipherString cipherString) {
        List<ReleaseAnswer> answers = new ArrayList<>();
        for (CipherCatalog.ReleaseRange range : CipherCatalog.releaseRanges()) {
            Expansion expansion = cipherString.expandFor(OpenSslBuild.of(range.first()));
            ReleaseAnswer answer = new ReleaseAnswer(range.first(), range.last(), expansion);
            int previous = answers.size() - 1;
            if (previous >= 0 && isContinuedBy(answers.get(previous), answer)) {
                ReleaseAnswer former = answers.get(previous);
                answers.set(previous, new ReleaseAnswer(former.first(), range.last(), former.expansion()));
            } else {
                answers.add(answer);
            }
        }
        return List.copyOf(answers);
    }

    private static boolean isContinuedBy(ReleaseAnswer former, ReleaseAnswer latter) {
        return former.last().branch().equals(latter.first().branch()) && former.agreesWith(latter);
    }

    /**
     * What a range of releases makes of a string.
     *
     * @param first the oldest release
     * @param last the newest release
     * @param expansion the answer of the default build of all of them
     */
    public record ReleaseAnswer(OpenSslRelease first, OpenSslRelease last, Expansion expansion) {

        /**
         * Do other releases give the same answer: the same code points in the same order, or the same refusal?
         *
         * @param other the answer of the others
         * @return true if they agree
         */
        public boolean agreesWith(ReleaseAnswer other) {
            return expansion.diff(other.expansion).isEmpty();
        }

        /** {@code 1.0.1d to 1.0.1h: 119 suites}. */
        @Override
        public String toString() {
            String range = first.equals(last) ? first.toString() : first + " to " + last;
            return range + ": "
                    + expansion
                            .rejection()
                            .map(Rejection::toString)
                            .orElseGet(() -> expansion.suites().size() + " suites");
        }
    }
}
