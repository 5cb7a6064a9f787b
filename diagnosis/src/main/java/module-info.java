/**
 * Puts log, settings and OpenSSL knowledge together: sessions out of interleaved lines, what main.cf means in a named
 * Postfix, and the explanation of a failed handshake with what to change.
 */
@SuppressWarnings("requires-automatic") // Immutables' annotations are compile-only and have an automatic name.
module dev.posthorn.diagnosis {
    requires transitive dev.posthorn.core;
    requires transitive dev.posthorn.openssl.ciphers;
    requires transitive dev.posthorn.parsers;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports dev.posthorn;
    exports dev.posthorn.diagnosis;
    exports dev.posthorn.maillog;
    exports dev.posthorn.peers;
    exports dev.posthorn.postfix;
    exports dev.posthorn.remedy;
    exports dev.posthorn.report;
    exports dev.posthorn.show;
}
