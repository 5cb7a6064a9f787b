package dev.posthorn.openssl;

/**
 * Reads the parts of a release: {@code 1.0.1e-fips}, with what {@code openssl version} prints before and after it.
 *
 * <pre>
 * text    = ["OpenSSL" blanks] number "." number "." number letters ["-" word *("-" word)] [blank anything]
 * number  = 1*3 digits                word = 1*(digit / letter / "." / "_" / "+")
 * letters = up to two, of a to z      anything = to the end of the line, which is the end
 * </pre>
 *
 * <p>By hand, and not by a regular expression, because the tables of every catalogue name releases, and nothing else
 * needs the classes of regular expressions when a program starts. Used once.
 */
final class ReleaseText {

    private static final String PRODUCT = "OpenSSL";

    private final String text;
    private final int[] numbers = new int[3];
    private final boolean release;
    private int at;
    private String letters = "";
    private String suffix = "";

    ReleaseText(String text) {
        this.text = text;
        this.release = skipProduct() && readNumbers() && readLettersAndSuffix() && skipRest();
    }

    boolean isRelease() {
        return release;
    }

    int number(int index) {
        return numbers[index];
    }

    String letters() {
        return letters;
    }

    String suffix() {
        return suffix;
    }

    private boolean skipProduct() {
        if (text.startsWith(PRODUCT)) {
            at = PRODUCT.length();
            while (isBlank(current())) {
                at++;
            }
            return at > PRODUCT.length();
        }
        return true;
    }

    private boolean readNumbers() {
        for (int index = 0; index < numbers.length; index++) {
            int from = at;
            while (at - from < 3 && isDigit(current())) {
                numbers[index] = 10 * numbers[index] + (current() - '0');
                at++;
            }
            boolean dotted = index == numbers.length - 1 || current() == '.';
            if (at == from || !dotted) {
                return false;
            }
            at += index == numbers.length - 1 ? 0 : 1;
        }
        return true;
    }

    private boolean readLettersAndSuffix() {
        int lettersFrom = at;
        while (at - lettersFrom < 2 && current() >= 'a' && current() <= 'z') {
            at++;
        }
        letters = text.substring(lettersFrom, at);
        int from = at + 1;
        while (current() == '-') {
            at++;
            int wordFrom = at;
            while (isWord(current())) {
                at++;
            }
            if (at == wordFrom) {
                return false;
            }
        }
        suffix = at > from ? text.substring(from, at) : "";
        return true;
    }

    private boolean skipRest() {
        boolean oneLine = text.indexOf('\n', at + 1) < 0 && text.indexOf('\r', at + 1) < 0;
        return at == text.length() || (isBlank(current()) && oneLine);
    }

    private char current() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static boolean isWord(char character) {
        return isDigit(character)
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || character == '.'
                || character == '_'
                || character == '+';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isBlank(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }
}
