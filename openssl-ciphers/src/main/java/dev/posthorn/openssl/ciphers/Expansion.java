package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.CipherSuite;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a cipher string means to one build of OpenSSL: the suites in preference order, and how it came to that.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Expansion {

    private final CipherCatalog catalog;
    private final CipherString cipherString;
    private final Optional<String> suiteBKeyword;
    private final List<OpenSslCipherSuite> suites;
    private final Optional<Rejection> rejection;
    private final OptionalInt securityLevel;

    /** Told when first asked for; several threads may tell it, and all tell the same. */
    private volatile @Nullable Story story;

    private Expansion(
            CipherCatalog catalog, CipherString cipherString, Optional<String> suiteBKeyword, Expander.Result result) {
        this.catalog = catalog;
        this.cipherString = cipherString;
        this.suiteBKeyword = suiteBKeyword;
        this.rejection = result.rejection;
        this.suites = result.suites;
        this.securityLevel = result.securityLevel;
    }

    static Expansion of(CipherCatalog catalog, CipherString cipherString, Optional<String> suiteBKeyword) {
        return new Expansion(
                catalog,
                cipherString,
                suiteBKeyword,
                Expander.expand(catalog, cipherString, suiteBKeyword.orElse(null)));
    }

    /** How the list came about. Nobody pays for it who only wants the list. */
    private record Story(List<Step> steps, List<Note> notes, Map<OpenSslCipherSuite, SuiteFate> fates) {}

    private Story story() {
        Story told = story;
        if (told == null) {
            History history = History.of(catalog, cipherString, suiteBKeyword.orElse(null));
            told = new Story(
                    List.copyOf(history.steps()),
                    List.copyOf(history.notes()),
                    Map.copyOf(history.fates(suites, rejection)));
            story = told;
        }
        return told;
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
     * The security level that the string sets by {@code @SECLEVEL=n}, even if it is refused. The list is the same
     * whatever the level; a connection passes over what is too weak for it.
     *
     * @return the last level set, 0 to 5; empty if none is
     */
    public OptionalInt securityLevel() {
        return securityLevel;
    }

    /**
     * The Suite B keyword whose list took the place of the string, because the string starts with it or because the
     * context keeps the mode.
     *
     * @return one of SUITEB128ONLY, SUITEB128C2, SUITEB128, SUITEB192; empty if the string was read
     */
    public Optional<String> suiteBKeyword() {
        return suiteBKeyword;
    }

    /**
     * What each rule did, the rules of the default list included where the string starts with {@code DEFAULT}.
     *
     * @return an immutable list in the order of the rules
     */
    public List<Step> steps() {
        return story().steps();
    }

    /**
     * What OpenSSL passed over in silence.
     *
     * @return an immutable list in the order of the rules
     */
    public List<Note> notes() {
        return story().notes();
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
        SuiteFate fate = story().fates().get(suite);
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

    /**
     * Compares with another expansion: of the same string under another build, or of another string under the same.
     *
     * @param other what counts as the latter
     * @return the suites gained, lost and moved, each with the reason
     */
    public ExpansionDiff diff(Expansion other) {
        return ExpansionDiff.of(this, other);
    }

    /**
     * Tells the whole story: the string with its rules underlined, what each rule did, the list with standard names, and
     * what was passed over in silence.
     *
     * @return several lines of up to 150 columns
     */
    public String explain() {
        return ExpansionText.story(this);
    }

    /** The string with its rules underlined, the list as a table, and the notes, in at most 100 columns. */
    @Override
    public String toString() {
        return ExpansionText.summary(this);
    }
}
