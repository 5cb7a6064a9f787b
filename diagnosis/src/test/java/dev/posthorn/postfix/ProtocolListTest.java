package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: fact sheet on Postfix TLS configuration, sections 1.1 and 6. */
class ProtocolListTest {

    private static ProtocolList list(String version, String text) {
        return PostfixTlsSettings.defaultsOf(PostfixVersion.parse(version)).protocolList(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.6.6 | '' | all on",
                "2.6.6 | !SSLv2, !SSLv3 | SSLv2, SSLv3 off",
                "2.6.6 | !TLSv1 !SSLv2:!SSLv3 | SSLv2, SSLv3, TLSv1 off",
                "2.6.6 | TLSv1 | SSLv2, SSLv3 off",
                "2.6.6 | tlsv1, !sslv3 | SSLv2, SSLv3 off",
                "2.6.6 | TLSv1, !TLSv1 | SSLv2, SSLv3, TLSv1 off",
                "2.6.6 | TLSv1.2, TLSv1.1, !TLSv1, !SSLv2, !SSLv3 | invalid",
                "2.6.6 | !TLSv1.1 | invalid",
                "2.6.6 | ! SSLv2 | invalid",
                "2.6.15 | TLSv1.2 | SSLv2, SSLv3, TLSv1, TLSv1.1 off",
                "3.0.0 | TLSv1.2 | SSLv2, SSLv3, TLSv1, TLSv1.1, TLSv1.3 off",
                "3.5.0 | >=TLSv1.2 | invalid",
                "3.6.0 | >=TLSv1.2 | SSLv2, SSLv3, TLSv1, TLSv1.1 off",
                "3.6.0 | >=TLSv1, <=0303 | SSLv2, SSLv3, TLSv1.3 off",
                "3.6.0 | >=None, !SSLv3 | SSLv3 off",
                "3.6.0 | >=SSLv2 | invalid",
                "3.6.0 | >=TLSv9 | invalid"
            })
    void list_meansWhatThatVersionMakesOfIt(String version, String text, String meaning) {
        assertThat(list(version, text)).hasToString(meaning);
    }

    @Test
    void unknownWord_isNamed_andWarnedOfInPostfixsWords() {
        ProtocolList list = list("2.6.6", "TLSv1.2, TLSv1.1, !TLSv1, !SSLv2, !SSLv3");

        assertThat(list.unknownWord()).contains("TLSv1.2");
        assertThat(list.disabled()).isEmpty();
        assertThat(list.warning())
                .contains("warning: Invalid TLS protocol list \"TLSv1.2, TLSv1.1, !TLSv1, !SSLv2, !SSLv3\":"
                        + " disabling TLS support");
    }

    @Test
    void namesOf26_from15On_dependOnTheHeaders() {
        PostfixTlsSettings old = PostfixTlsSettings.defaultsOf(PostfixVersion.parse("2.6.15"))
                .compiledWith(OpenSslRelease.parse("1.0.0t"));

        assertThat(old.protocolList("!TLSv1.2").isValid()).isFalse();
    }
}
