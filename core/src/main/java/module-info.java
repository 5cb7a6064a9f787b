/**
 * The domain values every other module speaks in: what the TLS documents define, what the releases and builds of
 * OpenSSL are, what an OpenSSL error string says, and what a mail server reported. No I/O beyond its own tables.
 */
@SuppressWarnings("requires-automatic") // Immutables' annotations are compile-only and have an automatic name.
module dev.posthorn.core {
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports dev.posthorn.mail;
    exports dev.posthorn.openssl;
    exports dev.posthorn.openssl.error;
    exports dev.posthorn.table;
    exports dev.posthorn.text;
    exports dev.posthorn.tls;
}
