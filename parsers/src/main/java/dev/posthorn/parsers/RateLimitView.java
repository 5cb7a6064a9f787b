package dev.posthorn.parsers;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.RateLimit;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.bytes.Lifetime;
import dev.posthorn.parsers.syslog.EnvelopeReader;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A logger's word for lines it threw away because they were too many; borrowed, valid until the next line is read.
 * Accessors as in {@link RateLimit}.
 */
public final class RateLimitView {

    private final Lifetime lifetime;
    private final EnvelopeReader envelopes;
    private final AsciiView unit;

    private MaillogKind kind = MaillogKind.RSYSLOG_RATE_LIMIT;
    private long count;
    private long fromPid;
    private int unitFrom;
    private int unitTo;
    private int turn;

    RateLimitView(Lifetime lifetime, EnvelopeReader envelopes) {
        this.lifetime = lifetime;
        this.envelopes = envelopes;
        unit = new AsciiView(lifetime);
    }

    /**
     * Who threw them away.
     *
     * @return {@link MaillogKind#RSYSLOG_RATE_LIMIT} or {@link MaillogKind#JOURNALD_RATE_LIMIT}
     */
    public MaillogKind kind() {
        assert isCurrent() : stale();
        return kind;
    }

    /**
     * How many messages were lost.
     *
     * @return the number, -1 where the logger only says that it begins to throw away
     */
    public long count() {
        assert isCurrent() : stale();
        return count;
    }

    /**
     * Whose messages were lost.
     *
     * @return the process id of the writer, -1 if the logger does not say
     */
    public long fromPid() {
        assert isCurrent() : stale();
        return fromPid;
    }

    /**
     * The service whose messages were lost.
     *
     * @return such as {@code postfix.service}, absent if the logger does not say
     */
    public AsciiView unit() {
        assert isCurrent() : stale();
        return unitFrom < 0 ? unit.wrapNothing() : unit.wrap(envelope().text().array(), unitFrom, unitTo);
    }

    /**
     * What stood around the message.
     *
     * @return place, time, host and program
     */
    public EnvelopeView envelope() {
        assert isCurrent() : stale();
        return envelopes.envelope();
    }

    /**
     * An owned copy.
     *
     * @return the message as a value
     */
    public RateLimit snapshot() {
        return RateLimit.builder()
                .envelope(envelope().snapshot())
                .kind(kind)
                .count(optional(count))
                .fromPid(optional(fromPid))
                .unit(unit().isPresent() ? Optional.of(unit().toString()) : Optional.empty())
                .build();
    }

    private static OptionalLong optional(long number) {
        return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }

    void isRsyslog(long newCount, long newFromPid) {
        show(MaillogKind.RSYSLOG_RATE_LIMIT, newCount, newFromPid);
        unitFrom = -1;
    }

    void isJournald(long newCount, int newUnitFrom, int newUnitTo) {
        show(MaillogKind.JOURNALD_RATE_LIMIT, newCount, -1);
        unitFrom = newUnitFrom;
        unitTo = newUnitTo;
    }

    private void show(MaillogKind newKind, long newCount, long newFromPid) {
        kind = newKind;
        count = newCount;
        fromPid = newFromPid;
        turn = lifetime.turn() - 1; // Nobody has it before lend().
    }

    RateLimitView lend() {
        turn = lifetime.turn();
        return this;
    }

    private boolean isCurrent() {
        return turn == lifetime.turn();
    }

    private static String stale() {
        return "a view was used after the next line was read: take a snapshot() of what you keep";
    }
}
