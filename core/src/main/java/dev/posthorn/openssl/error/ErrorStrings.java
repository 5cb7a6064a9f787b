package dev.posthorn.openssl.error;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words that one release of OpenSSL prints for the numbers in its error codes. */
final class ErrorStrings {

    /** What a number can stand for; in the order and the wording of the tables' column {@code kind}. */
    private enum Kind {
        LIB,
        FUNC,
        REASON,
        SYS
    }

    /** One table per release line, read when a release of that line is first asked for. */
    private static final List<Line> LINES = List.of(
            new Line("0.9.8", "0.9.8y"),
            new Line("1.0.0", "1.0.0t"),
            new Line("1.0.1", "1.0.1e", "1.0.1u"),
            new Line("1.0.2", "1.0.2a", "1.0.2p", "1.0.2u"),
            new Line("1.1.0", "1.1.0l"),
            new Line("1.1.1", "1.1.1w"),
            new Line("3.0", "3.0.15"));

    private final OpenSslRelease release;
    private final long[] keys;
    private final String[] texts;

    private ErrorStrings(OpenSslRelease release, List<TsvTable.Row> rows) {
        this.release = release;
        record Entry(long key, String text) {}
        List<Entry> entries = rows.stream()
                .filter(row -> isPrintedBy(release, row))
                .map(row -> new Entry(key(kindOf(row), row.integer("library"), row.integer("code")), row.text("text")))
                .sorted(Comparator.comparingLong(Entry::key))
                .toList();
        keys = entries.stream().mapToLong(Entry::key).toArray();
        texts = entries.stream().map(Entry::text).toArray(String[]::new);
    }

    private static boolean isPrintedBy(OpenSslRelease release, TsvTable.Row row) {
        String since = row.text("since");
        String until = row.text("until");
        return (since.isEmpty() || release.compareTo(OpenSslRelease.parse(since)) >= 0)
                && (until.isEmpty() || release.compareTo(OpenSslRelease.parse(until)) <= 0);
    }

    private static Kind kindOf(TsvTable.Row row) {
        return switch (row.text("kind")) {
            case "lib" -> Kind.LIB;
            case "func" -> Kind.FUNC;
            case "reason" -> Kind.REASON;
            case "sys" -> Kind.SYS;
            default -> throw row.bad("kind", "is none of lib, func, reason, sys");
        };
    }

    /**
     * The words of a release, or of the nearest recorded one of its line: the newest that is not newer, else the oldest.
     *
     * @throws IllegalArgumentException if nothing was recorded of that line
     */
    static ErrorStrings of(OpenSslRelease release) {
        return LINES.stream()
                .filter(line -> line.branch.equals(release.branch()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "release: no error strings are recorded for OpenSSL " + release + ", only for " + recorded()))
                .nearest(release);
    }

    /** The words of all recorded releases of a line; none for a line that was not recorded. */
    static List<ErrorStrings> ofBranch(String branch) {
        return LINES.stream()
                .filter(line -> line.branch.equals(branch))
                .findFirst()
                .map(Line::releases)
                .orElse(List.of());
    }

    private static String recorded() {
        return LINES.stream()
                .flatMap(line -> line.recorded.stream())
                .map(OpenSslRelease::toString)
                .collect(Collectors.joining(", "));
    }

    /** The words of every recorded release that packs its codes in this way, oldest first. */
    static Stream<ErrorStrings> ofPacking(ErrorPacking packing) {
        return LINES.stream()
                .filter(line -> ErrorPacking.of(line.recorded.get(0)) == packing)
                .flatMap(line -> line.releases().stream());
    }

    /** The release that was recorded. */
    OpenSslRelease release() {
        return release;
    }

    /** How many numbers have a text. */
    int size() {
        return keys.length;
    }

    Optional<String> library(int library) {
        return find(Kind.LIB, library, 0);
    }

    /** Function 0 finds the library's own name: upstream keys all three by the packed code. */
    Optional<String> function(int library, int function) {
        return function == 0 ? library(library) : find(Kind.FUNC, library, function);
    }

    /** The library's own reason, else one that all libraries may use; reason 0 finds the library's own name. */
    Optional<String> reason(int library, int reason) {
        return reason == 0
                ? library(library)
                : find(Kind.REASON, library, reason).or(() -> find(Kind.REASON, 0, reason));
    }

    /** The library's own reasons that have this text. */
    IntStream reasonsOf(int library, String text) {
        return IntStream.range(0, keys.length)
                .filter(index -> keys[index] >> 32 == key(Kind.REASON, library, 0) >> 32 && texts[index].equals(text))
                .map(index -> (int) keys[index]);
    }

    /** The text of a system error in the packing of OpenSSL 3. */
    Optional<String> systemError(int errno) {
        return find(Kind.SYS, PackedErrorCode.SYSTEM_LIBRARY, errno);
    }

    private Optional<String> find(Kind kind, int library, int code) {
        int index = Arrays.binarySearch(keys, key(kind, library, code));
        return index < 0 ? Optional.empty() : Optional.of(texts[index]);
    }

    /** {@code kk|llllllll|cccccccc cccccccc cccccccc cccccccc}: sorts by kind, then library, then code. */
    private static long key(Kind kind, int library, int code) {
        long kindBits = switch (kind) {
            case LIB -> 0L;
            case FUNC -> 1L;
            case REASON -> 2L;
            case SYS -> 3L;
        };
        return kindBits << 40 | (long) library << 32 | code;
    }

    /** The releases recorded of one line, and their common table. */
    private static final class Line {

        private final String branch;
        private final List<OpenSslRelease> recorded;
        private final OnFirstUse<List<ErrorStrings>> releases = new OnFirstUse<>(this::read);

        Line(String branch, String... recorded) {
            this.branch = branch;
            this.recorded = Arrays.stream(recorded).map(OpenSslRelease::parse).toList();
        }

        List<ErrorStrings> releases() {
            return releases.get();
        }

        private List<ErrorStrings> read() {
            String name = "strings/error-strings-" + branch + ".tsv";
            List<TsvTable.Row> rows = TsvTable.read(name, ErrorStrings.class.getResourceAsStream(name))
                    .rows();
            return recorded.stream()
                    .map(release -> new ErrorStrings(release, rows))
                    .toList();
        }

        ErrorStrings nearest(OpenSslRelease release) {
            Predicate<ErrorStrings> isNotNewer = strings -> release.isAtLeast(strings.release);
            List<ErrorStrings> notNewer = releases().stream().filter(isNotNewer).toList();
            return notNewer.isEmpty() ? releases().get(0) : notNewer.get(notNewer.size() - 1);
        }
    }
}
