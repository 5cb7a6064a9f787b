package dev.posthorn.postfix;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The level in {@code compatibility_level}, which decides some defaults: {@code 0} to {@code 2} in Postfix 3.0 to 3.5, a
 * version such as {@code 3.6} from then on.
 *
 * @param major the first number
 * @param minor the second number, 0 if there is none
 * @param patch the third number, 0 if there is none
 */
record CompatibilityLevel(int major, int minor, int patch) implements Comparable<CompatibilityLevel> {

    /** What a main.cf has that says nothing. */
    static final CompatibilityLevel ZERO = new CompatibilityLevel(0, 0, 0);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?");

    static Optional<CompatibilityLevel> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new CompatibilityLevel(number(matcher, 1), number(matcher, 2), number(matcher, 3)))
                : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(CompatibilityLevel other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
        return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return major + (minor == 0 && patch == 0 ? "" : "." + minor) + (patch == 0 ? "" : "." + patch);
    }
}
