package dev.posthorn.postfix;

import dev.posthorn.text.TerminalText;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Postfix: a branch such as {@code 2.6}, a patch level, and what stands behind a dash.
 *
 * <p>Between branches appear snapshots such as {@code 3.12-20260801}, and before a release its candidates such as
 * {@code 3.0.0-RC1}. Both are older than the first release of their branch, and both are read with its defaults.
 *
 * @param major the first number
 * @param minor the second number
 * @param patchLevel the third number, 0 or more; 0 for a snapshot
 * @param suffix what stands behind the dash: the date of a snapshot, {@code RC1}; empty for a stable release
 */
public record PostfixVersion(int major, int minor, int patchLevel, String suffix)
        implements Comparable<PostfixVersion> {

    /** {@code 2.6.6}, {@code mail_version = 2.6.6}, {@code 3.12-20260801-nonprod}. */
    private static final Pattern TEXT = Pattern.compile(
            "(?:mail_version\\s*=\\s*)?(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,4}))?(?:-([0-9A-Za-z._+-]{1,60}))?");

    private static final Pattern SNAPSHOT = Pattern.compile("\\d{8}(?:-.*)?");
    private static final Pattern CANDIDATE = Pattern.compile("RC\\d{0,3}");

    private static final PostfixVersion FIRST_KNOWN = new PostfixVersion(2, 2, 0);
    private static final PostfixVersion FIRST_UNKNOWN = new PostfixVersion(3, 13, 0);

    /** Postfix never had these: 2.11 was followed by 3.0. */
    private static final int LAST_MINOR_OF_2 = 11;

    private static final Comparator<PostfixVersion> AGE = Comparator.comparingInt(PostfixVersion::major)
            .thenComparingInt(PostfixVersion::minor)
            .thenComparingInt(PostfixVersion::patchLevel)
            .thenComparing(version -> version.isPreRelease() ? 0 : 1)
            .thenComparing(PostfixVersion::suffix);

    private static final int MAX_ECHO = 80;

    /**
     * Makes a version.
     *
     * @param major the first number
     * @param minor the second number
     * @param patchLevel the third number, 0 or more
     * @param suffix what stands behind the dash, or an empty text
     * @throws IllegalArgumentException if a number is negative
     */
    public PostfixVersion {
        if (major < 0 || minor < 0 || patchLevel < 0) {
            throw new IllegalArgumentException(
                    "major, minor, patchLevel: " + major + "." + minor + "." + patchLevel + " has a negative number");
        }
        Objects.requireNonNull(suffix, "suffix");
    }

    /**
     * Makes the version of a stable release.
     *
     * @param major the first number
     * @param minor the second number
     * @param patchLevel the third number, 0 or more
     * @throws IllegalArgumentException if a number is negative
     */
    public PostfixVersion(int major, int minor, int patchLevel) {
        this(major, minor, patchLevel, "");
    }

    /**
     * Reads a version as {@code postconf mail_version} prints it. A version without a patch level is its branch's first
     * release, or a snapshot if a date follows.
     *
     * @param text such as {@code 2.6.6}, {@code mail_version = 3.7.11} or {@code 3.12-20260801}
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
                patch == null ? 0 : Integer.parseInt(patch),
                Objects.requireNonNullElse(matcher.group(4), ""));
    }

    /**
     * The version that a text of {@code postconf} or {@code postconf -d} tells of itself.
     *
     * @param postconf any text
     * @return the version its {@code mail_version} line names; empty if it has no such line, or one without a version
     */
    public static Optional<PostfixVersion> toldBy(String postconf) {
        return Optional.ofNullable(MainCf.parse(postconf).entries().get("mail_version"))
                .filter(entry -> TEXT.matcher(entry.value()).matches())
                .map(entry -> parse(entry.value()));
    }

    /**
     * Is this version as new as another one, by its numbers? A snapshot counts as the first release of its branch,
     * because it has most of what that brought.
     *
     * @param other the version to compare with
     * @return true if this is {@code other} or a later one
     */
    public boolean isAtLeast(PostfixVersion other) {
        return withoutSuffix().compareTo(other.withoutSuffix()) >= 0;
    }

    private PostfixVersion withoutSuffix() {
        return suffix.isEmpty() ? this : new PostfixVersion(major, minor, patchLevel);
    }

    /**
     * Is this an experimental release, named by its date?
     *
     * @return true for {@code 3.12-20260801}
     */
    public boolean isSnapshot() {
        return SNAPSHOT.matcher(suffix).matches();
    }

    private boolean isPreRelease() {
        return isSnapshot() || CANDIDATE.matcher(suffix).matches();
    }

    /**
     * Are there facts about this version in the tables?
     *
     * @return true from 2.2 to 2.11 and from 3.0 to the snapshots of 3.12; of other versions the nearest is assumed
     */
    public boolean isCovered() {
        boolean existed = major != FIRST_KNOWN.major || minor <= LAST_MINOR_OF_2;
        return existed && isAtLeast(FIRST_KNOWN) && !isAtLeast(FIRST_UNKNOWN);
    }

    /**
     * The branch.
     *
     * @return such as {@code 2.6}
     */
    public String branch() {
        return major + "." + minor;
    }

    /** By publication within a branch: {@code 3.0-20141001 < 3.0.0-RC1 < 3.0.0 < 3.0.1}. */
    @Override
    public int compareTo(PostfixVersion other) {
        return AGE.compare(this, other);
    }

    /** {@code 2.6.6}, {@code 3.12-20260801}. */
    @Override
    public String toString() {
        String numbers = isSnapshot() ? branch() : branch() + "." + patchLevel;
        return suffix.isEmpty() ? numbers : numbers + "-" + suffix;
    }
}
