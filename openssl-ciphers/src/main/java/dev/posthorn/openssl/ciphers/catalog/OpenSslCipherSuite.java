package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.BuildOption;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.Authentication;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.KeyExchange;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A suite as one OpenSSL release has it in its table: the same suite can have other strength or other attributes in
 * another release.
 *
 * <p>Immutable. Two suites are equal only if they are the same row of the same table.
 */
public final class OpenSslCipherSuite {

    /** The strength classes, weakest first. */
    static final List<String> STRENGTHS = List.of("NONE", "EXP40", "EXP56", "LOW", "MEDIUM", "HIGH");

    private static final List<String> TABLES = List.of("TLS", "SSLv2", "TLS13");

    /** The table of the suites that no cipher string governs. */
    static final String TLS13 = "TLS13";

    /** The mark that counts as one more strength class. */
    static final String FIPS = "FIPS";

    static final String EXPORT = "EXPORT";
    static final String NOT_EXPORT = "NOT-EXPORT";
    private static final String NEVER = "never";

    private final int ordinal;
    private final String table;
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
        table = oneOf(TABLES, row, "table", "is not a table of suites");
        cipherSuite = row.known("hex_code", CipherSuite.forHexCode(row.text("hex_code")), "is not a code point");
        openSslName = notEmpty(row, "openssl_name");
        minimumProtocol = row.known(
                "protocol", ProtocolVersion.forOpenSslName(row.text("protocol")), "is not a protocol version");
        keyExchange = row.known("kx", KeyExchange.forCipherStringWord(row.text("kx")), "is not a key exchange");
        authentication = authentication(row);
        encryption = notEmpty(row, "enc");
        mac = notEmpty(row, "mac");
        strength = oneOf(STRENGTHS, row, "strength", "is not a strength class");
        effectiveKeyBits = row.integer("strength_bits");
        algorithmKeyBits = row.integer("alg_bits");
        export = row.flag("export");
        fips = row.flag("fips");
        notDefault = row.flag("not_default");
        inNoBuild = row.text("requires").equals(NEVER);
        requiredOptions = requiredOptions(row);
        attributes = attributes(row, vocabulary);
    }

    private static String notEmpty(TsvTable.Row row, String column) {
        if (row.text(column).isEmpty()) {
            throw row.bad(column, "is empty");
        }
        return row.text(column);
    }

    private static String oneOf(List<String> known, TsvTable.Row row, String column, String complaint) {
        if (!known.contains(row.text(column))) {
            throw row.bad(column, complaint);
        }
        return row.text(column);
    }

    /** GOST suites can do with one of two keys; the newer one, which stands last, is the suite's own. */
    private static Authentication authentication(TsvTable.Row row) {
        List<String> words = row.words("au", '+');
        String own = words.isEmpty() ? "" : words.get(words.size() - 1);
        return row.known("au", Authentication.forCipherStringWord(own), "is not an authentication");
    }

    /** The same row with another strength or authentication, as a distributor's patch has it. */
    private OpenSslCipherSuite(
            OpenSslCipherSuite upstream,
            int effectiveKeyBits,
            String strength,
            Authentication authentication,
            AttributeSets attributes) {
        this.ordinal = upstream.ordinal;
        this.table = upstream.table;
        this.cipherSuite = upstream.cipherSuite;
        this.openSslName = upstream.openSslName;
        this.minimumProtocol = upstream.minimumProtocol;
        this.keyExchange = upstream.keyExchange;
        this.authentication = authentication;
        this.encryption = upstream.encryption;
        this.mac = upstream.mac;
        this.strength = strength;
        this.effectiveKeyBits = effectiveKeyBits;
        this.algorithmKeyBits = upstream.algorithmKeyBits;
        this.export = upstream.export;
        this.fips = upstream.fips;
        this.notDefault = upstream.notDefault;
        this.inNoBuild = upstream.inNoBuild;
        this.requiredOptions = upstream.requiredOptions;
        this.attributes = attributes;
    }

    OpenSslCipherSuite withEffectiveKeyBits(int bits) {
        return new OpenSslCipherSuite(this, bits, strength, authentication, attributes);
    }

    OpenSslCipherSuite withStrength(String changed, Vocabulary vocabulary) {
        long others = attributes.get(Category.STRENGTH) & ~vocabulary.bit(Category.STRENGTH, strength);
        AttributeSets marked = attributes.with(Category.STRENGTH, others | vocabulary.bit(Category.STRENGTH, changed));
        return new OpenSslCipherSuite(this, effectiveKeyBits, changed, authentication, marked);
    }

    OpenSslCipherSuite withAuthentication(Authentication changed, long bit) {
        return new OpenSslCipherSuite(
                this, effectiveKeyBits, strength, changed, attributes.with(Category.AUTHENTICATION, bit));
    }

    private AttributeSets attributes(TsvTable.Row row, Vocabulary vocabulary) {
        long[] masks = new long[Category.all().size()];
        for (Category category : Category.all()) {
            masks[category.index] = switch (category) {
                case EXPORT -> vocabulary.bit(category, export ? EXPORT : NOT_EXPORT);
                case STRENGTH -> vocabulary.bits(row, category) | (fips ? vocabulary.bit(category, FIPS) : 0);
                default -> vocabulary.bits(row, category);
            };
        }
        return new AttributeSets(masks);
    }

    private static Set<BuildOption> requiredOptions(TsvTable.Row row) {
        if (row.text("requires").equals("-")) {
            return Set.of();
        }
        Set<BuildOption> options = EnumSet.noneOf(BuildOption.class);
        for (String word : row.words("requires", ',')) {
            if (!word.equals(NEVER)) {
                options.add(
                        row.known("requires", BuildOption.forConfigureWord(word), "names the unknown option " + word));
            }
        }
        return Collections.unmodifiableSet(options);
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

    /**
     * Would every cipher string treat this row and that of another release alike?
     *
     * @param other the same suite in another catalogue
     * @return true if protocol, key exchange, authentication, encryption, MAC, strength and all marks are the same
     */
    public boolean hasAttributesOf(OpenSslCipherSuite other) {
        return minimumProtocol.equals(other.minimumProtocol)
                && keyExchange == other.keyExchange
                && authentication == other.authentication
                && encryption.equals(other.encryption)
                && mac.equals(other.mac)
                && strength.equals(other.strength)
                && effectiveKeyBits == other.effectiveKeyBits
                && export == other.export
                && fips == other.fips
                && notDefault == other.notDefault;
    }

    /** Does the row stand in this table: TLS, SSLv2, or TLS13 with the suites that no cipher string governs? */
    boolean isIn(String name) {
        return table.equals(name);
    }

    boolean isInOneOf(List<String> tables) {
        return tables.contains(table);
    }

    AttributeSets attributes() {
        return attributes;
    }

    /** What the name of this suite asks for in a cipher string: everything but the protocol (section 4). */
    Criteria criteriaOfName(WordRules rules, boolean byCodePoint) {
        return new Criteria(rules, attributes.with(Category.PROTOCOL, 0), notDefault, byCodePoint ? this : null);
    }

    /** The {@link #openSslName()}. */
    @Override
    public String toString() {
        return openSslName;
    }
}
