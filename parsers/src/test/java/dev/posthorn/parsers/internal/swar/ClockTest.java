package dev.posthorn.parsers.internal.swar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClockTest {

    private static final byte[] NOON = "12:00:00".getBytes(StandardCharsets.US_ASCII);

    @Test
    void read_everyByteAtEveryPlace_equalsScalarTwin() {
        for (String time : new String[] {"00:00:00", "09:05:01", "19:59:59", "23:59:60", "25:61:61"}) {
            for (int place = 0; place < Clock.LENGTH; place++) {
                for (int b = 0; b < 256; b++) {
                    byte[] bytes = ("*" + time).getBytes(StandardCharsets.US_ASCII);
                    bytes[1 + place] = (byte) b;
                    assertThat(Clock.read(bytes, 1)).isEqualTo(Scalar.clock(bytes, 1));
                }
            }
        }
    }

    @Test
    void parts_ofATime_areHourMinuteAndSecond() {
        int time = Clock.read("23:59:60".getBytes(StandardCharsets.US_ASCII), 0);

        assertThat(Clock.hour(time)).isEqualTo(23);
        assertThat(Clock.minute(time)).isEqualTo(59);
        assertThat(Clock.second(time)).isEqualTo(60);
        assertThat(Clock.read(NOON, 0)).isEqualTo(12);
    }
}
