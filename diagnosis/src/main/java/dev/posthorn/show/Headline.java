package dev.posthorn.show;

/** The first sentence of every dossier. */
final class Headline {

    private Headline() {}

    static String of(TlsFigures figures) {
        long failed = figures.failed();
        long all = failed + figures.established();
        if (all == 0) {
            return figures.report().lines() == 0
                    ? "The log is empty."
                    : "No TLS handshake in " + Words.count(figures.report().lines(), "line") + ".";
        }
        if (failed == 0) {
            return "All " + Words.count(all, "TLS handshake") + " succeeded.";
        }
        return Words.count(failed) + " of " + Words.count(all, "TLS handshake") + " failed (" + Words.share(failed, all)
                + ").";
    }
}
