package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.text.TerminalText;
import dev.posthorn.text.TextTable;
import dev.posthorn.tls.CipherSuite;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cipher string means to one build of OpenSSL: the suites in preference order, and how it came to that.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Expansion {

    private final CipherCatalog catalog;
    private final CipherString cipherString;
    private final List<OpenSslCipherSuite> suites;
    private final List<Step> steps;
    private final List<Note> notes;
    private final Optional<Rejection> rejection;
    private final Map<OpenSslCipherSuite, SuiteFate> fates;

    Expansion(
            CipherCatalog catalog,
            CipherString cipherString,
            List<OpenSslCipherSuite> active,
            List<Step> steps,
            List<Note> notes,
            Optional<Rejection> rejection,
            Map<OpenSslCipherSuite, SuiteFate> fates) {
        this.catalog = catalog;
        this.cipherString = cipherString;
        this.suites = rejection.isPresent() ? List.of() : List.copyOf(active);
        this.steps = List.copyOf(steps);
        this.notes = List.copyOf(notes);
        this.rejection = rejection;
        this.fates = Map.copyOf(fates);
    }

    /**
     * The string that was expanded.
     *
     * @return the string as given
     */
    public CipherString cipherString() {
        return cipherString;
    }

    /**
     * The OpenSSL that read it.
     *
     * @return the build
     */
    public OpenSslBuild build() {
        return catalog.build();
    }

    /**
     * The tables of that OpenSSL.
     *
     * @return the catalogue
     */
    public CipherCatalog catalog() {
        return catalog;
    }

    /**
     * The suites the string leaves.
     *
     * @return an immutable list in preference order; empty if the string is refused
     */
    public List<OpenSslCipherSuite> suites() {
        return suites;
    }

    /**
     * What each rule did, the rules of the default list included where the string starts with {@code DEFAULT}.
     *
     * @return an immutable list in the order of the rules
     */
    public List<Step> steps() {
        return steps;
    }

    /**
     * What OpenSSL passed over in silence.
     *
     * @return an immutable list in the order of the rules
     */
    public List<Note> notes() {
        return notes;
    }

    /**
     * The refusal, if setting the string would have failed.
     *
     * @return why, empty if the string is accepted
     */
    public Optional<Rejection> rejection() {
        return rejection;
    }

    /**
     * What became of a suite of the catalogue.
     *
     * @param suite a suite of {@link #catalog()}
     * @return its fate
     * @throws IllegalArgumentException if the suite is of another catalogue
     */
    public SuiteFate fateOf(OpenSslCipherSuite suite) {
        SuiteFate fate = fates.get(suite);
        if (fate == null) {
            throw new IllegalArgumentException("suite: " + suite + " is not a row of " + catalog);
        }
        return fate;
    }

    /**
     * What became of the suite of a name. Of two suites with one name the one that is not an SSLv2 suite is meant.
     *
     * @param openSslName the name in this release, case included
     * @return its fate; {@link SuiteFate.NotInRelease} if the release has no suite of that name
     */
    public SuiteFate fateOf(String openSslName) {
        return catalog.forOpenSslName(openSslName).map(this::fateOf).orElseGet(SuiteFate.NotInRelease::new);
    }

    /**
     * What became of the suite of a code point.
     *
     * @param cipherSuite the suite as such
     * @return its fate; {@link SuiteFate.NotInRelease} if the release has no such suite
     */
    public SuiteFate fateOf(CipherSuite cipherSuite) {
        return catalog.forCipherSuite(cipherSuite).map(this::fateOf).orElseGet(SuiteFate.NotInRelease::new);
    }

    /** The list as a table of at most 100 columns, with the notes behind it. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        out.append("OpenSSL ").append(build()).append(" reads \"");
        out.append(TerminalText.escape(cipherString.text())).append("\" as\n\n");
        if (rejection.isPresent()) {
            out.append("nothing: the string is refused, ")
                    .append(rejection.get())
                    .append('\n');
        } else {
            out.append(table()).append('\n');
            out.append(suites.size()).append(suites.size() == 1 ? " suite\n" : " suites\n");
        }
        notes.forEach(note ->
                out.append("note: ").append(TerminalText.escape(note.explain())).append('\n'));
        return out.toString();
    }

    private TextTable table() {
        TextTable table =
                new TextTable(" #", "code", "suite", "since", "key exchange", "identity", "encryption", " bits");
        int position = 0;
        for (OpenSslCipherSuite suite : suites) {
            position++;
            table.row(
                    position,
                    suite.hexCode(),
                    suite.openSslName(),
                    suite.minimumProtocol(),
                    suite.keyExchange(),
                    suite.authentication(),
                    suite.encryption(),
                    suite.effectiveKeyBits());
        }
        return table;
    }
}
