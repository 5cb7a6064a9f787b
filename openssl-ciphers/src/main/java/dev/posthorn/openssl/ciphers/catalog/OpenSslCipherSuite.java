package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.BuildOption;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.Authentication;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.KeyExchange;
import dev.posthorn.tls.ProtocolVersion;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A suite as one OpenSSL release has it in its table: the same suite can have other strength or other attributes in
 * another release.
 *
 * <p>Immutable. Two suites are equal only if they are the same row of the same catalogue.
 */
public final class OpenSslCipherSuite {

    static final String EXPORT = "EXPORT";
    static final String NOT_EXPORT = "NOT-EXPORT";
    private static final String NEVER = "never";

    private final int ordinal;
    private final CipherSuite cipherSuite;
    private final String openSslName;
    private final ProtocolVersion minimumProtocol;
    private final KeyExchange keyExchange;
    private final Authentication authentication;
    private final String encryption;
    private final String mac;
    private final String strength;
    private final int effectiveKeyBits;
    private final int algorithmKeyBits;
    private final boolean export;
    private final boolean fips;
    private final boolean notDefault;
    private final boolean inNoBuild;
    private final Set<BuildOption> requiredOptions;
    private final AttributeSets attributes;

    OpenSslCipherSuite(TsvTable.Row row, Vocabulary vocabulary) {
        ordinal = row.integer("ordinal");
        cipherSuite = CipherSuite.forHexCode(row.text("hex_code"))
                .orElseThrow(() -> row.bad("hex_code", "is not a code point"));
        openSslName = row.text("openssl_name");
        minimumProtocol = ProtocolVersion.forOpenSslName(row.text("protocol"))
                .orElseThrow(() -> row.bad("protocol", "is not a protocol version"));
        keyExchange = KeyExchange.forCipherStringWord(row.text("kx"))
                .orElseThrow(() -> row.bad("kx", "is not a key exchange"));
        authentication = Authentication.forCipherStringWord(row.text("au"))
                .orElseThrow(() -> row.bad("au", "is not an authentication"));
        encryption = row.text("enc");
        mac = row.text("mac");
        strength = row.text("strength");
        effectiveKeyBits = row.integer("strength_bits");
        algorithmKeyBits = row.integer("alg_bits");
        export = row.flag("export");
        fips = row.flag("fips");
        notDefault = row.flag("not_default");
        inNoBuild = row.text("requires").equals(NEVER);
        requiredOptions = requiredOptions(row);
        attributes = attributes(row, vocabulary);
    }

    private AttributeSets attributes(TsvTable.Row row, Vocabulary vocabulary) {
        List<Category> cells = List.of(
                Category.KEY_EXCHANGE, Category.AUTHENTICATION, Category.ENCRYPTION, Category.MAC, Category.PROTOCOL);
        long marks = vocabulary.bits(row, Category.STRENGTH) | (fips ? vocabulary.bit(Category.STRENGTH, "FIPS") : 0);
        return AttributeSets.read(row, cells, vocabulary)
                .with(Category.EXPORT, vocabulary.bit(Category.EXPORT, export ? EXPORT : NOT_EXPORT))
                .with(Category.STRENGTH, marks);
    }

    private static Set<BuildOption> requiredOptions(TsvTable.Row row) {
        Set<BuildOption> options = EnumSet.noneOf(BuildOption.class);
        for (String word : row.words("requires", ',')) {
            if (!word.equals("-") && !word.equals(NEVER)) {
                options.add(BuildOption.forConfigureWord(word)
                        .orElseThrow(() -> row.bad("requires", "names the unknown option " + word)));
            }
        }
        return Set.copyOf(options);
    }

    /**
     * The position in the release's table, which decides the order among equals.
     *
     * @return 0 or more; the table of SSLv2 suites follows that of the TLS suites
     */
    public int ordinal() {
        return ordinal;
    }

    /**
     * The suite as such, apart from any release.
     *
     * @return the value with the code point
     */
    public CipherSuite cipherSuite() {
        return cipherSuite;
    }

    /**
     * The name in this release. An SSLv2 suite can have the name of a TLS suite ({@code RC4-MD5}).
     *
     * @return the name, as cipher strings and logs use it
     */
    public String openSslName() {
        return openSslName;
    }

    /**
     * The name in the IANA registry.
     *
     * @return the name, empty for suites that are not registered
     */
    public Optional<String> standardName() {
        return cipherSuite.standardName();
    }

    /**
     * The code point in hexadecimal.
     *
     * @return four upper-case digits, six for an SSLv2 suite
     */
    public String hexCode() {
        return cipherSuite.hexCode();
    }

    /**
     * Since which protocol the suite is defined, as OpenSSL groups them: in 1.0.x one of SSLv2, SSLv3 (which means
     * SSLv3 and every TLS version) and TLSv1.2. This is not the version a connection will have.
     *
     * @return the lowest protocol that can use the suite
     */
    public ProtocolVersion minimumProtocol() {
        return minimumProtocol;
    }

    /**
     * How keys are agreed.
     *
     * @return the key exchange
     */
    public KeyExchange keyExchange() {
        return keyExchange;
    }

    /**
     * How the server proves its identity.
     *
     * @return the authentication
     */
    public Authentication authentication() {
        return authentication;
    }

    /**
     * The bulk cipher.
     *
     * @return OpenSSL's word for it, such as {@code AES128GCM}, {@code 3DES}, {@code eNULL}
     */
    public String encryption() {
        return encryption;
    }

    /**
     * The message authentication code; {@code AEAD} for suites that need none, whatever hash their names end in.
     *
     * @return OpenSSL's word for it, such as {@code SHA1}
     */
    public String mac() {
        return mac;
    }

    /**
     * The strength class in this release.
     *
     * @return {@code NONE}, {@code EXP40}, {@code EXP56}, {@code LOW}, {@code MEDIUM} or {@code HIGH}
     */
    public String strength() {
        return strength;
    }

    /**
     * How many bits of the key are secret: what {@code @STRENGTH} sorts by, and the first number of {@code (128/128
     * bits)} in a mail log.
     *
     * @return bits; 0 for suites without encryption
     */
    public int effectiveKeyBits() {
        return effectiveKeyBits;
    }

    /**
     * How many bits the key has: the second number of {@code (128/128 bits)} in a mail log.
     *
     * @return bits; 0 for suites without encryption
     */
    public int algorithmKeyBits() {
        return algorithmKeyBits;
    }

    /**
     * Is this an export suite?
     *
     * @return true if it has the export mark
     */
    public boolean isExport() {
        return export;
    }

    /**
     * Does the suite have the FIPS mark, which is one more strength mark to a cipher string?
     *
     * @return true if it has
     */
    public boolean isFips() {
        return fips;
    }

    /**
     * Does the suite carry the mark that keeps it out of the default list, in releases that have such a mark?
     *
     * @return true if it does
     */
    public boolean isNotDefault() {
        return notDefault;
    }

    /**
     * Does the table keep the row although no build offers the suite?
     *
     * @return true if it cannot be had whatever the options
     */
    public boolean isInNoBuild() {
        return inNoBuild;
    }

    /**
     * The options without which a build does not have this suite.
     *
     * @return an immutable set
     */
    public Set<BuildOption> requiredOptions() {
        return requiredOptions;
    }

    long attributes(Category category) {
        return attributes.get(category);
    }

    /** Is one of the given attributes an algorithm of this suite? */
    boolean usesAny(AttributeSets algorithms) {
        return Category.algorithms().stream()
                .anyMatch(category -> (attributes.get(category) & algorithms.get(category)) != 0);
    }

    /** What the name of this suite asks for in a cipher string: everything but the protocol and the id (section 4). */
    Criteria criteriaOfName(Vocabulary vocabulary) {
        return new Criteria(vocabulary, attributes.with(Category.PROTOCOL, 0), notDefault);
    }

    /** The {@link #openSslName()}. */
    @Override
    public String toString() {
        return openSslName;
    }
}
