package dev.posthorn.openssl;

import dev.posthorn.text.TerminalText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
 * }</pre>
 */
public final class OpenSslBuild {

    /** How much of a bad word an exception repeats. */
    private static final int MAX_ECHO = 80;

    private final OpenSslRelease release;
    private final Map<BuildOption, Boolean> deviations;

    private OpenSslBuild(OpenSslRelease release, Map<BuildOption, Boolean> deviations) {
        this.release = release;
        this.deviations = deviations;
    }

    /**
     * A build with the release's default options.
     *
     * @param release the release
     * @return the default build of it
     */
    public static OpenSslBuild of(OpenSslRelease release) {
        return new OpenSslBuild(release, Map.of());
    }

    /**
     * Reads a release followed by options in the words of OpenSSL's Configure.
     *
     * @param text a release, then any number of {@code no-x}, {@code enable-x} or plain {@code x}, separated by blanks
     *     or commas
     * @return the build
     * @throws IllegalArgumentException if the first word is no release or another word no option
     */
    public static OpenSslBuild parse(String text) {
        String[] words = text.strip().split("[\\s,]+");
        OpenSslBuild build = of(OpenSslRelease.parse(words[0]));
        for (String word : List.of(words).subList(1, words.length)) {
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
        return new OpenSslBuild(release, Map.copyOf(stated));
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
        return Objects.requireNonNullElseGet(deviations.get(option), () -> option.isDefaultIn(release));
    }

    /**
     * Are all options those of the release's default build?
     *
     * @return true if nothing deviates
     */
    public boolean isDefault() {
        return deviations.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenSslBuild that && release.equals(that.release) && deviations.equals(that.deviations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(release, deviations);
    }

    /** The release and the options that deviate from its default: {@code 1.0.1e krb5 no-srp}. Parses back. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>(List.of(release.toString()));
        for (BuildOption option : BuildOption.values()) {
            Boolean stated = deviations.get(option);
            if (stated != null) {
                words.add((stated ? "" : "no-") + option.configureWord());
            }
        }
        return String.join(" ", words);
    }
}
