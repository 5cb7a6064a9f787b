package dev.posthorn.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LogTimestampTest {

    /** 2001 is a year of 365 days. */
    @Test
    void secondOfYear_ofEveryDay_isThatOfTheCalendar() {
        LocalDateTime first = LocalDateTime.of(2001, 1, 1, 19, 34, 29);
        for (int day = 0; day < 365; day++) {
            LocalDateTime time = first.plusDays(day);
            long since = time.toEpochSecond(ZoneOffset.UTC)
                    - LocalDateTime.of(2001, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

            assertThat(LogTimestamp.secondOfYear(time.getMonthValue(), time.getDayOfMonth(), 19, 34, 29))
                    .as(time.toString())
                    .isEqualTo(since + 86_400);
        }
    }
}
