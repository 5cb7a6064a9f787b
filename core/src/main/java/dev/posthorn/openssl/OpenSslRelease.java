package dev.posthorn.openssl;

import dev.posthorn.text.TerminalText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A release of OpenSSL, such as {@code 1.0.1e}, {@code 0.9.8zc} or {@code 3.0.15}.
 *
 * <p>Up to 1.1.1 a branch has three numbers and its releases are letters; from 3.0.0 on the third number counts the
 * releases. A word behind a dash is kept: {@code 1.0.1e-fips} is a name that several distributions print, and it says
 * nothing about which of them.
 *
 * <p>The order is that of publication within a branch: {@code 1.0.1e < 1.0.1k < 1.0.2 < 1.0.2u},
 * {@code 0.9.8y < 0.9.8zc}; pre-releases come before the release; other suffixes after the plain one.
 */
public final class OpenSslRelease implements Comparable<OpenSslRelease> {

    private static final List<String> PRE_RELEASES = List.of("alpha", "beta", "pre", "dev");

    /** Every branch that had letter releases. The line is closed: there will be no others. */
    private static final Set<String> LETTER_BRANCHES = Set.of(
            "0.9.1", "0.9.2", "0.9.3", "0.9.4", "0.9.5", "0.9.6", "0.9.7", "0.9.8", "1.0.0", "1.0.1", "1.0.2", "1.1.0",
            "1.1.1");

    /** How much of a bad text an exception repeats. */
    private static final int MAX_ECHO = 80;

    private final int major;
    private final int minor;
    private final int patch;
    private final String letters;
    private final String suffix;

    private OpenSslRelease(int major, int minor, int patch, String letters, String suffix) {
        this.major = major;
        this.minor = minor;
        this.patch = patch;
        this.letters = letters;
        this.suffix = suffix;
    }

    /**
     * Reads a release as people and {@code openssl version} write it: {@code 1.0.1e}, {@code 1.0.1e-fips},
     * {@code OpenSSL 1.0.1e-fips 11 Feb 2013}.
     *
     * @param text the release, alone or with the name before it and a date behind it
     * @return the release
     * @throws IllegalArgumentException if the text is no release, or names one of a branch that never existed, such as
     *     {@code 1.0.9}
     */
    public static OpenSslRelease parse(String text) {
        ReleaseText read = new ReleaseText(text.strip());
        if (!read.isRelease()) {
            throw unknown(text, "expected something like 1.0.1e, 1.1.1w or 3.0.15");
        }
        OpenSslRelease release =
                new OpenSslRelease(read.number(0), read.number(1), read.number(2), read.letters(), read.suffix());
        if (release.major < 3 && !LETTER_BRANCHES.contains(release.numbers())) {
            throw unknown(text, "there was no OpenSSL " + release.numbers());
        }
        if (release.major >= 3 && !release.letters.isEmpty()) {
            throw unknown(text, "releases from 3.0.0 on have no letter");
        }
        if (release.letters.length() == 2 && !release.letters.startsWith("z")) {
            throw unknown(text, "\"" + release.letters + "\" is no letter release");
        }
        return release;
    }

    private static IllegalArgumentException unknown(String text, String why) {
        return new IllegalArgumentException(
                "text: \"" + TerminalText.escape(text, MAX_ECHO) + "\" is no OpenSSL release: " + why);
    }

    /**
     * The branch this release belongs to, which decides most of its behaviour.
     *
     * @return {@code 1.0.1} for {@code 1.0.1e}; {@code 3.0} for {@code 3.0.15}
     */
    public String branch() {
        return major < 3 ? numbers() : major + "." + minor;
    }

    private String numbers() {
        return major + "." + minor + "." + patch;
    }

    /**
     * What stands behind the dash.
     *
     * @return {@code fips} for {@code 1.0.1e-fips}; empty if there is nothing
     */
    public String suffix() {
        return suffix;
    }

    /**
     * Was this published before the release it announces ({@code 1.1.0-pre3}, {@code 3.0.0-beta1})?
     *
     * @return true for alpha, beta, pre and dev suffixes
     */
    public boolean isPreRelease() {
        String word = suffix.toLowerCase(Locale.ROOT);
        for (String preRelease : PRE_RELEASES) {
            if (word.startsWith(preRelease)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The upstream release without what a distribution or a packager put behind the dash. Pre-releases stay as they
     * are.
     *
     * @return this release without its suffix
     */
    public OpenSslRelease withoutSuffix() {
        return suffix.isEmpty() || isPreRelease() ? this : new OpenSslRelease(major, minor, patch, letters, "");
    }

    /**
     * Is this release within a range of one branch, both ends included? Suffixes do not count.
     *
     * @param first the oldest release of the range
     * @param last the newest release of the range
     * @return true if this release is neither older than {@code first} nor newer than {@code last}
     */
    public boolean isBetween(OpenSslRelease first, OpenSslRelease last) {
        OpenSslRelease plain = withoutSuffix();
        return plain.compareTo(first) >= 0 && plain.compareTo(last) <= 0;
    }

    /**
     * Is this release as new as another one, by publication order of the version numbers? Suffixes do not count.
     *
     * @param other the release to compare with
     * @return true if this is {@code other} or sorts behind it
     */
    public boolean isAtLeast(OpenSslRelease other) {
        return withoutSuffix().compareTo(other) >= 0;
    }

    @Override
    public int compareTo(OpenSslRelease other) {
        int numbers = Integer.compare(major, other.major);
        numbers = numbers != 0 ? numbers : Integer.compare(minor, other.minor);
        numbers = numbers != 0 ? numbers : Integer.compare(patch, other.patch);
        int age = numbers != 0 ? numbers : letters.compareTo(other.letters);
        if (age != 0 || suffix.equals(other.suffix)) {
            return age;
        }
        return isPreRelease() == other.isPreRelease() ? suffix.compareTo(other.suffix) : isPreRelease() ? -1 : 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenSslRelease that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(major, minor, patch, letters, suffix);
    }

    /** The release as its makers write it: {@code 1.0.1e-fips}. Parsing it gives an equal release. */
    @Override
    public String toString() {
        return numbers() + letters + (suffix.isEmpty() ? "" : "-" + suffix);
    }
}
