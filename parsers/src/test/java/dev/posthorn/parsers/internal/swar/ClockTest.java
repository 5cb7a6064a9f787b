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
                    assertThat(Clock.read(bytes, 1)).isEqualTo(scalarRead(bytes, 1));
                }
            }
        }
    }

    /** The scalar twin: one byte after the other. */
    private static int scalarRead(byte[] bytes, int at) {
        int[] parts = new int[3];
        for (int i = 0; i < Clock.LENGTH; i++) {
            byte b = bytes[at + i];
            if (i % 3 == 2 ? b != ':' : b < '0' || b > '9') {
                return -1;
            }
            if (i % 3 < 2) {
                parts[i / 3] = 10 * parts[i / 3] + b - '0';
            }
        }
        boolean isTime = parts[0] <= 23 && parts[1] <= 59 && parts[2] <= 60;
        return isTime ? parts[0] | (parts[1] << 8) | (parts[2] << 16) : -1;
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
