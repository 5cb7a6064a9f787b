package dev.posthorn.maillog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.mail.UnrecognizedReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Logs of the wrong program, with gaps, and of clocks that were set. */
class OddLogTest {

    private static MaillogDiagnosis diagnose(String log) {
        return WrittenLog.diagnose(log.getBytes(StandardCharsets.US_ASCII), MailServer.unknown());
    }

    @Test
    void logOfAnotherProgram_isCounted_andNothingIsMadeOfIt() {
        MaillogDiagnosis log = diagnose("""
            203.0.113.9 - - [23/Aug/2018:19:34:29 +0200] "GET / HTTP/1.1" 200 1234
            Aug 23 19:34:30 mx sshd[77]: Failed password for root from 203.0.113.9 port 22

            """);

        assertThat(log.lineCount()).isEqualTo(3);
        assertThat(log.unrecognizedCounts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(3);
        assertThat(log.unrecognizedCounts())
                .containsEntry(UnrecognizedReason.FOREIGN_PROGRAM, 1L)
                .containsEntry(UnrecognizedReason.EMPTY, 1L);
        assertThat(log.peers().all()).isEmpty();
        assertThat(log.remedies().remedies()).isEmpty();
    }

    @Test
    void emptyLog_isEmpty() {
        MaillogDiagnosis log = diagnose("");

        assertThat(log.lineCount()).isZero();
        assertThat(log.span().first()).isEmpty();
        assertThat(log.span().length()).isEmpty();
        assertThat(log.toString()).isNotEmpty();
    }

    @Test
    void gap_isFound() {
        LogSpan span = diagnose("""
            Aug 23 10:00:00 mx postfix/qmgr[7]: A1B2C3D4E: removed
            Aug 23 10:00:05 mx postfix/qmgr[7]: A1B2C3D4F: removed
            Aug 24 22:00:05 mx postfix/qmgr[7]: A1B2C3D50: removed
            """).span();

        assertThat(span.longestGap()).isEqualTo(Duration.ofHours(36));
        assertThat(span.gapLine()).isEqualTo(3);
        assertThat(span.length()).contains(Duration.ofHours(36).plusSeconds(5));
        assertThat(span.stepsBack()).isZero();
    }

    @Test
    void clockThatIsSetBack_isNoticed_andLateLinesAreNot() {
        LogSpan span = diagnose("""
            Aug 23 10:00:00 mx postfix/qmgr[7]: A1B2C3D4E: removed
            Aug 23 09:59:58 mx postfix/qmgr[7]: A1B2C3D4F: removed
            Aug 23 09:00:05 mx postfix/qmgr[7]: A1B2C3D50: removed
            """).span();

        assertThat(span.stepsBack()).isEqualTo(1);
        assertThat(span.length()).isEmpty();
    }

    @Test
    void newYear_isNoStepBack() {
        LogSpan span = diagnose("""
            Dec 31 23:59:59 mx postfix/qmgr[7]: A1B2C3D4E: removed
            Jan  1 00:00:04 mx postfix/qmgr[7]: A1B2C3D4F: removed
            """).span();

        assertThat(span.stepsBack()).isZero();
        assertThat(span.length()).contains(Duration.ofSeconds(5));
    }
}
