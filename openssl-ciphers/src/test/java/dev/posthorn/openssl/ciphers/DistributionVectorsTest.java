package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.Certainty;
import dev.posthorn.openssl.DistributionPackage;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.table.TsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Packages of distributions against recordings of upstream's source with the options of the package (fact sheet section
 * 13). The packages themselves were not run; what a package changes beyond options is in no recording.
 */
class DistributionVectorsTest {

    /** What these packages change are options. */
    @ParameterizedTest
    @CsvSource({
        "centos6-early 1.0.1e, 1.0.1e-krb5-nosrp",
        "rhel7-early 1.0.1e, 1.0.1e-krb5-nosrp",
        "debian7 1.0.1e, 1.0.1e-nossl2-noidea",
        "debian8 1.0.1t, 1.0.1t-noidea"
    })
    void package_thatChangesOptionsAlone_answersAsTheRecordedBuild(String build, String recorded) throws IOException {
        int strings = 0;
        for (String[] row : recordings(recorded)) {
            assertThat(hexCodes(build, row[0])).as(row[0]).isEqualTo(row[1]);
            strings++;
        }
        assertThat(strings).isEqualTo(3_050);
    }

    /** These packages change the number that {@code @STRENGTH} sorts by too, which moves suites and selects none. */
    @ParameterizedTest
    @CsvSource({"centos7 1.0.2k, 1.0.2k-krb5-nosrp"})
    void package_thatChangesStrengthBits_answersWithTheSuitesOfTheRecordedBuild(String build, String recorded)
            throws IOException {
        int strings = 0;
        for (String[] row : recordings(recorded)) {
            assertThat(set(hexCodes(build, row[0]))).as(row[0]).isEqualTo(set(row[1]));
            strings++;
        }
        assertThat(strings).isEqualTo(3_050);
    }

    static Stream<Arguments> defaultLists() {
        String name = "/distributions/default-lists.tsv";
        return TsvTable.read(name, DistributionVectorsTest.class.getResourceAsStream(name)).rows().stream()
                .map(row -> Arguments.of(row.text("build"), row.text("ids")));
    }

    /** These are the published lists, names and order, that section 13 calls reproduced. */
    @ParameterizedTest
    @MethodSource("defaultLists")
    void package_withAPublishedList_hasThatListInOrder(String build, String ids) {
        assertThat(hexCodes(build, "DEFAULT")).isEqualTo(ids);
    }

    @Test
    void package_withLowerStrengthBits_sortsTheSuitesFurtherDown() {
        String string = "DES-CBC3-SHA:RC4-SHA:AES128-SHA:@STRENGTH";

        assertThat(hexCodes("1.0.1e krb5 no-srp", string)).isEqualTo("000A:0005:002F");
        assertThat(hexCodes("centos6-later 1.0.1e", string)).isEqualTo("000A:0005:002F");
        assertThat(hexCodes("centos6-later 1.0.1e", "AES128-SHA:" + string)).isEqualTo("002F:000A:0005");
        assertThat(hexCodes("centos6 1.0.1e", string)).isEqualTo("002F:000A:0005");
        assertThat(hexCodes("centos7 1.0.2k", string)).isEqualTo("002F:000A:0005");
    }

    /** Section 13: au aSRP as upstream 1.0.1i, while 3DES keeps its 168 bits. */
    @Test
    void ubuntu1404_hasSrpSuitesThatAreNotAnonymous() {
        assertThat(hexCodes("1.0.1f no-ssl2 no-idea", "SRP-AES-128-CBC-SHA:!aNULL"))
                .isEqualTo("no cipher match");
        assertThat(hexCodes("ubuntu14.04 1.0.1f", "SRP-AES-128-CBC-SHA:!aNULL")).isEqualTo("C01D");
        assertThat(hexCodes("ubuntu14.04 1.0.1f", "AES128-SHA:DES-CBC3-SHA:@STRENGTH"))
                .isEqualTo("000A:002F");
    }

    @ParameterizedTest
    @CsvSource({
        "centos6-noec 1.0.1e, FROM_RECIPE",
        "centos6-early 1.0.1e, DEFAULT_REPRODUCED",
        "centos6 1.0.1e, DEFAULT_REPRODUCED",
        "rhel7 1.0.2k, DEFAULT_REPRODUCED",
        "debian7 1.0.1e, FROM_RECIPE",
        "debian8 1.0.1k, DEFAULT_REPRODUCED",
        "ubuntu14.04 1.0.1f, DEFAULT_REPRODUCED",
        "ubuntu15.10 1.0.2d, DEFAULT_SET_CONFIRMED",
        "ubuntu16.04 1.0.2g, DEFAULT_SET_CONFIRMED",
        "amazon 1.0.1e, NOT_VERIFIED"
    })
    void package_saysHowSureItIs(String build, Certainty certainty) {
        DistributionPackage distribution =
                OpenSslBuild.parse(build).distribution().orElseThrow();

        assertThat(distribution.certainty()).isEqualTo(certainty);
        assertThat(distribution.evidence()).isNotBlank();
    }

    private static List<String[]> recordings(String name) throws IOException {
        Path file = RecordedBuilds.files("/expansion", "posthorn.none").stream()
                .filter(found -> found.getFileName().toString().equals(name + ".tsv.gz"))
                .findFirst()
                .orElseThrow();
        return RecordedBuilds.rows(file, "string", "reason", "ids").stream()
                .map(row -> new String[] {RecordedBuilds.unescape(row[0]), row[1].isEmpty() ? row[2] : row[1]})
                .toList();
    }

    private static String hexCodes(String build, String text) {
        Expansion expansion = CipherString.parse(text).expandWith(Catalogs.of(build));
        return expansion
                .rejection()
                .map(rejection -> rejection.reason().text())
                .orElseGet(() -> expansion.suites().stream()
                        .map(OpenSslCipherSuite::hexCode)
                        .collect(Collectors.joining(":")));
    }

    private static Set<String> set(String hexCodes) {
        return new HashSet<>(Arrays.asList(hexCodes.split(":", -1)));
    }
}
