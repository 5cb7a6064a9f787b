package dev.posthorn.parsers.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the files of a log, oldest first, and opens them whatever they are wrapped in.
 *
 * <pre>{@code
 * for (Path file : LogFiles.rotated(Path.of("maillog"))) {
 *     System.out.println(file); // maillog.2.gz, maillog.1, maillog
 * }
 * }</pre>
 */
public final class LogFiles {

    private LogFiles() {}

    /**
     * A log and all that was rotated away from it.
     *
     * @param log the file that is written to, which need not be there
     * @return what lies beside it and has its name with a number or a date behind, the oldest first and the log itself last;
     *     the log alone if there is nothing
     * @throws IOException if the folder cannot be read
     */
    public static List<Path> rotated(Path log) throws IOException {
        Path folder = Objects.requireNonNullElse(log.toAbsolutePath().getParent(), log);
        try (Stream<Path> siblings = Files.list(folder)) {
            List<Path> set = siblings.map(sibling -> log.resolveSibling(sibling.getFileName()))
                    .filter(file -> isOf(log, file) && Files.isRegularFile(file))
                    .collect(Collectors.toList());
            return set.isEmpty() ? List.of(log) : TimeOrder.of(set);
        } catch (IOException e) {
            throw UnreadableLogException.of(folder, e);
        }
    }

    private static boolean isOf(Path log, Path file) {
        String name = String.valueOf(log.getFileName());
        String candidate = String.valueOf(file.getFileName());
        return candidate.equals(name) || RotatedName.parse(candidate).log().equals(name);
    }

    /**
     * All files below a folder, each once however many links lead to it. What is no regular file, such as a pipe, is not
     * among them.
     *
     * @param folder the folder
     * @return set by set of rotated logs, in the order of their names; within a set, the oldest first
     * @throws IOException if a folder cannot be read
     */
    public static List<Path> in(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        Object key = attributes.fileKey();
                        if (attributes.isRegularFile() && (key == null || seen.add(key))) {
                            files.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                        if (e instanceof FileSystemLoopException) {
                            return FileVisitResult.CONTINUE; // What lies behind it has been met before.
                        }
                        throw UnreadableLogException.of(file, e);
                    }
                });
        return TimeOrder.of(files);
    }

    /**
     * Sorts files as they were written.
     *
     * @param files any files, such as a shell's pattern found: {@code maillog}, {@code maillog.1}, {@code maillog.10}
     * @return set by set of rotated logs, in the order of their names; within a set, the oldest first
     */
    public static List<Path> inTimeOrder(Collection<Path> files) {
        return TimeOrder.of(files);
    }

    /**
     * Opens files. Those that are compressed, or archives, are decoded by a thread of their own, a few blocks ahead; it
     * ends with the file, and when the sequence is closed.
     *
     * @param files the files, in the order in which they are to be read
     * @return the logs in them, before the first
     */
    public static LogSequence open(List<Path> files) {
        return new FileSequence(files, true);
    }

    /**
     * Opens files, all of which are decoded by the thread that reads: for those who have their own idea of threads.
     *
     * @param files the files, in the order in which they are to be read
     * @return the logs in them, before the first
     */
    public static LogSequence openWithoutThreads(List<Path> files) {
        return new FileSequence(files, false);
    }

    /**
     * Opens some bytes of a file, as they stand, as a log of their own.
     *
     * @param file the file, a plain one
     * @param from the first byte
     * @param to behind the last byte; what is missing there is not missed
     * @return one log
     * @throws IOException if the file cannot be opened
     */
    public static LogSequence openPart(Path file, long from, long to) throws IOException {
        return PartOfFile.open(file, from, to);
    }

    /**
     * How much there is to read.
     *
     * @param files any files
     * @return their bytes on disk together; empty if one of them has no size, as a pipe has none
     */
    public static OptionalLong size(Collection<Path> files) {
        long size = 0;
        for (Path file : files) {
            OptionalLong more = FileStream.sizeOf(file);
            if (more.isEmpty()) {
                return OptionalLong.empty();
            }
            size += more.getAsLong();
        }
        return OptionalLong.of(size);
    }

    /**
     * Is a file a log as it stands, so that it may be read in parts? Reads its first bytes.
     *
     * @param file the file
     * @return true if it is a regular file, neither compressed nor an archive
     * @throws IOException if it cannot be read
     */
    public static boolean isPlain(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (LogFile log = LogFile.open(file)) {
            return log.isPlain();
        }
    }
}
