package dev.posthorn.openssl.error;

/** How sure the first reading of an error is. */
public enum Confidence {
    /** What is known excludes all other readings. */
    CERTAIN("nothing else fits what is known"),
    /** What is known speaks for the first reading, or the error has only one. */
    LIKELY("the first reading is likely"),
    /** Several readings stand; they are ranked by experience only. */
    OPEN("several readings stand, ranked by experience");

    private final String description;

    Confidence(String description) {
        this.description = description;
    }

    /**
     * In words.
     *
     * @return a phrase in lower case
     */
    public String description() {
        return description;
    }
}
