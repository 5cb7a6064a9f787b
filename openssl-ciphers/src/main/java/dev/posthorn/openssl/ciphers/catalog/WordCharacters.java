package dev.posthorn.openssl.ciphers.catalog;

/**
 * Which characters make up words: letters, digits, the dash, and what a release adds (fact sheet on cipher strings
 * section 3). Nothing beyond ASCII does.
 */
final class WordCharacters {

    private final boolean[] isWord = new boolean[128];

    WordCharacters(String added) {
        String all = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-" + added;
        for (int i = 0; i < all.length(); i++) {
            isWord[all.charAt(i)] = true;
        }
    }

    int endOfWord(String text, int from) {
        int to = from;
        while (to < text.length() && contains(text.charAt(to))) {
            to++;
        }
        return to;
    }

    boolean contains(char character) {
        return character < isWord.length && isWord[character];
    }
}
