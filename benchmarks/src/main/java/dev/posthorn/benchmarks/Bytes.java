package dev.posthorn.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts what was read, so that JMH reports bytes per second beside logs per second. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Bytes {

    /** How many bytes were read; JMH resets it and divides it by the time. */
    public long bytes;
}
