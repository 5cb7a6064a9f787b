package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.tls.AlertDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: fact sheet on OpenSSL errors section 5. */
class OpenSslAlertTest {

    @ParameterizedTest
    @CsvSource({
        "40, 0.9.8y, sslv3 alert handshake failure, handshake failure",
        "48, 1.0.2u, tlsv1 alert unknown ca, unknown CA",
        "86, 1.0.1e, , unknown",
        "86, 1.0.1u, tlsv1 alert inappropriate fallback, unknown",
        "112, 0.9.8y, , unknown",
        "112, 1.0.0t, tlsv1 unrecognized name, unrecognized name",
        "115, 1.1.1w, , unknown PSK identity",
        "115, 3.0.15, tlsv1 alert unknown psk identity, unknown PSK identity",
        "116, 1.1.1w, tlsv13 alert certificate required, unknown",
        "120, 1.0.2u, , unknown",
        "120, 1.1.0l, , no application protocol",
        "121, 3.0.15, , unknown"
    })
    void wording_changesWithTheRelease(int code, String release, String reason, String trace) {
        OpenSslAlert alert = new OpenSslAlert(new AlertDescription(code));
        OpenSslRelease openSsl = OpenSslRelease.parse(release);

        assertThat(alert.reasonText(openSsl).orElse(null)).isEqualTo(reason);
        assertThat(alert.traceText(openSsl)).isEqualTo(trace);
    }

    @ParameterizedTest
    @CsvSource({
        "21, 20",
        "22, 20",
        "48, 42",
        "49, 40",
        "50, 40",
        "51, 40",
        "60, 40",
        "70, 40",
        "71, 40",
        "80, 40",
        "90, 40",
        "110, 40",
        "111, 40",
        "112, 40",
        "113, 40",
        "114, 40",
        "86, 86",
        "115, 115",
        "40, 40",
        "100,"
    })
    void underSslv3_theNewerAlertsAreReplaced(int code, Integer sent) {
        assertThat(new OpenSslAlert(new AlertDescription(code))
                        .sentUnderSslv3()
                        .map(AlertDescription::codePoint)
                        .orElse(null))
                .isEqualTo(sent);
    }

    @Test
    void underSslv3_aReplacementStandsForOthers() {
        assertThat(new OpenSslAlert(new AlertDescription(42)).standsForUnderSslv3())
                .containsExactly(AlertDescription.UNKNOWN_CA);
        assertThat(new OpenSslAlert(AlertDescription.HANDSHAKE_FAILURE).standsForUnderSslv3())
                .extracting(AlertDescription::codePoint)
                .containsExactly(49, 50, 51, 60, 70, 71, 80, 90, 110, 111, 112, 113, 114);
        assertThat(new OpenSslAlert(AlertDescription.UNKNOWN_CA).standsForUnderSslv3())
                .isEmpty();
    }

    @Test
    void traceText_findsTheAlert_inAnyCase() {
        assertThat(OpenSslAlert.forTraceText("unknown ca")).contains(new OpenSslAlert(AlertDescription.UNKNOWN_CA));
        assertThat(OpenSslAlert.forTraceText("unexpected_message").map(OpenSslAlert::description))
                .contains(new AlertDescription(10));
        assertThat(OpenSslAlert.forTraceText("unknown")).isEmpty();
    }

    @Test
    void level_isFatalForMost() {
        assertThat(new OpenSslAlert(AlertDescription.HANDSHAKE_FAILURE).isUsuallyFatal())
                .isTrue();
        assertThat(new OpenSslAlert(AlertDescription.CLOSE_NOTIFY).isUsuallyFatal())
                .isFalse();
        assertThat(new OpenSslAlert(new AlertDescription(112)).isUsuallyFatal()).isFalse();
    }

    @Test
    void everyKnownAlert_hasItsRow() {
        assertThat(AlertDescription.known())
                .allSatisfy(description -> assertThat(
                                new OpenSslAlert(description).sentUnderSslv3().isPresent()
                                        || description.codePoint() == 100)
                        .isTrue());
    }
}
