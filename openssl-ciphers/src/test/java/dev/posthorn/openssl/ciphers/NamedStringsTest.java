package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Strings of the field that other parsers get wrong, all on 1.0.2u. What the library made of the whole string is in the
 * recordings; here stands what there is to see in it.
 */
class NamedStringsTest {

    private static final CipherCatalog CATALOG =
            CipherCatalog.forBuild(OpenSslBuild.parse("1.0.2u")).orElseThrow();

    private static Expansion expand(String text) {
        return CipherString.parse(text).expandWith(CATALOG);
    }

    private static List<String> names(String text) {
        return expand(text).suites().stream()
                .map(OpenSslCipherSuite::openSslName)
                .toList();
    }

    @Test
    void exclusionInFrontOfStrength_counts() {
        assertThat(names("TLSv1:HIGH:!LOW:!MEDIUM:!EXP:!NULL:!aNULL@STRENGTH"))
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("ADH-") || name.startsWith("AECDH-"))
                .noneMatch(name -> name.contains("NULL") || name.contains("RC4"));
    }

    @Test
    void unknownWord_voidsItsJoin() {
        Expansion expansion = expand("ECDHE+RSAGCM:ECDHE+AESGCM:DHE+RSAGCM:DHE+AESGCM:+AES256:!ADH:!AECDH");

        assertThat(expansion.steps().get(0).changed()).isEmpty();
        assertThat(expansion.steps().get(2).changed()).isEmpty();
        assertThat(expansion.suites())
                .isNotEmpty()
                .allMatch(suite -> suite.mac().equals("AEAD"));
    }

    @Test
    void defaultAtTheStart_killsForGood() {
        Expansion expansion = expand("DEFAULT:!EXPORT:!LOW:!MEDIUM:ALL:+RC4:@STRENGTH");

        assertThat(expansion.suites()).noneMatch(suite -> suite.openSslName().startsWith("ADH-"));
        assertThat(expansion.fateOf("ADH-AES256-SHA").explain())
                .isEqualTo("was killed by rule 4 \"!aNULL\" of DEFAULT");
    }

    @Test
    void deletedInFrontAndKilledAtTheEnd_isKilled() {
        assertThat(names("aNULL:-aNULL:ALL:!EXPORT:!LOW:+RC4:@STRENGTH:!aNULL"))
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("ADH-") || name.startsWith("AECDH-"));
    }

    @Test
    void additionBehindKillOfAll_findsNothing() {
        assertThat(expand("!ALL:HIGH").rejection().map(Rejection::reason)).contains(Rejection.Reason.NO_CIPHER_MATCH);
    }

    @Test
    void joins_comeInTheOrderOfTheRules() {
        assertThat(names("EECDH+AESGCM:EDH+AESGCM:AES128+EECDH:AES128+EDH"))
                .startsWith("ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-AES256-GCM-SHA384")
                .endsWith("DHE-DSS-AES128-SHA");
    }
}
