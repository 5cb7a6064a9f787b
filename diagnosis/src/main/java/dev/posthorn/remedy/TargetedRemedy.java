package dev.posthorn.remedy;

import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.peers.Peer;
import java.util.List;
import java.util.Optional;

/**
 * One change of the configuration, for certain peers and no more than they need.
 *
 * @param kind what sort of change
 * @param summary what to do and for whom, in a sentence
 * @param texts the lines to write, file by file
 * @param serves the peers it is for
 * @param confidence how sure it is that it helps them
 * @param risk what speaks against it
 * @param caveats what to mind
 * @param impact what it would mean to all peers; empty if it touches only those it serves, or if the settings or the OpenSSL
 *     are not known
 */
public record TargetedRemedy(
        Kind kind,
        String summary,
        List<ConfigurationText> texts,
        List<Peer> serves,
        Confidence confidence,
        String risk,
        List<String> caveats,
        Optional<Impact> impact) {

    /** What sort of change, in the order in which an administrator would rather do them. */
    public enum Kind {
        /** Settings in main.cf, for everybody. */
        SETTINGS,
        /** A policy for one destination. */
        POLICY,
        /** No STARTTLS for certain clients: clear text. */
        NO_STARTTLS,
        /** A second listener with older versions or suites, to which certain clients are redirected. */
        SECOND_LISTENER,
        /** Something that no setting does: a certificate, an upgrade. */
        OTHER
    }

    /**
     * Makes a value.
     *
     * @param kind what sort of change
     * @param summary what to do
     * @param texts the lines; copied
     * @param serves the peers; copied
     * @param confidence how sure
     * @param risk what speaks against it
     * @param caveats what to mind; copied
     * @param impact what it would mean
     */
    public TargetedRemedy {
        texts = List.copyOf(texts);
        serves = List.copyOf(serves);
        caveats = List.copyOf(caveats);
    }

    /** The lines for one file. */
    Optional<ConfigurationText> text(ConfigurationText.File file) {
        return texts.stream().filter(text -> text.file() == file).findFirst();
    }

    /** The summary. */
    @Override
    public String toString() {
        return summary;
    }
}
