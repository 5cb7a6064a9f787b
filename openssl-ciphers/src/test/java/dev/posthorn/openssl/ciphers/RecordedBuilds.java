package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.SslMethod;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The recorded files: where they are, which build each was recorded from, and their rows.
 *
 * <p>A file is named for its build: the release, then its options behind dashes, {@code no} without a dash of its own;
 * {@code weak} stands for the two options of a weak build, and a method can be an option, as in {@code 1.0.2a-tlsv1}.
 */
public final class RecordedBuilds {

    private static final Pattern ENDING = Pattern.compile("\\.tsv(\\.gz)?$");

    /** What cannot be read off the file's name. */
    private static final Map<String, String> OPTIONS = Map.of("weak", "enable-weak-ssl-ciphers enable-ssl2");

    private static final Map<String, SslMethod> METHODS = Map.of(
            "sslv2", SslMethod.SSLV2,
            "sslv3", SslMethod.SSLV3,
            "tlsv1", SslMethod.TLSV1,
            "tlsv1_1", SslMethod.TLSV1_1,
            "tlsv1_2", SslMethod.TLSV1_2);

    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9A-Fa-f]{2}|.)");

    private RecordedBuilds() {}

    /** The files of a folder of test resources, or of the folder that a property names instead. */
    public static List<Path> files(String resource, String property) throws IOException {
        String given = System.getProperty(property);
        Path folder = given != null ? Path.of(given) : resourceFolder(resource);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file ->
                            ENDING.matcher(file.getFileName().toString()).find())
                    .filter(file -> !file.getFileName().toString().contains("digest"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IOException(folder + ": there are no recorded files");
            }
            return found;
        }
    }

    private static Path resourceFolder(String resource) {
        try {
            return Path.of(RecordedBuilds.class.getResource(resource).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(resource, e);
        }
    }

    /** {@code 1.0.1e-krb5-nosrp.tsv.gz} was recorded from {@code 1.0.1e krb5 no-srp}. */
    public static OpenSslBuild buildOf(Path file) {
        List<String> text = new ArrayList<>();
        for (String word : words(file)) {
            if (!METHODS.containsKey(word)) {
                String plain = word.startsWith("no") ? "no-" + word.substring(2) : word;
                text.add(OPTIONS.getOrDefault(word, plain));
            }
        }
        return OpenSslBuild.parse(String.join(" ", text));
    }

    /** The catalogue of that build, with the method if the name has one. */
    public static CipherCatalog catalogOf(Path file) {
        SslMethod method = Stream.of(words(file))
                .filter(METHODS::containsKey)
                .map(METHODS::get)
                .findFirst()
                .orElse(SslMethod.VERSION_FLEXIBLE);
        return CipherCatalog.forBuild(buildOf(file), method)
                .orElseThrow(() -> new IllegalStateException(file + ": there is no catalogue of this build"));
    }

    private static String[] words(Path file) {
        return ENDING.matcher(file.getFileName().toString()).replaceFirst("").split("-", -1);
    }

    /** The rows below the header, as cells. */
    public static List<String[]> rows(Path file) throws IOException {
        return lines(file).stream().skip(1).map(line -> line.split("\t", -1)).toList();
    }

    /** The cells of some columns, which are found by their names in the header, wherever they stand. */
    public static List<String[]> rows(Path file, String... columns) throws IOException {
        List<String> lines = lines(file);
        List<String> header = List.of(lines.get(0).split("\t", -1));
        int[] places = Stream.of(columns).mapToInt(header::indexOf).toArray();
        List<String[]> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            String[] chosen = new String[places.length];
            for (int i = 0; i < places.length; i++) {
                // A line may lack the empty cells at its end.
                chosen[i] = places[i] < cells.length ? cells[places[i]] : "";
            }
            rows.add(chosen);
        }
        return rows;
    }

    private static List<String> lines(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        boolean packed = file.getFileName().toString().endsWith(".gz");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.ISO_8859_1))) {
            return reader.lines().toList();
        }
    }

    /** The escapes of the recorded files: {@code \\}, {@code \\t}, {@code \\n}, {@code \\r} and {@code \\xHH}. */
    public static String unescape(String escaped) {
        return ESCAPE.matcher(escaped).replaceAll(match -> {
            String escape = match.group(1);
            String character = switch (escape.charAt(0)) {
                case 't' -> "\t";
                case 'n' -> "\n";
                case 'r' -> "\r";
                case 'x' -> String.valueOf((char) HexFormat.fromHexDigits(escape, 1, 3));
                default -> escape;
            };
            return Matcher.quoteReplacement(character);
        });
    }
}
