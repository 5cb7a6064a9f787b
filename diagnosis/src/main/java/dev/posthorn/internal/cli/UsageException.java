package dev.posthorn.internal.cli;

import java.io.Serial;

/** The command line is wrong; the message says what, harmless for a terminal. */
final class UsageException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
