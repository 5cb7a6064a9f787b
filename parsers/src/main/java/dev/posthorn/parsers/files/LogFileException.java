package dev.posthorn.parsers.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A log cannot be read, or no further. The message names the file and the reason. The logs behind it can still be read:
 * whoever catches this may move on.
 */
public abstract sealed class LogFileException extends IOException
        permits UnreadableLogException, DamagedLogException, MissingDecoderException {

    private static final long serialVersionUID = 1L;

    /** The file: as text, because exceptions can be serialized and paths cannot. */
    private final String file;

    /** The member of the archive; empty if there is none. */
    private final String member;

    LogFileException(Origin origin, String reason, Throwable cause) {
        this(origin, reason);
        initCause(cause);
    }

    LogFileException(Origin origin, String reason) {
        super(origin + ": " + reason);
        this.file = origin.file().toString();
        this.member = origin.member().orElse("");
    }

    /**
     * Which log it is.
     *
     * @return the file, with the member of the archive if it is one
     */
    public Origin origin() {
        return new Origin(Path.of(file), Optional.of(member).filter(name -> !name.isEmpty()));
    }
}
