package dev.posthorn.openssl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSslBuildTest {

    @ParameterizedTest
    @CsvSource({
        "1.0.0t, true",
        "1.0.1r, true",
        "1.0.1s, false",
        "1.0.1u, false",
        "1.0.2, true",
        "1.0.2f, true",
        "1.0.2g, false",
        "1.0.2u, false",
        "1.0.2zi, false",
        "1.1.0, false",
        "1.1.1w, false",
        "3.0.15, false",
        "0.9.8y, true"
    })
    void ssl2_whenNobodySaysAnything_isOnAsTheReleaseHasIt(String release, boolean on) {
        assertThat(OpenSslBuild.parse(release).has(BuildOption.SSL2)).isEqualTo(on);
    }

    @Test
    void parse_ofConfigureWords_switchesThem() {
        OpenSslBuild build = OpenSslBuild.parse("1.0.2u enable-weak-ssl-ciphers enable-ssl2 krb5, no-srp");

        assertThat(build.has(BuildOption.WEAK_SSL_CIPHERS)).isTrue();
        assertThat(build.has(BuildOption.SSL2)).isTrue();
        assertThat(build.has(BuildOption.KRB5)).isTrue();
        assertThat(build.has(BuildOption.SRP)).isFalse();
        assertThat(build.has(BuildOption.IDEA)).isTrue();
        assertThat(build).hasToString("1.0.2u ssl2 weak-ssl-ciphers krb5 no-srp");
        assertThat(OpenSslBuild.parse(build.toString())).isEqualTo(build).hasSameHashCodeAs(build);
    }

    @Test
    void parse_ofOptionsThatAreTheDefaultAnyway_equalsTheDefaultBuild() {
        OpenSslBuild build = OpenSslBuild.parse("1.0.1e enable-ssl2 no-krb5");

        assertThat(build).isEqualTo(OpenSslBuild.of(OpenSslRelease.parse("1.0.1e")));
        assertThat(build.isDefault()).isTrue();
    }

    @Test
    void noEc_takesEcdhAndEcdsaWithIt() {
        OpenSslBuild build = OpenSslBuild.parse("1.0.1e no-ec");

        assertThat(build.has(BuildOption.ECDH)).isFalse();
        assertThat(build.has(BuildOption.ECDSA)).isFalse();
        assertThat(build.with(BuildOption.EC).has(BuildOption.ECDH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1e no-such-thing", "1.0.1e enable-nothing", "1.0.1e KRB5", "1.0.1e --prefix=/usr"})
    void parse_ofAnUnknownOption_namesTheWord(String text) {
        assertThatThrownBy(() -> OpenSslBuild.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text.substring("1.0.1e ".length()));
    }
}
