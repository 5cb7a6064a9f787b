package dev.posthorn.internal.cli;

import java.io.IOException;
import java.util.Set;

/** What {@code posthorn} can do. */
interface Command {

    /** The options it knows, each with a value. */
    Set<String> options();

    /** What {@code --help} prints. */
    String help();

    /**
     * Does its work.
     *
     * @throws UsageException if the command line makes no sense
     * @throws IOException if a file cannot be read or written; the message names it
     */
    ExitStatus run(CommandLine line, Console console) throws UsageException, IOException;
}
