package dev.posthorn.internal.cli;

import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.ReadLimits;
import dev.posthorn.parsers.files.LogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The logs that a command line names: files and folders, or the standard input alone.
 *
 * @param files what is read, the oldest first; empty for the standard input
 * @param title what they are called
 */
record LogInput(List<Path> files, String title) {

    private static final int MOST_NAMES = 3;

    static LogInput of(CommandLine line) throws UsageException, IOException {
        List<String> operands = line.operands();
        if (operands.isEmpty()) {
            throw new UsageException("which log? Name files or folders, or - for the standard input");
        }
        if (operands.contains("-")) {
            if (operands.size() > 1) {
                throw new UsageException("- stands alone: the standard input is one log");
            }
            return new LogInput(List.of(), "the standard input");
        }
        List<Path> files = new ArrayList<>();
        for (String operand : operands) {
            Path path = path(operand);
            if (Files.notExists(path)) {
                throw new NoSuchFileException(operand);
            }
            if (Files.isDirectory(path)) {
                files.addAll(LogFiles.in(path));
            } else {
                files.add(path);
            }
        }
        // A shell sorts maillog.1 behind maillog, and what came later must be read later.
        return new LogInput(LogFiles.inTimeOrder(files), title(operands));
    }

    static Path path(String name) throws UsageException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException(CommandLine.echo(name) + " cannot be the name of a file");
        }
    }

    /** Names without folders, which are nobody's business who is sent the page. */
    private static String title(List<String> operands) {
        String names = operands.stream().limit(MOST_NAMES).map(LogInput::nameOf).collect(Collectors.joining(", "));
        return operands.size() > MOST_NAMES ? names + " and " + (operands.size() - MOST_NAMES) + " more" : names;
    }

    private static String nameOf(String operand) {
        Path name = Path.of(operand).getFileName();
        return name == null ? operand : name.toString();
    }

    MaillogCursor open(Console console, Progress progress) {
        return isStandardInput()
                ? Maillog.open(new CountedStream(console.in(), progress::show))
                : Maillog.open(files, ReadLimits.defaults(), progress::show);
    }

    private boolean isStandardInput() {
        return files.isEmpty() && title.equals("the standard input");
    }
}
