package dev.posthorn.parsers.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TarredLogsTest {

    private static final String LONG_NAME = "var/" + "deep/".repeat(40) + "maillog.3";

    private final Map<String, byte[]> members = new LinkedHashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void putLogsTogether() {
        members.put("var/log/maillog", bytes("one\ntwo"));
        members.put("var/log/empty", bytes(""));
        members.put("var/log/blocks", bytes("x".repeat(1_024)));
        members.put(LONG_NAME, bytes("three\n"));
    }

    private Contents read(byte[] content) throws IOException {
        return Contents.of(LogFiles.open(List.of(Files.write(folder.resolve("logs"), content))));
    }

    private String named(String member) {
        return folder + "/logs!" + member;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Map<String, String> expected() {
        Map<String, String> expected = new LinkedHashMap<>();
        members.forEach((name, content) -> expected.put(named(name), new String(content, StandardCharsets.US_ASCII)));
        return expected;
    }

    @Test
    void members_ofAnArchive_areLogsOfTheirOwn() throws IOException {
        Contents contents = read(Packing.tar(members));

        assertThat(contents.logs()).isEqualTo(expected());
        assertThat(contents.troubles()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void members_ofACompressedArchive_areRead(Packing packing) throws IOException {
        assertThat(read(packing.pack(Packing.tar(members))).logs()).isEqualTo(expected());
    }

    @ParameterizedTest
    @EnumSource
    void member_thatIsCompressed_isRead(Packing packing) throws IOException {
        Map<String, String> expected = expected();
        expected.put(named("maillog.9"), "nine\n");
        members.put("maillog.9", packing.pack(bytes("nine\n")));

        assertThat(read(Packing.tar(members)).logs()).isEqualTo(expected);
    }

    @Test
    void archive_inAnArchive_isReadWithBothNames() throws IOException {
        byte[] inner = Packing.GZIP.pack(Packing.tar(Map.of("maillog", bytes("deep\n"))));

        Contents contents = read(Packing.tar(Map.of("2018.tgz", inner)));

        assertThat(contents.logs()).isEqualTo(Map.of(named("2018.tgz!maillog"), "deep\n"));
    }

    @Test
    void archives_oneBehindTheOther_areReadToTheEnd() throws IOException {
        byte[] second = Packing.tar(Map.of("second", bytes("2\n")));

        Contents contents = read(Packing.concat(Packing.tar(members), second));

        assertThat(contents.logs()).containsEntry(named("second"), "2\n").hasSize(5);
    }

    @Test
    void member_thatIsDamaged_takesNoOtherAlong() throws IOException {
        byte[] cut = Arrays.copyOf(Packing.GZIP.pack(bytes("cut short\n")), 22);
        Map<String, byte[]> some = new LinkedHashMap<>();
        some.put("a", bytes("a\n"));
        some.put("cut", cut);
        some.put("z", bytes("z\n"));

        Contents contents = read(Packing.GZIP.pack(Packing.tar(some)));

        assertThat(contents.logs()).containsEntry(named("a"), "a\n").containsEntry(named("z"), "z\n");
        assertThat(contents.troubles()).containsExactly(named("cut") + ": damaged: it ends in the middle of member 1");
    }

    @Test
    void archive_thatEndsTooEarly_isReadUpToThere() throws IOException {
        byte[] tar = Packing.tar(members);

        Contents contents = read(Arrays.copyOf(tar, 512 + 3));

        assertThat(contents.logs()).isEqualTo(Map.of(named("var/log/maillog"), "one"));
        assertThat(contents.troubles()).containsExactly(folder + "/logs: damaged: it ends in the middle of a member");
    }

    @Test
    void archive_withABrokenHeader_isReadUpToThere() throws IOException {
        byte[] tar = Packing.tar(members);
        tar[1_024] ^= 1;

        Contents contents = read(tar);

        assertThat(contents.logs()).isEqualTo(Map.of(named("var/log/maillog"), "one\ntwo"));
        assertThat(contents.troubles()).hasSize(1);
    }

    @Test
    void gzip_inGzipInGzip_isNotFollowedForever() throws IOException {
        byte[] packed = bytes("deep\n");
        for (int i = 0; i < 8; i++) {
            packed = Packing.GZIP.pack(packed);
        }
        Contents contents = read(packed);

        assertThat(contents.logs()).isEmpty();
        assertThat(contents.troubles()).singleElement().asString().contains("layers");
    }

    @Test
    void origin_ofAMember_hasFileAndNameApart() throws IOException {
        Path file = Files.write(folder.resolve("logs"), Packing.tar(Map.of("a\u001b[31mb", bytes("a\n"))));
        try (LogSequence logs = LogFiles.open(List.of(file))) {
            assertThat(logs.next()).isTrue();

            assertThat(logs.origin().file()).isEqualTo(file);
            assertThat(logs.origin().member()).contains("a\u001b[31mb");
            assertThat(logs.origin()).hasToString(file + "!a\\x1B[31mb");
        }
    }
}
