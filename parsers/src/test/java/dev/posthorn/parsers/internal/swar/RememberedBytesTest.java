package dev.posthorn.parsers.internal.swar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RememberedBytesTest {

    private static final byte[] TEXT =
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ./+-=*".getBytes(StandardCharsets.US_ASCII);

    @Test
    void isExactly_everyLengthOffsetAndWrongByte_tellsTheRightOneOnly() {
        RememberedBytes remembered = new RememberedBytes(64);
        for (int length = 0; length <= 64; length++) {
            for (int from = 0; from + length <= TEXT.length && from < 9; from++) {
                assertThat(remembered.remember(TEXT, from, from + length)).isTrue();
                assertThat(remembered.isExactly(TEXT, from, from + length)).isTrue();
                for (int wrong = 0; wrong < length; wrong++) {
                    byte[] others = TEXT.clone();
                    others[from + wrong] ^= 1;
                    assertThat(remembered.isExactly(others, from, from + length))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void isExactly_otherLength_isFalse() {
        RememberedBytes remembered = new RememberedBytes(8);
        remembered.remember(TEXT, 0, 5);

        assertThat(remembered.isExactly(TEXT, 0, 4)).isFalse();
        assertThat(remembered.isExactly(TEXT, 0, 6)).isFalse();
    }

    @Test
    void remember_longerThanThereIsRoom_remembersNothing() {
        RememberedBytes remembered = new RememberedBytes(16);
        remembered.remember(TEXT, 0, 16);

        assertThat(remembered.remember(TEXT, 0, 17)).isFalse();
        assertThat(remembered.isExactly(TEXT, 0, 16)).isFalse();
        assertThat(remembered.isExactly(TEXT, 0, 17)).isFalse();
    }
}
