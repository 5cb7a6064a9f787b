package dev.posthorn.postfix;

import dev.posthorn.text.TerminalText;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Postfix: a branch such as {@code 2.6} and a patch level.
 *
 * @param major the first number
 * @param minor the second number
 * @param patchLevel the third number, 0 or more
 */
public record PostfixVersion(int major, int minor, int patchLevel) implements Comparable<PostfixVersion> {

    /** {@code 2.6.6}, {@code mail_version = 2.6.6}, {@code 3.12-20260801}. */
    private static final Pattern TEXT =
            Pattern.compile("(?:mail_version\\s*=\\s*)?(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,4}))?(?:-[0-9A-Za-z._-]*)?");

    private static final Comparator<PostfixVersion> AGE = Comparator.comparingInt(PostfixVersion::major)
            .thenComparingInt(PostfixVersion::minor)
            .thenComparingInt(PostfixVersion::patchLevel);

    private static final int MAX_ECHO = 80;

    /**
     * Makes a version.
     *
     * @param major the first number
     * @param minor the second number
     * @param patchLevel the third number, 0 or more
     * @throws IllegalArgumentException if a number is negative
     */
    public PostfixVersion {
        if (major < 0 || minor < 0 || patchLevel < 0) {
            throw new IllegalArgumentException(
                    "major, minor, patchLevel: " + major + "." + minor + "." + patchLevel + " has a negative number");
        }
    }

    /**
     * Reads a version as {@code postconf mail_version} prints it. A version without a patch level is its branch's first
     * release; the date of a snapshot is dropped.
     *
     * @param text such as {@code 2.6.6} or {@code mail_version = 3.7.11}
     * @return the version
     * @throws IllegalArgumentException if the text is no version
     */
    public static PostfixVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("text: \"" + TerminalText.escape(text, MAX_ECHO)
                    + "\" is no Postfix version: expected something like 2.6.6");
        }
        String patch = matcher.group(3);
        return new PostfixVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch));
    }

    /**
     * Is this version as new as another one?
     *
     * @param other the version to compare with
     * @return true if this is {@code other} or a later one
     */
    public boolean isAtLeast(PostfixVersion other) {
        return compareTo(other) >= 0;
    }

    /**
     * The branch.
     *
     * @return such as {@code 2.6}
     */
    public String branch() {
        return major + "." + minor;
    }

    @Override
    public int compareTo(PostfixVersion other) {
        return AGE.compare(this, other);
    }

    /** {@code 2.6.6}. */
    @Override
    public String toString() {
        return branch() + "." + patchLevel;
    }
}
