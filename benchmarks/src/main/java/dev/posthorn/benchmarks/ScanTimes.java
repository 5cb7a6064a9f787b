package dev.posthorn.benchmarks;

import dev.posthorn.parsers.Maillog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Our side of {@code compare.sh}: the best of several passes of one contender, in a JVM that has warmed up and done nothing
 * else. In one JVM each would run the code as the others have shaped it: from a file twice the time, by what came before.
 */
public final class ScanTimes {

    /** More does not fit into an array. */
    private static final long MAX_IN_MEMORY = Integer.MAX_VALUE - 8L;

    private static final int WARM_UP_ROUNDS = 5;

    /**
     * And for so long at least: with all cores at work the compiler gets its turn seldom, and it takes twice as many rounds
     * until all is compiled.
     */
    private static final long WARM_UP_NANOS = 10_000_000_000L;

    private ScanTimes() {}

    /** A pass over the log. */
    private interface Pass {

        void run() throws IOException;
    }

    /**
     * Prints the names of the contenders, or what one of them takes: its name, a tab, milliseconds.
     *
     * @param args a plain log, and for a contender how many passes, and its name
     * @throws IOException if the log cannot be read
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        Map<String, Pass> contenders = contenders(Path.of(args[0]));
        if (args.length == 1) {
            contenders.keySet().forEach(System.out::println);
            return;
        }
        Pass pass = Objects.requireNonNull(contenders.get(args[2]), args[2]);
        long started = System.nanoTime();
        for (int round = 0; round < WARM_UP_ROUNDS || System.nanoTime() - started < WARM_UP_NANOS; round++) {
            pass.run();
        }
        long best = Long.MAX_VALUE;
        for (int round = 0; round < Integer.parseInt(args[1]); round++) {
            long began = System.nanoTime();
            pass.run();
            best = Math.min(best, System.nanoTime() - began);
        }
        System.out.println(String.format(Locale.ROOT, "%s\t%.1f", args[2], best / 1e6));
    }

    private static Map<String, Pass> contenders(Path file) throws IOException {
        Map<String, Pass> contenders = new LinkedHashMap<>();
        if (Files.size(file) <= MAX_IN_MEMORY) {
            InMemory log = new InMemory(file);
            contenders.put("newlines, in memory", () -> Scan.newlines(log.bytes()));
            contenders.put("envelopes, in memory", () -> Scan.envelopes(log.bytes()));
            contenders.put("kinds, in memory", () -> Scan.kinds(Maillog.open(log.bytes())));
            contenders.put("all fields, in memory", () -> Scan.allFields(Maillog.open(log.bytes())));
        }
        contenders.put("kinds, from file", () -> Scan.kindsOfFile(file));
        contenders.put("all fields, from file", () -> Scan.allFieldsOfFile(file));
        contenders.put("kinds, from file, all cores", () -> Scan.kindsInParallel(file));
        contenders.put(
                "recipe 1, from file, one core",
                () -> Recipes.negotiated(Maillog.parallel(file).withThreads(1)));
        contenders.put(
                "recipe 2, from file, one core",
                () -> Recipes.failed(Maillog.parallel(file).withThreads(1)));
        return contenders;
    }

    /** Read by the first pass, which is one of warming up, and by those contenders alone that want it. */
    private static final class InMemory {

        private final Path file;
        private byte[] bytes = {};

        InMemory(Path file) {
            this.file = file;
        }

        byte[] bytes() throws IOException {
            if (bytes.length == 0) {
                bytes = Files.readAllBytes(file);
            }
            return bytes;
        }
    }
}
