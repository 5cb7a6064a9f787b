package dev.posthorn.parsers;

import dev.posthorn.mail.LineBytes;
import dev.posthorn.mail.Unrecognized;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.bytes.Lifetime;
import dev.posthorn.parsers.syslog.EnvelopeReader;
import dev.posthorn.parsers.syslog.EnvelopeView;

/** A line whose message this library does not read; borrowed, valid until the next line is read. */
public final class UnrecognizedView {

    private final Lifetime lifetime;
    private final EnvelopeReader envelopes;
    private UnrecognizedReason reason = UnrecognizedReason.NO_TAG;
    private int turn;

    UnrecognizedView(Lifetime lifetime, EnvelopeReader envelopes) {
        this.lifetime = lifetime;
        this.envelopes = envelopes;
    }

    /**
     * Why it was not read.
     *
     * @return the first obstacle
     */
    public UnrecognizedReason reason() {
        assert isCurrent() : stale();
        return reason;
    }

    /**
     * What stood around the message, as far as it could be read.
     *
     * @return place, and time, host and program where they are recognisable
     */
    public EnvelopeView envelope() {
        assert isCurrent() : stale();
        return envelopes.envelope();
    }

    /**
     * The line without its newline.
     *
     * @return its bytes; the first ones only if the reason is {@link UnrecognizedReason#OVERLONG}
     */
    public AsciiView raw() {
        return envelope().raw();
    }

    /**
     * An owned copy.
     *
     * @return the line as a value
     */
    public Unrecognized snapshot() {
        AsciiView raw = raw();
        return Unrecognized.builder()
                .envelope(envelope().snapshot())
                .reason(reason())
                .raw(LineBytes.of(raw.array(), raw.from(), raw.to()))
                .build();
    }

    void because(UnrecognizedReason newReason) {
        reason = newReason;
        turn = lifetime.turn() - 1; // Nobody has it before lend().
    }

    UnrecognizedView lend() {
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
