package dev.posthorn.report;

import dev.posthorn.mail.LogTimestamp;
import java.util.Optional;

/**
 * How often something with a name came.
 *
 * @param name the name as it stands in the log
 * @param count how often
 * @param first when first, as far as times are known
 * @param last when last
 */
public record NamedCount(String name, long count, Optional<LogTimestamp> first, Optional<LogTimestamp> last) {

    /**
     * Puts counts together.
     *
     * @param name the name
     * @param count how often
     * @param first when first
     * @param last when last
     */
    public NamedCount {}
}
