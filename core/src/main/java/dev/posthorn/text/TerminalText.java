package dev.posthorn.text;

import java.util.Locale;

/**
 * Text of unknown origin, made harmless for a terminal: what would steer the terminal becomes visible.
 *
 * <p>Escaped are control characters (line breaks and tabs included), format characters such as the bidirectional
 * overrides and the zero-width ones, line and paragraph separators, private and unassigned characters, and halves of
 * surrogate pairs. Everything else stays, letters of all scripts included.
 */
public final class TerminalText {

    private static final String ELLIPSIS = "…";

    private TerminalText() {}

    /**
     * Escapes a text.
     *
     * @param text any text
     * @return the text with {@code \n}, {@code \r}, {@code \t} and {@code \\u001B} forms in place of what a terminal
     *     might obey
     */
    public static String escape(CharSequence text) {
        return escape(text, Integer.MAX_VALUE);
    }

    /**
     * Escapes a text and keeps it short. Never cuts inside an escape.
     *
     * @param text any text
     * @param maxLength the greatest length of the result in characters, at least 1
     * @return the escaped text, ending in {@code …} if it had to be cut
     * @throws IllegalArgumentException if {@code maxLength} is below 1
     */
    public static String escape(CharSequence text, int maxLength) {
        if (maxLength < 1) {
            throw new IllegalArgumentException("maxLength: " + maxLength + " is below 1");
        }
        StringBuilder escaped = new StringBuilder(Math.min(text.length(), maxLength));
        int lengthThatLeavesRoom = 0;
        for (int index = 0; index < text.length(); ) {
            int codePoint = Character.codePointAt(text, index);
            index += Character.charCount(codePoint);
            append(codePoint, escaped);
            if (escaped.length() > maxLength) {
                escaped.setLength(lengthThatLeavesRoom);
                return escaped.append(ELLIPSIS).toString();
            }
            if (escaped.length() < maxLength) {
                lengthThatLeavesRoom = escaped.length();
            }
        }
        return escaped.toString();
    }

    private static void append(int codePoint, StringBuilder out) {
        switch (codePoint) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (isHarmless(codePoint)) {
                    out.appendCodePoint(codePoint);
                } else {
                    out.append(String.format(Locale.ROOT, codePoint > 0xFFFF ? "\\u{%X}" : "\\u%04X", codePoint));
                }
            }
        }
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
