package dev.posthorn.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts what was expanded, so that JMH reports strings per second beside sets of strings per second. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Strings {

    /** How many strings were expanded; JMH resets it and divides it by the time. */
    public long strings;
}
