package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every recorded expansion of every recorded build: verdict, reason and the ordered list.
 *
 * <p>{@code -Dposthorn.expansion=DIR} reads the files of another folder instead of the module's own.
 */
class ExpansionVectorsTest {

    private static final int MISMATCHES_SHOWN = 10;

    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9A-Fa-f]{2}|.)");

    @Test
    void expansion_ofEveryRecordedString_isWhatTheLibraryMadeOfIt() throws IOException {
        int files = 0;
        int strings = 0;
        List<String> mismatches = new ArrayList<>();
        for (Path file : RecordedBuilds.files("/expansion", "posthorn.expansion")) {
            CipherCatalog catalog =
                    CipherCatalog.forBuild(RecordedBuilds.buildOf(file)).orElseThrow();
            files++;
            for (String[] row : RecordedBuilds.rows(file)) {
                strings++;
                String recorded = row[1].equals("ok") ? row[3] : row[2];
                String ours = answer(CipherString.parse(unescape(row[0])).expandWith(catalog));
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

    private static String answer(Expansion expansion) {
        return expansion
                .rejection()
                .map(rejection -> rejection.reason().text())
                .orElseGet(() -> expansion.suites().stream()
                        .map(OpenSslCipherSuite::hexCode)
                        .collect(Collectors.joining(":")));
    }

    /** The escapes of the recorded files: {@code \\}, {@code \t}, {@code \n}, {@code \r} and {@code \xHH}. */
    private static String unescape(String escaped) {
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
