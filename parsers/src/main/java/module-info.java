/**
 * Maillog lines to typed events, from byte arrays, without allocation.
 */
module dev.posthorn.parsers {
    requires transitive dev.posthorn.core;
    requires static org.jspecify;

    // Decompressors, each used if it is there; dev.posthorn.parsers.files says what happens if not.
    requires static com.github.luben.zstd_jni;
    requires static org.apache.commons.compress;
    requires static org.tukaani.xz;

    exports dev.posthorn.parsers;
    exports dev.posthorn.parsers.bytes;
    exports dev.posthorn.parsers.files;
    exports dev.posthorn.parsers.json;
    exports dev.posthorn.parsers.neighbours;
    exports dev.posthorn.parsers.postfix;
    exports dev.posthorn.parsers.syslog;
}
