package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.List;
import java.util.Optional;

/**
 * What an {@code SSL_CTX} remembers of the cipher strings that were set on it, one after the other: the list in force,
 * and the Suite B mode, which sticks (fact sheet on cipher strings sections 9 and 10).
 *
 * <pre>{@code
 * SslContext context = SslContext.of(CipherCatalog.forBuild(OpenSslBuild.parse("1.0.2u")).orElseThrow());
 * context.setCipherList(CipherString.parse("SUITEB128"));
 * context.setCipherList(CipherString.parse("ALL"));  // still the two suites of SUITEB128
 * }</pre>
 *
 * <p>Mutable, as the thing it models; not safe for use by several threads.
 */
public final class SslContext {

    private final CipherCatalog catalog;
    private List<OpenSslCipherSuite> ciphers;
    private Optional<String> suiteBMode = Optional.empty();

    private SslContext(CipherCatalog catalog) {
        this.catalog = catalog;
        this.ciphers =
                CipherString.parse(catalog.initialList()).expandWith(catalog).suites();
    }

    /**
     * A new context, with the list that the library gives it.
     *
     * @param catalog the build and the method
     * @return the context
     */
    public static SslContext of(CipherCatalog catalog) {
        return new SslContext(catalog);
    }

    /**
     * Sets a cipher string, as {@code SSL_CTX_set_cipher_list} does.
     *
     * @param cipherString the string
     * @return what it expands to in this context; if it is refused, {@link #ciphers()} tells what is in force instead
     */
    public Expansion setCipherList(CipherString cipherString) {
        Optional<String> keyword = catalog.suiteBKeyword(cipherString.text());
        Expansion expansion = Expansion.of(catalog, cipherString, keyword.or(() -> suiteBMode));
        suiteBMode = keyword.map(CipherCatalog::suiteBSticksAs).or(() -> suiteBMode);
        ciphers = expansion.rejection().map(this::afterRefusal).orElseGet(expansion::suites);
        return expansion;
    }

    /** Section 10: only "no cipher match" touches the list, and leaves nothing that a cipher string governs. */
    private List<OpenSslCipherSuite> afterRefusal(Rejection rejection) {
        return rejection.reason() == Rejection.Reason.NO_CIPHER_MATCH ? catalog.ciphersuites() : ciphers;
    }

    /**
     * The list in force, as {@code SSL_CTX_get_ciphers} returns it.
     *
     * @return an immutable list in preference order
     */
    public List<OpenSslCipherSuite> ciphers() {
        return ciphers;
    }

    /**
     * The Suite B mode, which takes the place of every string without a keyword of its own.
     *
     * @return SUITEB128, SUITEB128ONLY or SUITEB192; empty until a keyword is set
     */
    public Optional<String> suiteBMode() {
        return suiteBMode;
    }
}
