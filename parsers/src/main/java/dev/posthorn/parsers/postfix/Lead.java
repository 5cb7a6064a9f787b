package dev.posthorn.parsers.postfix;

/** How a text begins, which decides where to look for its grammar. */
enum Lead {

    /** A queue id or {@code NOQUEUE}, colon, blank. */
    QUEUE_ID,

    /** A peer, {@code mx1.example.com[192.0.2.10]}. */
    PEER,

    /** Anything else. */
    WORDS
}
