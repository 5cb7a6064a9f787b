package dev.posthorn.show;

/** The first sentence of every dossier. */
final class Headline {

    private Headline() {}

    static String of(TlsFigures figures) {
        long failed = figures.failed();
        long all = failed + figures.established();
        long lines = figures.report().lines();
        if (lines == 0) {
            return "The log is empty.";
        }
        if (NotUnderstood.lines(figures.report()) == lines) {
            return "Not one of " + Words.count(lines, "line") + " is of a program that this library reads.";
        }
        if (all == 0) {
            return "No TLS handshake in " + Words.count(lines, "line") + ".";
        }
        if (failed == 0) {
            return "All " + Words.count(all, "TLS handshake") + " succeeded.";
        }
        return Words.count(failed) + " of " + Words.count(all, "TLS handshake") + " failed (" + Words.share(failed, all)
                + ").";
    }
}
