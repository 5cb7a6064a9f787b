package dev.posthorn.parsers.internal.exim;

/** {@code 1aBcDe-0001Xy-9Z}, since 4.97 {@code 1aBcDe-00000001XyZ-9ZaB}: seconds, process id and a fraction in base 62. */
final class MessageId {

    private static final int[] SHORT = {6, 6, 2};
    private static final int[] LONG = {6, 11, 4};

    private MessageId() {}

    /** The place behind an id and a blank, -1 if there is none. */
    static int after(byte[] bytes, int from, int to) {
        int behind = after(SHORT, bytes, from, to);
        return behind < 0 ? after(LONG, bytes, from, to) : behind;
    }

    private static int after(int[] groups, byte[] bytes, int from, int to) {
        int at = from;
        for (int group : groups) {
            for (int i = 0; i < group; i++, at++) {
                if (at >= to || !isBase62(bytes[at])) {
                    return -1;
                }
            }
            boolean isLast = group == groups[2];
            if (at >= to || bytes[at] != (isLast ? ' ' : '-')) {
                return -1;
            }
            at++;
        }
        return at;
    }

    private static boolean isBase62(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    }
}
