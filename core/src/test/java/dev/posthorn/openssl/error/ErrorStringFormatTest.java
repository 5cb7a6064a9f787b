package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Truncation as fact sheet on OpenSSL errors section 2 describes it, shown on buffers small enough to fill. */
class ErrorStringFormatTest {

    private static final ErrorStrings OLD = ErrorStrings.of(OpenSslRelease.parse("1.0.2u"));
    private static final ErrorStrings NEW = ErrorStrings.of(OpenSslRelease.parse("3.0.15"));

    /** The whole text has 66 characters. */
    @ParameterizedTest
    @CsvSource({
        "68, error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher",
        "67, error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher",
        "60, error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared",
        "40, error:1408A0C1:SSL routines:ssl3_get_c:",
        "29, error:1408A0C1:SSL routine::",
        "28, error:1408A0C1:SSL routin::",
        "12, error:14:::",
        "10, error::::",
        "5, ::::",
        "4, err"
    })
    void oldText_tooLongForItsBuffer_keepsFourColons(int bufferSize, String expected) {
        assertThat(ErrorStringFormat.format(PackedErrorCode.of(20, 138, 193), OLD, bufferSize))
                .isEqualTo(expected);
    }

    /** The whole text has 45 characters; upstream takes one that just fills its buffer for one that was cut. */
    @ParameterizedTest
    @CsvSource({
        "47, error:0A0000C1:SSL routines::no shared cipher",
        "46, err:a0000c1:14:0:c1",
        "30, err:a0000c1:14:0:c1",
        "12, err:a0000c1"
    })
    void newText_tooLongForItsBuffer_becomesNumbers(int bufferSize, String expected) {
        assertThat(ErrorStringFormat.format(PackedErrorCode.of(20, 193), NEW, bufferSize))
                .isEqualTo(expected);
    }

    @Test
    void usualBuffer_holdsEveryTextOfTheTables() {
        assertThat(PackedErrorCode.of(20, 138, 193).describe(OpenSslRelease.parse("1.0.1e")))
                .isEqualTo("error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher");
    }
}
