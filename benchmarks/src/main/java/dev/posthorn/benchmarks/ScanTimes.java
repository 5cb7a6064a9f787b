package dev.posthorn.benchmarks;

import dev.posthorn.parsers.Maillog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Our side of {@code compare.sh}: the best of several passes each, in one JVM that has warmed up. */
public final class ScanTimes {

    /** More does not fit into an array. */
    private static final long MAX_IN_MEMORY = Integer.MAX_VALUE - 8L;

    /** All contenders together, so that each meets the code as all of them have shaped it. */
    private static final int WARM_UP_ROUNDS = 3;

    private ScanTimes() {}

    /** A pass over the log. */
    private interface Pass {

        void run() throws IOException;
    }

    /**
     * Prints a line for each contender: its name, a tab, milliseconds.
     *
     * @param args a plain log, and how many passes
     * @throws IOException if it cannot be read
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        int rounds = Integer.parseInt(args[1]);
        Map<String, Pass> contenders = contenders(file);
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            for (Pass pass : contenders.values()) {
                pass.run();
            }
        }
        for (Map.Entry<String, Pass> contender : contenders.entrySet()) {
            long best = Long.MAX_VALUE;
            for (int round = 0; round < rounds; round++) {
                long began = System.nanoTime();
                contender.getValue().run();
                best = Math.min(best, System.nanoTime() - began);
            }
            System.out.println(String.format(Locale.ROOT, "%s\t%.1f", contender.getKey(), best / 1e6));
        }
    }

    private static Map<String, Pass> contenders(Path file) throws IOException {
        Map<String, Pass> contenders = new LinkedHashMap<>();
        if (Files.size(file) <= MAX_IN_MEMORY) {
            byte[] log = Files.readAllBytes(file);
            contenders.put("newlines, in memory", () -> Scan.newlines(log));
            contenders.put("envelopes, in memory", () -> Scan.envelopes(log));
            contenders.put("kinds, in memory", () -> Scan.kinds(Maillog.open(log)));
            contenders.put("all fields, in memory", () -> Scan.allFields(Maillog.open(log)));
        }
        contenders.put("kinds, from file", () -> Scan.kindsOfFile(file));
        contenders.put("all fields, from file", () -> Scan.allFieldsOfFile(file));
        contenders.put("kinds, from file, all cores", () -> Scan.kindsInParallel(file));
        contenders.put(
                "recipe 1, from file, one core",
                () -> Maillog.parallel(file).withThreads(1).collect(Recipes.negotiated()));
        contenders.put(
                "recipe 2, from file, one core",
                () -> Maillog.parallel(file).withThreads(1).collect(Recipes.failed()));
        return contenders;
    }
}
