package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rows of the table by what is known of a line before any of them is tried: its lead, its severity and its first byte. A row
 * that can begin with anything stands under every byte, so that the order of the table is kept.
 */
final class NoticeIndex {

    /** As many as {@link NoticeTemplate#firstBytes} tells apart. */
    private static final int FIRST_BYTES = Long.SIZE;

    /** Where the rows are for a text without a first byte. */
    private static final int EMPTY = FIRST_BYTES;

    private static final NoticeTemplate[] NONE = {};

    private final Map<Lead, Map<Severity, NoticeTemplate[][]>> rows = new EnumMap<>(Lead.class);

    NoticeIndex(List<NoticeTemplate> templates) {
        for (Lead lead : Lead.values()) {
            Map<Severity, NoticeTemplate[][]> bySeverity = new EnumMap<>(Severity.class);
            for (Severity severity : Severity.values()) {
                bySeverity.put(
                        severity,
                        byFirstByte(templates.stream()
                                .filter(template -> template.severity() == severity && template.canFollow(lead))
                                .toList()));
            }
            rows.put(lead, bySeverity);
        }
    }

    private static NoticeTemplate[][] byFirstByte(List<NoticeTemplate> templates) {
        NoticeTemplate[][] byFirstByte = new NoticeTemplate[FIRST_BYTES + 1][];
        for (int first = 0; first < FIRST_BYTES; first++) {
            long bit = 1L << first;
            byFirstByte[first] = templates.stream()
                    .filter(template -> (template.firstBytes() & bit) != 0)
                    .toList()
                    .toArray(NONE);
        }
        byFirstByte[EMPTY] = templates.toArray(NONE);
        return byFirstByte;
    }

    /** The rows to try, in the order of the table. */
    NoticeTemplate[] candidates(Line line) {
        int first = line.from == line.to ? EMPTY : line.bytes[line.from] & (FIRST_BYTES - 1);
        return Objects.requireNonNull(
                Objects.requireNonNull(rows.get(line.lead)).get(line.severity))[first];
    }
}
