package dev.posthorn.openssl.ciphers;

/**
 * A stretch of a cipher string.
 *
 * @param from the index of the first character, 0 or more
 * @param to the index behind the last character
 */
public record TextSpan(int from, int to) {

    /**
     * Makes a span.
     *
     * @param from the index of the first character, 0 or more
     * @param to the index behind the last character
     * @throws IllegalArgumentException if the two are no range
     */
    public TextSpan {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("from: " + from + ", to: " + to + " is no range");
        }
    }

    /**
     * Cuts the stretch out of its text.
     *
     * @param text the text this is a span of
     * @return the characters from {@link #from()} to {@link #to()}
     */
    public String of(String text) {
        return text.substring(from, to);
    }

    /** {@code 8..12}. */
    @Override
    public String toString() {
        return from + ".." + to;
    }
}
