/**
 * Puts log, settings and OpenSSL knowledge together: sessions out of interleaved lines, what main.cf means in a named
 * Postfix, and the explanation of a failed handshake with what to change.
 */
module dev.posthorn.diagnosis {
    requires transitive dev.posthorn.core;
    requires transitive dev.posthorn.openssl.ciphers;
    requires transitive dev.posthorn.parsers;
    requires static org.jspecify;
}
