package dev.posthorn.parsers.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file cannot be read: it is missing, not ours to read, on a disk that fails, or compressed so that there is not the
 * memory to decode it.
 */
public final class UnreadableLogException extends LogFileException {

    private static final long serialVersionUID = 1L;

    UnreadableLogException(Origin origin, String reason) {
        super(origin, reason);
    }

    UnreadableLogException(Origin origin, String reason, Exception cause) {
        super(origin, reason, cause);
    }

    static UnreadableLogException of(Path file, IOException cause) {
        return new UnreadableLogException(Origin.of(file), reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileSystemException because && because.getReason() != null) {
            return because.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
