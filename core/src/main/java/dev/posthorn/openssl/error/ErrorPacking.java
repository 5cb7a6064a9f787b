package dev.posthorn.openssl.error;

import dev.posthorn.openssl.OpenSslRelease;

/** How OpenSSL packs an error into one number. The two layouts cannot be told apart by the number itself. */
public enum ErrorPacking {

    /** OpenSSL 0.9.8 to 1.1.1: library in bits 31 to 24, function in 23 to 12, reason in 11 to 0. */
    LIBRARY_FUNCTION_REASON,

    /**
     * OpenSSL 3.0 and later: bit 31 says that the rest is an {@code errno}; else library in bits 30 to 23, reason in 22
     * to 0, whose upper five bits are flags. There is no function.
     */
    LIBRARY_REASON;

    private static final OpenSslRelease FIRST_WITHOUT_FUNCTION = OpenSslRelease.parse("3.0.0-alpha1");

    ErrorPacking other() {
        return this == LIBRARY_REASON ? LIBRARY_FUNCTION_REASON : LIBRARY_REASON;
    }

    /**
     * The layout a release uses.
     *
     * @param release the release
     * @return its layout
     */
    public static ErrorPacking of(OpenSslRelease release) {
        return release.compareTo(FIRST_WITHOUT_FUNCTION) >= 0 ? LIBRARY_REASON : LIBRARY_FUNCTION_REASON;
    }
}
