package dev.posthorn.parsers.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What could be read of some logs, and what went wrong.
 *
 * @param logs from the name of each log to its text
 * @param troubles the messages of exceptions
 */
record Contents(Map<String, String> logs, List<String> troubles) {

    static Contents of(LogSequence sequence) throws IOException {
        Map<String, String> logs = new LinkedHashMap<>();
        List<String> troubles = new ArrayList<>();
        byte[] block = new byte[10_000];
        try (sequence) {
            for (boolean more = true; more; ) {
                try {
                    more = sequence.next();
                    String name = more ? sequence.origin().toString() : "";
                    if (more) {
                        logs.put(name, "");
                    }
                    for (int count = 0; more && count >= 0; ) {
                        count = sequence.read(block, 7, block.length - 7);
                        if (count > 0) {
                            logs.merge(name, new String(block, 7, count, StandardCharsets.ISO_8859_1), String::concat);
                        }
                    }
                } catch (LogFileException e) {
                    troubles.add(e.getMessage());
                }
            }
        }
        return new Contents(logs, troubles);
    }

    /** The one log there is; nothing, if it could not even be begun. */
    String only() {
        if (logs.size() > 1) {
            throw new AssertionError(logs.keySet());
        }
        return String.join("", logs.values());
    }
}
