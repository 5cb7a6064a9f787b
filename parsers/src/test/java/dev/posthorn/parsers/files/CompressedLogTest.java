package dev.posthorn.parsers.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedLogTest {

    /** Enough for several blocks of each format; the smallest are bzip2's with 100,000 bytes. */
    private static final String LOG = log(20_000);

    private static final byte[] BYTES = LOG.getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    private static String log(int lines) {
        Random random = new Random(7);
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            log.append("Nov  4 09:05:01 mail postfix/qmgr[1001]: ")
                    .append(Integer.toHexString(random.nextInt()))
                    .append(Integer.toHexString(random.nextInt()))
                    .append(": removed\n");
        }
        return log.toString();
    }

    private Contents read(byte[] content) throws IOException {
        // The name says nothing, and is not asked.
        Path file = Files.write(folder.resolve("maillog.txt"), content);
        Contents ahead = Contents.of(LogFiles.open(List.of(file)));
        Contents onThisThread = Contents.of(LogFiles.openWithoutThreads(List.of(file)));
        assertThat(onThisThread.troubles()).isEqualTo(ahead.troubles());
        if (ahead.troubles().isEmpty()) {
            assertThat(onThisThread).isEqualTo(ahead);
        }
        return ahead;
    }

    @ParameterizedTest
    @EnumSource
    void log_compressed_isReadAsItWas(Packing packing) throws IOException {
        Contents contents = read(packing.pack(BYTES));

        assertThat(contents.only()).isEqualTo(LOG);
        assertThat(contents.troubles()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void log_ofSeveralMembers_isReadToTheEnd(Packing packing) throws IOException {
        byte[] small = packing.pack("one\n".getBytes(StandardCharsets.US_ASCII));

        Contents contents = read(Packing.concat(small, packing.pack(BYTES), packing.pack(new byte[0]), small, small));

        assertThat(contents.only()).isEqualTo("one\n" + LOG + "one\none\n");
        assertThat(contents.troubles()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void log_ofNothing_isEmpty(Packing packing) throws IOException {
        assertThat(read(packing.pack(new byte[0]))).isEqualTo(Contents.of(empty()));
    }

    private LogSequence empty() throws IOException {
        return LogFiles.open(List.of(Files.write(folder.resolve("maillog.txt"), new byte[0])));
    }

    @ParameterizedTest
    @EnumSource
    void log_thatEndsTooEarly_isReadUpToThere(Packing packing) throws IOException {
        byte[] packed = packing.pack(BYTES);
        String before = "";
        for (int tenths = 1; tenths < 10; tenths++) {
            byte[] head = Arrays.copyOf(packed, packed.length * tenths / 10);
            Contents contents = read(head);

            assertThat(contents.troubles()).singleElement().asString().startsWith(folder + "/maillog.txt: damaged: ");
            assertThat(LOG).startsWith(contents.only());
            assertThat(contents.only()).startsWith(before);
            before = contents.only();
        }
        assertThat(before).hasSizeGreaterThan(LOG.length() / 2);
    }

    /** A second member that cannot be read must take nothing of the first along. */
    @ParameterizedTest
    @EnumSource
    void log_damagedBehindAMember_isReadUpToThere(Packing packing) throws IOException {
        byte[] broken = packing.pack(BYTES);
        int middle = broken.length / 2;
        Arrays.fill(broken, middle, middle + 64, (byte) 0xA5);

        Contents contents = read(Packing.concat(packing.pack(BYTES), broken));

        assertThat(contents.only()).startsWith(LOG);
        assertThat(contents.troubles()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void log_withGarbageBehind_isReadAndTheGarbageReported(Packing packing) throws IOException {
        Contents contents = read(Packing.concat(packing.pack(BYTES), "no archive".getBytes(StandardCharsets.US_ASCII)));

        assertThat(contents.only()).isEqualTo(LOG);
        assertThat(contents.troubles()).hasSize(1);
    }

    @Test
    void gzip_withZerosBehind_isWhole() throws IOException {
        Contents contents = read(Packing.concat(Packing.GZIP.pack(BYTES), new byte[1_000]));

        assertThat(contents.only()).isEqualTo(LOG);
        assertThat(contents.troubles()).isEmpty();
    }

    @Test
    void gzip_withAWrongChecksum_saysSoBehindTheLines() throws IOException {
        byte[] packed = Packing.GZIP.pack(BYTES);
        packed[packed.length - 8] ^= 1;

        Contents contents = read(packed);

        assertThat(contents.only()).isEqualTo(LOG);
        assertThat(contents.troubles())
                .containsExactly(folder + "/maillog.txt: damaged: the checksum of member 1 is wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1F9D90", "04224D18", "504B0304", "4C5A495001"})
    void log_compressedOtherwise_isRefusedInPlainWords(String head) throws IOException {
        Contents contents = read(Packing.concat(HexFormat.of().parseHex(head), BYTES));

        assertThat(contents.logs()).isEmpty();
        assertThat(contents.troubles()).singleElement().asString().contains("which is not read here");
    }

    /** A header that asks for a dictionary of 1 GiB; its checksum is right. */
    @Test
    void xz_thatTakesTooMuchMemory_isNotReadAndNotCalledDamaged() throws IOException {
        byte[] packed = Packing.XZ.pack(BYTES);
        assertThat(packed[14]).as("filter").isEqualTo((byte) 0x21);
        packed[16] = 36;
        CRC32 crc = new CRC32();
        crc.update(packed, 12, 8);
        ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(20, (int) crc.getValue());

        assertThat(read(packed).troubles())
                .singleElement()
                .asString()
                .startsWith(folder + "/maillog.txt: takes too much memory: ");
    }

    /** A header that asks for a window of 2 GiB. */
    @Test
    void zstd_thatTakesTooMuchMemory_isNotReadAndNotCalledDamaged() throws IOException {
        byte[] packed = Packing.ZSTD.pack(BYTES);
        assertThat(packed[4] & 0x20).as("single segment").isZero();
        packed[5] = (byte) (21 << 3);

        assertThat(read(packed).troubles())
                .singleElement()
                .asString()
                .startsWith(folder + "/maillog.txt: takes too much memory: ");
    }

    @Test
    void log_whoseNameSaysGzip_isReadAsTheTextItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("maillog.1.gz"), "BZh\n");

        assertThat(Contents.of(LogFiles.open(List.of(file))).only()).isEqualTo("BZh\n");
    }

    /** A block that decodes to a thousand times its size comes out in pieces. */
    @ParameterizedTest
    @EnumSource
    void bomb_ofOneLine_isReadInConstantMemory(Packing packing) throws IOException {
        byte[] packed = packing.pack(new byte[8 << 20]);
        Path file = Files.write(folder.resolve("bomb"), packed);
        long size = 0;
        try (LogSequence logs = LogFiles.open(List.of(file))) {
            assertThat(logs.next()).isTrue();
            byte[] block = new byte[4_096];
            for (int count = 0; count >= 0; count = logs.read(block, 0, block.length)) {
                size += count;
            }
            assertThat(logs.bytesRead()).isEqualTo(packed.length);
            assertThat(logs.bytesTotal()).hasValue(packed.length);
        }
        assertThat(size).isEqualTo(8 << 20);
    }
}
