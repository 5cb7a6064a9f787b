package dev.posthorn.parsers.internal.swar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalDigitsTest {

    @Test
    void count_everyByteBehindEveryNumberOfDigits_equalsScalarTwin() {
        for (int digits = 0; digits < DecimalDigits.MOST; digits++) {
            for (int b = 0; b < 256; b++) {
                byte[] bytes = "*1234567890".getBytes(StandardCharsets.US_ASCII);
                bytes[1 + digits] = (byte) b;
                int expected = b >= '0' && b <= '9' ? DecimalDigits.MOST : digits;
                assertThat(DecimalDigits.count(bytes, 1)).isEqualTo(expected);
            }
        }
    }

    @Test
    void value_anyDigitsWithAnythingBehindThem_equalsParseInt() {
        Random random = new Random(42);
        byte[] bytes = new byte[1 + DecimalDigits.MOST];
        for (int round = 0; round < 20_000; round++) {
            random.nextBytes(bytes);
            int count = 1 + random.nextInt(DecimalDigits.MOST);
            for (int i = 1; i <= count; i++) {
                bytes[i] = (byte) ('0' + random.nextInt(10));
            }
            String digits = new String(bytes, 1, count, StandardCharsets.US_ASCII);
            assertThat(DecimalDigits.value(bytes, 1, count)).as(digits).isEqualTo(Integer.parseInt(digits));
        }
    }
}
