package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is different from 1.1.0 on (fact sheet on cipher strings section 14). */
class LaterReleasesTest {

    private static final String[] TLS13 = {
        "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256"
    };

    private static Expansion expand(String text, String build) {
        return CipherString.parse(text).expandFor(OpenSslBuild.parse(build));
    }

    private static List<String> names(String text, String build) {
        return expand(text, build).suites().stream()
                .map(OpenSslCipherSuite::openSslName)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"DEFAULT@SECLEVEL=2, 2", "ALL:@SECLEVEL=0, 0", "@SECLEVEL=1:ALL:@SECLEVEL=5, 5"})
    void securityLevel_isToldAndLeavesTheListAlone(String text, int level) {
        Expansion expansion = expand(text, "1.1.1w");

        assertThat(expansion.securityLevel()).hasValue(level);
        assertThat(expansion.suites())
                .isEqualTo(expand(text.replaceAll("@SECLEVEL=.", ""), "1.1.1w").suites());
    }

    @ParameterizedTest
    @ValueSource(strings = {"@SECLEVEL=6", "@SECLEVEL=", "@SECLEVEL=10", "@SECLEVEL", "@STRENGTH=1", "@SECLEVEL=1."})
    void otherCommands_areInvalid(String command) {
        assertThat(expand("ALL:" + command, "3.0.15").rejection().map(Rejection::reason))
                .contains(Rejection.Reason.INVALID_COMMAND);
    }

    @Test
    void tls13Suites_standInFrontAndNoRuleTouchesThem() {
        Expansion expansion = expand("!ALL:!AESGCM:!CHACHA20:eNULL:!kRSA", "1.1.1w");

        assertThat(names("AES128-SHA", "1.1.1w")).startsWith(TLS13).hasSize(4);
        assertThat(expansion.suites().subList(0, 3))
                .extracting(OpenSslCipherSuite::openSslName)
                .containsExactly(TLS13);
        assertThat(expansion.fateOf(TLS13[0]))
                .isInstanceOfSatisfying(
                        SuiteFate.SetByCiphersuites.class,
                        fate -> assertThat(fate.position()).hasValue(1));
        assertThat(expansion.fateOf("TLS_AES_128_CCM_SHA256").explain())
                .endsWith("it is not in that setting by default");
    }

    @Test
    void tls13Suites_doNotSaveAnEmptyList() {
        Expansion expansion = expand("!ALL:!eNULL", "3.0.15");

        assertThat(expansion.rejection().map(Rejection::reason)).contains(Rejection.Reason.NO_CIPHER_MATCH);
        assertThat(expansion.fateOf(TLS13[0]).kind()).isEqualTo(SuiteFate.Kind.REFUSED);
    }

    @Test
    void chacha_whenNotCompiledIn_isNotAmongTheTls13Suites() {
        assertThat(names("AES128-SHA", "1.1.1w no-chacha")).containsExactly(TLS13[0], TLS13[2], "AES128-SHA");
    }

    @Test
    void nameAtTheEndOfARule_meansTheSuiteFrom111On() {
        assertThat(expand("AES128-SHA", "1.1.1w").catalog().criteriaOf("AES128-SHA"))
                .hasValueSatisfying(criteria -> assertThat(criteria.toString()).endsWith("code point 002F"));
        assertThat(expand("AES128-SHA", "1.1.0l").catalog().criteriaOf("AES128-SHA"))
                .hasValueSatisfying(criteria -> assertThat(criteria.toString()).doesNotContain("code point"));
    }

    @Test
    void strengthBehindNotDefault_wipesItOut() {
        assertThat(names("COMPLEMENTOFDEFAULT+HIGH", "1.1.1w")).isEqualTo(names("HIGH", "1.1.1w"));
        assertThat(names("HIGH+COMPLEMENTOFDEFAULT", "1.1.1w"))
                .isNotEqualTo(names("HIGH", "1.1.1w"))
                .hasSizeGreaterThan(TLS13.length);
    }

    @Test
    void minimumProtocol_ofEcdheWithSha1_isTls10From110fOn() {
        assertThat(names("SSLv3", "1.1.0e")).contains("ECDHE-RSA-AES128-SHA", "AECDH-NULL-SHA");
        assertThat(names("SSLv3", "1.1.0f")).doesNotContain("ECDHE-RSA-AES128-SHA", "AECDH-NULL-SHA");
        assertThat(names("TLSv1", "1.1.0f")).contains("ECDHE-RSA-AES128-SHA", "AECDH-NULL-SHA");
        assertThat(names("TLSv1.0", "1.1.0e")).doesNotContain("ECDHE-RSA-AES128-SHA", "AECDH-NULL-SHA");
    }

    @Test
    void exportWord_isUnknownAndNotedWithTheReleasesThatKnowIt() {
        assertThat(expand("ALL:!EXPORT", "1.1.1w").notes())
                .singleElement()
                .satisfies(note -> assertThat(note.explain())
                        .isEqualTo("rule 2 \"!EXPORT\" is ignored: this build does not know the word \"EXPORT\","
                                + " which 1.0.0 to 1.0.2u know"));
    }

    @Test
    void legacyProvider_bringsIdeaAndSeed() {
        assertThat(expand("IDEA", "3.0.15").rejection()).isPresent();
        assertThat(names("IDEA:SEED", "3.0.15 legacy-provider")).contains("IDEA-CBC-SHA", "SEED-SHA");
        assertThat(expand("ALL", "3.0.15").fateOf("SEED-SHA").explain())
                .isEqualTo("is not in this build, which lacks legacy-provider");
    }

    @Test
    void gostEngine_bringsTheGostSuites() {
        assertThat(expand("kGOST", "1.1.1w").rejection()).isPresent();
        assertThat(names("kGOST", "1.1.1w gost")).contains("GOST2012-GOST8912-GOST8912", "GOST2001-GOST89-GOST89");
    }

    /** No table has the suites that this option adds, and a list without them would be wrong. */
    @Test
    void weakCiphers_whereTheyWereNotRecorded_haveNoCatalogue() {
        assertThat(CipherCatalog.forBuild(OpenSslBuild.parse("1.1.1w enable-weak-ssl-ciphers")))
                .isEmpty();
    }
}
