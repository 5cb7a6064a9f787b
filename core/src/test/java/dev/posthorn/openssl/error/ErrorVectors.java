package dev.posthorn.openssl.error;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.posthorn.table.TsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** What the released libraries printed: the recordings of this module, and of the folder {@code -Dposthorn.errors}. */
final class ErrorVectors {

    private ErrorVectors() {}

    /** A recording of this module. */
    static TsvTable read(String name) throws IOException {
        InputStream resource = ErrorVectors.class.getResourceAsStream("vectors/" + name);
        if (resource == null) {
            throw new IOException("vectors/" + name + ": no such resource");
        }
        return unzip(name, resource);
    }

    /** A recording in the folder {@code -Dposthorn.errors}, or of this module where that is not given. */
    static TsvTable readGiven(String name) throws IOException {
        String folder = System.getProperty("posthorn.errors");
        return folder == null ? read(name) : unzip(name, Files.newInputStream(Path.of(folder, name)));
    }

    private static TsvTable unzip(String name, InputStream zipped) throws IOException {
        try (InputStream text = new GZIPInputStream(zipped)) {
            return TsvTable.parse(name, new String(text.readAllBytes(), UTF_8));
        }
    }
}
