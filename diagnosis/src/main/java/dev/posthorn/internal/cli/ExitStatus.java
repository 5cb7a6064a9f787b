package dev.posthorn.internal.cli;

/** How a command ended, as the number that a shell sees. {@code jshell/README.md} promises them. */
enum ExitStatus {
    /** All is well: nothing failed that was looked for. */
    FINE(0),
    /** The command did its work and found something wrong. */
    FOUND(1),
    /** The command line is wrong; nothing was done. */
    WRONG_USAGE(2),
    /** A file cannot be read or written. */
    UNREADABLE(3),
    /** Posthorn itself failed. The launcher uses it as well, when the jars cannot be built. */
    BROKEN(4),
    /** Who read the output went away, as {@code head} does; 128 and the number of SIGPIPE, as shells have it. */
    READER_GONE(141);

    private final int number;

    ExitStatus(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
