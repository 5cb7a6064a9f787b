package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.Unrecognized;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.parsers.bytes.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadLimitsTest {

    private static final String LINE =
            "Nov  4 09:05:01 mail postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]";

    @Test
    void maxLineLength_notPositive_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReadLimits(0, 1))
                .withMessageContaining("maxLineLength");
    }

    @Test
    void line_asLongAsTheLimit_isRead() {
        List<MaillogEvent> events = read(LINE + "\n", LINE.length());

        assertThat(events).extracting(MaillogEvent::kind).containsExactly(MaillogKind.SMTPD_CONNECT);
    }

    @Test
    void line_oneByteLonger_isCutAndMarkedAndKeepsItsSize() {
        List<MaillogEvent> events = read(LINE + "\n" + LINE + "\n", LINE.length() - 1);

        assertThat(events).hasSize(2);
        Unrecognized cut = (Unrecognized) events.get(0);
        assertThat(cut.reason()).isEqualTo(UnrecognizedReason.OVERLONG);
        assertThat(cut.raw().text()).isEqualTo(LINE.substring(0, LINE.length() - 1));
        assertThat(cut.envelope().lineSize()).isEqualTo(LINE.length() + 1L);
        assertThat(cut.envelope().program()).contains("smtpd");
        assertThat(events.get(1).envelope().lineOffset()).isEqualTo(LINE.length() + 1L);
    }

    @Test
    void overlongLine_withoutNewlineAtTheEnd_isCutAndMarked() {
        Unrecognized cut = (Unrecognized) read("x".repeat(11), 10).get(0);

        assertThat(cut.reason()).isEqualTo(UnrecognizedReason.OVERLONG);
        assertThat(cut.envelope().lineSize()).isEqualTo(11);
    }

    @Test
    void gigabyteWithoutNewline_isOneEventInBoundedMemory() throws IOException {
        long size = 1024L * 1024 * 1024;

        try (MaillogCursor cursor = Maillog.open(new EndlessLine(size))) {
            assertThat(cursor.advance()).isTrue();
            assertThat(cursor.unrecognized().reason()).isEqualTo(UnrecognizedReason.OVERLONG);
            assertThat(cursor.raw().length()).isEqualTo(ReadLimits.defaults().maxLineLength());
            assertThat(cursor.lineSize()).isEqualTo(size);
            assertThat(cursor.advance()).isFalse();
        }
    }

    private static List<MaillogEvent> read(String log, int maxLineLength) {
        return Events.of(
                log.getBytes(StandardCharsets.US_ASCII), ReadLimits.defaults().withMaxLineLength(maxLineLength));
    }

    /** So many bytes without a newline, which nobody has to hold. */
    private static final class EndlessLine implements ByteSource {

        private long left;

        EndlessLine(long size) {
            left = size;
        }

        @Override
        public int read(byte[] block, int from, int to) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(left, to - from);
            Arrays.fill(block, from, from + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
