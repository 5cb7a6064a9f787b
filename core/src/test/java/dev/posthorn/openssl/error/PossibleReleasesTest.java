package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslRelease;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PossibleReleasesTest {

    /** The landmark line of fact sheet on OpenSSL errors section 6. */
    @ParameterizedTest
    @CsvSource({
        "SSL3_GET_CLIENT_HELLO, 1216, 1.0.0 to 1.0.0b",
        "SSL3_GET_CLIENT_HELLO, 1221, 1.0.0c to 1.0.0d",
        "SSL3_GET_CLIENT_HELLO, 1228, 1.0.0r",
        "SSL3_GET_CLIENT_HELLO, 1353, '1.0.1 to 1.0.1c, 1.0.1f to 1.0.1g'",
        "SSL3_GET_CLIENT_HELLO, 1355, 1.0.1d to 1.0.1e",
        "SSL3_GET_CLIENT_HELLO, 1440, 1.0.1r to 1.0.1u",
        "ssl3_get_client_hello, 1366, 1.0.2 to 1.0.2a",
        "ssl3_get_client_hello, 1411, 1.0.2e",
        "ssl3_get_client_hello, 1427, 1.0.2l to 1.0.2u",
        "SSL3_GET_CLIENT_HELLO, 974, 0.9.8e",
        "SSL3_GET_CLIENT_HELLO, 1087, 0.9.8u to 0.9.8y"
    })
    void landmarkLine_namesItsReleases(String function, int line, String releases) {
        assertThat(possible("error:1408A0C1:SSL routines:" + function + ":no shared cipher:s3_srvr.c:" + line + ":"))
                .hasToString(releases);
    }

    @Test
    void lineOfThePuzzle_isAPatchedBuild() {
        PossibleReleases possible =
                possible("error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1387:");

        assertThat(possible.isPatchedBuild()).isTrue();
        assertThat(possible).hasToString("patched build: nearest are 1.0.1m, 2 lines off");
    }

    @Test
    void errorWithoutPlace_isToldByItsSpelling() {
        assertThat(possible("error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher"))
                .hasToString("1.0.2 to 1.0.2u");
        assertThat(possible("error:1417A0C1:SSL routines:tls_post_process_client_hello:no shared cipher"))
                .hasToString("1.1.0 to 1.1.1w");
        assertThat(possible("error:0A0000C1:SSL routines::no shared cipher").releases())
                .hasSize(31)
                .startsWith(OpenSslRelease.parse("3.0.0"))
                .endsWith(OpenSslRelease.parse("3.3.2"));
    }

    @Test
    void reasonThatAllLibrariesShare_isToldByItsSpelling() {
        assertThat(possible("error:1409B006:SSL routines:SSL3_SEND_SERVER_KEY_EXCHANGE:EVP lib:s3_srvr.c:1990:")
                        .releases())
                .contains(OpenSslRelease.parse("1.0.1e"))
                .doesNotContain(OpenSslRelease.parse("1.0.2u"));
    }

    @Test
    void numbersWithoutNames_excludeNothingOfTheirPacking() {
        assertThat(possible("error:1408A0C1:lib(20):func(138):reason(193)").releases())
                .hasSize(118);
    }

    @Test
    void everyRecordedError_canBePrintedByTheReleaseThatPrintedIt() throws IOException {
        Map<String, PossibleReleases> known = new HashMap<>();
        List<String> misses = new ArrayList<>();
        long sizes = 0;
        int errors = 0;
        for (FailedHandshake handshake : FailedHandshakes.read()) {
            for (FailedHandshake.Log log : List.of(handshake.server(), handshake.client())) {
                for (String text : log.errors()) {
                    PossibleReleases possible =
                            known.computeIfAbsent(text, key -> PossibleReleases.of(OpenSslError.parse(key)));
                    errors += handshake.count();
                    sizes += (long) possible.releases().size() * handshake.count();
                    if (!possible.releases().contains(OpenSslRelease.parse(log.release()))) {
                        misses.add(log.release() + " not in " + possible + ": " + text);
                    }
                }
            }
        }

        System.out.println(String.format(
                Locale.ROOT,
                "Which OpenSSL: %d errors, %d misses, %.1f of %d releases on average",
                errors,
                misses.size(),
                (double) sizes / errors,
                RaiseSites.get().releases().size()));
        assertThat(errors).isPositive();
        assertThat(misses).isEmpty();
        if (FailedHandshakes.areOurOwn()) {
            assertThat((double) sizes / errors).isLessThan(10.0);
        }
    }

    @Test
    void tableOfPlaces_isSmall() throws IOException {
        try (InputStream table = PossibleReleases.class.getResourceAsStream("raise-sites.tsv.gz")) {
            assertThat(table.readAllBytes()).hasSizeLessThanOrEqualTo(300_000);
        }
    }

    private static PossibleReleases possible(String text) {
        return PossibleReleases.of(OpenSslError.parse(text));
    }
}
