package dev.posthorn.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertDescriptionTest {

    /** Numbers and names of RFC 8446 section 6 and RFC 6066 section 9. */
    @ParameterizedTest
    @CsvSource({
        "0, close_notify",
        "10, unexpected_message",
        "40, handshake_failure",
        "48, unknown_ca",
        "70, protocol_version",
        "86, inappropriate_fallback",
        "112, unrecognized_name",
        "116, certificate_required"
    })
    void knownDescription_hasItsStandardName(int codePoint, String name) {
        AlertDescription description = new AlertDescription(codePoint);

        assertThat(description.standardName()).contains(name);
        assertThat(description).hasToString(name);
        assertThat(AlertDescription.forStandardName(name)).contains(description);
    }

    @Test
    void known_isSortedAndNamed() {
        assertThat(AlertDescription.known())
                .hasSize(34)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(description -> description.standardName().isPresent());
    }

    @Test
    void unknownDescription_isKeptAsANumber() {
        assertThat(new AlertDescription(121).standardName()).isEmpty();
        assertThat(new AlertDescription(121)).hasToString("121");
        assertThat(AlertDescription.forStandardName("ech_required")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256})
    void codePoint_beyondAByte_isRejected(int codePoint) {
        assertThatThrownBy(() -> new AlertDescription(codePoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("codePoint: " + codePoint + " is not in 0..255");
    }
}
