package dev.posthorn.parsers.bytes;

/**
 * How long borrowed views are good: until whoever owns the bytes moves on.
 *
 * <p>The owner calls {@link #expire()} before it changes what views look at. Views remember the {@link #turn()} they were
 * handed out in and compare it inside {@code assert}: with assertions on, a view used too late fails loudly; with them
 * off the check is not there.
 *
 * <p>Not safe for use by several threads, as the views themselves are not.
 */
public final class Lifetime {

    private int turn;

    /** A lifetime whose first turn has begun. */
    public Lifetime() {}

    /** Ends the life of all views handed out so far. */
    public void expire() {
        turn++;
    }

    /**
     * Which turn it is.
     *
     * @return a number that changes with every {@link #expire()}
     */
    public int turn() {
        return turn;
    }
}
