package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for any string whatever, in any release. */
class ExpansionPropertiesTest {

    private static final List<CipherCatalog> CATALOGS =
            List.of("1.0.0m", "1.0.1e", "1.0.1u", "1.0.2u", "1.0.2f krb5").stream()
                    .map(build ->
                            CipherCatalog.forBuild(OpenSslBuild.parse(build)).orElseThrow())
                    .toList();

    @Property
    void expansion_ofAnyText_neverThrows(@ForAll String text, @ForAll("catalogs") CipherCatalog catalog) {
        Expansion expansion = CipherString.parse(text).expandWith(catalog);

        assertThat(expansion.rejection().isPresent())
                .isEqualTo(expansion.suites().isEmpty());
        assertThat(expansion.toString()).isNotEmpty();
    }

    @Property
    void suites_ofAnyString_areDistinctAndAvailable(
            @ForAll("strings") String text, @ForAll("catalogs") CipherCatalog catalog) {
        List<OpenSslCipherSuite> suites =
                CipherString.parse(text).expandWith(catalog).suites();

        assertThat(suites).doesNotHaveDuplicates();
        assertThat(catalog.baseOrder()).containsAll(suites);
    }

    @Property
    void killedSuites_neverReturn(@ForAll("strings") String text, @ForAll("catalogs") CipherCatalog catalog) {
        Expansion expansion = CipherString.parse(text + ":ALL:COMPLEMENTOFALL").expandWith(catalog);

        for (Step step : expansion.steps()) {
            assertThat(Collections.disjoint(expansion.suites(), step.killed())).isTrue();
        }
    }

    @Property
    void fates_agreeWithTheList(@ForAll("strings") String text, @ForAll("catalogs") CipherCatalog catalog) {
        Expansion expansion = CipherString.parse(text).expandWith(catalog);

        for (OpenSslCipherSuite suite : catalog.suites()) {
            SuiteFate fate = expansion.fateOf(suite);
            int position = expansion.suites().indexOf(suite) + 1;
            if (fate instanceof SuiteFate.Offered offered) {
                assertThat(position).isEqualTo(offered.position());
            } else {
                assertThat(position).isZero();
            }
        }
    }

    @Provide
    Arbitrary<CipherCatalog> catalogs() {
        return Arbitraries.of(CATALOGS);
    }

    /** Strings from the words that matter, with the separators and signs between them. */
    @Provide
    Arbitrary<String> strings() {
        Arbitrary<String> words = Arbitraries.of(
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
        Arbitrary<String> signs = Arbitraries.of("", "", "", "!", "-", "+");
        Arbitrary<String> joined = words.list().ofMinSize(1).ofMaxSize(3).map(list -> String.join("+", list));
        Arbitrary<String> rules = signs.flatMap(sign -> joined.map(join -> sign + join));
        Arbitrary<String> commands = Arbitraries.of("@STRENGTH", ":", "DEFAULT");
        return Arbitraries.frequencyOf(Tuple.of(9, rules), Tuple.of(1, commands))
                .list()
                .ofMaxSize(12)
                .map(list -> String.join(":", list));
    }
}
