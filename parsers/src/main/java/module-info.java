/**
 * Maillog lines to typed events, from byte arrays, without allocation.
 */
module dev.posthorn.parsers {
    requires transitive dev.posthorn.core;
    requires static org.jspecify;

    exports dev.posthorn.parsers;
    exports dev.posthorn.parsers.bytes;
    exports dev.posthorn.parsers.neighbours;
    exports dev.posthorn.parsers.postfix;
    exports dev.posthorn.parsers.syslog;
}
