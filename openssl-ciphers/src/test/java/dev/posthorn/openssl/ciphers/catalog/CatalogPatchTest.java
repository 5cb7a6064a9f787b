package dev.posthorn.openssl.ciphers.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.tls.Authentication;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogPatchTest {

    private static final OpenSslBuild UPSTREAM = OpenSslBuild.parse("1.0.1f");

    private static CipherCatalog patched(CatalogPatch patch) {
        return CipherCatalog.forBuild(UPSTREAM, SslMethod.VERSION_FLEXIBLE, patch)
                .orElseThrow();
    }

    private static List<String> names(String text, CipherCatalog catalog) {
        return CipherString.parse(text).expandWith(catalog).suites().stream()
                .map(OpenSslCipherSuite::openSslName)
                .toList();
    }

    /** The counts of fact sheet section 13; those of Ubuntu are one more than the list its source published. */
    @ParameterizedTest
    @CsvSource({
        "centos6-early 1.0.1e, 91",
        "centos6-later 1.0.1e, 75",
        "centos6 1.0.1e, 75",
        "centos7 1.0.2k, 95",
        "debian8 1.0.1k, 85",
        "ubuntu14.04 1.0.1f, 80"
    })
    void defaultList_ofADistributionsPackage_hasAsManySuitesAsThePublishedOne(String build, int suites) {
        assertThat(CipherString.parse("DEFAULT")
                        .expandFor(OpenSslBuild.parse(build))
                        .suites())
                .hasSize(suites);
    }

    @Test
    void effectiveKeyBits_decideWhereStrengthPutsASuite() {
        assertThat(names("3DES+kRSA:AES128-SHA:@STRENGTH", patched(CatalogPatch.none())))
                .startsWith("DES-CBC3-SHA");
        assertThat(names(
                        "3DES+kRSA:AES128-SHA:@STRENGTH",
                        patched(CatalogPatch.none().effectiveKeyBits("3DES", 112))))
                .startsWith("AES128-SHA");
    }

    @Test
    void strength_decidesWhichWordSelectsASuite() {
        CipherCatalog catalog = patched(CatalogPatch.none().strength("RC4-SHA", "LOW"));

        assertThat(names("LOW", catalog)).contains("RC4-SHA");
        assertThat(names("MEDIUM", catalog)).doesNotContain("RC4-SHA").contains("RC4-MD5");
    }

    @Test
    void authentication_decidesWhichWordSelectsASuite() {
        CatalogPatch patch = CatalogPatch.none().authentication("SRP-AES-128-CBC-SHA", "aPSK");
        CipherCatalog catalog = patched(patch);

        assertThat(names("aPSK", catalog)).contains("SRP-AES-128-CBC-SHA");
        assertThat(names("aNULL", catalog)).doesNotContain("SRP-AES-128-CBC-SHA");
        assertThat(catalog.forOpenSslName("SRP-AES-128-CBC-SHA").orElseThrow().authentication())
                .isEqualTo(Authentication.PSK);
    }

    @Test
    void defaultList_isWhatDefaultStandsFor() {
        assertThat(names("DEFAULT", patched(CatalogPatch.none().defaultList("RC4-SHA"))))
                .containsExactly("RC4-SHA");
    }

    @Test
    void patch_leavesOtherCataloguesAlone() {
        patched(CatalogPatch.none().strength("RC4-SHA", "LOW"));

        assertThat(names("LOW", patched(CatalogPatch.none()))).doesNotContain("RC4-SHA");
    }

    @Test
    void patch_ofASuiteThatIsNotThere_namesIt() {
        assertThatThrownBy(() -> patched(CatalogPatch.none().strength("NOSUCH", "LOW")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("word: no suite is \"NOSUCH\"");
        assertThatThrownBy(() -> CatalogPatch.none().strength("RC4", "WEAK"))
                .hasMessageContaining("\"WEAK\" is none of");
        assertThatThrownBy(() -> CatalogPatch.none().authentication("RC4", "RSA"))
                .hasMessageContaining("\"RSA\" is no authentication");
        assertThatThrownBy(() -> CatalogPatch.none().effectiveKeyBits("RC4", -1))
                .hasMessageContaining("-1 is negative");
    }
}
