package dev.posthorn.openssl.ciphers.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.ciphers.RecordedBuilds;
import dev.posthorn.tls.Authentication;
import dev.posthorn.tls.KeyExchange;
import dev.posthorn.tls.ProtocolVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every recorded suite table against the catalogue of that build: rows, attributes, availability, base order. */
class CatalogVectorsTest {

    /** {@code table_index} to {@code mac}, {@code strength_bits} to {@code not_default}, and the base position. */
    @TestFactory
    List<DynamicTest> catalogue_ofEveryRecordedBuild_hasTheRecordedRows() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : RecordedBuilds.files("/catalogues", "posthorn.catalogues")) {
            tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                CipherCatalog catalog =
                        CipherCatalog.forBuild(RecordedBuilds.buildOf(file)).orElseThrow();
                List<String> recorded = RecordedBuilds.rows(file).stream()
                        .map(CatalogVectorsTest::recordedRow)
                        .toList();
                assertThat(catalog.suites().stream()
                                .map(suite -> row(catalog, suite))
                                .toList())
                        .isEqualTo(recorded);
            }));
        }
        return tests;
    }

    private static String recordedRow(String[] cells) {
        boolean available = !cells[18].isEmpty();
        return String.join(
                " ",
                cells[0],
                cells[2],
                cells[3],
                cells[4].isEmpty() ? "-" : cells[4],
                protocol(cells[5]),
                KeyExchange.forCipherStringWord(cells[6]).orElseThrow().toString(),
                Authentication.forCipherStringWord(lastOf(cells[7]))
                        .orElseThrow()
                        .toString(),
                cells[8],
                cells[9],
                cells[10],
                cells[11],
                cells[12],
                cells[13],
                cells[14],
                cells[15],
                available ? cells[18] : "-");
    }

    /** The recordings say TLSv1.0 for what OpenSSL prints as TLSv1. */
    private static String protocol(String recorded) {
        return ProtocolVersion.forOpenSslName(recorded).orElseThrow().openSslName();
    }

    /** Of the two keys a GOST suite can do with, the newer one is recorded last. */
    private static String lastOf(String words) {
        return words.substring(words.lastIndexOf('+') + 1);
    }

    private static String row(CipherCatalog catalog, OpenSslCipherSuite suite) {
        int position = catalog.baseOrder().indexOf(suite) + 1;
        return String.join(
                " ",
                Integer.toString(suite.ordinal()),
                suite.hexCode(),
                suite.openSslName(),
                suite.standardName().orElse("-"),
                suite.minimumProtocol().openSslName(),
                suite.keyExchange().toString(),
                suite.authentication().toString(),
                suite.encryption(),
                suite.mac(),
                Integer.toString(suite.effectiveKeyBits()),
                Integer.toString(suite.algorithmKeyBits()),
                suite.strength(),
                suite.isExport() ? "yes" : "no",
                suite.isFips() ? "yes" : "no",
                suite.isNotDefault() ? "yes" : "no",
                position == 0 ? "-" : Integer.toString(position));
    }
}
