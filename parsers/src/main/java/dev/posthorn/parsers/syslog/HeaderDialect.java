package dev.posthorn.parsers.syslog;

/** Which header stands in front of the host and the tag. Numbers are those of the dialect fact sheet. */
public enum HeaderDialect {

    /** No time at all: container output, pasted excerpts (D10). Host and tag may be there. */
    NONE,

    /**
     * {@code Nov  4 09:05:01}: the BSD way (RFC 3164), also with a year or a fraction (D1 to D1e, D4 to D9), and Postfix's
     * own log file.
     */
    RFC_3164,

    /** {@code 2026-11-04T09:05:01.123456+01:00} and its relatives with a blank or an underscore (D2, journalctl). */
    ISO_8601,

    /** {@code <22>1 2026-11-04T08:05:01Z mail postfix/smtpd 2101 - -} (D3). */
    RFC_5424,

    /** {@code 1793779501.123456}: seconds since 1970, as {@code journalctl -o short-unix} prints them. */
    UNIX_TIME,

    /** {@code @4000000067…}: multilog's and s6-log's TAI64N labels. */
    TAI64N,

    /** {@code [ 1234.567890]}: seconds since the machine started, which are no time of day. */
    MONOTONIC,

    /** An entry of the systemd journal as a JSON object: {@code journalctl -o json}. */
    JOURNAL_JSON,

    /** An entry of the systemd journal with a line for every field: {@code journalctl -o export}. */
    JOURNAL_EXPORT
}
