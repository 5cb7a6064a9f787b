package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Strings that nobody means well with: the library's verdict, in memory that grows with the string and no faster. */
class HostileStringsTest {

    private static final int TEN_MEGABYTES = 10_000_000;

    private static final CipherCatalog CATALOG =
            CipherCatalog.forBuild(OpenSslBuild.parse("1.0.2u")).orElseThrow();

    static Stream<Arguments> strings() {
        return Stream.of(
                Arguments.of("separators only", ": ;,".repeat(TEN_MEGABYTES / 4), "no cipher match"),
                Arguments.of("one word", "A".repeat(TEN_MEGABYTES), "no cipher match"),
                Arguments.of("one join", "AES+".repeat(TEN_MEGABYTES / 4) + "AES", ""),
                Arguments.of("many rules", "AES128-SHA:-AES128-SHA:".repeat(50_000) + "AES128-SHA", ""),
                Arguments.of("many unknown words", "PSD:".repeat(100_000) + "PSK", ""),
                Arguments.of("many errors", "!:".repeat(100_000) + "ALL", "invalid command"),
                Arguments.of("bytes over 127", "ALL:\u00ff\u00fe", "invalid command"),
                Arguments.of("NUL in front", "\0ALL", "no cipher match"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strings")
    void verdict_isThatOfTheLibrary(String name, String text, String reason) {
        Expansion expansion = CipherString.parse(text).expandWith(CATALOG);

        assertThat(expansion.rejection().map(refusal -> refusal.reason().text()).orElse(""))
                .isEqualTo(reason);
        assertThat(expansion.toString()).hasSizeLessThan(100_000);
        assertThat(expansion.explain()).hasSizeLessThan(200_000);
    }
}
