package dev.posthorn.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnhancedStatusCodeTest {

    @Test
    void parse_threeNumbers_givesItsParts() {
        assertThat(EnhancedStatusCode.parse("4.7.5")).contains(new EnhancedStatusCode(4, 7, 5));
        assertThat(new EnhancedStatusCode(5, 7, 30)).hasToString("5.7.30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4.7", "3.0.0", "4.7.5.1", "4.1000.0", "a.b.c"})
    void parse_anythingElse_isNoCode(String text) {
        assertThat(EnhancedStatusCode.parse(text)).isEmpty();
    }

    @Test
    void constructor_partOutOfRange_namesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EnhancedStatusCode(3, 0, 0))
                .withMessageContaining("statusClass: 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EnhancedStatusCode(4, 1000, 0))
                .withMessageContaining("subject: 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EnhancedStatusCode(4, 0, -1))
                .withMessageContaining("detail: -1");
    }
}
