package dev.posthorn.parsers.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.Envelope;
import dev.posthorn.mail.Severity;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {

    private final EnvelopeReader reader = new EnvelopeReader();

    /** One message under every header and wrapper of maillog-dialects 1 to 4 and 6. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nov  4 09:05:01 mail postfix/smtpd[2101]: warning: x y",
                "Nov 04 09:05:01 mail postfix/smtpd[2101]: warning: x y",
                "Nov 4 09:05:01 mail postfix/smtpd[2101]: warning: x y",
                "Nov  4 2026 09:05:01 mail postfix/smtpd[2101]: warning: x y",
                "Nov 4 09:05:01 2026 mail postfix/smtpd[2101]: warning: x y",
                "Nov  4 09:05:01.123 mail postfix/smtpd[2101]: warning: x y",
                "Nov  4 09:05:01+01:00 mail postfix/smtpd[2101]: warning: x y",
                "2026-11-04T09:05:01.123456+01:00 mail postfix/smtpd[2101]: warning: x y",
                "2026-11-04T09:05:01Z mail postfix/smtpd[2101]: warning: x y",
                "2026-11-04T09:05:01+0100 mail postfix/smtpd[2101]: warning: x y",
                "2026-11-04 09:05:01 +0100 mail postfix/smtpd[2101]: warning: x y",
                "2026-11-04 09:05:01,123 mail postfix/smtpd[2101]: warning: x y",
                "2026-11-04_09:05:01.12345 mail postfix/smtpd[2101]: warning: x y",
                "Wed 2026-11-04 09:05:01 CET mail postfix/smtpd[2101]: warning: x y",
                "<20>1 2026-11-04T09:05:01.123456Z mail postfix/smtpd 2101 - - warning: x y",
                "<20>1 2026-11-04T09:05:01Z mail postfix/smtpd 2101 ID47 [a@1 k=\"]\\\"\"][b@1] \uFEFFwarning: x y",
                "<20>Nov  4 09:05:01 mail postfix/smtpd[2101]: warning: x y",
                "Nov  4 09:05:01 <mail.warning> mail postfix/smtpd[2101]: warning: x y",
                "Nov  4 09:05:01 mail <mail.warning> postfix/smtpd[2101]: warning: x y",
                "Nov  4 09:05:01 mail mail.warning postfix/smtpd[2101]: warning: x y",
                "Nov  4 09:05:01 mail mail:warning postfix/smtpd[2101]: warning: x y",
                "Nov  4 09:05:01 mail postfix/smtpd[2101]: [ID 197553 mail.warning] warning: x y",
                "1793783101.123456 mail postfix/smtpd[2101]: warning: x y",
                "@400000006aeaf6c71a2b3c4d Nov  4 09:05:01 mail postfix/smtpd[2101]: warning: x y",
                "2026-11-04T08:05:01.123456789Z Nov  4 09:05:01 mail postfix/smtpd[2101]: warning: x y",
                "2026-11-04T08:05:01.123456789Z stdout F Nov 04 09:05:01 mail postfix/smtpd[2101]: warning: x y",
                "mail-1  | Nov 04 09:05:01 mail postfix/smtpd[2101]: warning: x y",
                "\u001B[33mmail-1  | \u001B[0mNov 04 09:05:01 mail postfix/smtpd[2101]: warning: x y",
                "\u001B[1;31mNov 04 09:05:01 mail postfix/smtpd[2101]: warning: x y\u001B[0m",
                "> Nov  4 09:05:01 mail postfix/smtpd[2101]: warning: x y",
                ">>  > Nov  4 09:05:01 mail postfix/smtpd[2101]: warning: x y",
                "\uFEFFNov  4 09:05:01 mail postfix/smtpd[2101]: warning: x y\r",
                "{\"log\":\"Nov 04 09:05:01 mail postfix/smtpd[2101]: warning: x\\u0020y\\n\",\"time\":\"2026-11-04T08:05:01Z\"}",
                "{\"MESSAGE\":\"warning: x y\",\"_HOSTNAME\":\"mail\",\"SYSLOG_IDENTIFIER\":\"postfix/smtpd\",\"_PID\":\"7\","
                        + "\"SYSLOG_PID\":\"2101\",\"__REALTIME_TIMESTAMP\":\"1793783101123456\",\"X\":[{\"y\":null}]}"
            })
    void header_ofAnyDialect_isPeeledOff(String line) {
        EnvelopeView envelope = read(line);

        assertThat(envelope.host()).hasToString("mail");
        assertThat(envelope.tag()).hasToString("postfix/smtpd");
        assertThat(envelope.instance()).hasToString("postfix");
        assertThat(envelope.program()).hasToString("smtpd");
        assertThat(envelope.pid()).isEqualTo(2101);
        assertThat(envelope.severity()).isEqualTo(Severity.WARNING);
        assertThat(envelope.text()).hasToString("x y");
        assertThat(envelope.timestamp().month()).isEqualTo(11);
        assertThat(envelope.timestamp().day()).isEqualTo(4);
        assertThat(envelope.timestamp().minute()).isEqualTo(5);
        assertThat(envelope.timestamp().second()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Nov  4 09:05:01 mail postfix/x: y                    | 11-04 09:05:01
                    Nov  4 2026 09:05:01.120 mail postfix/x: y           | 2026-11-04 09:05:01.120
                    2024-02-29T23:59:60.5-09:30 mail postfix/x: y        | 2024-02-29 23:59:60.5-09:30
                    Thu 2024-02-29 09:05:01 CET mail postfix/x: y        | 2024-02-29 09:05:01 CET
                    1709251199.000001 mail postfix/x: y                  | 2024-02-29 23:59:59.000001Z
                    951782400.0 mail postfix/x: y                        | 2000-02-29 00:00:00.0Z
                    4107542399.9 mail postfix/x: y                       | 2100-02-28 23:59:59.9Z
                    4107542400.9 mail postfix/x: y                       | 2100-03-01 00:00:00.9Z
                    @400000000000000a00000007 mail postfix/x: y          | 1970-01-01 00:00:00.000000007Z
                    """)
    void time_ofAnyDialect_isKeptAsWritten(String line, String text) {
        Envelope envelope = read(line).snapshot();

        assertThat(envelope.timestamp().orElseThrow().text()).isEqualTo(text);
        assertThat(envelope.outerTimestamp()).isEmpty();
    }

    @Test
    void wrapperTime_besideTheLinesOwn_isTheOuterOne() {
        Envelope envelope =
                read("{\"log\":\"Nov 04 09:05:01 mail postfix/x[1]: y\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-04T08:05:01.5Z\"}")
                        .snapshot();

        assertThat(envelope.timestamp().orElseThrow().text()).isEqualTo("11-04 09:05:01");
        assertThat(envelope.outerTimestamp().orElseThrow().text()).isEqualTo("2026-11-04 08:05:01.5Z");
    }

    @Test
    void wrapperTime_alone_isTheLinesOwn() {
        Envelope envelope = read("{\"log\":\"postfix/x[1]: y\",\"time\":\"2026-11-04T08:05:01.5Z\"}")
                .snapshot();

        assertThat(envelope.timestamp().orElseThrow().text()).isEqualTo("2026-11-04 08:05:01.5Z");
        assertThat(envelope.outerTimestamp()).isEmpty();
    }

    @Test
    void monotonicTime_isNoTimeOfDay() {
        EnvelopeView envelope = read("[ 1234.567890 <    0.000012 >] mail postfix/smtpd[2101]: x");

        assertThat(envelope.dialect()).isEqualTo(HeaderDialect.MONOTONIC);
        assertThat(envelope.monotonic()).hasToString("1234.567890");
        assertThat(envelope.timestamp().isPresent()).isFalse();
        assertThat(envelope.host()).hasToString("mail");
    }

    @ParameterizedTest
    @CsvSource({"<22>Nov  4 09:05:01 m a: x,22", "Nov  4 09:05:01 m mail.crit a: x,18", "Nov  4 09:05:01 m a: x,-1"})
    void priority_numberOrWords_isOneNumber(String line, int priority) {
        assertThat(read(line).priority()).isEqualTo(priority);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nov 32 09:05:01 mail postfix/smtpd[1]: x",
                "Nov  4 24:05:01 mail postfix/smtpd[1]: x",
                "Now  4 09:05:01 mail postfix/smtpd[1]: x",
                "2026-13-04T09:05:01Z mail postfix/smtpd[1]: x",
                "2026-11-04T09:05:61Z mail postfix/smtpd[1]: x",
                "2026-11-04T09:05:01Q mail postfix/smtpd[1]: x",
                "99999999999999999999.5 mail postfix/smtpd[1]: x",
                "@4000000000000000ffffffff mail postfix/smtpd[1]: x",
                "@40000000000000zz00000007 mail postfix/smtpd[1]: x",
                "<192>Nov  4 09:05:01 mail postfix/smtpd[1]: x",
                "[ 1234.5 mail postfix/smtpd[1]: x",
                "{\"log\":\"Nov 04 09:05:01 mail postfix/smtpd[1]: x\\n\",\"str",
                "{\"MESSAGE\":7}",
                "{\"log\":\"x\"}{\"log\":\"y\"}"
            })
    void damagedHeader_isNoHeader(String line) {
        EnvelopeView envelope = read(line);

        assertThat(envelope.timestamp().isPresent()).isFalse();
        assertThat(envelope.raw()).hasToString(line);
    }

    /** Each layer is one call deep: there must be an end to it. */
    @Test
    void wrappersWithinWrappers_endSomewhere() {
        EnvelopeView envelope = read("a | ".repeat(20_000) + ">\u001B[m".repeat(20_000));

        assertThat(envelope.text().isEmpty()).isFalse();
    }

    private EnvelopeView read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return reader.read(bytes, 0, bytes.length);
    }
}
