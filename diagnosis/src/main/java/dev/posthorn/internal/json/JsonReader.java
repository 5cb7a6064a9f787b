package dev.posthorn.internal.json;

import java.util.ArrayList;
import java.util.List;

/**
 * Pulls JSON (RFC 8259) apart, one token at a time, as the caller expects it: begins an object, takes a name, takes or skips
 * its value while there is another, ends the object.
 *
 * <p>Whatever is not as expected makes an {@link IllegalArgumentException} that says where. Numbers are whole here: no report
 * has others. Not safe for use by several threads.
 */
public final class JsonReader {

    private static final int MAX_DEPTH = 64;

    private final String text;
    private int at;
    private int depth;
    private boolean isFirst;

    public JsonReader(String text) {
        this.text = text;
    }

    public void beginObject() {
        open('{');
    }

    public void endObject() {
        close('}');
    }

    public void beginArray() {
        open('[');
    }

    public void endArray() {
        close(']');
    }

    /** Is there another member or element? Steps over the comma in front of it. */
    public boolean hasNext() {
        char next = peek();
        if (next == '}' || next == ']') {
            return false;
        }
        if (isFirst) {
            isFirst = false;
        } else {
            expect(',');
            if (peek() == '}' || peek() == ']') {
                throw wrong("a comma with nothing behind it");
            }
        }
        return true;
    }

    public String name() {
        String name = string();
        expect(':');
        return name;
    }

    public String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ') {
                throw wrong("a control character in a string");
            }
            out.append(c == '\\' ? escaped() : c);
        }
        isFirst = false;
        return out.toString();
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> fourHexDigits();
            default -> throw wrong("an escape that JSON does not have");
        };
    }

    private char fourHexDigits() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            char c = next();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw wrong("a \\u without four hexadecimal digits");
            }
            value = 16 * value + digit;
        }
        return (char) value;
    }

    /** A whole number that is not negative. */
    public long count() {
        long number = number();
        if (number < 0) {
            throw wrong("a count below 0");
        }
        return number;
    }

    /** The next element of an array, a whole number that is not negative. */
    public long element() {
        if (!hasNext()) {
            throw wrong("an array that is too short");
        }
        return count();
    }

    private long number() {
        peek();
        int from = at;
        while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, at);
        isFirst = false;
        if (!digits.matches("-?(0|[1-9][0-9]*)")) {
            throw wrong("no whole number");
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            throw wrong("a number that is too large");
        }
    }

    /** An array of strings. */
    public List<String> strings() {
        List<String> strings = new ArrayList<>();
        beginArray();
        while (hasNext()) {
            strings.add(string());
        }
        endArray();
        return strings;
    }

    public boolean bool() {
        boolean isTrue = peek() == 't';
        literal(isTrue ? "true" : "false");
        return isTrue;
    }

    private void literal(String word) {
        if (!text.startsWith(word, at)) {
            throw wrong("an unknown word");
        }
        at += word.length();
        isFirst = false;
    }

    /** Steps over a value that later releases may have added. */
    public void skip() {
        switch (peek()) {
            case '{' -> {
                beginObject();
                while (hasNext()) {
                    name();
                    skip();
                }
                endObject();
            }
            case '[' -> {
                beginArray();
                while (hasNext()) {
                    skip();
                }
                endArray();
            }
            case '"' -> string();
            case 't', 'f' -> bool();
            case 'n' -> literal("null");
            default -> skipNumber();
        }
    }

    private void skipNumber() {
        int from = at;
        while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        isFirst = false;
        if (!text.substring(from, at).matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw wrong("no number");
        }
    }

    /** Is that all? */
    public void end() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at < text.length()) {
            throw wrong("text behind the end");
        }
    }

    private void open(char bracket) {
        expect(bracket);
        if (++depth > MAX_DEPTH) {
            throw wrong("more than " + MAX_DEPTH + " levels");
        }
        isFirst = true;
    }

    private void close(char bracket) {
        expect(bracket);
        depth--;
        isFirst = false;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("no " + wanted);
        }
        at++;
    }

    private char peek() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            throw wrong("the end");
        }
        return text.charAt(at);
    }

    private char next() {
        if (at == text.length()) {
            throw wrong("the end");
        }
        return text.charAt(at++);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    public IllegalArgumentException wrong(String found) {
        return new IllegalArgumentException("not the JSON of a report: at character " + at + " there is " + found);
    }
}
