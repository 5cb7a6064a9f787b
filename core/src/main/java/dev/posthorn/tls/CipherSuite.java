package dev.posthorn.tls;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A cipher suite as it stands on the wire, or an SSLv2 cipher kind.
 *
 * <p>An open value: a number with names where they are known. Two registries name suites: IANA's
 * ({@link #standardName()}) and OpenSSL's ({@link #openSslName()}); neither is a translation of the other, so both are
 * rows of a table.
 *
 * @param codePoint the number in a ClientHello, 0 to {@code 0xFFFF} for TLS; three bytes with a first byte other than
 *     zero, {@code 0x010000} to {@code 0xFFFFFF}, for an SSLv2 cipher kind
 */
public record CipherSuite(int codePoint) {

    /** The largest number that is a TLS suite; what is above is an SSLv2 cipher kind. */
    private static final int LARGEST_TLS_CODE_POINT = 0xFFFF;

    /** The renegotiation marker, which is no suite at all (RFC 5746 section 3.3). */
    public static final CipherSuite EMPTY_RENEGOTIATION_INFO_SCSV = new CipherSuite(0x00FF);

    /** The fallback marker, which is no suite at all (RFC 7507). */
    public static final CipherSuite FALLBACK_SCSV = new CipherSuite(0x5600);

    /**
     * Makes a suite of any code point, known or not.
     *
     * @param codePoint three bytes at most
     * @throws IllegalArgumentException if {@code codePoint} is negative or longer than three bytes
     */
    public CipherSuite {
        if (codePoint < 0 || codePoint > 0xFFFFFF) {
            throw new IllegalArgumentException("codePoint: " + codePoint + " is not in 0..16777215");
        }
    }

    /**
     * Reads a code point written in hexadecimal.
     *
     * @param hexCode four digits, or six for an SSLv2 cipher kind; upper or lower case, without prefix
     * @return the suite, empty if the text is not of that form
     */
    public static Optional<CipherSuite> forHexCode(String hexCode) {
        if (hexCode.length() != 4 && hexCode.length() != 6) {
            return Optional.empty();
        }
        for (int i = 0; i < hexCode.length(); i++) {
            if (!HexFormat.isHexDigit(hexCode.charAt(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new CipherSuite(HexFormat.fromHexDigits(hexCode)));
    }

    /**
     * Finds a suite by its name in the IANA registry.
     *
     * @param standardName such as {@code TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256}, case included
     * @return the suite, empty if this library knows none of that name
     */
    public static Optional<CipherSuite> forStandardName(String standardName) {
        return CipherSuiteRegistry.get().forStandardName(standardName);
    }

    /**
     * Finds a TLS suite by a name that some OpenSSL release gives it. SSLv2 cipher kinds that share the name of a TLS
     * suite ({@code RC4-MD5}) are not found.
     *
     * @param openSslName such as {@code ECDHE-RSA-AES128-GCM-SHA256}, case included
     * @return the suite, empty if this library knows none of that name
     */
    public static Optional<CipherSuite> forOpenSslName(String openSslName) {
        return CipherSuiteRegistry.get().forOpenSslName(openSslName);
    }

    /**
     * All suites this library has a name for.
     *
     * @return an immutable list in the order of the code points
     */
    public static List<CipherSuite> known() {
        return CipherSuiteRegistry.get().suites();
    }

    /**
     * The name in the IANA registry.
     *
     * @return the name, empty for suites that are not registered, SSLv2 cipher kinds among them
     */
    public Optional<String> standardName() {
        return CipherSuiteRegistry.get().standardName(this);
    }

    /**
     * The name OpenSSL gives this suite. Where releases differ, it is that of the older ones.
     *
     * @return the name, empty if no OpenSSL release that this library knows has the suite
     */
    public Optional<String> openSslName() {
        return CipherSuiteRegistry.get().openSslName(this);
    }

    /**
     * Is this a cipher kind of SSLv2, which only a real SSLv2 connection can use?
     *
     * @return true if the code point has three bytes
     */
    public boolean isSslv2CipherKind() {
        return codePoint > LARGEST_TLS_CODE_POINT;
    }

    /**
     * Is this a marker that travels in the list of suites without being one (RFC 5746, RFC 7507), or a reserved value
     * that clients send to keep servers tolerant (RFC 8701)?
     *
     * @return true for the two SCSVs and the sixteen GREASE values
     */
    public boolean isSignalingValue() {
        return codePoint == EMPTY_RENEGOTIATION_INFO_SCSV.codePoint
                || codePoint == FALLBACK_SCSV.codePoint
                || isGrease();
    }

    /** RFC 8701 section 2: both bytes alike, low nibble A. */
    private boolean isGrease() {
        return codePoint <= LARGEST_TLS_CODE_POINT
                && (codePoint & 0x0F0F) == 0x0A0A
                && codePoint >> 8 == (codePoint & 0xFF);
    }

    /**
     * The code point in upper-case hexadecimal.
     *
     * @return four digits, six for an SSLv2 cipher kind: {@code C02F}, {@code 010080}
     */
    public String hexCode() {
        return HexFormat.of().withUpperCase().toHexDigits(codePoint, isSslv2CipherKind() ? 6 : 4);
    }

    /** The OpenSSL name, else the IANA name, else the {@link #hexCode()}. */
    @Override
    public String toString() {
        return openSslName().or(this::standardName).orElseGet(this::hexCode);
    }
}
