package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.OpenSslBuild;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The recorded files: where they are, which build each was recorded from, and their rows. */
public final class RecordedBuilds {

    private static final String ENDING = ".tsv.gz";

    /** What cannot be read off the file's name. */
    private static final Map<String, String> OPTIONS = Map.of("weak", "enable-weak-ssl-ciphers enable-ssl2");

    private RecordedBuilds() {}

    /** The files of a folder of test resources, or of the folder that a property names instead. */
    public static List<Path> files(String resource, String property) throws IOException {
        String given = System.getProperty(property);
        Path folder = given != null ? Path.of(given) : resourceFolder(resource);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(file -> !file.getFileName().toString().contains("digest"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IOException(folder + ": no " + ENDING + " files");
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
        String name = file.getFileName().toString();
        String[] words = name.substring(0, name.length() - ENDING.length()).split("-", -1);
        StringBuilder text = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            String plain = words[i].startsWith("no") ? "no-" + words[i].substring(2) : words[i];
            text.append(' ').append(OPTIONS.getOrDefault(words[i], plain));
        }
        return OpenSslBuild.parse(text.toString());
    }

    /** The rows below the header, as cells. */
    public static List<String[]> rows(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.ISO_8859_1))) {
            return reader.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        }
    }
}
