package dev.posthorn.openssl;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An option of OpenSSL's Configure script, by the word that follows {@code no-} and {@code enable-} there.
 *
 * <p>Options that change no answer of this library are here too, so that a package's list of options can be given as it
 * stands. Three constants are conditions of the running process rather than of the build: {@link #GOST},
 * {@link #LEGACY_PROVIDER} and {@link #FIPS_MODE}. Source: fact sheet on cipher strings, section 13.
 */
public enum BuildOption {
    /** SSLv2; off by default from 1.0.1s and 1.0.2g on, gone from 1.1.0 on. */
    SSL2("ssl2"),
    /** SSLv3; off by default from 1.1.0 on. Has no effect on cipher lists. */
    SSL3("ssl3"),
    /** Export and single-DES suites where they are optional: from 1.0.1s and 1.0.2g on, off by default. */
    WEAK_SSL_CIPHERS("weak-ssl-ciphers"),
    /** Kerberos suites; off by default, gone from 1.1.0 on. */
    KRB5("krb5"),
    /** GOST suites; counts as on when the engine is loaded in the process, which it is not by default. */
    GOST("gost"),
    /** IDEA. */
    IDEA("idea"),
    /** Camellia. */
    CAMELLIA("camellia"),
    /** SEED. */
    SEED("seed"),
    /** ARIA, from 1.1.1 on. */
    ARIA("aria"),
    /** ChaCha20, from 1.1.0 on. */
    CHACHA("chacha"),
    /** Poly1305, from 1.1.0 on. */
    POLY1305("poly1305"),
    /** Pre-shared keys. */
    PSK("psk"),
    /** Secure Remote Password, from 1.0.1 on. */
    SRP("srp"),
    /** Elliptic curves as such; without them there is neither ECDH nor ECDSA. */
    EC("ec"),
    /** Elliptic-curve Diffie-Hellman. */
    ECDH("ecdh"),
    /** Elliptic-curve signatures. */
    ECDSA("ecdsa"),
    /** Diffie-Hellman. */
    DH("dh"),
    /** DSA. */
    DSA("dsa"),
    /** RC4. */
    RC4("rc4"),
    /** RC2. */
    RC2("rc2"),
    /** DES and Triple-DES. */
    DES("des"),
    /** MD5. */
    MD5("md5"),
    /** The provider that holds IDEA and SEED in 3.0; loaded by configuration, not by default. */
    LEGACY_PROVIDER("legacy-provider"),
    /**
     * FIPS mode, in which suites without the FIPS mark do not exist; counts as on when the process of a FIPS-capable
     * build of 1.0.1 or 1.0.2 has switched to it.
     */
    FIPS_MODE("fips-mode"),
    /** RC5, which no suite uses. */
    RC5("rc5"),
    /** MDC2, which no suite uses. */
    MDC2("mdc2"),
    /** MD2, which no suite uses. */
    MD2("md2"),
    /** Address extensions in certificates, which no suite depends on. */
    RFC3779("rfc3779"),
    /** Record compression, which no suite depends on. */
    ZLIB("zlib");

    private static final Map<String, BuildOption> BY_WORD = new HashMap<>();

    static {
        for (BuildOption option : values()) {
            BY_WORD.put(option.configureWord, option);
        }
    }

    private final String configureWord;

    BuildOption(String configureWord) {
        this.configureWord = configureWord;
    }

    /**
     * Finds an option by its word.
     *
     * @param word as Configure knows it, without {@code no-} or {@code enable-}
     * @return the option, empty if this library does not know the word
     */
    public static Optional<BuildOption> forConfigureWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /**
     * The option's word.
     *
     * @return as Configure knows it, without {@code no-} or {@code enable-}
     */
    public String configureWord() {
        return configureWord;
    }

    /** Is the option on when nobody says anything? */
    boolean isDefaultIn(OpenSslRelease release) {
        return switch (this) {
            case KRB5, GOST, LEGACY_PROVIDER, FIPS_MODE, WEAK_SSL_CIPHERS, ZLIB, MD2, RC5 -> false;
            case SSL2 -> !release.isAtLeast(Since.RELEASE_1_1_0) && !isSsl2OptIn(release);
            case SSL3 -> !release.isAtLeast(Since.RELEASE_1_1_0);
            default -> true;
        };
    }

    /** From 1.0.1s and 1.0.2g on SSLv2 has to be asked for (fact sheet section 12). */
    private static boolean isSsl2OptIn(OpenSslRelease release) {
        return switch (release.branch()) {
            case "1.0.1" -> release.isAtLeast(Since.RELEASE_1_0_1S);
            case "1.0.2" -> release.isAtLeast(Since.RELEASE_1_0_2G);
            default -> false;
        };
    }

    /** Where defaults change. */
    private static final class Since {
        static final OpenSslRelease RELEASE_1_0_1S = OpenSslRelease.parse("1.0.1s");
        static final OpenSslRelease RELEASE_1_0_2G = OpenSslRelease.parse("1.0.2g");
        static final OpenSslRelease RELEASE_1_1_0 = OpenSslRelease.parse("1.1.0");
    }
}
