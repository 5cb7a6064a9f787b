package dev.posthorn.openssl.error;

/**
 * Finds OpenSSL's error strings in a text and cuts them into fields. Holds offsets only; one scanner can be used for
 * many texts, by one thread.
 *
 * <p>The grammar (fact sheet on OpenSSL errors sections 2 to 4; upstream {@code ERR_error_string_n} and
 * {@code ERR_print_errors_cb}), read from the left because data may hold anything, colons included:
 *
 * <pre>
 * error   = [ thread ":" ] "error:" code [ ":" library ":" function ":" reason [ place ] [ data ] ]
 *         | "err:" code ":" library-number ":0:" reason-number          OpenSSL 3 when the rest did not fit
 * code    = 1*16 hexadecimal digits; fewer than eight only before the name of a library
 * place   = ":" file ":" line
 * data    = ":" anything                  Dovecot puts a blank in front; Postfix a colon behind, even without data
 * </pre>
 *
 * <p>An error may be cut off after any field. It ends at the end of its line, before the next error, or where the
 * program's own words go on: at a parenthesis it did not open, before {@code , word=}, at a quotation mark, or at
 * {@code " -- "}.
 */
final class ErrorTextScanner {

    private static final int ABSENT = -1;
    private static final int MOST_CODE_DIGITS = 16;
    private static final int USUAL_CODE_DIGITS = 8;
    private static final int MOST_THREAD_DIGITS = 20;
    private static final int MOST_LINE_DIGITS = 9;
    private static final int LONGEST_LIBRARY = 64;
    private static final char NO_SEPARATOR = '\n';

    private CharSequence text = "";
    private int to;

    final Span thread = new Span();
    final Span code = new Span();
    final Span library = new Span();
    final Span function = new Span();
    final Span reason = new Span();
    final Span file = new Span();
    final Span line = new Span();
    final Span data = new Span();
    private final Span nextCode = new Span();
    private final Span[] names = {library, function, reason};
    private final Span[] optional = {thread, library, function, reason, file, line, data};
    private boolean shortForm;

    /**
     * Looks for the first error in a range of a text, and remembers where its fields are.
     *
     * @return where to go on looking for the next one; -1 if there is no error in the range
     */
    int find(CharSequence text, int from, int to) {
        this.text = text;
        this.to = to;
        int word = indexOfError(from, code);
        if (word < 0) {
            return ABSENT;
        }
        int next = indexOfError(code.to, nextCode);
        int end = endOfLine(code.to, next < 0 ? to : startOfThread(next, code.to));
        for (Span field : optional) {
            field.clear();
        }
        int threadFrom = startOfThread(word, from);
        if (threadFrom < word) {
            thread.set(threadFrom, word - 1);
        }
        shortForm = code.from == word + "err:".length();
        if (!shortForm && code.to < end && text.charAt(code.to) == ':') {
            scanNames(code.to + 1, end);
        }
        return end;
    }

    /** Was this the form of OpenSSL 3 that has numbers only? */
    boolean isShortForm() {
        return shortForm;
    }

    private int indexOfError(int from, Span codeOfIt) {
        for (int colon = from + 3; colon < to; colon++) {
            if (text.charAt(colon) != ':') {
                continue;
            }
            if (isWordBefore(colon, "error", from) && acceptsCode(colon + 1, codeOfIt)) {
                return colon - "error".length();
            }
            if (isWordBefore(colon, "err", from) && acceptsShortForm(colon + 1, codeOfIt)) {
                return colon - "err".length();
            }
        }
        return ABSENT;
    }

    private boolean isWordBefore(int end, String word, int from) {
        int start = end - word.length();
        if (start < from || (start > 0 && isWordCharacter(text.charAt(start - 1)))) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((text.charAt(start + i) | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean acceptsCode(int from, Span codeOfIt) {
        int end = endOfHexDigits(from);
        int digits = end - from;
        if (digits == 0 || digits > MOST_CODE_DIGITS || (end < to && isWordCharacter(text.charAt(end)))) {
            return false;
        }
        if (digits < USUAL_CODE_DIGITS && !isFollowedByLibrary(end)) {
            return false;
        }
        codeOfIt.set(from, end);
        return true;
    }

    private boolean isFollowedByLibrary(int colon) {
        if (colon >= to || text.charAt(colon) != ':') {
            return false;
        }
        int end = indexOfColon(colon + 1, Math.min(to, colon + 1 + LONGEST_LIBRARY));
        return end >= 0 && LibraryNames.get().isLibrary(text, colon + 1, end);
    }

    /** Upstream 3.x {@code ossl_err_string_int}: {@code err:%lx:%lx:%lx:%lx}, the function always 0. */
    private boolean acceptsShortForm(int from, Span codeOfIt) {
        int codeEnd = endOfHexDigits(from);
        int libraryEnd = endOfHexDigits(codeEnd + 1);
        int reasonEnd = endOfHexDigits(libraryEnd + 3);
        boolean accepted = codeEnd > from
                && codeEnd - from <= MOST_CODE_DIGITS
                && isAt(codeEnd, ":")
                && libraryEnd > codeEnd + 1
                && isAt(libraryEnd, ":0:")
                && reasonEnd > libraryEnd + 3
                && (reasonEnd == to || !isWordCharacter(text.charAt(reasonEnd)));
        if (accepted) {
            codeOfIt.set(from, codeEnd);
        }
        return accepted;
    }

    /** Where the thread id in front of {@code error:} starts; {@code word} itself if there is none. */
    private int startOfThread(int word, int lowest) {
        int start = word - 1;
        if (start < lowest || text.charAt(start) != ':') {
            return word;
        }
        while (start > lowest && isHexDigit(text.charAt(start - 1))) {
            start--;
        }
        int digits = word - 1 - start;
        boolean isThread =
                digits > 0 && digits <= MOST_THREAD_DIGITS && (start == 0 || !isWordCharacter(text.charAt(start - 1)));
        return isThread ? start : word;
    }

    private void scanNames(int from, int end) {
        int start = from;
        for (Span name : names) {
            int fieldEnd = endOfField(start, end, ':');
            setTrimmed(name, start, fieldEnd);
            if (fieldEnd == end || text.charAt(fieldEnd) != ':') {
                return;
            }
            start = fieldEnd + 1;
        }
        scanPlaceAndData(start, end);
    }

    private void scanPlaceAndData(int from, int end) {
        int colon = indexOfColonBeforeNumber(from, end);
        if (colon < 0) {
            setData(from, endOfField(from, end, NO_SEPARATOR));
            return;
        }
        file.set(from, colon);
        int afterLine = endOfDigits(colon + 1, end);
        line.set(colon + 1, afterLine);
        if (afterLine < end && text.charAt(afterLine) == ':') {
            setData(afterLine + 1, end);
        }
    }

    private void setData(int from, int end) {
        setTrimmed(data, from, end);
        if (data.from < data.to && text.charAt(data.to - 1) == ':') {
            data.to--;
        }
        if (data.from == data.to) {
            data.clear();
        }
    }

    private void setTrimmed(Span span, int from, int end) {
        int first = from;
        int last = end;
        while (first < last && text.charAt(first) == ' ') {
            first++;
        }
        while (last > first && isBlankOrComma(text.charAt(last - 1))) {
            last--;
        }
        span.set(first, last);
    }

    /** The colon between a file's name and its line, if what follows is a file's name; it has no blank in it. */
    private int indexOfColonBeforeNumber(int from, int end) {
        for (int i = from; i < end && text.charAt(i) != ' '; i++) {
            boolean isDrive = i == from + 1 && i + 1 < end && isSlash(text.charAt(i + 1));
            if (text.charAt(i) == ':' && !isDrive) {
                int afterNumber = endOfDigits(i + 1, end);
                boolean isNumber = afterNumber > i + 1
                        && afterNumber <= i + 1 + MOST_LINE_DIGITS
                        && (afterNumber == end || !isWordCharacter(text.charAt(afterNumber)));
                return i > from && isNumber ? i : ABSENT;
            }
        }
        return ABSENT;
    }

    /** The end of a field: its separator, or where the program's own words go on. */
    private int endOfField(int from, int end, char separator) {
        int open = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '(') {
                open++;
            } else if (c == separator || c == '"' || (c == ')' && --open < 0) || isProgramsOwn(i, separator)) {
                return i;
            }
        }
        return end;
    }

    /**
     * {@code , session=<...>} of Dovecot, {@code -- speaking HTTP to HTTPS port!?} of Apache. Dovecot's may be cut off
     * within its first word; a single reason of OpenSSL's has a comma in it, and its number completes that.
     */
    private boolean isProgramsOwn(int from, char separator) {
        if (isAt(from, " -- ")) {
            return true;
        }
        if (!isAt(from, ", ")) {
            return false;
        }
        int i = from + 2;
        while (i < to && isWordCharacter(text.charAt(i))) {
            i++;
        }
        return i == to ? separator == ':' : i > from + 2 && text.charAt(i) == '=';
    }

    private int endOfLine(int from, int end) {
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return i;
            }
        }
        return end;
    }

    private int indexOfColon(int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == ':') {
                return i;
            }
        }
        return ABSENT;
    }

    private int endOfHexDigits(int from) {
        int i = from;
        while (i < to && isHexDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int endOfDigits(int from, int end) {
        int i = from;
        while (i < end && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean isAt(int from, String words) {
        if (from + words.length() > to) {
            return false;
        }
        for (int i = 0; i < words.length(); i++) {
            if (text.charAt(from + i) != words.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordCharacter(char c) {
        return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_';
    }

    private static boolean isHexDigit(char c) {
        return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static boolean isBlankOrComma(char c) {
        return c == ' ' || c == '\t' || c == ',';
    }

    /** A range of the text, end excluded; absent until it is set. */
    static final class Span {

        private int from = ABSENT;
        private int to = ABSENT;

        int from() {
            return from;
        }

        int to() {
            return to;
        }

        boolean isPresent() {
            return from >= 0;
        }

        boolean isEmpty() {
            return from == to;
        }

        private void set(int start, int end) {
            from = start;
            to = end;
        }

        private void clear() {
            set(ABSENT, ABSENT);
        }
    }
}
