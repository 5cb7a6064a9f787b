package dev.posthorn.openssl.error;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.posthorn.table.TsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** What the released libraries printed: the recordings of this module, or of the folder {@code -Dposthorn.errors}. */
final class ErrorVectors {

    private ErrorVectors() {}

    static TsvTable read(String name) throws IOException {
        try (InputStream in = open(name);
                GZIPInputStream text = new GZIPInputStream(in)) {
            return TsvTable.parse(name, new String(text.readAllBytes(), UTF_8));
        }
    }

    private static InputStream open(String name) throws IOException {
        String folder = System.getProperty("posthorn.errors");
        if (folder != null) {
            return Files.newInputStream(Path.of(folder, name));
        }
        InputStream resource = ErrorVectors.class.getResourceAsStream("vectors/" + name);
        if (resource == null) {
            throw new IOException("vectors/" + name + ": no such resource");
        }
        return resource;
    }
}
