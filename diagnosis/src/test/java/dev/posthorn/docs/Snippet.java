package dev.posthorn.docs;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Java code out of a document.
 *
 * @param file the document, as seen from the root of the repository
 * @param line the line of the document on which the code begins
 * @param code the code
 * @param output what the document says that it prints; empty if it says nothing
 */
record Snippet(Path file, int line, String code, Optional<String> output) {

    /** {@code core/README.md:7}, which an editor can jump to. */
    @Override
    public String toString() {
        return at(line);
    }

    String at(long lineOfFile) {
        return file + ":" + lineOfFile;
    }
}
