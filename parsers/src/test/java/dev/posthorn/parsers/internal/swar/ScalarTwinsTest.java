package dev.posthorn.parsers.internal.swar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Words find what bytes find: at every offset and length from 0 to 64, and in every line we have; with
 * {@code -Dposthorn.corpus=DIR} in every line of that folder too.
 */
class ScalarTwinsTest {

    private static final int MOST_OFFSET = 16;
    private static final int MOST_LENGTH = 64;

    /** Pieces of all lengths that lines are full of. */
    private static final List<String> LITERALS = List.of(
            "=", ": ", "to=<", "postfix", "postfix/", "status=sent", "connect from ", "TLS connection established ");

    /** What lines are cut at. */
    private static final byte[] DELIMITERS = ascii(" :[](),;=<>/\\\"{}");

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Bytes that are likely to be mistaken for each other: one bit apart, or beyond ASCII. */
    private static byte[] confusable(Random random, int length) {
        byte[] alphabet = {
            '\n', '\n' ^ 1, (byte) ('\n' | 0x80), 0, 1, ':', ';', '0', '9', '/', ' ', '{', '{' - 1, '{' + 1, (byte) 0xFF
        };
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = alphabet[random.nextInt(alphabet.length)];
        }
        return bytes;
    }

    @Test
    void searches_everyOffsetAndLength_equalTheirTwins() {
        Random random = new Random(42);
        for (int round = 0; round < 20; round++) {
            for (int from = 0; from <= MOST_OFFSET; from++) {
                for (int length = 0; length <= MOST_LENGTH; length++) {
                    int to = from + length;
                    byte[] bytes = confusable(random, to + random.nextInt(3)); // Often nothing stands behind the range.
                    compareSearches(bytes, from, to);
                }
            }
        }
    }

    private static void compareSearches(byte[] bytes, int from, int to) {
        if (ByteSearch.indexOfNewline(bytes, from, to) != Scalar.indexOf(bytes, from, to, (byte) '\n')
                || ByteSearch.indexOf(bytes, from, to, (byte) ':') != Scalar.indexOf(bytes, from, to, (byte) ':')
                || ByteSearch.indexOf(bytes, from, to, (byte) 0xFF) != Scalar.indexOf(bytes, from, to, (byte) 0xFF)
                || ByteSearch.indexOfOpeningBrace(bytes, from, to) != Scalar.indexOf(bytes, from, to, (byte) '{')
                || ByteSearch.lastIndexOfNewline(bytes, from, to) != Scalar.lastIndexIn(bytes, from, to, "\n")
                || ByteSearch.countNewlines(bytes, from, to) != Scalar.count(bytes, from, to, (byte) '\n')
                || ByteSearch.indexOfAny(bytes, from, to, (byte) ' ', (byte) '\n', (byte) 0)
                        != Scalar.indexOfAny(bytes, from, to, (byte) ' ', (byte) '\n', (byte) 0)) {
            throw disagreement(bytes, from, to);
        }
    }

    private static AssertionError disagreement(byte[] bytes, int from, int to) {
        int shownTo = Math.min(bytes.length, Math.max(from, to) + DecimalDigits.MOST);
        return new AssertionError(
                from + ".." + to + ": " + new String(bytes, from, shownTo - from, StandardCharsets.ISO_8859_1));
    }

    /** A range that ends within the literal, right behind it, or far behind; the literal right, or wrong in one bit. */
    @Test
    void literals_everyOffsetAndLength_equalTheirTwins() {
        Random random = new Random(42);
        for (int length = 1; length <= MOST_LENGTH; length++) {
            String text = new String(confusable(random, length), StandardCharsets.ISO_8859_1)
                    .replace((char) 0xFF, 'x')
                    .replace((char) ('\n' | 0x80), 'y');
            Literal literal = Literal.of(text);
            for (int at = 0; at <= MOST_OFFSET; at++) {
                for (int behind = -length; behind <= 9; behind++) {
                    byte[] bytes = new byte[at + length + Math.max(0, behind)];
                    System.arraycopy(ascii(text), 0, bytes, at, length);
                    int to = at + length + behind;
                    compareLiteral(literal, bytes, at, to);
                    bytes[at + random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
                    compareLiteral(literal, bytes, at, to);
                }
            }
        }
    }

    private static void compareLiteral(Literal literal, byte[] bytes, int from, int to) {
        String text = literal.toString();
        boolean isAt = Scalar.isAt(bytes, from, to, text);
        if (literal.isAt(bytes, from, to) != isAt
                || literal.after(bytes, from, to) != (isAt ? from + text.length() : -1)
                || literal.indexIn(bytes, from, to) != Scalar.indexIn(bytes, from, to, text)
                || literal.lastIndexIn(bytes, from, to) != Scalar.lastIndexIn(bytes, from, to, text)) {
            throw disagreement(bytes, from, to);
        }
    }

    /** One text, or several of which one is begun by another, at every place of ranges of every length. */
    @Test
    void texts_everyOffsetAndLength_equalTheirTwin() {
        Random random = new Random(42);
        List<List<String>> searches = List.of(
                List.of("123456789"),
                List.of("SSL_accept error from "),
                List.of("1234567890", "234567890", "aaaaaaaaaaa"),
                List.of("TLS connection established ", "TLS connection reused to ", "SSL_accept:", "::::::::: : "));
        for (List<String> texts : searches) {
            TextSearch search = new TextSearch(texts);
            for (int length = 0; length <= MOST_LENGTH + 40; length++) {
                for (int place = -TextSearch.SHORTEST; place < length; place++) {
                    int from = random.nextInt(MOST_OFFSET);
                    byte[] bytes = confusable(random, from + length + random.nextInt(3));
                    byte[] text = ascii(texts.get(random.nextInt(texts.size())));
                    for (int i = Math.max(0, -place); i < text.length && from + place + i < bytes.length; i++) {
                        bytes[from + place + i] = text[i];
                    }
                    compareTexts(search, texts, bytes, from, from + length);
                }
            }
        }
    }

    @Test
    void texts_thatCanSlipThrough_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TextSearch(List.of("removed: 1", "removed:")))
                .withMessageContaining("removed:");
    }

    /** Which of several texts is found is free, but for those that end before it begins. */
    private static void compareTexts(TextSearch search, List<String> texts, byte[] bytes, int from, int to) {
        int found = search.indexIn(bytes, from, to);
        boolean isThere = found < 0 || texts.stream().anyMatch(text -> Scalar.isAt(bytes, found, to, text));
        boolean isFirst =
                texts.stream().noneMatch(text -> Scalar.indexIn(bytes, from, found < 0 ? to : found, text) >= 0);
        if (!isThere || !isFirst) {
            throw disagreement(bytes, from, to);
        }
    }

    @Test
    void numbers_everyOffset_equalTheirTwins() {
        Random random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            for (int at = 0; at <= MOST_OFFSET; at++) {
                byte[] bytes = confusable(random, at + DecimalDigits.MOST);
                for (int digits = random.nextInt(DecimalDigits.MOST + 1); digits > 0; digits--) {
                    bytes[at + digits - 1] = (byte) ('0' + random.nextInt(10));
                }
                compareNumbers(bytes, at);
            }
        }
    }

    private static void compareNumbers(byte[] bytes, int at) {
        int count = Scalar.countDigits(bytes, at);
        if (DecimalDigits.count(bytes, at) != count
                || (count > 0 && DecimalDigits.value(bytes, at, count) != Scalar.value(bytes, at, count))
                || Clock.read(bytes, at) != Scalar.clock(bytes, at)) {
            throw disagreement(bytes, at, at + DecimalDigits.MOST);
        }
    }

    @Test
    void linesOfOurs_inWordsAndInBytes_areTheSame() throws IOException {
        Path resources = Path.of("src/test/resources/dev/posthorn/parsers");

        assertThat(compareFilesBelow(resources)).isGreaterThan(5_000);
    }

    @Test
    void linesOfTheCorpus_inWordsAndInBytes_areTheSame() throws IOException {
        String folder = System.getProperty("posthorn.corpus", "");
        assumeTrue(!folder.isEmpty(), "-Dposthorn.corpus=DIR is not given");

        assertThat(compareFilesBelow(Path.of(folder))).isPositive();
    }

    /** How many lines there were. */
    private static long compareFilesBelow(Path folder) throws IOException {
        long lines = 0;
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
                lines += compareLines(contentOf(file));
            }
        }
        return lines;
    }

    private static byte[] contentOf(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readAllBytes(file);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static long compareLines(byte[] log) {
        long lines = 0;
        RememberedBytes remembered = new RememberedBytes(MOST_LENGTH);
        int rememberedFrom = 0;
        for (int from = 0; from < log.length; lines++) {
            int newline = Scalar.indexOf(log, from, log.length, (byte) '\n');
            if (ByteSearch.indexOfNewline(log, from, log.length) != newline) {
                throw disagreement(log, from, Math.min(log.length, from + 200));
            }
            int to = newline < 0 ? log.length : newline;
            compareLine(log, from, to);
            int headTo = Math.min(to, from + MOST_LENGTH);
            if (lines > 0) {
                compareRemembered(remembered, log, rememberedFrom, from, headTo);
            }
            remembered.remember(log, from, headTo);
            rememberedFrom = from;
            from = to + 1;
        }
        return lines;
    }

    private static void compareLine(byte[] log, int from, int to) {
        for (byte delimiter : DELIMITERS) {
            for (int at = from; at >= 0 && at < to; ) {
                int next = Scalar.indexOf(log, at, to, delimiter);
                if (ByteSearch.indexOf(log, at, to, delimiter) != next) {
                    throw disagreement(log, at, to);
                }
                at = next < 0 ? to : next + 1;
            }
        }
        for (int at = from; at < to; at++) {
            if (ByteSearch.indexOfAny(log, at, to, (byte) ' ', (byte) '[', (byte) ':')
                    != Scalar.indexOfAny(log, at, to, (byte) ' ', (byte) '[', (byte) ':')) {
                throw disagreement(log, at, to);
            }
            if (at <= log.length - DecimalDigits.MOST) {
                compareNumbers(log, at);
            }
        }
        for (String text : LITERALS) {
            compareLiteral(Literal.of(text), log, from, to);
        }
    }

    /** The beginnings of a line and of the one before, in all lengths. */
    private static void compareRemembered(RememberedBytes remembered, byte[] log, int before, int from, int to) {
        int beforeTo = Math.min(before + MOST_LENGTH, from - 1);
        for (int length = 0; length <= to - from; length++) {
            if (remembered.isExactly(log, from, from + length)
                    != Scalar.areEqual(log, before, beforeTo, log, from, from + length)) {
                throw disagreement(log, from, from + length);
            }
        }
    }

    @Test
    void plainText_everyOffsetAndLength_isCopiedAsByItsTwin() {
        Random random = new Random(43);
        byte[] alphabet = {
            'a', 'a', 'a', 'a', ' ', '~', 0x7F, 0x1F, '"', '!', '#', '\\', '[', ']', (byte) 0x80, (byte) 0xFF, 0
        };
        for (int round = 0; round < 20; round++) {
            for (int from = 0; from <= MOST_OFFSET; from++) {
                for (int length = 0; length <= MOST_LENGTH; length++) {
                    byte[] bytes = new byte[from + length + random.nextInt(10)];
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] = alphabet[random.nextInt(random.nextBoolean() ? alphabet.length : 6)];
                    }
                    compareCopies(bytes, from, from + length);
                }
            }
        }
    }

    private static void compareCopies(byte[] bytes, int from, int to) {
        int plain = from;
        while (plain < to
                && bytes[plain] >= ' '
                && bytes[plain] <= '~'
                && bytes[plain] != '"'
                && bytes[plain] != '\\') {
            plain++;
        }
        byte[] into = new byte[to - from + 9];

        assertThat(PlainText.copy(bytes, from, to, into, 1)).isEqualTo(plain - from);
        assertThat(Arrays.copyOfRange(into, 1, 1 + plain - from)).isEqualTo(Arrays.copyOfRange(bytes, from, plain));
        assertThat(into[0]).isZero();
    }
}
