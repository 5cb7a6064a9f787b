package dev.posthorn.benchmarks;

import dev.posthorn.tls.CipherSuite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A cipher string and what OpenSSL 1.0.2u made of it, recorded from the library (DATA-SOURCES.md): strings of the field,
 * random ones from a grammar, and mutations of real ones.
 *
 * @param text the string
 * @param suites the suites it leaves, in order; none if the library refuses it
 */
public record RecordedExpansion(String text, List<CipherSuite> suites) {

    /** The release that the strings were recorded from. */
    static final String RELEASE = "1.0.2u";

    /** Reads the recordings. */
    static List<RecordedExpansion> all() {
        InputStream file = RecordedExpansion.class.getResourceAsStream("expansion/" + RELEASE + ".tsv.gz");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(file, "file: there are no recordings")),
                StandardCharsets.ISO_8859_1))) {
            return reader.lines().skip(1).map(RecordedExpansion::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the recordings cannot be read", e);
        }
    }

    private static RecordedExpansion read(String line) {
        String[] cells = line.split("\t", -1);
        List<CipherSuite> suites = cells[1].equals("ok")
                ? Stream.of(cells[3].split(":"))
                        .map(hexCode -> CipherSuite.forHexCode(hexCode).orElseThrow())
                        .toList()
                : List.of();
        return new RecordedExpansion(unescape(cells[0]), suites);
    }

    /** {@code \\}, {@code \t}, {@code \n}, {@code \r} and {@code \xHH}. */
    static String unescape(String escaped) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < escaped.length()) {
            char character = escaped.charAt(i++);
            if (character != '\\') {
                text.append(character);
                continue;
            }
            char escape = escaped.charAt(i++);
            switch (escape) {
                case 't' -> text.append('\t');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 'x' -> {
                    text.append((char) HexFormat.fromHexDigits(escaped, i, i + 2));
                    i += 2;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }
}
