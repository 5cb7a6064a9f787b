package dev.posthorn.mail;

/**
 * Which message a line is: one constant for each text a mail server prints, named after the program and its words.
 *
 * <p>The constants grow with the library. A switch that lists them all is exhaustive today; one that has to survive the
 * next release wants a {@code default}.
 */
public enum MaillogKind {

    /** smtpd: {@code connect from CLIENT}; a {@link SmtpdConnect}. */
    SMTPD_CONNECT,

    /** smtpd: {@code disconnect from CLIENT}, with counters since Postfix 3.0; a {@link SmtpdDisconnect}. */
    SMTPD_DISCONNECT,

    /** smtpd: {@code lost connection after STAGE from CLIENT}, also for timeouts and the like; a {@link SmtpdLost}. */
    SMTPD_LOST,

    /** smtpd: {@code QUEUEID: client=CLIENT}, the start of a message; a {@link SmtpdClient}. */
    SMTPD_CLIENT,

    /** {@code initializing the server-side TLS engine}; a {@link TlsEngineInit}. */
    TLS_ENGINE_INIT,

    /** {@code setting up TLS connection from CLIENT}, or {@code to SERVER}; a {@link TlsSetup}. */
    TLS_SETUP,

    /** {@code PEER: TLS cipher list "STRING"}; a {@link TlsCipherList}. */
    TLS_CIPHER_LIST,

    /** {@code SSL_accept:STATE}, {@code SSL_connect:error in STATE}; a {@link TlsState}. */
    TLS_STATE,

    /** {@code SSL3 alert read:fatal:unknown CA}; a {@link TlsAlert}. */
    TLS_ALERT,

    /** {@code SSL_accept error from CLIENT: STATUS}; a {@link SslError} of role server. */
    SSL_ACCEPT_ERROR,

    /** {@code SSL_connect error to SERVER: STATUS}; a {@link SslError} of role client. */
    SSL_CONNECT_ERROR,

    /** {@code warning: TLS library problem: error:…}, one entry of OpenSSL's queue; a {@link TlsLibraryProblem}. */
    TLS_LIBRARY_PROBLEM,

    /** {@code warning: Invalid TLS protocol list "LIST"}; a {@link TlsInvalidProtocols}. */
    TLS_INVALID_PROTOCOLS,

    /** {@code Anonymous TLS connection established from CLIENT: TLSv1.2 with cipher …}; a {@link TlsEstablished}. */
    TLS_ESTABLISHED,

    /** {@code Trusted TLS connection reused to SERVER: …} (3.4 and later); a {@link TlsEstablished}. */
    TLS_REUSED,

    /** cleanup: {@code QUEUEID: message-id=<…>}; a {@link CleanupMessageId}. */
    CLEANUP_MESSAGE_ID,

    /** cleanup: {@code QUEUEID: resent-message-id=<…>}; a {@link CleanupMessageId}. */
    CLEANUP_RESENT_MESSAGE_ID,

    /** qmgr: {@code QUEUEID: from=<…>, size=…, nrcpt=… (queue active)}; a {@link QmgrActive}. */
    QMGR_ACTIVE,

    /** qmgr: {@code QUEUEID: removed}; a {@link QmgrRemoved}. */
    QMGR_REMOVED,

    /** qmgr: {@code QUEUEID: from=<…>, status=expired, returned to sender}; a {@link QmgrExpired}. */
    QMGR_EXPIRED,

    /** Any delivery agent: {@code QUEUEID: to=<…>, relay=…, delay=…, status=… (TEXT)}; a {@link Delivery}. */
    DELIVERY,

    /** Everything else: a line whose message this library does not read; an {@link Unrecognized}. */
    UNRECOGNIZED
}
