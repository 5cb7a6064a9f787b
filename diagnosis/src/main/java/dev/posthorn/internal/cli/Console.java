package dev.posthorn.internal.cli;

import dev.posthorn.text.TerminalText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The three streams of a command. Output goes out at once and its failure is an exception: a {@link PrintStream} would swallow
 * it, and go on for hours writing to nobody.
 */
final class Console {

    private static final int MAX_MESSAGE = 500;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final boolean showsProgress;

    /** @param showsProgress is somebody looking at the error stream? */
    Console(InputStream in, OutputStream out, PrintStream err, boolean showsProgress) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.showsProgress = showsProgress;
    }

    InputStream in() {
        return in;
    }

    /** Writes a text that is safe for a terminal. */
    void print(String text) throws IOException {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            if ("Broken pipe".equals(e.getMessage())) {
                throw new ReaderGoneException(e);
            }
            throw new IOException("standard output: " + e.getMessage(), e);
        }
    }

    /** A message about the run, whatever it holds. */
    void complain(String message) {
        err.println("posthorn: " + TerminalText.escape(message, MAX_MESSAGE));
        err.flush();
    }

    /** What went wrong within Posthorn itself, for a bug report. */
    void complain(Throwable bug) {
        complain("this is a bug of Posthorn, please report it: " + bug);
        for (StackTraceElement frame : bug.getStackTrace()) {
            err.println("    at " + frame);
        }
        err.flush();
    }

    Progress progress() {
        return new Progress(err, showsProgress);
    }
}
