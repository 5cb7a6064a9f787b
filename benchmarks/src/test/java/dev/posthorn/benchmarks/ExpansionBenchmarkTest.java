package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpansionBenchmarkTest {

    /** Expected: recorded from the libraries, see DATA-SOURCES.md. */
    @ParameterizedTest
    @CsvSource({
        "EXCLUSIONS, 1.0.1e, C030:C028:C014:C021:009F:006B:0039:C032:C02E:C02A:C026:C00F:C005:008D:C02F:C027:C013:C01E:"
                + "009E:0067:0033:C031:C02D:C029:C025:C00E:C004:008C",
        "EXCLUSIONS, 1.0.2u, C030:C028:C014:C021:C020:00A5:00A1:009F:006B:0069:0068:0039:0037:0036:C032:C02E:C02A:C026:"
                + "C00F:C005:008D:C02F:C027:C013:C01E:C01D:00A4:00A0:009E:0067:003F:003E:0033:0031:0030:C031:C02D:C029:"
                + "C025:C00E:C004:008C",
        "ADDITIONS, 1.0.1e, 009F:006B:C030:C028:009E:0067:C02F:C027:0088:0039:C014:0045:0033:C013:0041:002F",
        "ADDITIONS, 1.0.2u, 009F:006B:C030:C028:009E:0067:C02F:C027:0088:0039:C014:0045:0033:C013:0041:002F"
    })
    void string_ofTheCase_listsWhatOpenSslLists(CaseString string, String openSsl, String recorded) {
        CatalogBenchmark benchmark = new CatalogBenchmark();
        benchmark.openSsl = openSsl;

        assertThat(hexCodes(CipherString.parse(string.text()).expandFor(OpenSslBuild.parse(openSsl))))
                .isEqualTo(recorded);
        assertThat(hexCodes(CipherString.parse(string.text()).expandWith(benchmark.catalogue())))
                .isEqualTo(recorded);
    }

    /** Both count what they return; that ours is right, and how often the peer is, says {@link PeerComparisonTest}. */
    @Test
    void contenders_givenTheRecordedStrings_countAllOfThem() {
        ExpansionBenchmark benchmark = new ExpansionBenchmark();
        benchmark.set = CipherStringSet.RECORDED;
        benchmark.prepare();
        Strings ours = new Strings();
        Strings tomcats = new Strings();

        int suites = benchmark.posthorn(ours);
        benchmark.tomcat(tomcats);

        assertThat(suites)
                .isEqualTo(RecordedExpansion.all().stream()
                        .mapToInt(recording -> recording.suites().size())
                        .sum());
        assertThat(ours.strings).isEqualTo(3_050);
        assertThat(tomcats.strings).isEqualTo(3_050);
    }

    @Test
    void longString_hasAThousandRules() {
        assertThat(CipherString.parse(CipherStringSet.THOUSAND_RULES.texts().get(0))
                        .expandFor(OpenSslBuild.parse("1.0.2u"))
                        .steps())
                .hasSize(1_000);
    }

    private static String hexCodes(Expansion expansion) {
        return expansion.suites().stream().map(OpenSslCipherSuite::hexCode).collect(Collectors.joining(":"));
    }
}
