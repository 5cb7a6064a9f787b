package dev.posthorn.report;

import dev.posthorn.mail.TlsRole;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The handshakes of one period and one direction.
 *
 * @param period as its {@link TimeStep} writes it, {@code 2018-08-23 19} or, where no year is known, {@code 08-23 19}
 * @param role which side wrote the lines: server if peers connected to us
 * @param counts how many handshakes came to which result; results that did not occur are not in it
 */
public record TlsPeriod(String period, TlsRole role, Map<HandshakeResult, Long> counts) {

    /**
     * Puts counts together.
     *
     * @param period the period
     * @param role which side wrote the lines
     * @param counts how many handshakes came to which result
     */
    public TlsPeriod {
        Map<HandshakeResult, Long> copy = new EnumMap<>(HandshakeResult.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
    }

    /**
     * How many handshakes came to a result.
     *
     * @param result the result
     * @return 0 or more
     */
    public long count(HandshakeResult result) {
        return counts.getOrDefault(result, 0L);
    }
}
