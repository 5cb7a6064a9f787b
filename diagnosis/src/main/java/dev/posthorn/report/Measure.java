package dev.posthorn.report;

import dev.posthorn.internal.json.JsonReader;
import dev.posthorn.internal.json.JsonWriter;
import java.util.List;

/** What a row of a {@link CountTable} knows about its key, and how two such numbers become one. */
enum Measure {
    COUNT("count", Rule.SUM),
    BYTES("bytes", Rule.SUM),
    RECEIVED("received", Rule.SUM),
    BYTES_RECEIVED("bytesReceived", Rule.SUM),
    DELIVERED("delivered", Rule.SUM),
    BYTES_DELIVERED("bytesDelivered", Rule.SUM),
    WITHOUT_SIZE("deliveredWithoutSize", Rule.SUM),
    FORWARDED("forwarded", Rule.SUM),
    DEFERRALS("deferrals", Rule.SUM),
    DEFERRED("deferred", Rule.SUM),
    BOUNCED("bounced", Rule.SUM),
    EXPIRED("expired", Rule.SUM),
    PROBES("probes", Rule.SUM),
    OTHER_STATUS("otherStatus", Rule.SUM),
    REJECTED("rejected", Rule.SUM),
    REJECT_WARNINGS("rejectWarnings", Rule.SUM),
    HELD("held", Rule.SUM),
    DISCARDED("discarded", Rule.SUM),
    LINES("lines", Rule.SUM),
    LEFT_OUT("leftOut", Rule.SUM),
    LOST("lost", Rule.SUM),
    FORGOTTEN("forgotten", Rule.SUM),
    DELAY("delayMillis", Rule.SUM),
    LONGEST_DELAY("longestDelayMillis", Rule.GREATEST),
    FIRST("first", Rule.EARLIEST),
    LAST("last", Rule.LATEST);

    /** How two values become one. Each rule is associative and commutative, and has a neutral value. */
    enum Rule {
        SUM,
        GREATEST,
        EARLIEST,
        LATEST
    }

    private final String word;
    private final Rule rule;

    Measure(String word, Rule rule) {
        this.word = word;
        this.rule = rule;
    }

    private boolean isTime() {
        return rule == Rule.EARLIEST || rule == Rule.LATEST;
    }

    /** The value that changes nothing. */
    long neutral() {
        return rule == Rule.EARLIEST ? Long.MAX_VALUE : rule == Rule.LATEST ? Long.MIN_VALUE : 0;
    }

    long combine(long one, long other) {
        return switch (rule) {
            case SUM -> sum(one, other);
            case GREATEST, LATEST -> Math.max(one, other);
            case EARLIEST -> Math.min(one, other);
        };
    }

    /** Writes name and value, unless the value says nothing. */
    void write(long value, JsonWriter json) {
        if (value != neutral()) {
            json.name(word);
            if (isTime()) {
                json.value(LogTime.text(value));
            } else {
                json.value(value);
            }
        }
    }

    /** Reads the name of one of the measures. */
    static Measure read(JsonReader json, List<Measure> measures) {
        String name = json.name();
        return measures.stream()
                .filter(measure -> measure.word.equals(name))
                .findFirst()
                .orElseThrow(() -> json.wrong("a measure that does not belong here"));
    }

    long readValue(JsonReader json) {
        return isTime() ? LogTime.parse(json.string()) : json.count();
    }

    /** Stops at the largest number, so that a log that claims absurd sizes makes no sum negative. */
    static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    static long product(long one, long times) {
        return one > 0 && times > Long.MAX_VALUE / one ? Long.MAX_VALUE : one * times;
    }
}
