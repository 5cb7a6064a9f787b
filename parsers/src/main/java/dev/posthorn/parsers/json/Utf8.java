package dev.posthorn.parsers.json;

/** UTF-8 as RFC 3629 has it: no surrogates, nothing longer than it must be, nothing beyond U+10FFFF. */
final class Utf8 {

    private static final int SURROGATES = 0xD800 >> 11;

    private Utf8() {}

    static boolean isValid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int length = length(bytes[at]);
            if (length == 0 || length > to - at) {
                return false;
            }
            for (int next = 1; next < length; next++) {
                if ((bytes[at + next] & 0xC0) != 0x80) {
                    return false;
                }
            }
            if (length > 1 && !isInPlace(codePoint(bytes, at), length)) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** Must it be so long, and may it be at all? */
    private static boolean isInPlace(int codePoint, int length) {
        return switch (length) {
            case 2 -> codePoint >= 0x80;
            case 3 -> codePoint >= 0x800 && codePoint >> 11 != SURROGATES;
            default -> codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT;
        };
    }

    /** How many bytes the first of them announces, 0 if it cannot be the first. */
    static int length(byte first) {
        if (first >= 0) {
            return 1;
        }
        return switch ((first & 0xFF) >> 4) {
            case 0xC, 0xD -> 2;
            case 0xE -> 3;
            case 0xF -> (first & 0x08) == 0 ? 4 : 0;
            default -> 0;
        };
    }

    /** What bytes mean that are there and well formed. */
    static int codePoint(byte[] bytes, int at) {
        int length = length(bytes[at]);
        if (length == 1) {
            return bytes[at];
        }
        int codePoint = bytes[at] & (0x7F >> length);
        for (int next = 1; next < length; next++) {
            codePoint = codePoint << 6 | (bytes[at + next] & 0x3F);
        }
        return codePoint;
    }
}
