package dev.posthorn.mail;

/**
 * How often a client used a command, from the {@code disconnect} line of Postfix 3.0 and later: {@code rcpt=0/1}.
 *
 * @param command the command's name in lower case; the sum of all is printed as one more command
 * @param succeeded how many were answered with success
 * @param total how many there were
 */
public record CommandCount(String command, long succeeded, long total) {

    /**
     * Makes a count.
     *
     * @param command the command's name in lower case
     * @param succeeded how many were answered with success
     * @param total how many there were
     */
    public CommandCount {}

    /**
     * Did one of them fail?
     *
     * @return true if not all succeeded
     */
    public boolean hasFailures() {
        return succeeded < total;
    }

    /** As Postfix prints it: {@code mail=1}, {@code rcpt=0/1}. */
    @Override
    public String toString() {
        return command + "=" + succeeded + (hasFailures() || total == 0 ? "/" + total : "");
    }
}
