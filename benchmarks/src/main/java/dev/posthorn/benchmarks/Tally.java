package dev.posthorn.benchmarks;

/**
 * What an administrator asks of a log: how many handshakes succeeded and with how many bits, how many
 * failed, how many errors OpenSSL had, what was delivered and how long that took.
 */
public final class Tally {

    long established;
    long effectiveKeyBits;
    long failed;
    long libraryProblems;
    long sent;
    long delayMillis;

    @Override
    public String toString() {
        return established + " established with " + effectiveKeyBits + " bits together, " + failed + " failed, "
                + libraryProblems + " library problems, " + sent + " sent within " + delayMillis + " ms";
    }
}
