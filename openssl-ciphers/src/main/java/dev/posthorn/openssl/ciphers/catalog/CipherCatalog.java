package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.BuildOption;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.tls.CipherSuite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything one build of OpenSSL knows about suites: which there are, which of them the build offers and in which
 * order it holds them before it reads a cipher string, and what each word of such a string asks for.
 *
 * <p>Immutable and safe for use by several threads. Making one costs some tens of microseconds and 90 KB once the tables
 * of its line of releases are read; keep it to expand many strings.
 */
public final class CipherCatalog {

    private final OpenSslBuild build;
    private final SslMethod method;
    private final ReleaseBehaviour behaviour;
    private final String defaultList;
    private final Set<BuildOption> options = EnumSet.noneOf(BuildOption.class);
    private final List<Lack> lacks = new ArrayList<>();
    private final AttributeSets disabled;
    private final List<OpenSslCipherSuite> suites;
    private final List<OpenSslCipherSuite> ciphersuites;
    private final List<OpenSslCipherSuite> baseOrder;
    private final List<SuiteSet> strengths;
    private final List<AliasRow> disabledWords = new ArrayList<>();
    private final List<Alias> aliases;
    private final WordIndex words;

    private CipherCatalog(OpenSslBuild build, SslMethod method, CatalogPatch patch, ReleaseBehaviour behaviour) {
        this.build = build;
        this.method = method;
        this.behaviour = behaviour;
        this.defaultList = patch.defaultListOr(behaviour.defaultList());
        LineTables tables = ReleaseTables.tablesOf(behaviour);
        List<AliasRow> aliasRows = tables.aliases(build.release());
        this.suites = patch.apply(tables.suites(build.release()), aliasRows, tables.vocabulary());
        for (BuildOption option : BuildOption.values()) {
            if (build.has(option)) {
                options.add(option);
            }
        }
        AttributeSets lacking = AttributeSets.EMPTY;
        for (Lack lack : tables.lacks()) {
            if (lack.concerns(options)) {
                lacks.add(lack);
                lacking = lacking.union(lack.attributes());
            }
        }
        this.disabled = lacking;
        List<OpenSslCipherSuite> available = new ArrayList<>();
        for (OpenSslCipherSuite suite : suites) {
            if (isAvailable(suite)) {
                available.add(suite);
            }
        }
        this.ciphersuites = ciphersuites(available);
        this.baseOrder =
                BaseOrder.arrange(BaseOrder.reversed(available, method.tables()), tables, behaviour.singleEntryQuirk());
        this.strengths = BaseOrder.strengths(baseOrder);
        WordRules rules = new WordRules(
                tables.vocabulary(),
                baseOrder,
                new AttributeIndex(baseOrder, tables.vocabulary()),
                new JoinMemory(),
                behaviour.joinKeepsNotDefault());
        this.aliases = aliases(aliasRows, rules);
        this.words = new WordIndex(baseOrder, aliases, rules, behaviour.namesByCodePoint());
    }

    private List<Alias> aliases(List<AliasRow> rows, WordRules rules) {
        List<Alias> known = new ArrayList<>(rows.size());
        for (AliasRow row : rows) {
            if (row.sets().hasOnly(disabled)) {
                disabledWords.add(row);
            } else {
                known.add(row.alias(rules));
            }
        }
        return List.copyOf(known);
    }

    /**
     * The catalogue of a build, as a context of the version-flexible method has it.
     *
     * @param build the build
     * @return its catalogue, empty if this library has no table of the release, or none with the suites that an option
     *     of the build adds
     */
    public static Optional<CipherCatalog> forBuild(OpenSslBuild build) {
        return forBuild(build, SslMethod.VERSION_FLEXIBLE);
    }

    /**
     * The catalogue of a build, as a context of some method has it.
     *
     * @param build the build
     * @param method the method of the context
     * @return its catalogue, empty as for {@link #forBuild(OpenSslBuild)}
     */
    public static Optional<CipherCatalog> forBuild(OpenSslBuild build, SslMethod method) {
        return forBuild(build, method, CatalogPatch.none());
    }

    /**
     * The catalogue of a build whose source somebody has changed, as distributors do. What is known of a package that
     * the build names is changed first.
     *
     * @param build the build
     * @param method the method of the context
     * @param patch what is changed
     * @return its catalogue, empty as for {@link #forBuild(OpenSslBuild)}
     * @throws IllegalArgumentException if the patch names suites that the release does not have
     */
    public static Optional<CipherCatalog> forBuild(OpenSslBuild build, SslMethod method, CatalogPatch patch) {
        Optional<ReleaseBehaviour> behaviour = ReleaseTables.behaviourOf(build.release());
        if (behaviour.isEmpty() || hasAny(build, behaviour.get().unrecorded())) {
            return Optional.empty();
        }
        CatalogPatch all = DistributionPatches.of(build).and(patch);
        return Optional.of(new CipherCatalog(build, method, all, behaviour.get()));
    }

    private static boolean hasAny(OpenSslBuild build, Set<BuildOption> options) {
        for (BuildOption option : options) {
            if (build.has(option)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The releases this library has tables of.
     *
     * @return ranges such as {@code 1.0.1d to 1.0.1e}, oldest first; within a range all releases behave alike
     */
    public static List<String> coveredReleases() {
        return releaseRanges().stream()
                .map(range -> range.first() + " to " + range.last())
                .toList();
    }

    /**
     * The same as values.
     *
     * @return an immutable list, oldest first
     */
    public static List<ReleaseRange> releaseRanges() {
        return ReleaseTables.behaviours().stream()
                .map(behaviour -> new ReleaseRange(behaviour.first(), behaviour.last()))
                .toList();
    }

    /**
     * Releases that behave alike in all that concerns cipher strings.
     *
     * @param first the oldest of them
     * @param last the newest of them
     */
    public record ReleaseRange(OpenSslRelease first, OpenSslRelease last) {}

    private List<OpenSslCipherSuite> ciphersuites(List<OpenSslCipherSuite> available) {
        List<OpenSslCipherSuite> found = new ArrayList<>();
        for (String name : behaviour.ciphersuites()) {
            OpenSslCipherSuite suite = forOpenSslName(name)
                    .orElseThrow(() -> new IllegalStateException(
                            "releases.tsv: ciphersuites \"" + name + "\" is no suite of " + build.release()));
            if (available.contains(suite)) {
                found.add(suite);
            }
        }
        return List.copyOf(found);
    }

    /**
     * The build this is the catalogue of.
     *
     * @return the build
     */
    public OpenSslBuild build() {
        return build;
    }

    /**
     * The method of the context this is the catalogue of.
     *
     * @return the method
     */
    public SslMethod method() {
        return method;
    }

    /**
     * Every suite in the release's tables, whether this build offers it or not.
     *
     * @return an immutable list in compiled-in order
     */
    public List<OpenSslCipherSuite> suites() {
        return suites;
    }

    /**
     * The suites this build offers and cipher strings govern, in the order in which it holds them before it reads a
     * cipher string (fact sheet on cipher strings sections 8 and 14).
     *
     * @return an immutable list
     */
    public List<OpenSslCipherSuite> baseOrder() {
        return baseOrder;
    }

    /**
     * The suites of TLS 1.3 that stand before every list. Another setting, {@code ciphersuites}, governs them, and no
     * rule of a cipher string touches them (fact sheet on cipher strings section 14).
     *
     * @return an immutable list in preference order, that setting being left alone; empty before 1.1.1
     */
    public List<OpenSslCipherSuite> ciphersuites() {
        return ciphersuites;
    }

    /**
     * The suites of {@link #baseOrder()} by strength, as {@code @STRENGTH} goes through them.
     *
     * @return a set for each number of bits, strongest first
     */
    public List<SuiteSet> strengths() {
        return strengths;
    }

    /**
     * The options that a suite needs and this build does not have.
     *
     * @param suite a suite of this catalogue
     * @return the missing options; empty for suites that are available, and for those that no build offers
     */
    public Set<BuildOption> missingOptions(OpenSslCipherSuite suite) {
        Set<BuildOption> missing = EnumSet.noneOf(BuildOption.class);
        suite.requiredOptions().stream().filter(option -> !build.has(option)).forEach(missing::add);
        for (Lack lack : lacks) {
            if (suite.attributes().hasAny(lack.attributes())) {
                lack.option().ifPresent(missing::add);
            }
        }
        return missing;
    }

    /**
     * What bars a suite that is compiled in: FIPS mode, or a method without the suite's table.
     *
     * @param suite a suite of this catalogue
     * @return the name of the bar, empty if there is none
     */
    public Optional<String> bar(OpenSslCipherSuite suite) {
        if (behaviour.fipsMode() && build.has(BuildOption.FIPS_MODE) && !suite.isFips()) {
            return Optional.of("FIPS mode");
        }
        boolean governed = !suite.isIn(OpenSslCipherSuite.TLS13);
        return governed && !suite.isInOneOf(method.tables()) ? Optional.of("the method " + method) : Optional.empty();
    }

    /**
     * Does this build offer a suite, be it governed by cipher strings or a suite of TLS 1.3?
     *
     * @param suite a suite of this catalogue
     * @return true if it does
     */
    public boolean isAvailable(OpenSslCipherSuite suite) {
        return !suite.isInNoBuild()
                && options.containsAll(suite.requiredOptions())
                && bar(suite).isEmpty()
                && !suite.attributes().hasAny(disabled);
    }

    /**
     * Finds a suite by its name, available or not. Of two suites with one name the one that is not an SSLv2 suite is
     * found.
     *
     * @param openSslName the name in this release, case included
     * @return the suite, empty if the release has none of that name
     */
    public Optional<OpenSslCipherSuite> forOpenSslName(String openSslName) {
        for (OpenSslCipherSuite suite : suites) {
            if (suite.openSslName().equals(openSslName)) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    /**
     * Finds a suite by its code point, available or not.
     *
     * @param cipherSuite the suite as such
     * @return this release's row for it, empty if it has none
     */
    public Optional<OpenSslCipherSuite> forCipherSuite(CipherSuite cipherSuite) {
        for (OpenSslCipherSuite suite : suites) {
            if (suite.cipherSuite().codePoint() == cipherSuite.codePoint()) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    /**
     * The words that name groups. A word for nothing but disabled algorithms does not exist.
     *
     * @return an immutable list
     */
    public List<Alias> aliases() {
        return aliases;
    }

    /**
     * What a word of a cipher string asks for: the name of an available suite or an alias. A name asks for the suite's
     * attributes, so that it can match a second suite ({@code RC4-MD5} and its SSLv2 twin); from 1.1.1 on the last word
     * of a rule, if it is a name, means that suite alone.
     *
     * @param word the word, case included
     * @return what it asks for, empty if this build does not know the word
     */
    public Optional<Criteria> criteriaOf(String word) {
        return criteriaOf(word, 0, word.length());
    }

    /**
     * The same for a word within a string.
     *
     * @param text a string
     * @param from where the word begins
     * @param to where it ends
     * @return what it asks for, empty if this build does not know the word
     */
    public Optional<Criteria> criteriaOf(String text, int from, int to) {
        return words.criteriaOf(text, from, to);
    }

    /**
     * Every word that means something to this build: its aliases and the names of the suites it offers.
     *
     * @return an immutable set
     */
    public Set<String> words() {
        return Collections.unmodifiableSet(words.words());
    }

    /**
     * The options without which a word of the release means nothing: {@code krb5} for {@code KRB5}.
     *
     * @param word the word
     * @return the options this build does not have; empty for words it knows, and for those that the release does not
     */
    public Set<BuildOption> optionsForWord(String word) {
        Set<BuildOption> missing = EnumSet.noneOf(BuildOption.class);
        if (criteriaOf(word).isPresent()) {
            return missing;
        }
        forOpenSslName(word).ifPresent(suite -> missing.addAll(missingOptions(suite)));
        disabledWords.stream()
                .filter(alias -> alias.word().equals(word))
                .forEach(alias -> lacks.stream()
                        .filter(lack -> alias.sets().hasAny(lack.attributes()))
                        .forEach(lack -> lack.option().ifPresent(missing::add)));
        return missing;
    }

    /**
     * The releases that know a word in some build, as an alias or as the name of a suite. Reads the tables of all lines.
     *
     * @param word the word, case included
     * @return ranges such as {@code 1.0.0 to 1.0.2u}, oldest first
     */
    public static List<String> releasesKnowing(String word) {
        return WordHistory.releasesKnowing(word);
    }

    /**
     * What a word means, where that depends on the release in a way that surprises, such as {@code SSLv3}.
     *
     * @param word the word, case included
     * @return the meanings by range of releases, oldest first; empty for words without such a history
     */
    public static Map<String, String> meaningsOf(String word) {
        return WordHistory.meaningsOf(word);
    }

    /**
     * What {@code DEFAULT} at the start of a string stands for.
     *
     * @return a cipher string
     */
    public String defaultList() {
        return defaultList;
    }

    /**
     * The string that a new context has before anybody sets one.
     *
     * @return {@code DEFAULT}; {@code SSLv2} for the method that has only these suites
     */
    public String initialList() {
        return method == SslMethod.SSLV2 ? "SSLv2" : "DEFAULT";
    }

    /**
     * Can a character be part of a word of a cipher string? Letters, digits and the dash can; the dot from 1.0.1d on,
     * the equals sign from 1.1.0 on.
     *
     * @param character any character
     * @return true if it belongs to words
     */
    public boolean isWordCharacter(char character) {
        return behaviour.wordCharacters().contains(character);
    }

    /**
     * Finds the end of a word, the longest run of word characters.
     *
     * @param text a string
     * @param from where the word begins
     * @return where it ends; {@code from} if there is no word
     */
    public int endOfWord(String text, int from) {
        return behaviour.wordCharacters().endOfWord(text, from);
    }

    /**
     * Can a character be part of a word in some release?
     *
     * @param character any character
     * @return true if {@link #isWordCharacter(char)} is true in some release
     */
    public static boolean isWordCharacterSomewhere(char character) {
        return ReleaseTables.behaviours().stream()
                .anyMatch(behaviour -> behaviour.wordCharacters().contains(character));
    }

    /**
     * Does a list with a single entry left ignore every further rule? So up to 1.0.0m and 1.0.1h.
     *
     * @return true for releases with that quirk
     */
    public boolean hasSingleEntryQuirk() {
        return behaviour.singleEntryQuirk();
    }

    /**
     * Is {@code @SECLEVEL=n} a command? So from 1.1.0 on.
     *
     * @return true for releases with security levels
     */
    public boolean hasSecurityLevels() {
        return behaviour.levelCommand();
    }

    /**
     * The Suite B keyword a string starts with or consists of, by the rule of this release; the whole string then
     * stands for {@link #suiteBList(String)}.
     *
     * @param cipherString the string; a NUL character ends it
     * @return the keyword, empty if the string is an ordinary one to this release
     */
    public Optional<String> suiteBKeyword(String cipherString) {
        return behaviour.suiteBKeyword(cipherString);
    }

    /**
     * What a Suite B keyword is replaced by.
     *
     * @param keyword one of SUITEB128ONLY, SUITEB128C2, SUITEB128, SUITEB192
     * @return a cipher string
     * @throws IllegalArgumentException if it is none of these
     */
    public static String suiteBList(String keyword) {
        return SuiteBKeywords.replacementOf(keyword).cipherList();
    }

    /**
     * The keyword whose list every later string of the same context stands for, once a keyword was set.
     *
     * @param keyword one of SUITEB128ONLY, SUITEB128C2, SUITEB128, SUITEB192
     * @return the keyword itself, but SUITEB128 for SUITEB128C2
     * @throws IllegalArgumentException if it is none of these
     */
    public static String suiteBSticksAs(String keyword) {
        return SuiteBKeywords.replacementOf(keyword).sticksAs();
    }

    /** The build's name. */
    @Override
    public String toString() {
        return "CipherCatalog[" + build + "]";
    }
}
