package dev.posthorn.openssl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSslReleaseTest {

    @Test
    void order_ofReleases_isThatOfPublicationWithinTheLine() {
        List<OpenSslRelease> published = releases(
                "0.9.8",
                "0.9.8y",
                "0.9.8z",
                "0.9.8za",
                "0.9.8zc",
                "1.0.0",
                "1.0.1",
                "1.0.1e",
                "1.0.1e-fips",
                "1.0.1k",
                "1.0.2-beta3",
                "1.0.2",
                "1.0.2u",
                "1.1.0",
                "1.1.1w",
                "3.0.0-alpha1",
                "3.0.0",
                "3.0.2",
                "3.0.15",
                "3.5.0");
        List<OpenSslRelease> shuffled = new ArrayList<>(published);
        Collections.shuffle(shuffled, new Random(1));

        Collections.sort(shuffled);

        assertThat(shuffled).isEqualTo(published);
    }

    private static List<OpenSslRelease> releases(String... texts) {
        return List.of(texts).stream().map(OpenSslRelease::parse).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "OpenSSL 1.0.1e-fips 11 Feb 2013, 1.0.1e-fips",
        "OpenSSL 1.1.1w  11 Sep 2023, 1.1.1w",
        "OpenSSL 3.0.15 3 Sep 2024 (Library: OpenSSL 3.0.15 3 Sep 2024), 3.0.15",
        "  1.0.2u , 1.0.2u",
        "1.0.1e-fips-rhel, 1.0.1e-fips-rhel"
    })
    void parse_ofVersionOutput_findsTheRelease(String text, String release) {
        assertThat(OpenSslRelease.parse(text)).hasToString(release);
    }

    @Test
    void parse_ofFipsSuffix_keepsItAndComparesAsThatRelease() {
        OpenSslRelease fips = OpenSslRelease.parse("1.0.1e-fips");

        assertThat(fips.suffix()).isEqualTo("fips");
        assertThat(fips.isPreRelease()).isFalse();
        assertThat(fips).isNotEqualTo(OpenSslRelease.parse("1.0.1e"));
        assertThat(fips.withoutSuffix()).isEqualTo(OpenSslRelease.parse("1.0.1e"));
        assertThat(fips.isBetween(OpenSslRelease.parse("1.0.1d"), OpenSslRelease.parse("1.0.1e")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.0",
                "1.0.9",
                "0.9.9",
                "1.2.0",
                "2.0.0",
                "1.0.1E",
                "1.0.1ab",
                "3.0.1a",
                "v1.0.1e",
                "1.0.1e;",
                "-1.0.1",
                "1.0.1e\u001b[2J",
                "LibreSSL 3.3.6",
                "99999999999.0.0"
            })
    void parse_ofWhatNeverWasARelease_saysWhichText(String text) {
        String escaped = text.replace("\u001b", "\\u001B");
        assertThatThrownBy(() -> OpenSslRelease.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + escaped + "\"");
    }

    @ParameterizedTest
    @CsvSource({"1.0.1e, 1.0.1", "0.9.8zc, 0.9.8", "1.1.1w, 1.1.1", "3.0.15, 3.0", "3.5.2, 3.5"})
    void branch_ofARelease_isWhatItsNumbersShare(String release, String branch) {
        assertThat(OpenSslRelease.parse(release).branch()).isEqualTo(branch);
    }

    @Property
    void parse_ofItsOwnText_givesAnEqualRelease(@ForAll("texts") String text) {
        OpenSslRelease release = OpenSslRelease.parse(text);

        assertThat(release).hasToString(text);
        assertThat(OpenSslRelease.parse(release.toString())).isEqualTo(release).hasSameHashCodeAs(release);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("0.9.8", "1.0.0", "1.0.1", "1.0.2", "1.1.0", "1.1.1")
                .flatMap(branch -> Arbitraries.of("", "a", "k", "z", "za", "zh").map(letters -> branch + letters))
                .flatMap(release -> Arbitraries.of("", "-fips", "-dev").map(suffix -> release + suffix));
    }

    /** The grammar once more, as a regular expression. */
    private static final Pattern TEXT = Pattern.compile("(?:OpenSSL\\s+)?(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})"
            + "([a-z]{0,2})(?:-([0-9A-Za-z._+]+(?:-[0-9A-Za-z._+]+)*))?(?:\\s.*)?");

    @Property(tries = 20_000)
    void text_ofAnyPieces_isReadAsARegularExpressionReadsIt(@ForAll("pieces") String text) {
        Matcher matcher = TEXT.matcher(text);
        ReleaseText read = new ReleaseText(text);

        assertThat(read.isRelease()).isEqualTo(matcher.matches());
        if (matcher.matches()) {
            assertThat(List.of(read.number(0), read.number(1), read.number(2)))
                    .containsExactly(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            assertThat(read.letters()).isEqualTo(matcher.group(4));
            assertThat(read.suffix()).isEqualTo(matcher.group(5) == null ? "" : matcher.group(5));
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    @Provide
    Arbitrary<String> pieces() {
        Arbitrary<String> start = Arbitraries.of("", "1.0.1", "OpenSSL 1.0.1e", "3.0.15", "OpenSSL\t1.1.1w-fips");
        Arbitrary<String> rest = Arbitraries.of(
                        "OpenSSL",
                        " ",
                        "\t",
                        "\n",
                        "\r",
                        "\u000b",
                        "\0",
                        "1",
                        "0",
                        "1.0",
                        "2345",
                        ".",
                        "-",
                        "--",
                        "e",
                        "za",
                        "Z",
                        "fips",
                        "-beta1",
                        "_",
                        "+",
                        ":",
                        "\u00e9",
                        "11 Feb 2013")
                .list()
                .ofMaxSize(6)
                .map(pieces -> String.join("", pieces));
        return Combinators.combine(start, rest).as(String::concat);
    }
}
