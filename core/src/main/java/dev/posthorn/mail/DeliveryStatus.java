package dev.posthorn.mail;

import java.util.Arrays;

/** What became of one attempt to deliver to one recipient. */
public enum DeliveryStatus {

    /** {@code sent}: delivered, or handed over to the next host. */
    SENT("sent"),

    /** {@code deferred}: not now; Postfix will try again. */
    DEFERRED("deferred"),

    /** {@code bounced}: never; the sender is told. */
    BOUNCED("bounced"),

    /** {@code SOFTBOUNCE}: would have bounced, but {@code soft_bounce} keeps it in the queue. */
    SOFTBOUNCE("SOFTBOUNCE"),

    /** {@code expired}: deferred for too long. */
    EXPIRED("expired"),

    /** {@code deliverable}: the answer to a probe, no message was sent. */
    DELIVERABLE("deliverable"),

    /** {@code undeliverable}: the answer to a probe, no message was sent. */
    UNDELIVERABLE("undeliverable"),

    /** Some other word; the event has it. */
    OTHER("");

    private final String word;

    DeliveryStatus(String word) {
        this.word = word;
    }

    /**
     * Finds the status a word stands for.
     *
     * @param word what stands behind {@code status=}
     * @return the status, {@link #OTHER} for words of later releases
     */
    public static DeliveryStatus forWord(String word) {
        return Arrays.stream(values())
                .filter(status -> status != OTHER && status.word.equals(word))
                .findFirst()
                .orElse(OTHER);
    }

    /**
     * The word as Postfix prints it.
     *
     * @return such as {@code deferred}; empty for {@link #OTHER}
     */
    public String word() {
        return word;
    }
}
