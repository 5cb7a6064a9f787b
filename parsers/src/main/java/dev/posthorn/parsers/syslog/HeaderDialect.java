package dev.posthorn.parsers.syslog;

/** Which header stands in front of the host and the tag. */
public enum HeaderDialect {

    /** No time at all: container output, pasted excerpts. Host and tag may be there. */
    NONE,

    /** {@code Nov  4 09:05:01}: the BSD way (RFC 3164), with the day blank-padded, zero-padded or not padded. */
    RFC_3164
}
