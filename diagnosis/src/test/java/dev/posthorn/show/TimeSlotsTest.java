package dev.posthorn.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.report.HandshakeResult;
import dev.posthorn.report.TimeStep;
import dev.posthorn.report.TlsPeriod;
import dev.posthorn.report.TlsTimeline;
import dev.posthorn.show.TimeSlots.Slot;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeSlotsTest {

    @Test
    void hours_withAGap_haveSlotsInWhichNothingHappened() {
        TimeSlots slots = slots(TimeStep.HOUR, "2018-08-23 09", "2018-08-23 12");

        assertThat(slots.unit()).isEqualTo("hour");
        assertThat(slots.slots())
                .extracting(Slot::start)
                .containsExactly("2018-08-23 09:00", "2018-08-23 10:00", "2018-08-23 11:00", "2018-08-23 12:00");
        assertThat(slots.slots()).extracting(Slot::total).containsExactly(1L, 0L, 0L, 1L);
    }

    @Test
    void hours_ofAWeek_becomeLongerSlots() {
        TimeSlots slots = slots(TimeStep.HOUR, "2018-08-20 00", "2018-08-26 23");

        assertThat(slots.slots()).hasSizeLessThanOrEqualTo(48);
        assertThat(slots.unit()).isEqualTo("6 hours");
        assertThat(slots.slots().stream().mapToLong(Slot::total).sum()).isEqualTo(2);
    }

    @Test
    void winter_withoutYears_isNotTornApart() {
        TimeSlots slots = slots(TimeStep.HOUR, "01-02 10", "12-31 22");

        assertThat(slots.slots().get(0).start()).isEqualTo("12-31 22:00");
        assertThat(slots.slots().get(slots.slots().size() - 1).start()).isEqualTo("01-02 10:00");
    }

    @Test
    void millennia_ofADamagedLog_stillFit() {
        TimeSlots slots = slots(TimeStep.YEAR, "0001", "9999");

        assertThat(slots.slots()).hasSizeLessThanOrEqualTo(48);
        assertThat(slots.slots().stream().mapToLong(Slot::total).sum()).isEqualTo(2);
    }

    @Test
    void day_thatNoCalendarHas_isNowhere() {
        assertThat(slots(TimeStep.HOUR, "2018-02-30 10").slots()).isEmpty();
    }

    @Test
    void everyStep_hasSlotsThatAreNotShorter() {
        assertThat(slots(TimeStep.DAY, "2018-08-23").unit()).isEqualTo("day");
        assertThat(slots(TimeStep.MONTH, "2018-08").unit()).isEqualTo("quarter");
        assertThat(slots(TimeStep.YEAR, "2018").unit()).isEqualTo("365 days");
        assertThat(slots(TimeStep.WHOLE, "").slots()).isEmpty();
    }

    private static TimeSlots slots(TimeStep step, String... periods) {
        List<TlsPeriod> values = Stream.of(periods)
                .map(period -> new TlsPeriod(period, TlsRole.SERVER, Map.of(HandshakeResult.TLSV1_2, 1L)))
                .toList();
        return TimeSlots.of(new TlsTimeline(step, values), TlsRole.SERVER, 48);
    }
}
