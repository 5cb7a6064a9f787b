package dev.posthorn.parsers.files;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How a log is compressed, as its first bytes say: names are wrong too often. */
enum Compression {
    GZIP("", "1F8B08"),
    BZIP2("org.apache.commons:commons-compress", "425A683_314159265359", "425A683_177245385090"),
    XZ("org.tukaani:xz", "FD377A585A00"),
    ZSTD("com.github.luben:zstd-jni", "28B52FFD", "5_2A4D18"),
    /** From here on: recognised so as to be refused in plain words, not read as a log of nonsense. */
    COMPRESS("", "1F9D"),
    LZ4("", "04224D18"),
    LZIP("", "4C5A495001"),
    ZIP("", "504B0304");

    /** {@code xz -9} takes 65 MiB of the heap; what takes more was made to hurt, or is no log. */
    private static final int XZ_LIMIT_KIB =
            (int) Math.min(100 * 1024, Runtime.getRuntime().maxMemory() / 1024 * 3 / 4);

    /** Costs a third of the speed of whole blocks; single bytes would cost six sevenths. */
    private static final int XZ_PIECE_SIZE = 64;

    private final String artifact;

    /** Hexadecimal; {@code _} stands for any digit. */
    private final String magic;

    private final String otherMagic;

    Compression(String artifact, String magic) {
        this(artifact, magic, magic);
    }

    Compression(String artifact, String magic, String otherMagic) {
        this.artifact = artifact;
        this.magic = magic;
        this.otherMagic = otherMagic;
    }

    /** Does a log begin like that? */
    boolean matches(byte[] head, int length) {
        return isWhole(magic, head, length) || isWhole(otherMagic, head, length);
    }

    /** Could a log that begins like that and goes on be compressed so? */
    boolean couldMatch(byte[] head, int length) {
        return isBegun(magic, head, length) || isBegun(otherMagic, head, length);
    }

    private static boolean isWhole(String magic, byte[] head, int length) {
        return length * 2 >= magic.length() && agrees(magic, head, magic.length() / 2);
    }

    private static boolean isBegun(String magic, byte[] head, int length) {
        return length * 2 < magic.length() && agrees(magic, head, length);
    }

    private static boolean agrees(String magic, byte[] head, int length) {
        for (int digit = 0; digit < 2 * length; digit++) {
            int half = (head[digit / 2] >> (digit % 2 == 0 ? 4 : 0)) & 0xF;
            char wanted = magic.charAt(digit);
            if (wanted != '_' && Character.digit(wanted, 16) != half) {
                return false;
            }
        }
        return true;
    }

    /** What is behind it. Members that follow each other are one log. */
    InputStream decode(InputStream in, Origin origin) throws IOException {
        try {
            return switch (this) {
                case GZIP -> DecodedStream.of(new GzipStream(in), origin);
                // Its bulk read is a loop over single bytes as well.
                case BZIP2 -> DecodedStream.inPieces(1, bzip2(in), origin);
                case XZ -> DecodedStream.inPieces(XZ_PIECE_SIZE, xz(in), origin);
                case ZSTD -> DecodedStream.of(zstd(in), origin);
                default ->
                    throw new MissingDecoderException(
                            origin, "compressed by " + inWords() + ", which is not read here: decompress it first");
            };
        } catch (LogFileException e) {
            throw e;
        } catch (IOException e) { // Decoders read the head of the file at once.
            throw DecodedStream.failure(origin, e);
        } catch (LinkageError e) {
            throw new MissingDecoderException(
                    origin,
                    "compressed by " + inWords() + ", which takes " + artifact + ": add it to the class path, or"
                            + " require its module",
                    artifact,
                    e);
        }
    }

    private String inWords() {
        return switch (this) {
            case COMPRESS -> "compress(1)";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    // Each decoder is cast as an object: without the cast the JVM would look for its class when it verifies this one,
    // and this one would not load without it.

    private static InputStream bzip2(InputStream in) throws IOException {
        return InputStream.class.cast(new BZip2CompressorInputStream(in, true));
    }

    private static InputStream xz(InputStream in) throws IOException {
        return InputStream.class.cast(new XZInputStream(in, XZ_LIMIT_KIB));
    }

    private static InputStream zstd(InputStream in) throws IOException {
        return InputStream.class.cast(new ZstdInputStreamNoFinalizer(new ZstdBlocks(in)));
    }
}
