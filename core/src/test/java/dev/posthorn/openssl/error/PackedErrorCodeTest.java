package dev.posthorn.openssl.error;

import static dev.posthorn.openssl.error.ErrorPacking.LIBRARY_FUNCTION_REASON;
import static dev.posthorn.openssl.error.ErrorPacking.LIBRARY_REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.openssl.OpenSslRelease;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedErrorCodeTest {

    @Test
    void oldCode_hasLibraryFunctionAndReason() {
        PackedErrorCode code = PackedErrorCode.parseHex("1408A0C1", LIBRARY_FUNCTION_REASON);

        assertThat(code.library()).isEqualTo(20);
        assertThat(code.function()).hasValue(138);
        assertThat(code.reason()).isEqualTo(193);
        assertThat(code.isCommonReason()).isFalse();
        assertThat(code).isEqualTo(PackedErrorCode.of(20, 138, 193)).hasToString("1408A0C1");
    }

    @Test
    void newCode_hasLibraryAndReasonOnly() {
        PackedErrorCode code = PackedErrorCode.parseHex("0A0000C1", LIBRARY_REASON);

        assertThat(code.library()).isEqualTo(20);
        assertThat(code.function()).isEmpty();
        assertThat(code.reason()).isEqualTo(193);
        assertThat(code).isEqualTo(PackedErrorCode.of(20, 193)).hasToString("0A0000C1");
    }

    @Test
    void newCode_ofACommonReason_carriesItsFlagsInTheReason() {
        PackedErrorCode internalError = PackedErrorCode.parseHex("0A0C0103", LIBRARY_REASON);

        assertThat(internalError.library()).isEqualTo(20);
        assertThat(internalError.reason()).isEqualTo(0xC0103);
        assertThat(internalError.reasonWithoutFlags()).isEqualTo(259);
        assertThat(internalError.isFatal()).isTrue();
        assertThat(internalError.isCommonReason()).isTrue();
    }

    @Test
    void newCode_withSystemFlag_isAnErrno() {
        PackedErrorCode reset = PackedErrorCode.parseHex("80000068", LIBRARY_REASON);

        assertThat(reset.isSystemError()).isTrue();
        assertThat(reset.library()).isEqualTo(PackedErrorCode.SYSTEM_LIBRARY);
        assertThat(reset.reason()).isEqualTo(104);
        assertThat(reset.isFatal()).isFalse();
    }

    @Test
    void digitsBeyondThirtyTwoBits_arePrintedAndOtherwiseIgnored() {
        PackedErrorCode old = PackedErrorCode.parseHex("1AFC033821B6C7BA", LIBRARY_FUNCTION_REASON);
        PackedErrorCode recent = PackedErrorCode.parseHex("220FB063388001BD", LIBRARY_REASON);

        // errstr-samples: PKCS7 routines, func(2924), reason(1978) in 0.9.8y; lib(113), reason(445) in 3.0.15
        assertThat(old.library()).isEqualTo(33);
        assertThat(old.function()).hasValue(2924);
        assertThat(old.reason()).isEqualTo(1978);
        assertThat(old.hexDigits()).isEqualTo("1AFC033821B6C7BA");
        assertThat(recent.library()).isEqualTo(113);
        assertThat(recent.reason()).isEqualTo(445);
    }

    @ParameterizedTest
    @CsvSource({
        "0.9.8y, LIBRARY_FUNCTION_REASON",
        "1.1.1w, LIBRARY_FUNCTION_REASON",
        "3.0.0-alpha1, LIBRARY_REASON",
        "3.0.15, LIBRARY_REASON"
    })
    void packing_ofARelease_changesWithThree(String release, ErrorPacking expected) {
        assertThat(ErrorPacking.of(OpenSslRelease.parse(release))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1408A0CG", "0x1408A0C1", "-1408A0C", "12345678901234567", "\u0661"})
    void digits_thatAreNone_areRejected(String digits) {
        assertThatThrownBy(() -> PackedErrorCode.parseHex(digits, LIBRARY_REASON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("digits: \"" + digits);
    }

    @Test
    void fieldsThatDoNotFit_areRejected() {
        assertThatThrownBy(() -> PackedErrorCode.of(256, 0, 0)).hasMessage("library: 256 is not in 0..255");
        assertThatThrownBy(() -> PackedErrorCode.of(20, 4096, 0)).hasMessage("function: 4096 is not in 0..4095");
        assertThatThrownBy(() -> PackedErrorCode.of(20, -1)).hasMessage("reason: -1 is not in 0..8388607");
    }

    @Property
    void anyOldFields_survivePackingPrintingAndReading(
            @ForAll @IntRange(max = 255) int library,
            @ForAll @IntRange(max = 4095) int function,
            @ForAll @IntRange(max = 4095) int reason) {
        PackedErrorCode code = PackedErrorCode.of(library, function, reason);

        assertThat(PackedErrorCode.parseHex(code.hexDigits(), LIBRARY_FUNCTION_REASON))
                .isEqualTo(code);
        assertThat(code.library()).isEqualTo(library);
        assertThat(code.function()).hasValue(function);
        assertThat(code.reason()).isEqualTo(reason);
    }

    @Property
    void anyNewFields_survivePackingPrintingAndReading(
            @ForAll @IntRange(max = 255) int library, @ForAll @IntRange(max = 0x7F_FFFF) int reason) {
        PackedErrorCode code = PackedErrorCode.of(library, reason);

        assertThat(PackedErrorCode.parseHex(code.hexDigits(), LIBRARY_REASON)).isEqualTo(code);
        assertThat(code.library()).isEqualTo(library);
        assertThat(code.reason()).isEqualTo(reason);
    }
}
