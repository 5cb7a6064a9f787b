package dev.posthorn.show;

import java.util.Optional;

/** The first sentence of every dossier. */
final class Headline {

    private Headline() {}

    /** Is there nothing that failed? */
    static boolean isFine(Dossier dossier) {
        return dossier.figures().failed() == 0
                && dossier.diagnosis()
                        .filter(figures -> figures.diagnosis().failedSessionCount() > 0)
                        .isEmpty();
    }

    /** Sessions whose TLS failed without a handshake: it was not offered, refused, or this host could not begin one. */
    static Optional<String> besides(Dossier dossier) {
        long failed = dossier.figures().failed();
        return dossier.diagnosis()
                .map(figures -> figures.diagnosis().failedSessionCount() - failed)
                .filter(more -> more > 0)
                .map(more -> (failed == 0 ? "But " : "Besides, ") + Words.count(more, "session")
                        + " came to grief without a handshake that failed.");
    }

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
