package dev.posthorn.tls;

import dev.posthorn.table.TsvTable;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * How a handshake may be signed, as the extension signature_algorithms names it.
 *
 * <p>The same two bytes were a pair of hash and signature in TLS 1.2 (RFC 5246 section 7.4.1.4.1) and are one number
 * since TLS 1.3 (RFC 8446 section 4.2.3). OpenSSL 1.0.x reads the pair. An open value: unknown numbers are kept.
 *
 * @param codePoint the two bytes on the wire, 0 to 65535
 */
public record SignatureScheme(int codePoint) {

    /**
     * Makes a scheme of any code point, known or not.
     *
     * @param codePoint two bytes
     * @throws IllegalArgumentException if {@code codePoint} is not in 0..65535
     */
    public SignatureScheme {
        if (codePoint < 0 || codePoint > 0xFFFF) {
            throw new IllegalArgumentException("codePoint: " + codePoint + " is not in 0..65535");
        }
    }

    /**
     * Reads a code point written in hexadecimal.
     *
     * @param hexCode four digits in either case, without prefix
     * @return the scheme, empty if the text is not of that form
     */
    public static Optional<SignatureScheme> forHexCode(String hexCode) {
        boolean wellFormed = hexCode.length() == 4 && hexCode.chars().allMatch(HexFormat::isHexDigit);
        return wellFormed ? Optional.of(new SignatureScheme(HexFormat.fromHexDigits(hexCode))) : Optional.empty();
    }

    /**
     * The first byte, which TLS 1.2 reads as the hash: 1 MD5, 2 SHA-1, 3 SHA-224, 4 SHA-256, 5 SHA-384, 6 SHA-512.
     *
     * @return 0 to 255
     */
    public int hashByte() {
        return codePoint >> 8;
    }

    /**
     * The second byte, which TLS 1.2 reads as the signature: 1 RSA, 2 DSA, 3 ECDSA.
     *
     * @return 0 to 255
     */
    public int signatureByte() {
        return codePoint & 0xFF;
    }

    /**
     * The name in RFC 8446.
     *
     * @return such as {@code rsa_pkcs1_sha256}, empty if the number has no name there
     */
    public Optional<String> standardName() {
        return Optional.ofNullable(Names.BY_CODE_POINT.get(codePoint));
    }

    /**
     * The code point in upper-case hexadecimal.
     *
     * @return four digits
     */
    public String hexCode() {
        return HexFormat.of().withUpperCase().toHexDigits(codePoint, 4);
    }

    /** The name, else the {@link #hexCode()}. */
    @Override
    public String toString() {
        return standardName().orElseGet(this::hexCode);
    }

    /** The table, read on first use. */
    private static final class Names {
        static final Map<Integer, String> BY_CODE_POINT = new HashMap<>();

        static {
            TsvTable table = TsvTable.read(
                    "signature-schemes.tsv", SignatureScheme.class.getResourceAsStream("signature-schemes.tsv"));
            table.rows()
                    .forEach(row -> BY_CODE_POINT.put(
                            HexFormat.fromHexDigits(row.text("hex_code")), row.text("standard_name")));
        }
    }
}
