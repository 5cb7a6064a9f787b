package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.Delivery;
import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.SmtpdConnect;
import dev.posthorn.mail.Unrecognized;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What damaged lines and awkward addresses must not do: throw, lose a byte, or be taken for something whole. Line ends and
 * NUL are in {@link LineEndingsTest}, lines without end in {@link ReadLimitsTest}, parts in {@link LinePartsTest}.
 */
class BadInputTest {

    private static final String CONNECT =
            "Nov  4 09:05:01 mail postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]";

    private static final String BEFORE_ADDRESS = "Nov  4 09:05:01 mail postfix/smtp[2301]: 3D2F11A0C4: to=<";

    private static final String BEHIND_ADDRESS = ">, relay=mx.example.net[192.0.2.25]:25, delay=1.3,"
            + " delays=0.05/0.01/0.6/0.64, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5B2F)";

    @Test
    void delivery_cutAnywhere_isNeverTakenForAWholeOne() {
        String line = BEFORE_ADDRESS + "b@example.net" + BEHIND_ADDRESS;
        for (int length = 1; length < line.length(); length++) {
            MaillogEvent event = read(line.substring(0, length) + "\n").get(0);

            boolean isCutText = event instanceof Delivery delivery && delivery.isTruncated();
            assertThat(isCutText || event instanceof Unrecognized)
                    .as(line.substring(0, length))
                    .isTrue();
        }
    }

    /** Made by tools that replace addresses. Whoever counts deliveries wants them, whoever trusts addresses must not. */
    @Test
    void delivery_withoutAngleBrackets_isReadAndMarked() {
        Delivery whole = delivery(BEFORE_ADDRESS + "b@example.net" + BEHIND_ADDRESS);
        Delivery bare = delivery((BEFORE_ADDRESS + "b@example.net" + BEHIND_ADDRESS)
                .replace("<", "")
                .replace(">", ""));

        assertThat(whole.isAltered()).isFalse();
        assertThat(bare.isAltered()).isTrue();
        assertThat(bare.recipient()).isEqualTo("b@example.net");
        assertThat(bare.relay()).isEqualTo(whole.relay());
        assertThat(bare.status()).isEqualTo(whole.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"to=<b@example.net, ", "to=b@example.net>, ", "to=, ", "to=a b@example.net, ", "to=\"b\", "})
    void delivery_withHalfItsBracketsOrNoAddress_isUnrecognized(String recipient) {
        String line = BEFORE_ADDRESS.replace("to=<", recipient) + BEHIND_ADDRESS.replace(">, ", "");

        assertThat(read(line + "\n")).extracting(MaillogEvent::kind).containsExactly(MaillogKind.UNRECOGNIZED);
    }

    @Test
    void delivery_withoutClosingParenthesis_keepsItsTextAndSaysThatItIsCut() {
        Delivery delivery = delivery(BEFORE_ADDRESS + "b@example.net" + BEHIND_ADDRESS.replace("5B2F)", "5B2F"));

        assertThat(delivery.isTruncated()).isTrue();
        assertThat(delivery.text()).isEqualTo("250 2.0.0 Ok: queued as 5B2F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a[b]c@example.net",
                "b@[192.0.2.25]",
                "b@[IPv6:2001:db8::25]",
                "a,b@example.net",
                "\"a, b\"@example.net",
                "\"x>, relay=none, y\"@example.net",
                "a>b@example.net",
                "<b@example.net>",
                "john doe@example.net",
                "a\"b@example.net",
                "\"a\\\"b>, c\"@example.net",
                "h\u00fclya@b\u00fccher.example",
                "\u6d4b\u8bd5@example.net",
                "=?x?=@example.net",
                ""
            })
    void address_withBracketsCommasQuotesOrUtf8_isRead(String address) {
        Delivery delivery = delivery(BEFORE_ADDRESS + address + BEHIND_ADDRESS);

        assertThat(delivery.recipient()).isEqualTo(address);
        assertThat(delivery.relay().text()).isEqualTo("mx.example.net[192.0.2.25]:25");
        assertThat(delivery.isTruncated()).isFalse();
    }

    @Test
    void address_inBrokenUtf8_isKeptByteForByte() {
        byte[] line =
                (BEFORE_ADDRESS + "h\u00fclya@example.net" + BEHIND_ADDRESS).getBytes(StandardCharsets.ISO_8859_1);

        Delivery delivery = (Delivery) Events.of(line).get(0);

        assertThat(delivery.recipient()).isEqualTo("h\u00fclya@example.net");
    }

    @Test
    void coloursAroundALine_areTakenOff() {
        List<MaillogEvent> events = read("\u001b[1;31m" + CONNECT + "\u001b[0m\n" + CONNECT + "\n");

        assertThat(events).extracting(MaillogEvent::kind).containsOnly(MaillogKind.SMTPD_CONNECT);
        assertThat(((SmtpdConnect) events.get(0)).client()).isEqualTo(((SmtpdConnect) events.get(1)).client());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u001b", "\u001b[", "\u001b[31", "\u001b[999999999999m", "\u001b]0;x\u0007", "\u001b[\u001b["})
    void escapesAnywhereInALine_loseNothing(String escape) {
        for (int at = 0; at <= CONNECT.length(); at++) {
            List<MaillogEvent> events =
                    read(CONNECT.substring(0, at) + escape + CONNECT.substring(at) + "\n" + CONNECT + "\n");

            assertThat(events).hasSize(2);
            assertThat(events.get(1).kind()).isEqualTo(MaillogKind.SMTPD_CONNECT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"log\":\"Nov 04 09:05:01 mail postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]\\n\","
                        + "\"stream\":\"stdout\",\"time\":\"2026-11-04T08:05:01.123456789Z\"}",
                "{\"__REALTIME_TIMESTAMP\":\"1793779501123456\",\"SYSLOG_IDENTIFIER\":\"postfix/smtpd\",\"_PID\":\"2101\","
                        + "\"MESSAGE\":\"connect from mx1.example.com[192.0.2.10]\"}"
            })
    void logOfOneObjectPerLine_cutAnywhere_isUnrecognizedThereAndReadAgainBehind(String object) {
        for (int length = 1; length < object.length(); length++) {
            List<MaillogEvent> events = read(object.substring(0, length) + "\n" + object + "\n");

            assertThat(events)
                    .extracting(MaillogEvent::kind)
                    .as(object.substring(0, length))
                    .containsExactly(MaillogKind.UNRECOGNIZED, MaillogKind.SMTPD_CONNECT);
        }
    }

    @Test
    void logOfOneObjectPerLine_cutAtItsEndWithoutNewline_isAllThere() {
        String object = "{\"log\":\"postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]\\n\",\"time\":\"x\"}";

        List<MaillogEvent> events = read(object + "\n" + object.substring(0, object.length() / 2));

        assertThat(events)
                .extracting(MaillogEvent::kind)
                .containsExactly(MaillogKind.SMTPD_CONNECT, MaillogKind.UNRECOGNIZED);
    }

    private static Delivery delivery(String line) {
        return (Delivery) read(line + "\n").get(0);
    }

    /** All events, which together have to be all bytes. */
    private static List<MaillogEvent> read(String log) {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        List<MaillogEvent> events = Events.of(bytes);
        assertThat(events.stream()
                        .mapToLong(event -> event.envelope().lineSize())
                        .sum())
                .isEqualTo(bytes.length);
        return events;
    }
}
