package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Strings of the field that other parsers get wrong, all on 1.0.2u: what the library made of each, recorded from it, and
 * what there is to see in that.
 */
class NamedStringsTest {

    private static final CipherCatalog CATALOG =
            CipherCatalog.forBuild(OpenSslBuild.parse("1.0.2u")).orElseThrow();

    private static Expansion expand(String text) {
        return CipherString.parse(text).expandWith(CATALOG);
    }

    private static String hexCodes(String text) {
        return expand(text).suites().stream().map(OpenSslCipherSuite::hexCode).collect(Collectors.joining(":"));
    }

    private static List<String> names(String text) {
        return expand(text).suites().stream()
                .map(OpenSslCipherSuite::openSslName)
                .toList();
    }

    @Test
    void exclusionInFrontOfStrength_counts() {
        String text = "TLSv1:HIGH:!LOW:!MEDIUM:!EXP:!NULL:!aNULL@STRENGTH";

        assertThat(hexCodes(text))
                .isEqualTo(
                        "C014:C00A:C022:C021:C020:0039:0038:0037:0036:0088:0087:0086:0085:C00F:C005:0035:0084:008D:C030:C02C:"
                                + "C028:C024:00A5:00A3:00A1:009F:006B:006A:0069:0068:C032:C02E:C02A:C026:009D:003D:C013:C009:C01F:C01E:"
                                + "C01D:0033:0032:0031:0030:0045:0044:0043:0042:C00E:C004:002F:0041:008C:C02F:C02B:C027:C023:00A4:00A2:"
                                + "00A0:009E:0067:0040:003F:003E:C031:C02D:C029:C025:009C:003C");
        assertThat(names(text))
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("ADH-") || name.startsWith("AECDH-"))
                .noneMatch(name -> name.contains("NULL") || name.contains("RC4"));
    }

    @Test
    void unknownWord_voidsItsJoin() {
        String text = "ECDHE+RSAGCM:ECDHE+AESGCM:DHE+RSAGCM:DHE+AESGCM:+AES256:!ADH:!AECDH";

        assertThat(hexCodes(text)).isEqualTo("C02F:C02B:00A2:009E:C030:C02C:00A3:009F");
        Expansion expansion = expand(text);

        assertThat(expansion.steps().get(0).changed()).isEmpty();
        assertThat(expansion.steps().get(2).changed()).isEmpty();
        assertThat(expansion.suites())
                .isNotEmpty()
                .allMatch(suite -> suite.mac().equals("AEAD"));
    }

    @Test
    void defaultAtTheStart_killsForGood() {
        String text = "DEFAULT:!EXPORT:!LOW:!MEDIUM:ALL:+RC4:@STRENGTH";

        assertThat(hexCodes(text))
                .isEqualTo(
                        "C030:C02C:C028:C024:C014:C00A:C022:C021:C020:00A5:00A3:00A1:009F:006B:006A:0069:0068:0039:0038:0037:"
                                + "0036:0088:0087:0086:0085:C032:C02E:C02A:C026:C00F:C005:009D:003D:0035:0084:008D:C02F:C02B:C027:C023:"
                                + "C013:C009:C01F:C01E:C01D:00A4:00A2:00A0:009E:0067:0040:003F:003E:0033:0032:0031:0030:0045:0044:0043:"
                                + "0042:C031:C02D:C029:C025:C00E:C004:009C:003C:002F:0041:008C");
        Expansion expansion = expand(text);

        assertThat(expansion.suites()).noneMatch(suite -> suite.openSslName().startsWith("ADH-"));
        assertThat(expansion.fateOf("ADH-AES256-SHA").explain())
                .isEqualTo("was killed by rule 4 \"!aNULL\" of DEFAULT");
    }

    @Test
    void deletedInFrontAndKilledAtTheEnd_isKilled() {
        String text = "aNULL:-aNULL:ALL:!EXPORT:!LOW:+RC4:@STRENGTH:!aNULL";

        assertThat(hexCodes(text))
                .isEqualTo(
                        "C030:C02C:C028:C024:C014:C00A:C022:C021:C020:00A5:00A3:00A1:009F:006B:006A:0069:0068:0039:0038:0037:"
                                + "0036:0088:0087:0086:0085:C032:C02E:C02A:C026:C00F:C005:009D:003D:0035:0084:008D:C02F:C02B:C027:C023:"
                                + "C013:C009:C01F:C01E:C01D:00A4:00A2:00A0:009E:0067:0040:003F:003E:0033:0032:0031:0030:009A:0099:0098:"
                                + "0097:0045:0044:0043:0042:C031:C02D:C029:C025:C00E:C004:009C:003C:002F:0096:0041:0007:008C:C011:C007:"
                                + "C00C:C002:0005:0004:008A:C012:C008:C01C:C01B:C01A:0016:0013:0010:000D:C00D:C003:000A:008B");
        assertThat(names(text)).isNotEmpty().noneMatch(name -> name.startsWith("ADH-") || name.startsWith("AECDH-"));
    }

    @Test
    void additionBehindKillOfAll_findsNothing() {
        assertThat(expand("!ALL:HIGH").rejection().map(Rejection::reason)).contains(Rejection.Reason.NO_CIPHER_MATCH);
    }

    @Test
    void joins_comeInTheOrderOfTheRules() {
        String text = "EECDH+AESGCM:EDH+AESGCM:AES128+EECDH:AES128+EDH";

        assertThat(hexCodes(text))
                .isEqualTo("C030:C02C:C02F:C02B:00A3:009F:00A2:009E:C027:C023:C013:C009:0067:0040:0033:0032");
        assertThat(names(text))
                .startsWith("ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-AES256-GCM-SHA384")
                .endsWith("DHE-DSS-AES128-SHA");
    }
}
