package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;

/**
 * A cipher string such as {@code ALL:+RC4:@STRENGTH:!aNULL}, as programs pass it to {@code SSL_CTX_set_cipher_list}.
 *
 * <p>Any text is a cipher string; whether OpenSSL accepts it, and what it means, depends on the release, because even
 * the characters of a word do. A character beyond ASCII is no word character to any release.
 *
 * <p>Immutable. Two strings are equal if their texts are.
 *
 * @param text the string; a NUL character ends it, as it does for OpenSSL
 */
public record CipherString(String text) {

    /**
     * Takes a text as a cipher string.
     *
     * @param text any text, taken as it is: blanks at its ends belong to it
     * @return the cipher string
     */
    public static CipherString parse(String text) {
        return new CipherString(text);
    }

    /**
     * Expands the string as a fresh context of the version-flexible method would, which is what mail servers use.
     *
     * @param build the OpenSSL that reads it
     * @return the suites in preference order, with what each rule did, or the refusal
     * @throws IllegalArgumentException if this library has no catalogue of the build's release
     */
    public Expansion expandFor(OpenSslBuild build) {
        return expandWith(catalogOf(build));
    }

    static CipherCatalog catalogOf(OpenSslBuild build) {
        return CipherCatalog.forBuild(build)
                .orElseThrow(() -> new IllegalArgumentException("build: no catalogue of OpenSSL " + build
                        + "; there are catalogues of " + String.join(", ", CipherCatalog.coveredReleases())));
    }

    /**
     * Expands the string with a catalogue at hand, which saves making it again for every string.
     *
     * @param catalog the catalogue of the OpenSSL that reads the string
     * @return the suites in preference order, with what each rule did, or the refusal
     */
    public Expansion expandWith(CipherCatalog catalog) {
        return Expansion.of(catalog, this, catalog.suiteBKeyword(text));
    }

    /**
     * Looks for a shorter string with the same meaning: one from which no single rule can go, unless well over a thousand
     * rules have an effect. The time of the search is bounded, and from a longer string it leaves out less.
     *
     * @param build the OpenSSL to which it shall mean the same
     * @return the shorter string, with both expansions for proof
     * @throws IllegalArgumentException if this library has no catalogue of the build's release
     */
    public Simplification simplify(OpenSslBuild build) {
        return Simplification.of(catalogOf(build), this);
    }

    /** The text, as it is: it may hold control characters. */
    @Override
    public String toString() {
        return text;
    }
}
