package dev.posthorn.parsers.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Damaged lines: never an exception, never a byte lost, and never a complete event of an incomplete line. */
class HostileVectorsTest {

    @Test
    void damagedLines_readToTheEnd_loseNoByte() throws IOException {
        assertThat(GoldenRecord.resource("hostile")).hasSize(60);
        for (GoldenRecord record : GoldenRecord.read("hostile")) {
            byte[] line = line(record);
            try (MaillogCursor cursor = Maillog.open(line)) {
                long bytes = 0;
                while (cursor.advance()) {
                    bytes += cursor.lineSize();
                    assertThat(cursor.snapshot().kind()).isEqualTo(cursor.kind());
                }
                assertThat(bytes).as(record.id()).isEqualTo(line.length);
            }
        }
    }

    @Test
    void incompleteLines_areUnrecognizedOrMarkedAsTruncated() throws IOException {
        List<String> complete = new ArrayList<>();
        for (GoldenRecord record : GoldenRecord.read("hostile")) {
            if (record.text("must").equals("unrecognised-or-partial")) {
                try (MaillogCursor cursor = Maillog.open(line(record))) {
                    assertThat(cursor.advance()).isTrue();
                    if (cursor.kind() != MaillogKind.UNRECOGNIZED && !isTruncated(cursor)) {
                        complete.add(record.id() + " " + cursor.kind() + ": " + record.text("note"));
                    }
                }
            }
        }
        assertThat(complete).isEmpty();
    }

    private static boolean isTruncated(MaillogCursor cursor) {
        return switch (cursor.kind()) {
            case DELIVERY -> cursor.delivery().isTruncated();
            case TLS_LIBRARY_PROBLEM -> cursor.tlsLibraryProblem().isTruncated();
            default -> false;
        };
    }

    private static byte[] line(GoldenRecord record) {
        return Base64.getDecoder().decode(record.text("line_base64"));
    }
}
