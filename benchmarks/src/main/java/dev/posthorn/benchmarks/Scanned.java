package dev.posthorn.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What was read and how long it took, so that JMH reports MB/s and nanoseconds a line beside the time of a pass. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
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

    /** Millions of bytes a second. */
    public double megabytesPerSecond() {
        return bytes * 1e3 / Math.max(1, nanos);
    }

    /** Nanoseconds a line. */
    public double nanosPerLine() {
        return (double) nanos / Math.max(1, lines);
    }
}
