/**
 * Maillog lines to typed events, from byte arrays, without allocation.
 */
module dev.posthorn.parsers {
    requires transitive dev.posthorn.core;
    requires static org.jspecify;
}
