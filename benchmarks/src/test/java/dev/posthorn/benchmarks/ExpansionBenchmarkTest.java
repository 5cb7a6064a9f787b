package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.stream.Collectors;
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
    void contenders_givenOneString_listWhatOpenSslLists(CaseString string, String openSsl, String recorded) {
        ExpansionBenchmark benchmark = benchmark(string, openSsl);

        assertThat(hexCodes(benchmark.expandFor())).isEqualTo(recorded);
        assertThat(hexCodes(benchmark.expandWith())).isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({"DEFAULT_OF_POSTFIX, 1.0.1e", "DEFAULT_OF_POSTFIX, 1.0.2u"})
    void contenders_givenOneString_printTheSame(CaseString string, String openSsl) {
        ExpansionBenchmark benchmark = benchmark(string, openSsl);

        assertThat(benchmark.expandFor()).hasToString(benchmark.expandWith().toString());
        assertThat(benchmark.expandFor().suites()).isNotEmpty();
    }

    private static ExpansionBenchmark benchmark(CaseString string, String openSsl) {
        ExpansionBenchmark benchmark = new ExpansionBenchmark();
        benchmark.string = string;
        benchmark.openSsl = openSsl;
        benchmark.prepare();
        return benchmark;
    }

    private static String hexCodes(Expansion expansion) {
        return expansion.suites().stream().map(OpenSslCipherSuite::hexCode).collect(Collectors.joining(":"));
    }
}
