package dev.posthorn.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What was read and how long it took, so that JMH reports MB/s and nanoseconds a line beside the time of a pass.
 *
 * <p>JMH divides the milliseconds of an iteration by what the counters return, and takes the mean of all iterations; counted
 * as events they would be added up. The unit it prints behind them is that of the pass, and means nothing. For benchmarks of
 * average time in milliseconds.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Scanned {

    private long bytes;
    private long lines;
    private long nanos;

    /** Forgets the iteration before. */
    @Setup(Level.Iteration)
    public void reset() {
        bytes = 0;
        lines = 0;
        nanos = 0;
    }

    /** A pass over a log. */
    interface Pass {

        Counts run() throws Exception;
    }

    Counts measure(long size, Pass pass) throws Exception {
        long began = System.nanoTime();
        Counts counts = pass.run();
        nanos += System.nanoTime() - began;
        bytes += size;
        lines += counts.lines();
        return counts;
    }

    /** Printed as millions of bytes a second. */
    public double megabytesPerSecond() {
        return millis() / (bytes * 1e-3 / Math.max(1, millis()));
    }

    /** Printed as nanoseconds a line. */
    public double nanosPerLine() {
        return lines * 1e-6;
    }

    private double millis() {
        return nanos * 1e-6;
    }
}
