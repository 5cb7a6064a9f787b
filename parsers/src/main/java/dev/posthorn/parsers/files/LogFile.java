package dev.posthorn.parsers.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;

/** One file, which holds one log or, as a tar archive, many; compressed or not, as its bytes say. */
final class LogFile implements LogSequence {

    /** Archives inside compressed archives inside archives: whoever goes deeper than that wants to tire us out. */
    private static final int MAX_LAYERS = 6;

    /** An archive that is being read, and where it lies. */
    private record Archive(TarEntries entries, Origin origin, int layers, InputStream stream) {}

    private final FileStream file;
    private final boolean isRegular;
    private final OptionalLong size;
    private final Deque<Archive> archives = new ArrayDeque<>();
    private final InputStream buffered;

    private Origin origin;
    private InputStream log = InputStream.nullInputStream();
    private boolean isBegun;

    private LogFile(Path path, FileStream file) {
        this.file = file;
        this.origin = Origin.of(path);
        this.isRegular = Files.isRegularFile(path);
        this.size = FileStream.sizeOf(path);
        this.buffered = new BufferedInputStream(file, 64 * 1024);
    }

    static LogFile open(Path path) throws UnreadableLogException {
        return new LogFile(path, FileStream.open(path));
    }

    /** Is there nothing to decode, so that reading costs next to nothing? */
    boolean isPlain() throws IOException {
        byte[] head = new byte[TarEntries.BLOCK_SIZE];
        int length = peek(buffered, head, isRegular);
        return compressionOf(head, length).isEmpty() && !TarEntries.isHeader(head, length);
    }

    @Override
    public boolean next() throws IOException {
        log.close(); // Decoders hold memory that no garbage collector sees.
        log = InputStream.nullInputStream();
        try {
            if (!isBegun) {
                isBegun = true;
                if (isRegular && isPlain()) {
                    file.begin(0);
                    log = file;
                    return true;
                }
                if (enter(buffered, origin, 0)) {
                    return true;
                }
            }
            while (!archives.isEmpty()) {
                Archive archive = archives.peek();
                Optional<String> name = archive.entries().next();
                if (name.isEmpty()) {
                    archives.pop().stream().close();
                } else {
                    origin = archive.origin().withMember(name.get());
                    if (enter(new BufferedInputStream(archive.entries()), origin, archive.layers())) {
                        return true;
                    }
                }
            }
            return false;
        } catch (LogFileException e) {
            throw gaveUp(e);
        }
    }

    /** Peels off layers; true if there is a log beneath, false if it is an archive, which now is on top of the stack. */
    private boolean enter(InputStream in, Origin place, int layersAbove) throws IOException {
        InputStream inner = in;
        for (int layers = layersAbove; layers < MAX_LAYERS; layers++) {
            byte[] head = new byte[TarEntries.BLOCK_SIZE];
            int length = peek(inner, head, isRegular || inner != in);
            Optional<Compression> compression = compressionOf(head, length);
            if (compression.isPresent()) {
                inner = new BufferedInputStream(compression.get().decode(inner, place));
            } else if (TarEntries.isHeader(head, length)) {
                archives.push(new Archive(new TarEntries(inner, place), place, layers + 1, inner));
                return false;
            } else {
                log = inner;
                return true;
            }
        }
        throw new DamagedLogException(
                place, "damaged: more than " + MAX_LAYERS + " layers of compression and archives");
    }

    private static Optional<Compression> compressionOf(byte[] head, int length) {
        for (Compression compression : Compression.values()) {
            if (compression.matches(head, length)) {
                return Optional.of(compression);
            }
        }
        return Optional.empty();
    }

    /**
     * The first bytes, which stay to be read. A pipe is not made to wait for more than it takes to tell a log from a
     * compressed one.
     */
    private static int peek(InputStream in, byte[] head, boolean patiently) throws IOException {
        in.mark(head.length);
        int length = 0;
        try {
            do {
                int count = in.read(head, length, head.length - length);
                if (count < 0) {
                    break;
                }
                length += count;
            } while (length < head.length && (patiently || couldBeCompressed(head, length)));
        } catch (LogFileException e) {
            if (length == 0) {
                throw e;
            } // Else it comes again, behind these bytes.
        }
        in.reset();
        return length;
    }

    private static boolean couldBeCompressed(byte[] head, int length) {
        for (Compression compression : Compression.values()) {
            if (compression.couldMatch(head, length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int read(byte[] block, int from, int to) throws IOException {
        try {
            return log.read(block, from, to - from);
        } catch (LogFileException e) {
            throw gaveUp(e);
        }
    }

    /** What is damaged at this place leaves the archive around it whole; else there is no going on in this file. */
    private LogFileException gaveUp(LogFileException e) throws IOException {
        log.close();
        log = InputStream.nullInputStream();
        if (!e.origin().equals(origin)) {
            closeArchives();
        }
        return e;
    }

    private void closeArchives() throws IOException {
        while (!archives.isEmpty()) {
            archives.pop().stream().close();
        }
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public long bytesRead() {
        return file.count();
    }

    @Override
    public OptionalLong bytesTotal() {
        return size;
    }

    @Override
    public void close() throws IOException {
        log.close();
        closeArchives();
        file.close();
    }
}
