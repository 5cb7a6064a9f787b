package dev.posthorn.openssl.ciphers.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.DistributionPackage;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.CipherSuite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables in the jar, each checked against itself and against its neighbours. */
class TableIntegrityTest {

    static Stream<ReleaseBehaviour> behaviours() {
        return ReleaseTables.behaviours().stream();
    }

    private static CipherCatalog catalog(ReleaseBehaviour behaviour) {
        return CipherCatalog.forBuild(OpenSslBuild.of(behaviour.first())).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "releases.tsv, 23",
        "ciphers-1.0.0.tsv, 126",
        "ciphers-1.0.1.tsv, 286",
        "ciphers-1.0.2.tsv, 247",
        "ciphers-1.1.0.tsv, 157",
        "ciphers-1.1.1.tsv, 169",
        "ciphers-3.0.tsv, 172",
        "aliases-1.0.0.tsv, 68",
        "aliases-1.0.1.tsv, 76",
        "aliases-1.0.2.tsv, 86",
        "aliases-1.1.0.tsv, 72",
        "aliases-1.1.1.tsv, 76",
        "aliases-3.0.tsv, 79",
        "base-order-1.0.tsv, 13",
        "base-order-1.1.tsv, 18",
        "disabled-attributes.tsv, 34",
        "suite-b.tsv, 4",
        "changed-meanings.tsv, 30",
        "distribution-patches.tsv, 20"
    })
    void table_hasItsRowsAndNothingButThem(String name, int rows) throws IOException {
        String text;
        try (InputStream in = TableIntegrityTest.class.getResourceAsStream(name)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        TsvTable table = TsvTable.parse(name, text);

        assertThat(table.rows()).hasSize(rows);
        assertThat(text).doesNotContain("\r").endsWith("\n").isEqualTo(roundTrip(text, table));
    }

    /** Comments, header and the cells of the rows again. */
    private static String roundTrip(String text, TsvTable table) {
        String comments = text.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        List<String> lines = new ArrayList<>(List.of(String.join("\t", table.columns())));
        for (TsvTable.Row row : table.rows()) {
            lines.add(table.columns().stream().map(row::text).collect(Collectors.joining("\t")));
        }
        return comments + String.join("\n", lines) + "\n";
    }

    @ParameterizedTest
    @MethodSource("behaviours")
    void ordinals_ofEveryRelease_areDense(ReleaseBehaviour behaviour) {
        assertThat(catalog(behaviour).suites().stream().map(OpenSslCipherSuite::ordinal))
                .containsExactlyElementsOf(
                        IntStream.range(0, catalog(behaviour).suites().size())
                                .boxed()
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("behaviours")
    void codePoints_ofEveryRelease_areKnownByNameInTheRegistry(ReleaseBehaviour behaviour) {
        Set<CipherSuite> known = new HashSet<>(CipherSuite.known());

        assertThat(catalog(behaviour).suites()).allSatisfy(suite -> {
            assertThat(known).contains(suite.cipherSuite());
            if (!suite.cipherSuite().isSslv2CipherKind()) {
                assertThat(CipherSuite.forOpenSslName(suite.openSslName())).contains(suite.cipherSuite());
            }
        });
    }

    @Test
    void ranges_ofReleases_followEachOtherWithoutOverlap() {
        List<ReleaseBehaviour> all = ReleaseTables.behaviours();

        assertThat(all).allMatch(range -> range.first().compareTo(range.last()) <= 0);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i - 1).last()).isLessThan(all.get(i).first());
        }
    }

    @ParameterizedTest
    @MethodSource("behaviours")
    void defaultList_ofEveryRelease_isUnderstoodWordForWord(ReleaseBehaviour behaviour) {
        CipherCatalog catalog = catalog(behaviour);

        assertThat(catalog.defaultList().split(":!?"))
                .allSatisfy(word -> assertThat(catalog.criteriaOf(word)).isPresent());
    }

    @Test
    void patches_areOfKnownPackages() {
        Set<String> known = DistributionPackage.known().stream()
                .map(DistributionPackage::id)
                .collect(Collectors.toSet());

        assertThat(ReleaseTables.table("distribution-patches.tsv").rows())
                .allSatisfy(row -> assertThat(known).contains(row.text("id")));
    }

    @Test
    void sentinels_aroundEveryBranch_haveNoCatalogue() {
        assertThat(Stream.of("0.9.8zh", "1.0.0u", "1.0.1v", "1.0.2v", "1.1.0m", "1.1.1x", "3.0.16", "3.1.0"))
                .allSatisfy(release -> assertThat(CipherCatalog.forBuild(OpenSslBuild.parse(release)))
                        .isEmpty());
    }
}
