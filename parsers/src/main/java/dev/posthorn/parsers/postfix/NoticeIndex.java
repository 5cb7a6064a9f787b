package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Rows of the table by what is known of a line before any of them is tried: its severity, whether a queue id is there, and
 * its first byte. A row that can begin with anything stands under every byte, so that the order of the table is kept.
 */
final class NoticeIndex {

    /** First bytes are told apart by their low six bits: no two letters meet. */
    private static final int FIRST_BYTES = 64;

    /** Where the rows are for a text without a first byte. */
    private static final int EMPTY = FIRST_BYTES;

    private static final NoticeTemplate[] NONE = {};

    private final Map<Severity, NoticeTemplate[][]> withQueueId = new EnumMap<>(Severity.class);
    private final Map<Severity, NoticeTemplate[][]> withoutQueueId = new EnumMap<>(Severity.class);

    NoticeIndex(List<NoticeTemplate> templates) {
        for (Severity severity : Severity.values()) {
            withQueueId.put(severity, byFirstByte(templates, severity, true));
            withoutQueueId.put(severity, byFirstByte(templates, severity, false));
        }
    }

    private static NoticeTemplate[][] byFirstByte(
            List<NoticeTemplate> templates, Severity severity, boolean needsQueueId) {
        List<NoticeTemplate> fitting = templates.stream()
                .filter(template -> template.severity() == severity && template.needsQueueId() == needsQueueId)
                .toList();
        NoticeTemplate[][] byFirstByte = new NoticeTemplate[FIRST_BYTES + 1][];
        for (int low = 0; low < FIRST_BYTES; low++) {
            byFirstByte[low] = beginningWith(low, fitting);
        }
        byFirstByte[EMPTY] = fitting.toArray(NONE);
        return byFirstByte;
    }

    private static NoticeTemplate[] beginningWith(int low, List<NoticeTemplate> templates) {
        return templates.stream()
                .filter(template -> IntStream.range(0, 256 / FIRST_BYTES)
                        .anyMatch(high -> template.canBeginWith((byte) (high * FIRST_BYTES + low))))
                .toList()
                .toArray(NONE);
    }

    /** The rows to try, in the order of the table. */
    NoticeTemplate[] candidates(Line line) {
        Map<Severity, NoticeTemplate[][]> rows = line.lead == Lead.QUEUE_ID ? withQueueId : withoutQueueId;
        int first = line.from == line.to ? EMPTY : line.bytes[line.from] & (FIRST_BYTES - 1);
        return Objects.requireNonNull(rows.get(line.severity))[first];
    }
}
