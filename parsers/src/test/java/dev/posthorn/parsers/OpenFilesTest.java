package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.files.DamagedLogException;
import dev.posthorn.parsers.files.Packing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several logs behind one cursor. */
class OpenFilesTest {

    @TempDir
    Path folder;

    private static byte[] connects(int from, int to) {
        StringBuilder log = new StringBuilder();
        for (int i = from; i < to; i++) {
            log.append("Nov  4 09:05:01 mail postfix/smtpd[2101]: connect from mx" + i + ".example.com[192.0.2.10]\n");
        }
        return log.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] withoutNewline(byte[] log) {
        return Arrays.copyOf(log, log.length - 1);
    }

    private List<String> connectsOf(MaillogCursor cursor) throws IOException {
        List<String> lines = new ArrayList<>();
        try (cursor) {
            while (cursor.advance()) {
                assertThat(cursor.kind()).isEqualTo(MaillogKind.SMTPD_CONNECT);
                lines.add(folder.relativize(cursor.origin().orElseThrow().file())
                        + cursor.origin()
                                .orElseThrow()
                                .member()
                                .map(name -> "!" + name)
                                .orElse("")
                        + ":" + cursor.lineNumberInOrigin() + " " + cursor.lineNumber() + " "
                        + cursor.smtpdConnect().client().name());
            }
        }
        return lines;
    }

    @Test
    void folder_withARotatedSet_isReadInTheOrderOfTime() throws IOException {
        Files.write(folder.resolve("maillog"), connects(4, 5));
        Files.write(folder.resolve("maillog.1"), withoutNewline(connects(2, 4)));
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("old", connects(0, 1));
        members.put("new", withoutNewline(connects(1, 2)));
        Files.write(folder.resolve("maillog.2.gz"), Packing.GZIP.pack(Packing.tar(members)));

        assertThat(connectsOf(Maillog.open(folder)))
                .containsExactly(
                        "maillog.2.gz!old:1 1 mx0.example.com",
                        "maillog.2.gz!new:1 2 mx1.example.com",
                        "maillog.1:1 3 mx2.example.com",
                        "maillog.1:2 4 mx3.example.com",
                        "maillog:1 5 mx4.example.com");
    }

    @Test
    void damage_inTheMiddleOfASet_comesBehindItsLinesAndCanBePassed() throws IOException {
        byte[] packed = Packing.GZIP.pack(connects(0, 1_000));
        Path damaged = Files.write(folder.resolve("damaged"), Arrays.copyOf(packed, packed.length - 20));
        Path whole = Files.write(folder.resolve("whole"), connects(0, 1));
        try (MaillogCursor cursor = Maillog.open(List.of(damaged, whole))) {
            long lines = 0;
            DamagedLogException damage = null;
            while (damage == null) {
                try {
                    assertThat(cursor.advance()).isTrue();
                    lines++;
                } catch (DamagedLogException e) {
                    damage = e;
                }
            }
            assertThat(lines).isGreaterThan(900);
            assertThat(damage).hasMessage(damaged + ": damaged: it ends in the middle of member 1");
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(cursor::kind);

            // The beginning of the line that was cut, then the next file.
            assertThat(cursor.advance()).isTrue();
            assertThat(cursor.lineNumberInOrigin()).isEqualTo(lines + 1);
            assertThat(cursor.advance()).isTrue();
            assertThat(cursor.origin().orElseThrow().file()).isEqualTo(whole);
            assertThat(cursor.advance()).isFalse();
        }
    }

    @Test
    void cursor_closedInTheMiddle_opensNoFurtherFile() throws IOException {
        Path file = Files.write(folder.resolve("maillog"), connects(0, 2));
        MaillogCursor cursor = Maillog.open(List.of(file, folder.resolve("missing")));
        assertThat(cursor.advance()).isTrue();

        cursor.close();

        while (cursor.advance()) {
            assertThat(cursor.origin().orElseThrow().file()).isEqualTo(file);
        }
    }

    /** What was begun in a log ends with it, and is told of as a line of that log. */
    @Test
    void part_atTheEndOfALog_isOfThatLog() throws IOException {
        String part =
                "2026-11-04T08:05:01.123456789Z stdout P Nov 04 09:05:01 mail postfix/qmgr[7]: 3D2F11A0C4: removed\n";
        Path first = Files.writeString(folder.resolve("first"), part);
        Path second = Files.writeString(folder.resolve("second"), part.replace(" P ", " F "));
        List<String> lines = new ArrayList<>();
        try (MaillogCursor cursor = Maillog.open(List.of(first, second))) {
            while (cursor.advance()) {
                lines.add(cursor.origin().orElseThrow().file().getFileName() + ":" + cursor.lineNumberInOrigin() + " "
                        + cursor.kind());
            }
        }
        assertThat(lines).containsExactly("first:1 QMGR_REMOVED", "second:1 QMGR_REMOVED");
    }

    @Test
    void cursor_overBytes_hasNoOrigin() throws IOException {
        MaillogCursor cursor = Maillog.open(connects(0, 1));
        assertThat(cursor.advance()).isTrue();

        assertThat(cursor.origin()).isEmpty();
        assertThat(cursor.lineNumberInOrigin()).isEqualTo(1);
    }

    @Test
    void progress_ofACompressedFile_endsWithAllBytesAndLines() throws IOException {
        byte[] packed = Packing.ZSTD.pack(connects(0, 20_000));
        Path file = Files.write(folder.resolve("maillog.zst"), packed);
        List<ReadProgress> reports = new ArrayList<>();

        assertThat(connectsOf(Maillog.open(List.of(file), ReadLimits.defaults(), reports::add)))
                .hasSize(20_000);

        assertThat(reports).hasSizeGreaterThan(3);
        ReadProgress last = reports.get(reports.size() - 1);
        assertThat(last.bytesRead()).isEqualTo(packed.length);
        assertThat(last.bytesTotal()).hasValue(packed.length);
        assertThat(last.fraction()).hasValue(1);
        assertThat(last.lines()).isEqualTo(20_000);
        assertThat(last.toString()).matches("0\\.\\d of 0\\.\\d MiB, \\d+ lines, .* MiB/s");
    }

    @Test
    void listener_thatThrows_endsTheReading() throws IOException {
        Path file = Files.write(folder.resolve("maillog"), connects(0, 10));
        try (MaillogCursor cursor = Maillog.open(List.of(file), ReadLimits.defaults(), progress -> {
            throw new CancellationException("enough");
        })) {
            assertThatExceptionOfType(CancellationException.class).isThrownBy(cursor::advance);
        }
    }

    @Test
    void cut_ofEveryLength_givesEveryWholeLineBeforeIt() throws IOException {
        byte[] log = connects(0, 40);
        for (Packing packing : Packing.values()) {
            byte[] packed = packing.pack(log);
            byte[] twice = Packing.concat(packed, packed);
            for (int length = packed.length; length < twice.length; length += 3) {
                Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(twice, length));
                int lines = 0;
                try (MaillogCursor cursor = Maillog.open(List.of(file))) {
                    while (cursor.advance()) {
                        lines++;
                    }
                    assertThat(length).isEqualTo(packed.length);
                } catch (DamagedLogException expected) {
                    assertThat(length).isGreaterThan(packed.length);
                }
                assertThat(lines).as(packing + " " + length).isGreaterThanOrEqualTo(40);
            }
        }
    }
}
