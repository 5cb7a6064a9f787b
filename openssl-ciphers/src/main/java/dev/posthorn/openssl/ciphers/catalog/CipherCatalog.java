package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.BuildOption;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.ciphers.internal.PreferenceList;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.CipherSuite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything one build of OpenSSL knows about suites: which there are, which of them the build offers and in which
 * order it holds them before it reads a cipher string, and what each word of such a string asks for.
 *
 * <p>Immutable and safe for use by several threads. Making one costs some hundred microseconds; keep it to expand many
 * strings.
 */
public final class CipherCatalog {

    private final OpenSslBuild build;
    private final TsvTable.Row behaviour;
    private final List<OpenSslCipherSuite> suites;
    private final List<OpenSslCipherSuite> baseOrder;
    private final Map<String, Criteria> criteriaByWord;
    private final List<Alias> aliases;

    private CipherCatalog(OpenSslBuild build, TsvTable.Row behaviour) {
        this.build = build;
        this.behaviour = behaviour;
        OpenSslRelease release = build.release();
        String line = behaviour.text("line");
        Vocabulary vocabulary = new Vocabulary();
        this.suites = ReleaseTables.rowsOf("ciphers-" + line + ".tsv", release).stream()
                .map(row -> new OpenSslCipherSuite(row, vocabulary))
                .toList();
        AttributeSets disabled = disabledAttributes(line, vocabulary);
        this.aliases = ReleaseTables.rowsOf("aliases-" + line + ".tsv", release).stream()
                .map(row -> new Alias(row.text("alias"), criteriaOf(row, vocabulary)))
                .filter(alias -> !alias.criteria().asksOnlyFor(disabled))
                .toList();
        this.baseOrder = baseOrder(disabled, vocabulary);
        this.criteriaByWord = criteriaByWord(vocabulary);
    }

    /**
     * The catalogue of a build.
     *
     * @param build the build
     * @return its catalogue, empty if this library has no table of the release
     */
    public static Optional<CipherCatalog> forBuild(OpenSslBuild build) {
        return ReleaseTables.behaviourOf(build.release()).map(behaviour -> new CipherCatalog(build, behaviour));
    }

    /**
     * The releases this library has tables of.
     *
     * @return ranges such as {@code 1.0.1d to 1.0.1e}, oldest first; within a range all releases behave alike
     */
    public static List<String> coveredReleases() {
        return ReleaseTables.table("releases.tsv").rows().stream()
                .map(row -> row.text("first") + " to " + row.text("last"))
                .toList();
    }

    private static Criteria criteriaOf(TsvTable.Row alias, Vocabulary vocabulary) {
        AttributeSets sets = AttributeSets.read(alias, Category.all(), vocabulary);
        return new Criteria(vocabulary, sets, alias.flag("not_default"));
    }

    private AttributeSets disabledAttributes(String line, Vocabulary vocabulary) {
        return ReleaseTables.table("disabled-attributes.tsv").rows().stream()
                .filter(row -> row.words("lines", ',').contains(line) && isOff(row))
                .map(row -> AttributeSets.read(row, Category.algorithms(), vocabulary))
                .reduce(AttributeSets.EMPTY, AttributeSets::union);
    }

    private boolean isOff(TsvTable.Row row) {
        String word = row.text("option");
        return word.equals("never")
                || !build.has(BuildOption.forConfigureWord(word)
                        .orElseThrow(() -> row.bad("option", "is not a build option")));
    }

    /** Fact sheet section 2 and 8: the available suites in reversed table order, rearranged. */
    private List<OpenSslCipherSuite> baseOrder(AttributeSets disabled, Vocabulary vocabulary) {
        List<OpenSslCipherSuite> available = new ArrayList<>();
        for (boolean sslv2 : new boolean[] {false, true}) {
            List<OpenSslCipherSuite> table = new ArrayList<>(suites.stream()
                    .filter(suite -> suite.cipherSuite().isSslv2CipherKind() == sslv2)
                    .filter(suite -> missingOptions(suite).isEmpty() && !suite.isInNoBuild())
                    .filter(suite -> !suite.usesAny(disabled))
                    .toList());
            Collections.reverse(table);
            available.addAll(table);
        }
        PreferenceList<OpenSslCipherSuite> list = new PreferenceList<>(available, hasSingleEntryQuirk());
        for (TsvTable.Row row : ReleaseTables.table("base-order.tsv").rows()) {
            AttributeSets sets = AttributeSets.read(row, Category.algorithms(), vocabulary);
            Predicate<OpenSslCipherSuite> rule = new Criteria(vocabulary, sets, false)::matches;
            switch (row.text("operator")) {
                case "add" -> list.add(rule);
                case "delete" -> list.delete(rule);
                case "order" -> list.order(rule);
                case "strength" -> list.sortByStrength(OpenSslCipherSuite::effectiveKeyBits);
                default -> throw row.bad("operator", "is not an operation on the list");
            }
        }
        return list.entries();
    }

    /** Section 4: names of available suites come first, in base order; then the aliases. */
    private Map<String, Criteria> criteriaByWord(Vocabulary vocabulary) {
        Map<String, Criteria> words = new HashMap<>();
        baseOrder.forEach(suite -> words.putIfAbsent(suite.openSslName(), suite.criteriaOfName(vocabulary)));
        aliases.forEach(alias -> words.putIfAbsent(alias.word(), alias.criteria()));
        return words;
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
     * Every suite in the release's tables, whether this build offers it or not.
     *
     * @return an immutable list in compiled-in order
     */
    public List<OpenSslCipherSuite> suites() {
        return suites;
    }

    /**
     * The suites this build offers, in the order in which it holds them before it reads a cipher string (fact sheet on
     * cipher strings section 8).
     *
     * @return an immutable list
     */
    public List<OpenSslCipherSuite> baseOrder() {
        return baseOrder;
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
        return missing;
    }

    /**
     * Finds a suite by its name, available or not. Of two suites with one name the one that is not an SSLv2 suite is
     * found.
     *
     * @param openSslName the name in this release, case included
     * @return the suite, empty if the release has none of that name
     */
    public Optional<OpenSslCipherSuite> forOpenSslName(String openSslName) {
        return suites.stream()
                .filter(suite -> suite.openSslName().equals(openSslName))
                .findFirst();
    }

    /**
     * Finds a suite by its code point, available or not.
     *
     * @param cipherSuite the suite as such
     * @return this release's row for it, empty if it has none
     */
    public Optional<OpenSslCipherSuite> forCipherSuite(CipherSuite cipherSuite) {
        return suites.stream()
                .filter(suite -> suite.cipherSuite().equals(cipherSuite))
                .findFirst();
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
     * attributes, so that it can match a second suite ({@code RC4-MD5} and its SSLv2 twin).
     *
     * @param word the word, case included
     * @return what it asks for, empty if this build does not know the word
     */
    public Optional<Criteria> criteriaOf(String word) {
        return Optional.ofNullable(criteriaByWord.get(word));
    }

    /**
     * What {@code DEFAULT} at the start of a string stands for.
     *
     * @return a cipher string
     */
    public String defaultList() {
        return behaviour.text("default_list");
    }

    /**
     * Can a character be part of a word of a cipher string? Letters, digits and the dash can; the dot in later
     * releases.
     *
     * @param character any character
     * @return true if it belongs to words
     */
    public boolean isWordCharacter(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || behaviour.text("word_bytes").indexOf(character) >= 0;
    }

    /**
     * Does a list with a single entry left ignore every further rule? So up to 1.0.0m and 1.0.1h.
     *
     * @return true for releases with that quirk
     */
    public boolean hasSingleEntryQuirk() {
        return behaviour.flag("single_entry_quirk");
    }

    /**
     * The Suite B keyword a string starts with or consists of, by the rule of this release; the whole string then
     * stands for {@link #suiteBList(String)}.
     *
     * @param cipherString the string
     * @return the keyword, empty if the string is an ordinary one to this release
     */
    public Optional<String> suiteBKeyword(String cipherString) {
        return switch (behaviour.text("suite_b")) {
            case "exact" ->
                SUITE_B_LISTS.keySet().stream().filter(cipherString::equals).findFirst();
            case "prefix" ->
                SUITE_B_LISTS.keySet().stream().filter(cipherString::startsWith).findFirst();
            default -> Optional.empty();
        };
    }

    /**
     * What a Suite B keyword is replaced by.
     *
     * @param keyword one of SUITEB128ONLY, SUITEB128C2, SUITEB128, SUITEB192
     * @return a cipher string
     * @throws IllegalArgumentException if it is none of these
     */
    public static String suiteBList(String keyword) {
        String list = SUITE_B_LISTS.get(keyword);
        if (list == null) {
            throw new IllegalArgumentException("keyword: \"" + keyword + "\" is none of " + SUITE_B_LISTS.keySet());
        }
        return list;
    }

    /** Fact sheet section 9, in the order in which OpenSSL tries the keywords. */
    private static final Map<String, String> SUITE_B_LISTS = suiteBLists();

    private static Map<String, String> suiteBLists() {
        String aes128 = "ECDHE-ECDSA-AES128-GCM-SHA256";
        String aes256 = "ECDHE-ECDSA-AES256-GCM-SHA384";
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("SUITEB128ONLY", aes128);
        lists.put("SUITEB128C2", aes256);
        lists.put("SUITEB128", aes128 + ":" + aes256);
        lists.put("SUITEB192", aes256);
        return Collections.unmodifiableMap(lists);
    }

    /** The build's name. */
    @Override
    public String toString() {
        return "CipherCatalog[" + build + "]";
    }
}
