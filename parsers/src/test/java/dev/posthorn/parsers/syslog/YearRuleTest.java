package dev.posthorn.parsers.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of lines as instants: maillog-dialects 1, year inference. */
class YearRuleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final EnvelopeReader reader = new EnvelopeReader();

    @ParameterizedTest
    @CsvSource({
        "2026-11-04T09:05:01.123456+01:00 mail x[1]: y, 2026-11-04T08:05:01.123456Z",
        "2026-11-04T09:05:01+0100 mail x[1]: y, 2026-11-04T08:05:01Z",
        "2026-11-04T08:05:01.123456789Z mail x[1]: y, 2026-11-04T08:05:01.123456789Z",
        "2026-11-04 09:05:01 mail x[1]: y, 2026-11-04T08:05:01Z",
        "1793783101.123456 mail x[1]: y, 2026-11-04T09:05:01.123456Z",
        "Nov  4 2019 09:05:01 mail x[1]: y, 2019-11-04T08:05:01Z",
        "Jul  4 09:05:01 mail x[1]: y, 2025-07-04T07:05:01Z",
        "2016-12-31T23:59:60Z mail x[1]: y, 2017-01-01T00:00:00Z"
    })
    void line_ofAnyHeader_isAPointInTime(String line, Instant expected) {
        assertThat(instantOf(YearRule.startingIn(2025, BERLIN), line)).contains(expected);
    }

    @Test
    void year_fromDecemberToJanuary_turns() {
        YearRule rule = YearRule.startingIn(2025, ZoneOffset.UTC);

        assertThat(instantOf(rule, "Dec 31 23:59:58 mail x[1]: y")).contains(Instant.parse("2025-12-31T23:59:58Z"));
        assertThat(instantOf(rule, "Jan  1 00:00:01 mail x[1]: y")).contains(Instant.parse("2026-01-01T00:00:01Z"));
        assertThat(instantOf(rule, "Dec 31 23:59:59 mail x[1]: y")).contains(Instant.parse("2025-12-31T23:59:59Z"));
        assertThat(instantOf(rule, "Jan  1 00:00:02 mail x[1]: y")).contains(Instant.parse("2026-01-01T00:00:02Z"));
        assertThat(instantOf(rule, "Sep  9 12:00:00 mail x[1]: y")).contains(Instant.parse("2026-09-09T12:00:00Z"));
        assertThat(instantOf(rule, "Feb  2 12:00:00 mail x[1]: y")).contains(Instant.parse("2027-02-02T12:00:00Z"));
    }

    /** Logs are pasted together: going back some days is not a new year. */
    @Test
    void year_whereTheTimeGoesBackALittle_stays() {
        YearRule rule = YearRule.startingIn(2025, ZoneOffset.UTC);

        assertThat(instantOf(rule, "Aug 20 12:00:00 mail x[1]: y")).contains(Instant.parse("2025-08-20T12:00:00Z"));
        assertThat(instantOf(rule, "Aug 10 12:00:00 mail x[1]: y")).contains(Instant.parse("2025-08-10T12:00:00Z"));
    }

    @Test
    void year_fromTheTimeOfTheFile_isTheLastPossible() {
        YearRule rule = YearRule.endingAt(Instant.parse("2026-03-15T10:00:00Z"), ZoneOffset.UTC);

        assertThat(instantOf(rule, "Apr  1 00:00:00 mail x[1]: y")).contains(Instant.parse("2025-04-01T00:00:00Z"));
        assertThat(instantOf(rule, "Mar 15 09:59:59 mail x[1]: y")).contains(Instant.parse("2026-03-15T09:59:59Z"));
        assertThat(instantOf(rule, "Mar 15 10:00:07 mail x[1]: y")).contains(Instant.parse("2026-03-15T10:00:07Z"));
        assertThat(instantOf(rule, "Feb 29 00:00:00 mail x[1]: y")).contains(Instant.parse("2024-02-29T00:00:00Z"));
    }

    /** 25 October 2026, 3:00 CEST is 2:00 CET. */
    @Test
    void hour_thatComesTwice_isOfTheSecondPassOnceTheTimeHasGoneBack() {
        YearRule rule = YearRule.startingIn(2026, BERLIN);

        assertThat(instantOf(rule, "Oct 25 02:00:00 mail x[1]: y")).contains(Instant.parse("2026-10-25T00:00:00Z"));
        assertThat(instantOf(rule, "Oct 25 02:59:59 mail x[1]: y")).contains(Instant.parse("2026-10-25T00:59:59Z"));
        assertThat(instantOf(rule, "Oct 25 02:59:58 mail x[1]: y")).contains(Instant.parse("2026-10-25T00:59:58Z"));
        assertThat(instantOf(rule, "Oct 25 02:00:00 mail x[1]: y")).contains(Instant.parse("2026-10-25T01:00:00Z"));
        assertThat(instantOf(rule, "Oct 25 02:30:00 mail x[1]: y")).contains(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(instantOf(rule, "Oct 25 03:00:00 mail x[1]: y")).contains(Instant.parse("2026-10-25T02:00:00Z"));
    }

    /** 29 March 2026, 2:00 CET is 3:00 CEST. */
    @Test
    void hour_thatIsMissing_isTakenAsIfTheClockHadNotBeenTouched() {
        YearRule rule = YearRule.startingIn(2026, BERLIN);

        assertThat(instantOf(rule, "Mar 29 02:30:00 mail x[1]: y")).contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void day_thatDoesNotExist_isNoInstant() {
        assertThat(instantOf(YearRule.startingIn(2026, BERLIN), "Nov 31 09:05:01 mail x[1]: y"))
                .isEmpty();
        assertThat(instantOf(YearRule.endingAt(Instant.EPOCH, BERLIN), "Nov 31 09:05:01 mail x[1]: y"))
                .isEmpty();
        assertThat(instantOf(YearRule.startingIn(2026, BERLIN), "x[1]: y")).isEmpty();
    }

    @Test
    void zoneAndLocale_ofTheMachine_changeNothing() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(instantOf(YearRule.startingIn(2026, BERLIN), "Nov  4 09:05:01 mail x[1]: y"))
                    .contains(Instant.parse("2026-11-04T08:05:01Z"));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private Optional<Instant> instantOf(YearRule rule, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        return rule.instantOf(reader.read(bytes, 0, bytes.length).timestamp());
    }
}
