/**
 * OpenSSL's cipher strings and its choice of a suite, without an OpenSSL: what a string means to a named release and
 * build, and what a server of that build answers to a ClientHello.
 */
module dev.posthorn.openssl.ciphers {
    requires transitive dev.posthorn.core;
    requires static org.jspecify;

    exports dev.posthorn.openssl.ciphers;
    exports dev.posthorn.openssl.ciphers.catalog;
    exports dev.posthorn.openssl.negotiation;
}
