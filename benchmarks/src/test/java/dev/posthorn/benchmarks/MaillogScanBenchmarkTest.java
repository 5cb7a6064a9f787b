package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.MaillogVisitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaillogScanBenchmarkTest {

    /** What is asked of a view but is no field of the line. */
    private static final Set<String> NO_FIELDS =
            Set.of("snapshot", "kind", "envelope", "accept", "toString", "hashCode");

    @TempDir
    Path folder;

    @Test
    void contenders_givenOneLog_countTheSame() throws Exception {
        Path file = folder.resolve("maillog");
        GeneratedLog log = GeneratedLog.mixed();
        log.write(file, 30 << 20); // Long enough for every dialect.
        MaillogScanBenchmark benchmark = new MaillogScanBenchmark();
        benchmark.file = file.toString();
        benchmark.open();
        Scanned scanned = new Scanned();
        Map<MaillogKind, Long> written = log.written();

        assertThat(benchmark.newlinesOnly(scanned).lines()).isEqualTo(log.lines());
        assertThat(benchmark.envelopesOnly(scanned).lines()).isEqualTo(log.lines());
        assertThat(benchmark.readLineOnly(scanned).lines()).isEqualTo(log.lines());
        assertThat(benchmark.cursorKinds(scanned).byKind()).isEqualTo(written);
        assertThat(benchmark.cursorAllFields(scanned).byKind()).isEqualTo(written);
        assertThat(benchmark.decoder(scanned).byKind()).isEqualTo(written);
        assertThat(benchmark.fromFileCursorKinds(scanned).byKind()).isEqualTo(written);
        assertThat(benchmark.fromFileCursorAllFields(scanned).byKind()).isEqualTo(written);
        assertThat(benchmark.fromFileParallelKinds(scanned).byKind()).isEqualTo(written);
        assertThat(benchmark.regexBaseline(scanned).byKind()).isEqualTo(written);
        assertThat(scanned.nanosPerLine()).isPositive();
        assertThat(scanned.megabytesPerSecond()).isPositive();
    }

    @Test
    void shares_ofTheMix_makeAThousand() {
        assertThat(Stream.of(LineShape.values())
                        .mapToInt(LineShape::perThousand)
                        .sum())
                .isEqualTo(1_000);
    }

    @ParameterizedTest
    @EnumSource
    void shape_onItsOwn_isReadAsItsKind(LineShape shape) throws Exception {
        LineShapeBenchmark benchmark = new LineShapeBenchmark();
        benchmark.shape = shape;
        benchmark.size = 100_000;
        benchmark.write();

        assertThat(benchmark.cursorKinds(new Scanned()).byKind()).containsOnlyKeys(shape.kind());
        assertThat(benchmark.cursorAllFields(new Scanned()).byKind()).containsOnlyKeys(shape.kind());
    }

    @Test
    void log_writtenTwice_isTheSame() throws IOException {
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        GeneratedLog.mixed().write(once, 100_000);
        GeneratedLog.mixed().write(again, 100_000);

        assertThat(once.toByteArray()).isEqualTo(again.toByteArray()).hasSizeGreaterThanOrEqualTo(100_000);
    }

    @Test
    void main_withASizeInMebibytes_writesThatMuch() throws IOException {
        Path file = folder.resolve("generated");

        GeneratedLog.main(new String[] {file.toString(), "1M"});

        assertThat(Files.size(file)).isBetween(1L << 20, (1L << 20) + 1_000);
    }

    /** "Every accessor" is a claim; a view that learns something new makes this fail. */
    @Test
    void allFields_readsEveryAccessorOfEveryView() throws Exception {
        String source = Files.readString(
                Path.of("src/main/java/dev/posthorn/benchmarks/AllFields.java"), StandardCharsets.UTF_8);
        List<String> missing = new ArrayList<>();
        for (Method visited : MaillogVisitor.class.getMethods()) {
            for (Class<?> view : visited.getParameterTypes()) {
                for (Method accessor : view.getMethods()) {
                    if (Modifier.isPublic(accessor.getModifiers())
                            && accessor.getParameterCount() == 0
                            && accessor.getDeclaringClass() != Object.class
                            && !NO_FIELDS.contains(accessor.getName())
                            && !source.contains("." + accessor.getName() + "()")) {
                        missing.add(view.getSimpleName() + "." + accessor.getName());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
