package dev.posthorn.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A status code such as {@code 4.7.5} (RFC 3463), which Postfix prints as {@code dsn=4.7.5}.
 *
 * <p>An open value: any subject and detail will do, known or not.
 *
 * @param statusClass 2 for success, 4 for a failure that may pass, 5 for one that will not
 * @param subject what it was about, such as 7 for security and policy
 * @param detail what exactly
 */
public record EnhancedStatusCode(int statusClass, int subject, int detail) {

    /** RFC 3463 section 2: one digit, then twice up to three. */
    private static final Pattern TEXT = Pattern.compile("([245])\\.(\\d{1,3})\\.(\\d{1,3})");

    /**
     * Makes a code of its parts.
     *
     * @param statusClass 2, 4 or 5
     * @param subject 0 to 999
     * @param detail 0 to 999
     * @throws IllegalArgumentException if a part is out of its range
     */
    public EnhancedStatusCode {
        if (statusClass != 2 && statusClass != 4 && statusClass != 5) {
            throw new IllegalArgumentException("statusClass: " + statusClass + " is none of 2, 4 and 5");
        }
        if (subject < 0 || subject > 999) {
            throw new IllegalArgumentException("subject: " + subject + " is not in 0..999");
        }
        if (detail < 0 || detail > 999) {
            throw new IllegalArgumentException("detail: " + detail + " is not in 0..999");
        }
    }

    /**
     * Reads a code.
     *
     * @param text such as {@code 4.7.5}
     * @return the code, empty if the text is none
     */
    public static Optional<EnhancedStatusCode> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new EnhancedStatusCode(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /** The code as it is printed: {@code 4.7.5}. */
    @Override
    public String toString() {
        return statusClass + "." + subject + "." + detail;
    }
}
