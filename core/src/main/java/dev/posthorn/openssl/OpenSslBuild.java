package dev.posthorn.openssl;

import dev.posthorn.text.TerminalText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * A release of OpenSSL built with certain options: what it takes to know which suites exist.
 *
 * <p>Options that nobody states have the release's own default. They are kept as stated, so that a build prints as it
 * was written; two builds are equal if they have the same release and the same effective options.
 *
 * <pre>{@code
 * OpenSslBuild.parse("1.0.1e krb5 no-srp");
 * OpenSslBuild.parse("1.0.2u enable-weak-ssl-ciphers enable-ssl2");
 * OpenSslBuild.of(OpenSslRelease.parse("1.0.2u")).without(BuildOption.IDEA);
 * OpenSslBuild.parse("centos6 1.0.1e");  // the package of a distribution, with what is known of it
 * }</pre>
 */
public final class OpenSslBuild {

    /** How much of a bad word an exception repeats. */
    private static final int MAX_ECHO = 80;

    private static final String SEPARATORS = " \t\n\u000b\f\r,";

    private final OpenSslRelease release;
    private final Map<BuildOption, Boolean> deviations;

    private final Optional<DistributionPackage> distribution;

    private OpenSslBuild(
            OpenSslRelease release, Map<BuildOption, Boolean> deviations, Optional<DistributionPackage> distribution) {
        this.release = release;
        this.deviations = deviations;
        this.distribution = distribution;
    }

    /**
     * A build with the release's default options.
     *
     * @param release the release
     * @return the default build of it
     */
    public static OpenSslBuild of(OpenSslRelease release) {
        return new OpenSslBuild(release, Map.of(), Optional.empty());
    }

    /**
     * The build in a distribution's package.
     *
     * @param release the upstream release, one the package is of
     * @param distribution the package
     * @return the release with the package's options
     */
    public static OpenSslBuild of(OpenSslRelease release, DistributionPackage distribution) {
        OpenSslBuild upstream =
                of(release).withOptions(List.of(distribution.options().split(" ")));
        return new OpenSslBuild(release, upstream.deviations, Optional.of(distribution));
    }

    /**
     * Reads a release followed by options in the words of OpenSSL's Configure, and perhaps preceded by the name of a
     * distribution's package: {@code debian8 1.0.1k}.
     *
     * @param text the name of a package, or none; a release; then any number of {@code no-x}, {@code enable-x} or plain
     *     {@code x}, separated by blanks or commas
     * @return the build
     * @throws IllegalArgumentException if there is no such release, package or option
     */
    public static OpenSslBuild parse(String text) {
        List<String> words = words(text);
        boolean named = words.size() > 1
                && DistributionPackage.known().stream()
                        .anyMatch(known -> known.names().contains(words.get(0)));
        OpenSslBuild build = named
                ? distributed(words.get(0), OpenSslRelease.parse(words.get(1)))
                : of(OpenSslRelease.parse(words.get(0)));
        return build.withOptions(words.subList(named ? 2 : 1, words.size()));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text, SEPARATORS);
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words.isEmpty() ? List.of("") : words;
    }

    private static OpenSslBuild distributed(String name, OpenSslRelease release) {
        return of(
                release,
                DistributionPackage.forName(name, release)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "text: no package " + name + " of OpenSSL " + release + " is known here")));
    }

    private OpenSslBuild withOptions(List<String> words) {
        OpenSslBuild build = this;
        for (String word : words) {
            boolean on = !word.startsWith("no-");
            String name = on && word.startsWith("enable-") ? word.substring("enable-".length()) : word;
            BuildOption option = BuildOption.forConfigureWord(on ? name : word.substring("no-".length()))
                    .orElseThrow(() -> new IllegalArgumentException("text: \"" + TerminalText.escape(word, MAX_ECHO)
                            + "\" is no option of OpenSSL's Configure known here"));
            build = build.having(option, on);
        }
        return build;
    }

    /**
     * The release.
     *
     * @return the release this is a build of
     */
    public OpenSslRelease release() {
        return release;
    }

    /**
     * The distribution's package this build is in.
     *
     * @return the package, empty for a build from upstream's source
     */
    public Optional<DistributionPackage> distribution() {
        return distribution;
    }

    /**
     * The same build with an option switched on.
     *
     * @param option the option
     * @return a build that has it
     */
    public OpenSslBuild with(BuildOption option) {
        return having(option, true);
    }

    /**
     * The same build with an option switched off.
     *
     * @param option the option
     * @return a build that lacks it
     */
    public OpenSslBuild without(BuildOption option) {
        return having(option, false);
    }

    private OpenSslBuild having(BuildOption option, boolean on) {
        Map<BuildOption, Boolean> stated = new EnumMap<>(BuildOption.class);
        stated.putAll(deviations);
        if (option.isDefaultIn(release) == on) {
            stated.remove(option);
        } else {
            stated.put(option, on);
        }
        return new OpenSslBuild(release, Map.copyOf(stated), distribution);
    }

    /**
     * Is an option on in this build? {@link BuildOption#ECDH} and {@link BuildOption#ECDSA} are off wherever
     * {@link BuildOption#EC} is.
     *
     * @param option the option
     * @return true if it is on, by default or because somebody said so
     */
    public boolean has(BuildOption option) {
        if ((option == BuildOption.ECDH || option == BuildOption.ECDSA) && !has(BuildOption.EC)) {
            return false;
        }
        return isStated(option);
    }

    /**
     * Is this the release's default build?
     *
     * @return true if no option deviates and it is no distribution's package
     */
    public boolean isDefault() {
        return deviations.isEmpty() && distribution.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenSslBuild that
                && release.equals(that.release)
                && deviations.equals(that.deviations)
                && distribution.equals(that.distribution);
    }

    @Override
    public int hashCode() {
        return Objects.hash(release, deviations, distribution);
    }

    /** The release and the options that deviate from its default: {@code 1.0.1e krb5 no-srp}. Parses back. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        distribution.map(DistributionPackage::name).ifPresent(words::add);
        words.add(release.toString());
        OpenSslBuild named = distribution.map(known -> of(release, known)).orElseGet(() -> of(release));
        for (BuildOption option : BuildOption.values()) {
            boolean stated = isStated(option);
            if (stated != named.isStated(option)) {
                words.add((stated ? "" : "no-") + option.configureWord());
            }
        }
        return String.join(" ", words);
    }

    /** Is an option on, apart from what other options take with them? */
    private boolean isStated(BuildOption option) {
        Boolean stated = deviations.get(option);
        return stated == null ? option.isDefaultIn(release) : stated;
    }
}
