package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.ciphers.CipherStrings.ReleaseAnswer;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CipherStringsTest {

    private static CipherCatalog catalog(String build) {
        return CipherCatalog.forBuild(OpenSslBuild.parse(build)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0t", "1.0.1e", "1.0.2u", "1.1.0l", "1.1.1w", "3.0.15"})
    void select_ofAWholeList_findsAStringForExactlyThatOrder(String build) {
        CipherCatalog catalog = catalog(build);
        List<OpenSslCipherSuite> wanted =
                CipherString.parse("DEFAULT").expandWith(catalog).suites();

        CipherString selected = CipherStrings.select(wanted, catalog).orElseThrow();

        assertThat(selected.expandWith(catalog).suites()).isEqualTo(wanted);
    }

    @Test
    void select_ofOneOfTwoTwins_asksForTheProtocolToo() {
        CipherCatalog catalog = catalog("1.0.1e");
        OpenSslCipherSuite tls = catalog.forOpenSslName("RC4-MD5").orElseThrow();

        assertThat(CipherStrings.select(List.of(tls), catalog)).hasValue(CipherString.parse("SSLv3+RC4-MD5"));
    }

    /** Section 13: RC4 of the package has 112 bits, so that the same strings yield other orders. */
    @Test
    void select_ofTheListOfAnotherBuild_findsAStringForTheSameCodePoints() {
        List<OpenSslCipherSuite> wanted = CipherString.parse("RSA:@STRENGTH")
                .expandFor(OpenSslBuild.parse("1.0.2k"))
                .suites();
        OpenSslBuild other = OpenSslBuild.parse("centos7 1.0.2k");

        List<OpenSslCipherSuite> selected = CipherStrings.select(wanted, other)
                .orElseThrow()
                .expandFor(other)
                .suites();

        assertThat(selected)
                .extracting(OpenSslCipherSuite::cipherSuite)
                .isEqualTo(wanted.stream().map(OpenSslCipherSuite::cipherSuite).toList());
        assertThat(CipherString.parse("RSA:@STRENGTH").expandFor(other).suites())
                .extracting(OpenSslCipherSuite::cipherSuite)
                .isNotEqualTo(
                        wanted.stream().map(OpenSslCipherSuite::cipherSuite).toList());
    }

    @Test
    void select_ofASuiteThatTheBuildLacks_findsNone() {
        List<OpenSslCipherSuite> wanted = CipherString.parse("AES128-SHA:IDEA-CBC-SHA")
                .expandFor(OpenSslBuild.parse("1.0.2u"))
                .suites();

        assertThat(CipherStrings.select(wanted, OpenSslBuild.parse("1.0.2u no-idea")))
                .isEmpty();
        assertThat(CipherStrings.select(wanted, OpenSslBuild.parse("1.0.2u"))).isPresent();
    }

    /** Section 16, trap 1: up to 1.0.1c the two have the same attributes. */
    @Test
    void select_ofOneOfTwoSuitesAlikeInEverything_findsNone() {
        CipherCatalog catalog = catalog("1.0.1c");
        OpenSslCipherSuite suite =
                catalog.forOpenSslName("ECDH-RSA-AES128-SHA256").orElseThrow();

        assertThat(CipherStrings.select(List.of(suite), catalog)).isEmpty();
        assertThat(CipherStrings.select(List.of(), catalog)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ALL:!aNULL:!eNULL:!FOO:HIGH:!SSLv2:+RC4:@STRENGTH, ALL:!aNULL",
        "DEFAULT:!RC4:!NOSUCH:!RC4-SHA, DEFAULT:!RC4",
        "AES128-SHA, AES128-SHA",
        "NOSUCH:::AES128-SHA, AES128-SHA"
    })
    void simplify_leavesOutWhatChangesNothing(String text, String expected) {
        Simplification simplification = CipherString.parse(text).simplify(OpenSslBuild.parse("1.0.2u"));

        assertThat(simplification.cipherString()).hasToString(expected);
        assertThat(simplification.after().suites())
                .isEqualTo(simplification.before().suites());
    }

    @Test
    void simplify_keepsTheSecurityLevel() {
        assertThat(CipherString.parse("ALL:@SECLEVEL=2:ALL")
                        .simplify(OpenSslBuild.parse("1.1.1w"))
                        .cipherString())
                .hasToString("ALL:@SECLEVEL=2");
    }

    @Test
    void simplify_ofARefusedString_leavesIt() {
        assertThat(CipherString.parse("ALL:_")
                        .simplify(OpenSslBuild.parse("1.0.2u"))
                        .cipherString())
                .hasToString("ALL:_");
    }

    @Test
    void simplify_ofAHundredThousandRules_leavesOutAllButOne() {
        String text = "AES128-SHA:-AES128-SHA:".repeat(50_000) + "AES128-SHA";

        assertThat(CipherString.parse(text)
                        .simplify(OpenSslBuild.parse("1.0.2u"))
                        .cipherString())
                .hasToString("AES128-SHA");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 10_000, RuleOmission.RULES_TO_READ})
    void omission_ofManyRules_readsNoMoreThanAllowed(int rulesToRead) {
        Expansion wanted = CipherString.parse("ALL" + ":+AES:+RC4:+3DES:+CAMELLIA".repeat(500))
                .expandFor(OpenSslBuild.parse("1.0.2u"));
        List<String> rules = Simplification.effectiveRules(wanted);
        RuleOmission omission = new RuleOmission(wanted, rules, rulesToRead);

        List<String> shortest = omission.shortest();

        assertThat(rules).hasSize(2_001);
        assertThat(omission.rulesRead()).isLessThanOrEqualTo(rulesToRead);
        assertThat(RuleOmission.expand(shortest, wanted.catalog()).suites()).isEqualTo(wanted.suites());
        assertThat(shortest.size() < rules.size()).isEqualTo(rulesToRead > 1_000);
    }

    /** Section 12: what changes at each boundary. */
    @Test
    void acrossReleases_aStringChangesWhereItsWordsDo() {
        List<ReleaseAnswer> answers = CipherStrings.acrossReleases(CipherString.parse("AES128-SHA:TLSv1.2"));

        assertThat(answers)
                .extracting(ReleaseAnswer::first)
                .containsExactly(
                        OpenSslRelease.parse("1.0.0"),
                        OpenSslRelease.parse("1.0.1"),
                        OpenSslRelease.parse("1.0.1d"),
                        OpenSslRelease.parse("1.0.2"),
                        OpenSslRelease.parse("1.1.0"),
                        OpenSslRelease.parse("1.1.1"),
                        OpenSslRelease.parse("3.0.0"));
        assertThat(answers.get(0)).hasToString("1.0.0 to 1.0.0t: invalid command at 16..17");
    }

    @Test
    void acrossReleases_aNameThatMeansTheSameEverywhere_changesOnlyForTls13() {
        assertThat(CipherStrings.acrossReleases(CipherString.parse("AES128-SHA")))
                .extracting(answer -> answer.expansion().suites().size())
                .containsExactly(1, 1, 1, 1, 4, 4);
    }
}
