package dev.posthorn.postfix;

import java.util.Arrays;
import java.util.List;

/**
 * A set of Postfix versions as the tables write it: ranges separated by commas, each {@code 2.6.0-2.6.6} (both ends
 * included), {@code 2.8-3.0} (whole branches), {@code 2.7} (one branch) or {@code 3.6+} (and everything later). Postfix
 * changes defaults in patch levels of several branches at once, so one range is rarely enough. {@code snapshot:} in
 * front of a range means only the experimental releases in it.
 */
final class VersionRanges {

    private static final int LAST_PATCH_LEVEL = Integer.MAX_VALUE;
    private static final String SNAPSHOT = "snapshot:";

    private record Range(PostfixVersion first, PostfixVersion last, boolean ofSnapshots) {}

    private final List<Range> ranges;

    private VersionRanges(List<Range> ranges) {
        this.ranges = ranges;
    }

    static VersionRanges parse(String text) {
        return new VersionRanges(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(VersionRanges::range)
                .toList());
    }

    private static Range range(String text) {
        if (text.startsWith(SNAPSHOT)) {
            Range range = range(text.substring(SNAPSHOT.length()));
            return new Range(range.first, range.last, true);
        }
        if (text.endsWith("+")) {
            PostfixVersion first = PostfixVersion.parse(text.substring(0, text.length() - 1));
            return new Range(first, new PostfixVersion(Integer.MAX_VALUE, 0, 0), false);
        }
        int dash = text.indexOf('-');
        String first = dash < 0 ? text : text.substring(0, dash);
        String last = dash < 0 ? text : text.substring(dash + 1);
        return new Range(PostfixVersion.parse(first), last(last), false);
    }

    /** {@code 3.0} as the end of a range means all its patch levels. */
    private static PostfixVersion last(String text) {
        PostfixVersion version = PostfixVersion.parse(text);
        boolean wholeBranch = text.indexOf('.') == text.lastIndexOf('.');
        return wholeBranch ? new PostfixVersion(version.major(), version.minor(), LAST_PATCH_LEVEL) : version;
    }

    /** The first version of all. */
    PostfixVersion first() {
        return ranges.stream().map(Range::first).min(PostfixVersion::compareTo).orElseThrow();
    }

    boolean contains(PostfixVersion version) {
        return ranges.stream()
                .anyMatch(range -> version.isAtLeast(range.first)
                        && range.last.isAtLeast(version)
                        && (!range.ofSnapshots || version.isSnapshot()));
    }
}
