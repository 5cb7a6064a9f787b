package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every recorded expansion of every recorded build: verdict, reason and the ordered list.
 *
 * <p>{@code -Dposthorn.expansion=DIR} reads the files of another folder instead of the module's own; it has to have
 * some, and every file of a {@code .tsv} or {@code .tsv.gz} counts, named as {@link RecordedBuilds} says.
 */
class ExpansionVectorsTest {

    private static final int MISMATCHES_SHOWN = 10;

    @Test
    void expansion_ofEveryRecordedString_isWhatTheLibraryMadeOfIt() throws IOException {
        int files = 0;
        int strings = 0;
        List<String> mismatches = new ArrayList<>();
        for (Path file : RecordedBuilds.files("/expansion", "posthorn.expansion")) {
            CipherCatalog catalog = RecordedBuilds.catalogOf(file);
            files++;
            for (String[] row : RecordedBuilds.rows(file, "string", "verdict", "reason", "ids")) {
                strings++;
                String recorded = row[1].equals("ok") ? row[3] : row[2];
                String ours = answer(
                        CipherString.parse(RecordedBuilds.unescape(row[0])).expandWith(catalog));
                if (!ours.equals(recorded)) {
                    mismatches.add(file.getFileName() + " \"" + row[0] + "\"\n  recorded " + recorded + "\n  ours     "
                            + ours);
                }
            }
        }
        System.out.println("files " + files + ", strings " + strings + ", mismatches " + mismatches.size());
        assertThat(mismatches.stream().limit(MISMATCHES_SHOWN).toList()).isEmpty();
        assertThat(strings).isPositive();
    }

    /** The recorded digests: 500 of the strings in every one of the 65 releases of 1.0.x. */
    @Test
    void expansion_inEveryLetterRelease_hasTheRecordedDigest() throws Exception {
        List<Path> folder = RecordedBuilds.files("/expansion", "posthorn.expansion");
        Path digests = folder.get(0).resolveSibling("all-releases-digest.tsv.gz");
        assumeThat(digests).exists();
        List<CipherString> strings = RecordedBuilds.rows(folder.get(0), "string").stream()
                .map(row -> CipherString.parse(RecordedBuilds.unescape(row[0])))
                .toList();
        Map<String, CipherCatalog> catalogs = new LinkedHashMap<>();
        List<String> mismatches = new ArrayList<>();
        for (String[] row : RecordedBuilds.rows(digests, "release", "string_number", "digest")) {
            CipherCatalog catalog = catalogs.computeIfAbsent(
                    row[0],
                    release ->
                            CipherCatalog.forBuild(OpenSslBuild.parse(release)).orElseThrow());
            CipherString string = strings.get(Integer.parseInt(row[1]) - 1);
            if (!digest(string.expandWith(catalog)).equals(row[2])) {
                mismatches.add(row[0] + " string " + row[1] + " \"" + string.text() + "\"");
            }
        }
        System.out.println("releases " + catalogs.size() + ", mismatches " + mismatches.size());
        assertThat(mismatches.stream().limit(MISMATCHES_SHOWN).toList()).isEmpty();
        assertThat(catalogs).isNotEmpty();
        if (System.getProperty("posthorn.expansion") == null) {
            assertThat(catalogs).hasSize(65);
        }
    }

    private static String digest(Expansion expansion) throws NoSuchAlgorithmException {
        if (expansion.rejection().isPresent()) {
            return "error";
        }
        byte[] sha256 =
                MessageDigest.getInstance("SHA-256").digest(answer(expansion).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(sha256, 0, 8);
    }

    private static String answer(Expansion expansion) {
        return expansion
                .rejection()
                .map(rejection -> rejection.reason().text())
                .orElseGet(() -> expansion.suites().stream()
                        .map(OpenSslCipherSuite::hexCode)
                        .collect(Collectors.joining(":")));
    }
}
