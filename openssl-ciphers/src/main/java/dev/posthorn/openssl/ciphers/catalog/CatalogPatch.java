package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.tls.Authentication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a distributor changed in the source of a release, beyond build options: the strength of suites, their
 * authentication, the default list (fact sheet on cipher strings section 13).
 *
 * <pre>{@code
 * CatalogPatch patch = CatalogPatch.none()
 *         .effectiveKeyBits("3DES", 112)
 *         .defaultList("ALL:!EXPORT:!LOW:!aNULL:!eNULL:!SSLv2");
 * CipherCatalog.forBuild(OpenSslBuild.parse("1.0.1e krb5 no-srp"), SslMethod.VERSION_FLEXIBLE, patch);
 * }</pre>
 *
 * <p>Suites are named by a word of a cipher string: the name of a suite, or an alias such as {@code 3DES} with the
 * meaning it has before the patch. Immutable.
 */
public final class CatalogPatch {

    private static final CatalogPatch NONE = new CatalogPatch(List.of(), Optional.empty());

    private final List<SuiteChange> changes;
    private final Optional<String> defaultList;

    private CatalogPatch(List<SuiteChange> changes, Optional<String> defaultList) {
        this.changes = changes;
        this.defaultList = defaultList;
    }

    /**
     * The source as it was published.
     *
     * @return a patch that changes nothing
     */
    public static CatalogPatch none() {
        return NONE;
    }

    /**
     * Also changes the number that {@code @STRENGTH} sorts by.
     *
     * @param word which suites
     * @param bits the number of bits, 0 or more
     * @return this patch with the change
     * @throws IllegalArgumentException if {@code bits} is negative
     */
    public CatalogPatch effectiveKeyBits(String word, int bits) {
        if (bits < 0) {
            throw new IllegalArgumentException("bits: " + bits + " is negative");
        }
        return with(word, (suite, vocabulary) -> suite.withEffectiveKeyBits(bits));
    }

    /**
     * Also changes the strength class.
     *
     * @param word which suites
     * @param strength {@code NONE}, {@code EXP40}, {@code EXP56}, {@code LOW}, {@code MEDIUM} or {@code HIGH}
     * @return this patch with the change
     * @throws IllegalArgumentException if {@code strength} is none of these
     */
    public CatalogPatch strength(String word, String strength) {
        if (!OpenSslCipherSuite.STRENGTHS.contains(strength)) {
            throw new IllegalArgumentException(
                    "strength: \"" + strength + "\" is none of " + OpenSslCipherSuite.STRENGTHS);
        }
        return with(word, (suite, vocabulary) -> suite.withStrength(strength, vocabulary));
    }

    /**
     * Also changes the authentication.
     *
     * @param word which suites
     * @param authenticationWord what they have from now on, as cipher strings say it: {@code aSRP}
     * @return this patch with the change
     * @throws IllegalArgumentException if {@code authenticationWord} is no such word
     */
    public CatalogPatch authentication(String word, String authenticationWord) {
        Authentication authentication = Authentication.forCipherStringWord(authenticationWord)
                .orElseThrow(() -> new IllegalArgumentException(
                        "authenticationWord: \"" + authenticationWord + "\" is no authentication"));
        return with(
                word,
                (suite, vocabulary) -> suite.withAuthentication(
                        authentication, vocabulary.bitIfKnown(Category.AUTHENTICATION, authenticationWord)));
    }

    /**
     * Also changes what {@code DEFAULT} stands for.
     *
     * @param cipherList a cipher string
     * @return this patch with the change
     */
    public CatalogPatch defaultList(String cipherList) {
        return new CatalogPatch(changes, Optional.of(cipherList));
    }

    /**
     * Joins two patches.
     *
     * @param later what is changed after this
     * @return a patch with the changes of both
     */
    public CatalogPatch and(CatalogPatch later) {
        List<SuiteChange> both = new ArrayList<>(changes);
        both.addAll(later.changes);
        return new CatalogPatch(List.copyOf(both), later.defaultList.isPresent() ? later.defaultList : defaultList);
    }

    private CatalogPatch with(String word, Change change) {
        List<SuiteChange> more = new ArrayList<>(changes);
        more.add(new SuiteChange(word, change));
        return new CatalogPatch(List.copyOf(more), defaultList);
    }

    String defaultListOr(String upstream) {
        return defaultList.orElse(upstream);
    }

    List<OpenSslCipherSuite> apply(List<OpenSslCipherSuite> upstream, List<AliasRow> aliases, Vocabulary vocabulary) {
        List<OpenSslCipherSuite> patched = new ArrayList<>(upstream);
        for (SuiteChange change : changes) {
            List<OpenSslCipherSuite> chosen = suitesOf(change.word(), upstream, aliases);
            if (chosen.isEmpty()) {
                throw new IllegalArgumentException("word: no suite is \"" + change.word() + "\"");
            }
            for (OpenSslCipherSuite suite : chosen) {
                int index = upstream.indexOf(suite);
                patched.set(index, change.change().of(patched.get(index), vocabulary));
            }
        }
        return List.copyOf(patched);
    }

    private static List<OpenSslCipherSuite> suitesOf(
            String word, List<OpenSslCipherSuite> suites, List<AliasRow> aliases) {
        Optional<AliasRow> alias =
                aliases.stream().filter(row -> row.word().equals(word)).findFirst();
        return suites.stream()
                .filter(suite -> suite.openSslName().equals(word)
                        || alias.filter(row -> suite.attributes().satisfy(row.sets()))
                                .isPresent())
                .toList();
    }

    private record SuiteChange(String word, Change change) {}

    private interface Change {
        OpenSslCipherSuite of(OpenSslCipherSuite suite, Vocabulary vocabulary);
    }
}
