package dev.posthorn.mail;

import java.util.Optional;

/**
 * The name of a queue file, by which Postfix's programs tell messages apart.
 *
 * <p>Short ids ({@code 3D2F11A0C4}) are upper-case hexadecimal and get used again once the file is gone. Long ids
 * (Postfix 2.9 and later, {@code enable_long_queue_ids}) are not; both can stand in one log. A {@code QueueId} that
 * exists has one of the two forms. {@code NOQUEUE} is no queue id: it says that there is none.
 *
 * @param text the id as Postfix prints it
 */
public record QueueId(String text) {

    private static final String HEXADECIMAL = "0123456789ABCDEF";

    /** Digits and consonants: without vowels no word comes out by chance. */
    private static final String BASE_52 = "0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";

    /**
     * Makes an id of a text that is known to be one.
     *
     * @param text the id as Postfix prints it
     * @throws IllegalArgumentException if the text is neither a short nor a long queue id
     */
    public QueueId {
        if (!isShort(text) && !isLong(text)) {
            throw new IllegalArgumentException("text: \"" + text + "\" is no queue id");
        }
    }

    /**
     * Reads a queue id.
     *
     * @param text any text
     * @return the id, empty if the text is not of either form
     */
    public static Optional<QueueId> parse(String text) {
        return isShort(text) || isLong(text) ? Optional.of(new QueueId(text)) : Optional.empty();
    }

    /**
     * Is this id of the long form, which is never used twice?
     *
     * @return true for ids made with {@code enable_long_queue_ids = yes}
     */
    public boolean isLongForm() {
        return isLong(text);
    }

    /** Microseconds in five hexadecimal digits, then the inode number (postfix-log-messages 1.6). */
    private static boolean isShort(String text) {
        return text.length() >= 6 && text.chars().allMatch(c -> HEXADECIMAL.indexOf(c) >= 0);
    }

    /**
     * Six or more digits of seconds and four of microseconds in base 52, a {@code z}, and the inode number in base 51,
     * where {@code z} is no digit: so the last {@code z} is the separator (postfix-log-messages 1.6).
     */
    private static boolean isLong(String text) {
        int separator = text.lastIndexOf('z');
        return separator >= 10 && separator < text.length() - 1 && text.chars().allMatch(c -> BASE_52.indexOf(c) >= 0);
    }

    /** The id as Postfix prints it. */
    @Override
    public String toString() {
        return text;
    }
}
