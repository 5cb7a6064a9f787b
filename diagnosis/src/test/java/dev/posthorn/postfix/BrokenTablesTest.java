package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.table.TsvTable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tables that are broken on purpose, one fault each. The first line of a file says which error it must raise; the part
 * of its name before the first dash says which table it stands in for.
 */
class BrokenTablesTest {

    private static final String EXPECTED = "# expected: ";

    @TestFactory
    Stream<DynamicTest> brokenTable_failsWithFileLineAndReason() throws IOException, URISyntaxException {
        Path folder = Path.of(BrokenTablesTest.class.getResource("broken").toURI());
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(17);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> expectFailure(file)));
    }

    private static void expectFailure(Path file) throws IOException {
        String name = file.getFileName().toString();
        String text = Files.readString(file);
        String firstLine = text.lines().findFirst().orElseThrow();
        assertThat(firstLine).startsWith(EXPECTED);

        assertThatThrownBy(() -> read(name.substring(0, name.indexOf('-')), TsvTable.parse(name, text)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(firstLine.substring(EXPECTED.length()));
    }

    private static Object read(String kind, TsvTable table) {
        return switch (kind) {
            case "parameters" -> VersionTable.of(table, "parameter", ParameterTable::check);
            case "protocols" -> VersionTable.of(table, "", ProtocolNames::of);
            case "dh" -> VersionTable.of(table, "", DhSource::check);
            case "curves" -> CurveNames.read(table);
            default -> throw new AssertionError("no table is called " + kind);
        };
    }
}
