package dev.posthorn.internal.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The command line: {@code posthorn diagnose}, {@code report}, {@code ciphers}, {@code explain}. {@code jshell/posthorn} starts
 * it with the class path it needs, and says by the property {@code posthorn.progress} that the error stream is a terminal,
 * which Java cannot find out.
 */
public final class Main {

    private static final Map<String, Command> COMMANDS = new TreeMap<>(Map.of(
            "diagnose", new DiagnoseCommand(),
            "report", new ReportCommand(),
            "ciphers", new CiphersCommand(),
            "explain", new ExplainCommand()));

    private static final String HELP = """
            usage: posthorn COMMAND ...

              posthorn diagnose LOG... [OPTION...]        what goes wrong with TLS, for whom, and what to change
              posthorn report LOG... [OPTION...]          what the server did, and which TLS was spoken
              posthorn ciphers STRING --openssl VERSION   what a cipher string means to a release of OpenSSL
              posthorn explain LINE...                    what lines of a log mean
              posthorn COMMAND --help                     more on one of them

              posthorn                                    a Java shell with all of it imported
              posthorn SCRIPT.jsh... [-- ARGUMENT...]     runs scripts

            Instead of a log or a line, - is the standard input.

            exit status: 0 all is well, 1 something is wrong with what was looked at, 2 wrong usage,
            3 a file cannot be read or written, 4 Posthorn itself failed, 141 the reader of the output went away
            """;

    private Main() {}

    /**
     * Runs a command and ends the process.
     *
     * @param words the command line
     */
    public static void main(String... words) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Console console = new Console(
                System.in, new FileOutputStream(FileDescriptor.out), err, Boolean.getBoolean("posthorn.progress"));
        System.exit(run(List.of(words), console).number());
    }

    static ExitStatus run(List<String> words, Console console) {
        try {
            return dispatch(words, console);
        } catch (UsageException e) {
            console.complain(message(e));
            return ExitStatus.WRONG_USAGE;
        } catch (ReaderGoneException e) {
            return ExitStatus.READER_GONE;
        } catch (IOException e) {
            console.complain(message(e));
            return ExitStatus.UNREADABLE;
        } catch (UncheckedIOException e) {
            console.complain(
                    message(Optional.<Exception>ofNullable(e.getCause()).orElse(e)));
            return ExitStatus.UNREADABLE;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            console.complain(e);
            return ExitStatus.BROKEN;
        }
    }

    private static ExitStatus dispatch(List<String> words, Console console) throws UsageException, IOException {
        String first = words.isEmpty() ? "--help" : words.get(0);
        if (first.equals("--help") || first.equals("-h")) {
            console.print(HELP);
            return ExitStatus.FINE;
        }
        if (first.equals("--version")) {
            console.print("posthorn " + System.getProperty("posthorn.version", "of an unknown version") + ", Java "
                    + Runtime.version() + "\n");
            return ExitStatus.FINE;
        }
        Command command = COMMANDS.get(first);
        if (command == null) {
            throw new UsageException("there is no command " + CommandLine.echo(first) + "; there are "
                    + String.join(", ", COMMANDS.keySet()));
        }
        List<String> rest = words.subList(1, words.size());
        int end = rest.contains("--") ? rest.indexOf("--") : rest.size();
        if (rest.subList(0, end).contains("--help")) {
            console.print(command.help());
            return ExitStatus.FINE;
        }
        return command.run(CommandLine.parse(rest, command.options()), console);
    }

    private static String message(Exception e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return e instanceof NoSuchFileException ? message + ": there is no such file" : message;
    }
}
