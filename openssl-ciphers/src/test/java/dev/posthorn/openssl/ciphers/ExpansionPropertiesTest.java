package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.Criteria;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for any string whatever, in any release. */
class ExpansionPropertiesTest {

    private static final List<CipherCatalog> CATALOGS =
            List.of("1.0.0m", "1.0.1e", "1.0.1u", "1.0.2u", "1.0.2f krb5", "1.1.0l", "1.1.1w", "3.0.15").stream()
                    .map(build ->
                            CipherCatalog.forBuild(OpenSslBuild.parse(build)).orElseThrow())
                    .toList();

    private static final List<String> NAMES = CATALOGS.stream()
            .flatMap(catalog -> catalog.suites().stream())
            .map(OpenSslCipherSuite::openSslName)
            .distinct()
            .toList();

    private static final List<String> WORDS = List.of(
            "ALL",
            "HIGH",
            "MEDIUM",
            "LOW",
            "EXPORT",
            "RC4",
            "AES",
            "aNULL",
            "eNULL",
            "kRSA",
            "RSA",
            "kEDH",
            "EECDH",
            "SSLv2",
            "SSLv3",
            "FIPS",
            "PSK",
            "SRP",
            "3DES",
            "MD5",
            "SHA256",
            "COMPLEMENTOFDEFAULT",
            "RC4-MD5",
            "AES128-SHA",
            "NOSUCH");

    @Property
    void expansion_ofAnyText_neverThrows(@ForAll String text, @ForAll("catalogs") CipherCatalog catalog) {
        Expansion expansion = CipherString.parse(text).expandWith(catalog);

        assertThat(expansion.rejection().isPresent())
                .isEqualTo(expansion.suites().isEmpty());
        assertThat(expansion.toString()).isNotEmpty();
    }

    @Property(tries = 400)
    void expansion_ofAnyString_neverThrowsAndIsTheSameTwice(
            @ForAll("strings") String text, @ForAll("catalogs") CipherCatalog catalog) {
        Expansion expansion = CipherString.parse(text).expandWith(catalog);
        Expansion again = CipherString.parse(text).expandWith(catalog);

        assertThat(again.suites()).isEqualTo(expansion.suites());
        assertThat(again.rejection()).isEqualTo(expansion.rejection());
        assertThat(again.explain()).isEqualTo(expansion.explain()).isNotEmpty();
    }

    @Property
    void suites_ofAnyString_areDistinctAndAvailable(
            @ForAll("strings") String text, @ForAll("catalogs") CipherCatalog catalog) {
        List<OpenSslCipherSuite> suites =
                CipherString.parse(text).expandWith(catalog).suites();

        assertThat(new HashSet<>(suites)).hasSameSizeAs(suites);
        assertThat(suites).allMatch(catalog::isAvailable);
    }

    @Property
    void killedSuites_neverReturn(@ForAll("strings") String text, @ForAll("catalogs") CipherCatalog catalog) {
        Expansion expansion = CipherString.parse(text + ":ALL:COMPLEMENTOFALL").expandWith(catalog);

        Set<OpenSslCipherSuite> offered = new HashSet<>(expansion.suites());
        for (Step step : expansion.steps()) {
            assertThat(Collections.disjoint(offered, step.killed())).isTrue();
        }
    }

    @Property
    void fates_agreeWithTheList(@ForAll("strings") String text, @ForAll("catalogs") CipherCatalog catalog) {
        Expansion expansion = CipherString.parse(text).expandWith(catalog);

        Map<OpenSslCipherSuite, Integer> told = new HashMap<>();
        for (OpenSslCipherSuite suite : catalog.suites()) {
            SuiteFate fate = expansion.fateOf(suite);
            if (fate instanceof SuiteFate.Offered offered) {
                told.put(suite, offered.position());
            } else if (fate instanceof SuiteFate.SetByCiphersuites set) {
                set.position().ifPresent(position -> told.put(suite, position));
            }
        }
        Map<OpenSslCipherSuite, Integer> positions = new HashMap<>();
        expansion.suites().forEach(suite -> positions.put(suite, positions.size() + 1));

        assertThat(told).isEqualTo(positions);
    }

    @Property
    void finalKill_leavesNothingThatMatches(
            @ForAll("strings") String text,
            @ForAll("wordsAndNames") String word,
            @ForAll("catalogs") CipherCatalog catalog) {
        Assume.that(!catalog.hasSingleEntryQuirk());
        Assume.that(catalog.suiteBKeyword(text).isEmpty());
        Optional<Criteria> criteria = catalog.criteriaOf(word);
        List<OpenSslCipherSuite> suites =
                CipherString.parse(text + ":!" + word).expandWith(catalog).suites();

        assertThat(suites)
                .noneMatch(suite -> !catalog.ciphersuites().contains(suite)
                        && criteria.filter(asked -> asked.matches(suite)).isPresent());
    }

    @Property
    void spans_ofAnyText_mapBackToIt(@ForAll String text, @ForAll("catalogs") CipherCatalog catalog) {
        assertSpansMapBack(text, catalog);
    }

    @Property
    void spans_ofAnyString_mapBackToIt(@ForAll("strings") String text, @ForAll("catalogs") CipherCatalog catalog) {
        assertSpansMapBack(text, catalog);
    }

    private static void assertSpansMapBack(String text, CipherCatalog catalog) {
        for (Step step : CipherString.parse(text).expandWith(catalog).steps()) {
            Rule rule = step.rule();
            if (rule.origin() == Rule.Origin.STRING) {
                assertThat(rule.span().of(text)).isEqualTo(rule.text());
                assertThat(rule.text()).startsWith(rule.operator().sign());
                assertThat(rule.terms())
                        .allSatisfy(term -> assertThat(term.span().of(text)).isEqualTo(term.word()));
            }
        }
    }

    @Property
    void steps_addUpToTheList(@ForAll("strings") String text, @ForAll("catalogs") CipherCatalog catalog) {
        Expansion expansion = CipherString.parse(text).expandWith(catalog);
        List<OpenSslCipherSuite> active = List.of();
        for (Step step : expansion.steps()) {
            assertThat(step.before()).isEqualTo(active);
            assertThat(new HashSet<>(step.matched()).containsAll(step.changed()))
                    .isTrue();
            active = step.after();
        }
        List<OpenSslCipherSuite> wanted = new ArrayList<>(catalog.ciphersuites());
        wanted.addAll(active);

        assertThat(expansion.suites()).isEqualTo(expansion.rejection().isPresent() ? List.of() : wanted);
    }

    @Property(tries = 100)
    void simplifiedStrings_meanTheSame(@ForAll("strings") String text, @ForAll("catalogs") CipherCatalog catalog) {
        Simplification simplification = Simplification.of(catalog, CipherString.parse(text));

        assertThat(simplification.after().suites())
                .isEqualTo(simplification.before().suites());
        assertThat(simplification.cipherString().text()).hasSizeLessThanOrEqualTo(text.length());
    }

    @Property(tries = 100)
    void differenceToItself_isEmpty(@ForAll("strings") String text, @ForAll("catalogs") CipherCatalog catalog) {
        Expansion expansion = CipherString.parse(text).expandWith(catalog);

        assertThat(expansion.diff(CipherString.parse(text).expandWith(catalog)).isEmpty())
                .isTrue();
    }

    @Property(tries = 50)
    void expansion_bySeveralThreads_isTheSame(
            @ForAll("strings") String text, @ForAll("catalogs") CipherCatalog catalog) {
        List<String> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> CipherString.parse(text).expandWith(catalog).toString())
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(WORDS);
    }

    @Provide
    Arbitrary<CipherCatalog> catalogs() {
        return Arbitraries.of(CATALOGS);
    }

    /**
     * Strings from the words that matter and from names, joined and signed, with every separator or none between them,
     * commands, errors and odd bytes.
     */
    @Provide
    Arbitrary<String> strings() {
        Arbitrary<String> signs = Arbitraries.of("", "", "", "!", "-", "+");
        Arbitrary<String> terms = Arbitraries.frequencyOf(Tuple.of(4, words()), Tuple.of(1, names()));
        Arbitrary<String> joined = terms.list().ofMinSize(1).ofMaxSize(3).map(list -> String.join("+", list));
        Arbitrary<String> rules = signs.flatMap(sign -> joined.map(join -> sign + join));
        Arbitrary<String> commands = Arbitraries.of(
                "@STRENGTH", "DEFAULT", "@SECLEVEL=2", "SUITEB128", "@SECLEVEL=9", "@STRENGTHX", "@STRENGTH+RC4");
        Arbitrary<String> errors =
                Arbitraries.of("HIGH|", "-", "!", "+", "@", "RSA+", "+!RC4", "_x", "x.y", "AES128-SHA/x", "a=b");
        Arbitrary<String> oddBytes =
                Arbitraries.chars().range('\u0001', '\u00ff').map(String::valueOf);
        Arbitrary<String> separators = Arbitraries.frequency(
                Tuple.of(8, ":"),
                Tuple.of(1, ","),
                Tuple.of(1, ";"),
                Tuple.of(1, " "),
                Tuple.of(1, "::"),
                Tuple.of(1, ""));
        return Arbitraries.frequencyOf(
                        Tuple.of(40, rules), Tuple.of(3, commands), Tuple.of(1, errors), Tuple.of(1, oddBytes))
                .flatMap(piece -> separators.map(separator -> piece + separator))
                .list()
                .ofMaxSize(12)
                .map(list -> String.join("", list));
    }

    /** Names of suites, of releases that have them and of others. */
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(NAMES);
    }

    @Provide
    Arbitrary<String> wordsAndNames() {
        return Arbitraries.oneOf(words(), names());
    }
}
