package dev.posthorn.openssl.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.CipherSuite;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every list that the laboratory's servers and clients had, as the library itself expanded it. */
class CipherListVectorsTest {

    private static final int MISMATCHES_SHOWN = 20;

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0t", "1.0.1e", "1.0.1u", "1.0.2a", "1.0.2p", "1.0.2u", "1.1.0l", "1.1.1w", "3.0.15"})
    void engine_givenEveryRecordedString_expandsAsRecorded(String release) throws IOException {
        CipherCatalog catalog =
                CipherCatalog.forBuild(OpenSslBuild.parse(release)).orElseThrow();
        assertThat(mismatches(release, string -> CipherString.parse(string).expandWith(catalog)))
                .isEmpty();
    }

    @Test
    void spelledOutLists_givenEveryRecordedStringOf098_areAsRecorded() throws IOException {
        assertThat(mismatches("0.9.8y", SpelledOutLists::expand)).isEmpty();
    }

    private static List<String> mismatches(String release, Function<String, Expansion> expand) throws IOException {
        List<String> mismatches = new ArrayList<>();
        int compared = 0;
        for (Map.Entry<String, JsonNode> entry : lists().get(release).properties()) {
            List<CipherSuite> recorded = new ArrayList<>();
            entry.getValue().forEach(code -> recorded.add(suite(code.asText())));
            List<CipherSuite> ours = suites(expand, entry.getKey());
            compared++;
            if (!ours.equals(recorded)) {
                mismatches.add(entry.getKey() + "\n  recorded " + recorded + "\n  ours     " + ours);
            }
        }
        assertThat(compared).isPositive();
        return mismatches.stream().limit(MISMATCHES_SHOWN).toList();
    }

    /** A string that OpenSSL refuses is recorded without suites. */
    private static List<CipherSuite> suites(Function<String, Expansion> expand, String string) {
        try {
            return expand.apply(string).suites().stream()
                    .map(OpenSslCipherSuite::cipherSuite)
                    .toList();
        } catch (CipherListNotKnownException notKnown) {
            throw notKnown;
        } catch (IllegalArgumentException refused) {
            return List.of();
        }
    }

    /** {@code 03000039}, {@code 02010080}: a suite of SSLv3 and later has two bytes of its own, one of SSLv2 three. */
    private static CipherSuite suite(String code) {
        int number = HexFormat.fromHexDigits(code);
        return new CipherSuite(code.startsWith("02") ? number & 0xFF_FFFF : number & 0xFFFF);
    }

    private static JsonNode lists() throws IOException {
        try (InputStream file = CipherListVectorsTest.class.getResourceAsStream("/handshakes/cipherlists.json.gz");
                GZIPInputStream text = new GZIPInputStream(file)) {
            return new ObjectMapper().readTree(text);
        }
    }
}
