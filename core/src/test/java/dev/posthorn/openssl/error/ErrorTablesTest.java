package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.posthorn.table.TsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The small tables against the big ones and against recordings: a misspelt row must not lie dormant. */
class ErrorTablesTest {

    @Test
    void everyFunctionOfTheHandshake_isOneThatSomeReleasePrints() throws IOException {
        Set<String> printed = functionsOfTheSslLibrary();

        assertThat(table("handshake-functions.tsv").rows())
                .hasSize(200)
                .map(row -> row.text("place"))
                .doesNotHaveDuplicates()
                .isSorted()
                .filteredOn(place -> !place.endsWith(".c"))
                .allMatch(printed::contains);
    }

    private static Set<String> functionsOfTheSslLibrary() throws IOException {
        List<TsvTable.Row> rows = new ArrayList<>();
        for (String release : List.of("0.9.8y", "1.0.0t", "1.0.1e", "1.0.1u", "1.0.2u", "1.1.0l", "1.1.1w")) {
            rows.addAll(ErrorVectors.read(release + ".tsv.gz").rows());
        }
        return rows.stream()
                .filter(row ->
                        row.text("kind").equals("func") && row.text("lib").equals("20"))
                .map(row -> row.text("string").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Test
    void everyRecordedTraceLine_isRead_andTellsItsStepOrIsKnownNotTo() throws IOException {
        List<String> lines = ErrorVectors.read("failed-handshakes.tsv.gz").rows().stream()
                .flatMap(row -> List.of(row.text("server_trace"), row.text("client_trace")).stream())
                .flatMap(trace -> Arrays.stream(trace.split(" \\| ", -1)))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();

        assertThat(lines).hasSize(187).allSatisfy(line -> {
            TraceLine trace = TraceLine.find(line).orElseThrow();
            boolean tells =
                    trace.step() != HandshakeStep.UNDETERMINED || trace.alert().isPresent();

            assertThat(tells || List.of("error", "unknown", "SSLv3 flush data").contains(trace.text()))
                    .as(line)
                    .isTrue();
        });
    }

    @Test
    void everyAlert_hasOneRow() {
        assertThat(table("alerts.tsv").rows())
                .hasSize(34)
                .map(row -> row.integer("code"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void everyLibrary_hasItsNumber() {
        assertThat(table("libraries.tsv").rows())
                .hasSize(44)
                .map(row -> row.integer("number") + " " + row.text("name"))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyRaiseSite_canBeTakenApart() {
        RaiseSites sites = RaiseSites.get();
        List<RaiseSites.Site> all = sites.files().stream()
                .flatMap(file -> sites.sites(file, name -> true).stream())
                .toList();

        assertThat(sites.releases()).hasSize(149).isSorted().doesNotHaveDuplicates();
        assertThat(all)
                .hasSizeGreaterThan(30_000)
                .allMatch(site ->
                        !site.releases().isEmpty() && site.firstLine() > 0 && site.lastLine() >= site.firstLine());
    }

    /** With the complete list of places at hand, none may be missing. */
    @Test
    @EnabledIfSystemProperty(named = "posthorn.errors", matches = ".*")
    void everyPlaceOfTheCompleteList_isKnownInAllItsReleases() throws IOException {
        assumeTrue(Files.exists(Path.of(System.getProperty("posthorn.errors"), "raise-sites.tsv.gz")));
        Map<String, Set<String>> known = new HashMap<>();
        for (TsvTable.Row row : ErrorVectors.readGiven("raise-sites.tsv.gz").rows()) {
            String file = PossibleReleases.baseName(row.text("file"));
            Set<String> places = known.computeIfAbsent(file + " " + row.text("reason"), key -> places(file, row));
            assertThat(row.words("releases", ','))
                    .as(row.text("file") + " " + row.text("reason"))
                    .allMatch(release ->
                            places.contains(row.text("first_line") + "-" + row.text("last_line") + " " + release));
        }
    }

    private static Set<String> places(String file, TsvTable.Row row) {
        return RaiseSites.get().sites(file, row.text("reason")::equals).stream()
                .flatMap(site -> site.releases().stream()
                        .map(release -> site.firstLine() + "-" + site.lastLine() + " " + release))
                .collect(Collectors.toSet());
    }

    private static TsvTable table(String name) {
        return TsvTable.read(name, ErrorStrings.class.getResourceAsStream(name));
    }
}
