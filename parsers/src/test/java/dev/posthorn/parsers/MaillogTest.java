package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.SmtpdConnect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaillogTest {

    private static final byte[] CONNECT =
            "Nov  4 09:05:01 mail postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]\n"
                    .getBytes(StandardCharsets.US_ASCII);

    @Test
    void open_directory_saysSoAndNamesIt(@TempDir Path folder) {
        assertThatIOException()
                .isThrownBy(() -> Maillog.open(folder).close())
                .withMessage(folder + ": is a directory, not a log");
    }

    @Test
    void open_missingFile_saysSoAndNamesIt(@TempDir Path folder) {
        Path missing = folder.resolve("maillog");

        assertThatIOException().isThrownBy(() -> Maillog.open(missing).close()).withMessage(missing + ": no such file");
    }

    @Test
    void open_nameWithControlCharacters_escapesThem(@TempDir Path folder) {
        assertThatIOException()
                .isThrownBy(() -> Maillog.open(folder.resolve("a\u001b[31mb")).close())
                .withMessageEndingWith("a\\x1B[31mb: no such file");
    }

    @Test
    void open_emptyFile_hasNoEvents(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("maillog"));

        try (MaillogCursor cursor = Maillog.open(empty)) {
            assertThat(cursor.advance()).isFalse();
            assertThat(cursor.advance()).isFalse();
        }
    }

    @Test
    void open_fileStreamChannelAndArray_giveTheSameEvent(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("maillog"), CONNECT);

        try (MaillogCursor fromFile = Maillog.open(file);
                MaillogCursor fromStream = Maillog.open(new ByteArrayInputStream(CONNECT));
                MaillogCursor fromChannel = Maillog.open(Channels.newChannel(new ByteArrayInputStream(CONNECT)));
                MaillogCursor fromArray = Maillog.open(CONNECT)) {
            assertThat(fromFile.advance() && fromStream.advance() && fromChannel.advance() && fromArray.advance())
                    .isTrue();
            assertThat(fromFile.snapshot())
                    .isInstanceOf(SmtpdConnect.class)
                    .isEqualTo(fromStream.snapshot())
                    .isEqualTo(fromChannel.snapshot())
                    .isEqualTo(fromArray.snapshot());
        }
    }

    @Test
    void cursor_notOnALine_refusesToSayWhatItIs() throws IOException {
        MaillogCursor cursor = Maillog.open(CONNECT);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(cursor::kind);

        assertThat(cursor.advance()).isTrue();
        assertThat(cursor.kind()).isEqualTo(MaillogKind.SMTPD_CONNECT);

        assertThat(cursor.advance()).isFalse();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(cursor::kind);
    }

    @Test
    void cursor_askedForAnotherKindsView_namesBoth() throws IOException {
        MaillogCursor cursor = Maillog.open(CONNECT);
        assertThat(cursor.advance()).isTrue();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(cursor::delivery)
                .withMessageContaining("SMTPD_CONNECT")
                .withMessageContaining("DeliveryView");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(cursor::unrecognized);
    }
}
