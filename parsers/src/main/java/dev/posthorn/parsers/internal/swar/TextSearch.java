package dev.posthorn.parsers.internal.swar;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds any of several texts in one pass, however many there are. Looked at are four bytes at every sixth place; wherever a
 * text stands, one such group lies within any nine of its bytes:
 *
 * <pre>
 *   bytes     :  S S L _ a c c e p t   e r r o r   f r o m
 *   looked at :        |_ a c c|   |  e r r|   |r   f r|       or one to five places further left
 *   window    : |S S L _ a c c e p|                            its groups: SSL_ SL_a L_ac _acc acce ccep
 *                       ^ this one is met
 * </pre>
 *
 * <p>A table says of each group whether it can be one of a window. Nearly all are none, and then that is all; otherwise the
 * texts themselves are compared. (S. Wu, U. Manber, "A fast algorithm for multi-pattern searching", 1994, skip by blocks as
 * well; theirs depends on the text before, this does not, so that the processor looks up several groups at once.)
 */
public final class TextSearch {

    /** How long a text has to be at least. */
    public static final int SHORTEST = 9;

    private static final int GROUP = Integer.BYTES;

    /** From group to group, and how many of them a window has. */
    private static final int STRIDE = SHORTEST - GROUP + 1;

    /** How much is looked at before anything is decided. */
    private static final int BLOCK = 8 * STRIDE;

    /** A power of two: 4 KiB stay in the first-level cache beside what is searched. */
    private static final int TABLE_BITS = 12;

    /** What mail logs are made of, the commonest first: a window should have none of it. */
    private static final String COMMON = " 10e2.tom:sail5p634n=rd9cx87u/[]f,v-";

    private final Literal[] texts;

    /** Where in each text its window begins. */
    private final int[] windows;

    /** 1 for each group of a window, by its hash. */
    private final byte[] table = new byte[1 << TABLE_BITS];

    /**
     * A search for texts.
     *
     * @param texts at least one, ASCII, each at least {@link #SHORTEST} bytes long
     * @throws IllegalArgumentException if one is shorter
     */
    public TextSearch(List<String> texts) {
        for (String text : texts) {
            if (text.length() < SHORTEST) {
                throw new IllegalArgumentException("texts: \"" + text + "\" is shorter than " + SHORTEST + " bytes");
            }
        }
        this.texts = texts.stream().map(Literal::of).toArray(Literal[]::new);
        this.windows = texts.stream().mapToInt(TextSearch::rarestWindow).toArray();
        for (int i = 0; i < windows.length; i++) {
            byte[] bytes = texts.get(i).getBytes(StandardCharsets.US_ASCII);
            for (int phase = 0; phase < STRIDE; phase++) {
                table[hash(Words.fourAt(bytes, windows[i] + phase))] = 1;
            }
        }
    }

    /** The commonest of its groups decides how good a window is. */
    private static int rarestWindow(String text) {
        int best = 0;
        int bestRarity = -1;
        for (int window = 0; window <= text.length() - SHORTEST; window++) {
            int rarity = Integer.MAX_VALUE;
            for (int phase = 0; phase < STRIDE; phase++) {
                rarity = Math.min(rarity, rarity(text.substring(window + phase, window + phase + GROUP)));
            }
            if (rarity > bestRarity) {
                best = window;
                bestRarity = rarity;
            }
        }
        return best;
    }

    private static int rarity(String group) {
        return group.chars()
                .map(c -> COMMON.indexOf(c) < 0 ? COMMON.length() : COMMON.indexOf(c))
                .sum();
    }

    private static int hash(int group) {
        return Words.hash(group, TABLE_BITS);
    }

    /**
     * Finds one of the texts. None lies wholly before the one that is found.
     *
     * @param bytes the array
     * @param from the first byte to look at
     * @param to behind the last one
     * @return where it begins, -1 if there is none
     */
    public int indexIn(byte[] bytes, int from, int to) {
        byte[] isOfWindow = table;
        int at = from;
        for (int lastBlock = to - BLOCK; at <= lastBlock; at += BLOCK) {
            int found = isOfWindow[hash(Words.fourAt(bytes, at))]
                    | isOfWindow[hash(Words.fourAt(bytes, at + STRIDE))]
                    | isOfWindow[hash(Words.fourAt(bytes, at + 2 * STRIDE))]
                    | isOfWindow[hash(Words.fourAt(bytes, at + 3 * STRIDE))]
                    | isOfWindow[hash(Words.fourAt(bytes, at + 4 * STRIDE))]
                    | isOfWindow[hash(Words.fourAt(bytes, at + 5 * STRIDE))]
                    | isOfWindow[hash(Words.fourAt(bytes, at + 6 * STRIDE))]
                    | isOfWindow[hash(Words.fourAt(bytes, at + 7 * STRIDE))];
            if (found != 0) {
                int text = textAround(bytes, at, at + BLOCK - STRIDE, from, to);
                if (text >= 0) {
                    return text;
                }
            }
        }
        return textAround(bytes, at, to - GROUP, from, to);
    }

    /** The first text in {@code bytes[from, to)} that one of these groups is of. */
    private int textAround(byte[] bytes, int firstGroup, int lastGroup, int from, int to) {
        for (int group = firstGroup; group <= lastGroup; group += STRIDE) {
            if (table[hash(Words.fourAt(bytes, group))] != 0) {
                int text = textWith(bytes, group, from, to);
                if (text >= 0) {
                    return text;
                }
            }
        }
        return -1;
    }

    private int textWith(byte[] bytes, int group, int from, int to) {
        for (int i = 0; i < texts.length; i++) {
            for (int phase = 0; phase < STRIDE; phase++) {
                int start = group - windows[i] - phase;
                if (start >= from && texts[i].isAt(bytes, start, to)) {
                    return start;
                }
            }
        }
        return -1;
    }
}
