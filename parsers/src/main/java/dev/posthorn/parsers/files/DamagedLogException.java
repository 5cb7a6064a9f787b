package dev.posthorn.parsers.files;

import java.io.IOException;

/**
 * A compressed file or an archive is damaged, or ends too early. All that stands before the damage has been delivered;
 * of a line that the damage cut, the beginning follows as the next line.
 */
public final class DamagedLogException extends LogFileException {

    private static final long serialVersionUID = 1L;

    DamagedLogException(Origin origin, String reason) {
        super(origin, reason);
    }

    private DamagedLogException(Origin origin, String reason, Exception cause) {
        super(origin, reason, cause);
    }

    /** What a decoder had to say, if anything. */
    static DamagedLogException of(Origin origin, Exception cause) {
        String reason = cause instanceof IOException && cause.getMessage() != null
                ? cause.getMessage()
                : cause.getClass().getSimpleName();
        return new DamagedLogException(origin, "damaged: " + reason, cause);
    }
}
