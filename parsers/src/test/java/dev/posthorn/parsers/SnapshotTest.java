package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.parsers.golden.SheetLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A value says what the view said that it was made of, of every line there is. */
class SnapshotTest {

    @Test
    void snapshot_ofEveryGoldenLine_saysWhatTheViewSays() throws IOException {
        assertThat(differences(SampleLines.ofEveryKind())).isEmpty();
    }

    @Test
    void snapshot_ofEveryLineMadeOfATemplate_saysWhatTheViewSays() throws IOException {
        assertThat(differences(SheetLines.all())).isEmpty();
    }

    static List<String> differences(byte[] log) throws IOException {
        List<String> differences = new ArrayList<>();
        try (MaillogCursor cursor = Maillog.open(log)) {
            while (cursor.advance()) {
                for (String difference : ViewAndValue.differences(cursor)) {
                    differences.add(difference + ": " + cursor.raw());
                }
            }
        }
        return differences;
    }
}
