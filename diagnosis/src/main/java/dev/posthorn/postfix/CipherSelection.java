package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How Postfix puts a cipher string together: the list of a grade, and behind it every excluded word as {@code :!word}
 * (fact sheet on Postfix TLS configuration section 5).
 *
 * <p>Nothing is checked against OpenSSL before the string is complete. TLS 1.3 suites do not depend on it.
 *
 * @param version the version that does it
 * @param grade the grade as it is written; empty in 2.2, which has none
 * @param list the list of the grade, or of 2.2's one parameter; empty if the grade is none, or names no list
 * @param exclusions the excluded words in order, duplicates included
 */
public record CipherSelection(
        PostfixVersion version, Optional<Setting> grade, Optional<Setting> list, List<Exclusion> exclusions) {

    /** Longer strings are not expanded: nobody means them, and somebody might want to keep us busy. */
    static final int MAX_EXPANDED = 20_000;

    private static final Set<String> GRADES = Set.of("high", "medium", "low", "export", "null");
    private static final PostfixVersion WEAK_GRADES_GONE = new PostfixVersion(3, 8, 0);
    private static final PostfixVersion FIRST_WITH_SHORT_WORDS = new PostfixVersion(3, 4, 0);
    private static final PostfixVersion FIRST_WITH_LONG_WORDS = new PostfixVersion(2, 5, 0);
    private static final PostfixVersion AFTER_2_3 = new PostfixVersion(2, 4, 0);
    private static final PostfixVersion GRADES_MUST_BE_KNOWN = FIRST_WITH_LONG_WORDS;

    /**
     * A word that is excluded.
     *
     * @param word the word
     * @param origin the parameter it stands in; empty for a word that Postfix adds by itself
     */
    public record Exclusion(String word, Optional<Setting> origin) {

        /** Only the first character is looked at, so that {@code RSA+AES} is fine. */
        boolean isBad() {
            return "!+-@".indexOf(word.charAt(0)) >= 0;
        }
    }

    /**
     * Makes a selection.
     *
     * @param version the version that does it
     * @param grade the grade
     * @param list the list of the grade
     * @param exclusions the excluded words; copied
     */
    public CipherSelection {
        exclusions = List.copyOf(exclusions);
    }

    static boolean isGrade(String text) {
        return GRADES.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The name of the grade whose list counts; empty if the text is no grade and the version does without TLS then. */
    static Optional<String> effectiveGrade(String grade, PostfixVersion version, String fallback) {
        String name = grade.toLowerCase(Locale.ROOT);
        if (!isGrade(name)) {
            return version.isAtLeast(GRADES_MUST_BE_KNOWN) ? Optional.empty() : Optional.of(fallback);
        }
        boolean weak = name.equals("low") || name.equals("export");
        return Optional.of(weak && version.isAtLeast(WEAK_GRADES_GONE) ? "medium" : name);
    }

    /**
     * The first exclusion that Postfix refuses because it starts with an operator; then every handshake fails.
     *
     * @return the word, empty if there is none
     */
    public Optional<String> badExclusion() {
        return exclusions.stream().filter(Exclusion::isBad).map(Exclusion::word).findFirst();
    }

    /**
     * The string that OpenSSL gets, as the log shows it at level 2.
     *
     * @return list and exclusions; empty if Postfix gives up before, so that every handshake fails
     */
    public Optional<CipherString> cipherString() {
        return badExclusion().isPresent() ? Optional.empty() : list.map(base -> withExclusions(exclusions.size()));
    }

    /** The string with the first so many exclusions. */
    CipherString withExclusions(int count) {
        String base = list.map(Setting::value).orElse("");
        // 2.2 leaves OpenSSL's own default alone when its parameter is empty.
        StringBuilder text = new StringBuilder(grade.isEmpty() && base.isEmpty() ? "DEFAULT" : base);
        exclusions.subList(0, count).forEach(exclusion -> text.append(":!").append(exclusion.word()));
        return CipherString.parse(text.toString());
    }

    /**
     * What Postfix logs at every handshake if it cannot put the string together (section 5.4). Of 2.3 to 2.4 only the
     * words for a grade that is none are known, and those come with {@link ServerTls#startMessages}.
     *
     * @param peer the peer as it stands in the log: {@code mx.example.com[192.0.2.5]}, with {@code :25} behind it if
     *     this host is the client
     * @return the message; empty if all is well as far as Postfix can tell
     */
    public Optional<LoggedMessage> complaint(String peer) {
        if (!version.isAtLeast(FIRST_WITH_LONG_WORDS)) {
            return Optional.empty();
        }
        boolean isShort = version.isAtLeast(FIRST_WITH_SHORT_WORDS);
        if (list.isEmpty()) {
            String word = grade.map(Setting::value).orElse("");
            return warning(
                    peer,
                    isShort
                            ? "invalid cipher grade: \"" + word + "\""
                            : "invalid TLS cipher grade: \"" + word + "\": aborting TLS session");
        }
        return badExclusion()
                .flatMap(word -> warning(
                        peer,
                        isShort
                                ? "invalid unary '!+-@' in cipher exclusion: " + word
                                : "invalid unary '!+-@' in TLS cipher exclusion: \"" + word
                                        + "\": aborting TLS session"));
    }

    /**
     * The same, and what Postfix logs if OpenSSL refuses the string, after the lines of OpenSSL's own errors.
     *
     * @param peer the peer as it stands in the log
     * @param build the OpenSSL it runs with
     * @return the message; empty if all is well, or this library has no catalogue of the build
     */
    public Optional<LoggedMessage> complaint(String peer, OpenSslBuild build) {
        return complaint(peer)
                .or(() -> cipherString()
                        .filter(string -> version.isAtLeast(FIRST_WITH_LONG_WORDS) && isRefused(string, build))
                        .flatMap(string -> warning(peer, refusal(string))));
    }

    /** What 2.3 logs of a grade that is none, before it takes another. */
    Optional<LoggedMessage> replacedGrade(String fallback) {
        return grade.filter(found -> !version.isAtLeast(AFTER_2_3) && !isGrade(found.value()))
                .map(found -> LoggedMessage.warning(
                        version,
                        "unknown '" + found.parameter() + "' value '" + found.value() + "' ignored, using '" + fallback
                                + "'"));
    }

    /** What 2.3 logs if OpenSSL refuses the string, without the peer. */
    Optional<LoggedMessage> earlyComplaint(OpenSslBuild build, String consequence) {
        return cipherString()
                .filter(string -> !version.isAtLeast(AFTER_2_3) && isRefused(string, build))
                .map(string ->
                        LoggedMessage.warning(version, "Invalid cipherlist \"" + string.text() + "\": " + consequence));
    }

    private static boolean isRefused(CipherString string, OpenSslBuild build) {
        return CipherCatalog.forBuild(build)
                .filter(catalog -> string.text().length() <= MAX_EXPANDED)
                .flatMap(catalog -> string.expandWith(catalog).rejection())
                .isPresent();
    }

    private String refusal(CipherString string) {
        return version.isAtLeast(FIRST_WITH_SHORT_WORDS)
                ? "error setting cipher grade: \"" + grade.map(Setting::value).orElse("") + "\""
                : "invalid TLS cipher list: \"" + string.text() + "\": aborting TLS session";
    }

    private Optional<LoggedMessage> warning(String peer, String text) {
        return Optional.of(LoggedMessage.warning(version, peer + ": " + text));
    }
}
