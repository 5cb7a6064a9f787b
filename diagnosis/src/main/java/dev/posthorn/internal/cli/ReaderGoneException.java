package dev.posthorn.internal.cli;

import java.io.IOException;
import java.io.Serial;

/** Nobody reads the output any more. */
final class ReaderGoneException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    ReaderGoneException(IOException cause) {
        super(cause);
    }
}
