package dev.posthorn.parsers.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The headers and wrappers of the fact sheet on dialects, sections 1, 2 and 4, and what section 6 has taken off. Not here
 * are those that lose the tag ({@code -o cat}, rsyslog's RFC 5424): no daemon, no message.
 */
enum SheetHeader {
    RFC_3164("Nov  4 09:05:01 mail {tag}[{pid}]: {text}"),
    ZERO_PADDED("Nov 04 09:05:01 mail {tag}[{pid}]: {text}"),
    SQUEEZED("Nov 4 09:05:01 mail.example.org {tag}[{pid}]: {text}"),
    WITH_YEAR("Nov  4 2026 09:05:01 mail {tag}[{pid}]: {text}"),
    YEAR_LAST("Nov 4 09:05:01 2026 mail {tag}[{pid}]: {text}"),
    WITH_FRACTION("Nov  4 09:05:01.123 mail {tag}[{pid}]: {text}"),
    RSYSLOG("2026-11-04T09:05:01.123456+01:00 mail {tag}[{pid}]: {text}"),
    RSYSLOG_UTC("2026-11-04T09:05:01.123456Z mail {tag}[{pid}]: {text}"),
    SYSLOG_NG("2026-11-04T09:05:01+01:00 mail {tag}[{pid}]: {text}"),
    RFC_5424("<{pri}>1 2026-11-04T08:05:01.123456Z mail {tag} {pid} - - {text}"),
    RFC_5424_WITH_DATA("<{pri}>1 2026-11-04T08:05:01.123Z mail {tag} {pid} ID17 [t k=\"a\\\"]\\]\"][o] {text}"),
    RFC_5424_WITH_BOM("<{pri}>1 2026-11-04T08:05:01+01:00 mail {tag} {pid} - - \uFEFF{text}"),
    PRIORITY("<{pri}>Nov  4 09:05:01 mail {tag}[{pid}]: {text}"),
    BSD_BEFORE_HOST("Nov  4 09:05:01 <mail.{level}> mail {tag}[{pid}]: {text}"),
    BSD_BEHIND_HOST("Nov  4 09:05:01 mail <mail.{level}> {tag}[{pid}]: {text}"),
    BUSYBOX("Nov  4 09:05:01 mail mail.{level} {tag}[{pid}]: {text}"),
    SOLARIS("Nov  4 09:05:01 mail {tag}[{pid}]: [ID 197553 mail.{level}] {text}"),
    AIX("Nov  4 09:05:01 mail mail:{level} {tag}[{pid}]: {text}"),
    TAG_ALONE("{tag}[{pid}]: {text}"),
    PROGRAM_ALONE("{program}[{pid}]: {text}"),
    QUOTED("> Nov  4 09:05:01 mail {tag}[{pid}]: {text}"),
    WITHOUT_HOST("Nov  4 09:05:01 {tag}[{pid}]: {text}"),
    CHAIN_OF_HOSTS("Nov  4 09:05:01 relay1/mx1.example.com {tag}[{pid}]: {text}"),
    HOST_BY_ADDRESS("Nov  4 09:05:01 2001:db8::19 {tag}[{pid}]: {text}"),
    WITHOUT_PID("Nov  4 09:05:01 mail {tag}: {text}"),
    AMNESIAC("Nov 04 09:05:01 amnesiac {tag}[{pid}]: {text}"),
    JOURNAL_PRECISE("Nov 04 09:05:01.123456 mail {tag}[{pid}]: {text}"),
    JOURNAL_ISO("2026-11-04T09:05:01+0100 mail {tag}[{pid}]: {text}"),
    JOURNAL_ISO_PRECISE("2026-11-04T09:05:01.123456+0100 mail {tag}[{pid}]: {text}"),
    JOURNAL_FULL("Wed 2026-11-04 09:05:01 CET mail {tag}[{pid}]: {text}"),
    JOURNAL_MONOTONIC("[ 1234.567890] mail {tag}[{pid}]: {text}"),
    JOURNAL_DELTA("[ 1234.567890 <    0.000012 >] mail {tag}[{pid}]: {text}"),
    JOURNAL_UNIX("1793779501.123456 mail {tag}[{pid}]: {text}"),
    JOURNAL_JSON("{\"__REALTIME_TIMESTAMP\":\"1793779501123456\",\"PRIORITY\":\"6\",\"_HOSTNAME\":\"mail\","
            + "\"SYSLOG_IDENTIFIER\":\"{tag}\",\"SYSLOG_PID\":\"{pid}\",\"MESSAGE\":{json}}"),
    JOURNAL_JSON_OF_BYTES("{\"MESSAGE\": {bytes}, \"_PID\": \"{pid}\", \"SYSLOG_IDENTIFIER\": \"{tag}\"}"),
    JOURNAL_EXPORT("""
            __CURSOR=s=1;i=2
            __REALTIME_TIMESTAMP=1793779501123456
            _HOSTNAME=mail
            SYSLOG_IDENTIFIER={tag}
            SYSLOG_PID={pid}
            MESSAGE={text}
            """),
    DOCKER_FILE("{\"log\":{jsonline},\"stream\":\"stdout\",\"time\":\"2026-11-04T08:05:01.123456789Z\"}"),
    DOCKER_LOGS("2026-11-04T08:05:01.123456789Z {tag}[{pid}]: {text}"),
    DOCKER_LOGS_OF_A_FILE("2026-11-04T08:05:01.123456789Z Nov 04 09:05:01 mail {tag}[{pid}]: {text}"),
    COMPOSE("mail-1  | Nov 04 09:05:01 mail {tag}[{pid}]: {text}"),
    COMPOSE_IN_COLOUR("\u001b[31mpostfix-7 | \u001b[0mNov 04 09:05:01 mail {tag}[{pid}]: {text}"),
    COMPOSE_WITHOUT_TIME("mx_mail_1 | {tag}[{pid}]: {text}"),
    KUBERNETES("2026-11-04T08:05:01.123456789Z stdout F Nov 04 09:05:01 mail {tag}[{pid}]: {text}"),
    KUBERNETES_WITH_OFFSET("2026-11-04T09:05:01.123456789+01:00 stderr F {tag}[{pid}]: {text}"),
    KUBERNETES_IN_PARTS(
            "2026-11-04T08:05:01.123456789Z stdout P {tag}[{pid}]\n2026-11-04T08:05:01.223456789Z stdout F : {text}"),
    SUPERVISORD("2026-11-04 09:05:01,123 {tag}[{pid}]: {text}"),
    S6("2026-11-04 09:05:01.123456789  {tag}[{pid}]: {text}"),
    MULTILOG("@400000006aeaf6c71a2b3c4d {tag}[{pid}]: {text}"),
    MULTILOG_OF_A_FILE("@400000006aeaf6c71a2b3c4d Nov  4 09:05:01 mail {tag}[{pid}]: {text}"),
    SVLOGD("2026-11-04_08:05:01.12345 {tag}[{pid}]: {text}"),
    CARRIAGE_RETURN("Nov  4 09:05:01 mail {tag}[{pid}]: {text}\r"),
    BYTE_ORDER_MARK("\uFEFFNov  4 09:05:01 mail {tag}[{pid}]: {text}"),
    COLOUR("\u001b[1;31mNov  4 09:05:01 mail {tag}[{pid}]: {text}\u001b[0m");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Severities of syslog for the words of Postfix (postfix-log-messages 1.2), and priorities with facility mail. */
    private static final Map<String, String> LEVELS =
            Map.of("info", "info", "warning", "warning", "error", "err", "fatal", "crit", "panic", "crit");

    private static final Map<String, String> PRIORITIES =
            Map.of("info", "22", "warning", "20", "error", "19", "fatal", "18", "panic", "18");

    private final String format;

    SheetHeader(String format) {
        this.format = format;
    }

    boolean hasPid() {
        return this != WITHOUT_PID;
    }

    /** Does the line keep what stands in front of the program? */
    boolean hasInstance() {
        return this != PROGRAM_ALONE;
    }

    byte[] wrap(String instance, String program, String pid, String severity, String message) {
        String tag = instance + "/" + program;
        String text = severity.equals("info") ? message : severity + ": " + message;
        String line = format.replace("{tag}", tag)
                .replace("{program}", program)
                .replace("{pid}", pid)
                .replace("{pri}", PRIORITIES.get(severity))
                .replace("{level}", LEVELS.get(severity))
                .replace("{jsonline}", json("Nov 04 09:05:01 mail " + tag + "[" + pid + "]: " + text + "\n"))
                .replace("{json}", json(text))
                .replace("{bytes}", numbers(text))
                .replace("{text}", text);
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String numbers(String text) {
        StringJoiner numbers = new StringJoiner(", ", "[", "]");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            numbers.add(Integer.toString(b & 0xFF));
        }
        return numbers.toString();
    }

    private static String json(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
