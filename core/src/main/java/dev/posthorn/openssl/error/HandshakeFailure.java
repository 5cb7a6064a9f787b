package dev.posthorn.openssl.error;

import java.util.List;

/** What an error of the SSL library means: what happened, at which step, whose side decided, and what now. */
public final class HandshakeFailure {

    private final OpenSslError error;

    private HandshakeFailure(OpenSslError error) {
        this.error = error;
    }

    /**
     * Judges an error.
     *
     * @param error the error
     * @return what it means
     */
    public static HandshakeFailure of(OpenSslError error) {
        return new HandshakeFailure(error);
    }

    /**
     * The error judged.
     *
     * @return the error
     */
    public OpenSslError error() {
        return error;
    }

    /**
     * What went wrong, by OpenSSL's word for it.
     *
     * @return the kind
     */
    public FailureKind kind() {
        throw new UnsupportedOperationException();
    }

    /**
     * The step of the handshake.
     *
     * @return the step
     */
    public HandshakeStep step() {
        throw new UnsupportedOperationException();
    }

    /**
     * Whose verdict this is.
     *
     * @return the side that gave up
     */
    public DecidedBy decidedBy() {
        throw new UnsupportedOperationException();
    }

    /**
     * Who would have to change something.
     *
     * @return the blame, as far as the error alone tells
     */
    public Blame blame() {
        throw new UnsupportedOperationException();
    }

    /**
     * What happened, in one sentence.
     *
     * @return a sentence
     */
    public String summary() {
        throw new UnsupportedOperationException();
    }

    /**
     * What to check first, then what to change and at what risk.
     *
     * @return a paragraph
     */
    public String advice() {
        throw new UnsupportedOperationException();
    }

    /**
     * The ways to read this error, most likely first.
     *
     * @return an immutable list, never empty for a kind this library explains
     */
    public List<Reading> readings() {
        throw new UnsupportedOperationException();
    }

    /**
     * What may be changed, those of the likeliest reading first.
     *
     * @return an immutable list, possibly empty
     */
    public List<Change> remedies() {
        throw new UnsupportedOperationException();
    }

    /**
     * All of this as text for a person, in lines of at most 80 columns; safe to print whatever the log line held.
     *
     * @return several lines, without a final line break
     */
    public String explain() {
        throw new UnsupportedOperationException();
    }

    /** The {@link #explain()}. */
    @Override
    public String toString() {
        return explain();
    }
}
