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

    /** smtpd: {@code QUEUEID: reject: RCPT from CLIENT: 554 5.7.1 …;}, refused; an {@link AccessDecision}. */
    SMTPD_REJECT,

    /**
     * smtpd: {@code QUEUEID: reject_warning: …}, would be refused but for {@code warn_if_reject}; an {@link
     * AccessDecision}.
     */
    SMTPD_REJECT_WARNING,

    /** smtpd: {@code QUEUEID: warn: …}, the text of a WARN action; an {@link AccessDecision}. */
    SMTPD_WARN,

    /** smtpd: {@code QUEUEID: info: …}, the text of an INFO action; an {@link AccessDecision}. */
    SMTPD_INFO,

    /** smtpd: {@code QUEUEID: hangup: …}, the connection was dropped; an {@link AccessDecision}. */
    SMTPD_HANGUP,

    /** smtpd: {@code QUEUEID: permit: …}, allowed by a rule that is logged; an {@link AccessDecision}. */
    SMTPD_PERMIT,

    /** smtpd: {@code QUEUEID: filter: …}, sent through a content filter; an {@link AccessDecision}. */
    SMTPD_FILTER,

    /** smtpd: {@code QUEUEID: redirect: …}, sent to another address; an {@link AccessDecision}. */
    SMTPD_REDIRECT,

    /** smtpd: {@code QUEUEID: bcc: …}, a copy goes to another address; an {@link AccessDecision}. */
    SMTPD_BCC,

    /** smtpd: {@code QUEUEID: hold: …}, put on hold; an {@link AccessDecision}. */
    SMTPD_HOLD,

    /** smtpd: {@code QUEUEID: delay: …}, delivered later; an {@link AccessDecision}. */
    SMTPD_DELAY,

    /** smtpd: {@code QUEUEID: discard: …}, accepted and thrown away; an {@link AccessDecision}. */
    SMTPD_DISCARD,

    /** smtpd: {@code proxy-accept: END-OF-MESSAGE: 250 …;}, the proxy filter took it; an {@link AccessDecision}. */
    SMTPD_PROXY_ACCEPT,

    /** smtpd: {@code proxy-reject: END-OF-MESSAGE: 550 …;}, the proxy filter refused it; an {@link AccessDecision}. */
    SMTPD_PROXY_REJECT,

    /** smtpd or cleanup: {@code QUEUEID: milter-reject: …}, a milter refused it; an {@link AccessDecision}. */
    MILTER_REJECT,

    /** smtpd or cleanup: {@code QUEUEID: milter-hold: …}, a milter put it on hold; an {@link AccessDecision}. */
    MILTER_HOLD,

    /** smtpd or cleanup: {@code QUEUEID: milter-discard: …}, a milter threw it away; an {@link AccessDecision}. */
    MILTER_DISCARD,

    /** postscreen: {@code NOQUEUE: reject: RCPT from CLIENT: 550 …;}, refused; an {@link AccessDecision}. */
    POSTSCREEN_REJECT,

    /**
     * cleanup: {@code QUEUEID: reject: header Subject: … from CLIENT;}, a header or body check; a {@link
     * ContentCheck}.
     */
    CLEANUP_CHECK,

    /** cleanup: {@code QUEUEID: milter-header-hold: header … from CLIENT;}; a {@link ContentCheck}. */
    MILTER_HEADER_CHECK,

    /** smtp: {@code QUEUEID: info: header Subject: …}, a check at delivery; a {@link ContentCheck}. */
    SMTP_HEADER_CHECK,

    /** TLS: {@code 0010 16 03 01 …}, a row of a dump; a {@link PostfixNotice}. */
    TLS_DUMP_ROW,

    /** smtpd: {@code warning: Connection concurrency|Connection rate|Message delivery …}; a {@link PostfixNotice}. */
    SMTPD_LIMIT_EXCEEDED,

    /** smtpd: {@code warning: Refusing [STARTTLS|TLS service] request from <client> for …}; a {@link PostfixNotice}. */
    SMTPD_REFUSING_TLS,

    /** smtpd: {@code warning: <client>: SASL <sasl_method> authentication failed: …}; a {@link PostfixNotice}. */
    SMTPD_SASL_FAILED,

    /** smtpd: {@code warning: <client>: SASL <sasl_method> authentication aborted}; a {@link PostfixNotice}. */
    SMTPD_SASL_ABORTED,

    /** smtpd: {@code warning: SASL authentication [failure|problem]: <text>}; a {@link PostfixNotice}. */
    SASL_LIBRARY,

    /**
     * smtpd: {@code warning: hostname <hostname> does not resolve to address <address>: …}; a {@link PostfixNotice}.
     */
    SMTPD_HOSTNAME_MISMATCH,

    /** smtpd: {@code improper command pipelining after <command> from <client>: <input>}; a {@link PostfixNotice}. */
    SMTPD_PIPELINING,

    /** smtpd: {@code warning: non-SMTP command from <client>: <input>}; a {@link PostfixNotice}. */
    SMTPD_NON_SMTP,

    /** smtpd: {@code warning: Illegal address syntax from <client> in <where> command: …}; a {@link PostfixNotice}. */
    SMTPD_ILLEGAL_ADDRESS,

    /** smtpd: {@code warning: <client>: request longer than <limit>: <input>...}; a {@link PostfixNotice}. */
    SMTPD_REQUEST_TOO_LONG,

    /** smtpd: {@code <client>: replacing command "<command>" with "<replacement>"}; a {@link PostfixNotice}. */
    SMTPD_REPLACING_COMMAND,

    /** smtpd: {@code discarding EHLO keywords: <keywords>}; a {@link PostfixNotice}. */
    DISCARDING_EHLO_KEYWORDS,

    /**
     * Any program: {@code using backwards-compatible default setting <parameter>=<value> to …}; a {@link
     * PostfixNotice}.
     */
    BACKWARDS_COMPATIBLE_DEFAULT,

    /** Any program: {@code table <map>([0|1|2|3|4|5|6|7|8|9]…) has changed -- restarting}; a {@link PostfixNotice}. */
    TABLE_CHANGED,

    /**
     * Any program: {@code warning: TLS has been selected, but TLS support is not compiled in}; a {@link
     * PostfixNotice}.
     */
    TLS_NOT_COMPILED_IN,

    /** smtpd: {@code warning: haproxy read: <text>}; a {@link PostfixNotice}. */
    HAPROXY,

    /** smtpd: {@code warning: connect to proxy filter <service>: <errno>}; a {@link PostfixNotice}. */
    SMTPD_PROXY_CONNECT,

    /** smtpd: {@code warning: [lost connection with|timeout talking to] proxy <service>}; a {@link PostfixNotice}. */
    SMTPD_PROXY_LOST,

    /** smtpd: {@code warning: proxy <service> rejected "<command>": "<reply>"}; a {@link PostfixNotice}. */
    SMTPD_PROXY_REJECTED,

    /** smtpd: {@code warning: connect to Milter service <milter>: <errno>}; a {@link PostfixNotice}. */
    MILTER_CONNECT,

    /**
     * smtpd: {@code warning: milter <milter>: can't read <command> reply packet header: …}; a {@link PostfixNotice}.
     */
    MILTER_READ_ERROR,

    /** smtpd: {@code > <peer>: <text>}; a {@link PostfixNotice}. */
    SMTP_TRACE,

    /** smtpd: {@code warning: No server certs available. TLS won't be enabled|Need a …}; a {@link PostfixNotice}. */
    SMTPD_TLS_CONFIG,

    /**
     * smtpd: {@code warning: smtpd_tls_security_level: unsupported TLS level "<level>", …}; a {@link PostfixNotice}.
     */
    SMTPD_TLS_LEVEL,

    /** smtpd: {@code warning: Wrapper-mode request dropped from <client> for service …}; a {@link PostfixNotice}. */
    SMTPD_WRAPPER_DROPPED,

    /** smtpd: {@code QID: abort: TLS from <client>: Client certificate not trusted|No …}; a {@link PostfixNotice}. */
    SMTPD_TLS_ABORT,

    /** smtpd: {@code relay_clientcerts: No match for fingerprint '<fingerprint>', pkey …}; a {@link PostfixNotice}. */
    SMTPD_RELAY_CLIENTCERT,

    /** smtpd: {@code warning: tlsproxy handshake failed}; a {@link PostfixNotice}. */
    TLSPROXY_HANDSHAKE_FAILED,

    /** TLS: {@code warning: run-time library vs. compile-time header version mismatch: …}; a {@link PostfixNotice}. */
    TLS_VERSION_MISMATCH,

    /** TLS: {@code warning: <peer>: invalid TLS cipher grade: "<grade>": aborting TLS …}; a {@link PostfixNotice}. */
    TLS_INVALID_GRADE,

    /** TLS: {@code warning: <peer>: invalid unary '!+-@' in TLS cipher exclusion: …}; a {@link PostfixNotice}. */
    TLS_INVALID_EXCLUSION,

    /** TLS: {@code warning: <peer>: invalid TLS cipher list: "<cipherlist>": aborting …}; a {@link PostfixNotice}. */
    TLS_INVALID_CIPHER_LIST,

    /** TLS: {@code warning: <peer>: error setting cipher grade: "<grade>"}; a {@link PostfixNotice}. */
    TLS_ERROR_SETTING_GRADE,

    /** TLS: {@code warning: <peer>: error [setting|clearing] [minimum|maximum] TLS …}; a {@link PostfixNotice}. */
    TLS_ERROR_VERSION_LIMIT,

    /** TLS: {@code warning: no entropy for TLS key generation: disabling TLS support}; a {@link PostfixNotice}. */
    TLS_NO_ENTROPY,

    /** TLS: {@code warning: cannot allocate [server SNI|server|client] SSL_CTX: …}; a {@link PostfixNotice}. */
    TLS_NO_SSL_CTX,

    /** TLS: {@code warning: Cannot allocate SSL application data index: disabling TLS …}; a {@link PostfixNotice}. */
    TLS_NO_DATA_INDEX,

    /** TLS: {@code warning: Digest algorithm "<digest>" output size <size> too large: …}; a {@link PostfixNotice}. */
    TLS_DIGEST,

    /** TLS: {@code warning: disabling TLS support}; a {@link PostfixNotice}. */
    TLS_DISABLED,

    /** TLS: {@code warning: OpenSSL DANE initialization failed: disabling TLS support}; a {@link PostfixNotice}. */
    TLS_DANE_INIT_FAILED,

    /** TLS: {@code warning: tls_session_ticket_cipher: invalid value: <value>; session …}; a {@link PostfixNotice}. */
    TLS_SESSION_TICKET_CIPHER,

    /** TLS: {@code warning: [Could not allocate 'TLScontext-]con' with SSL_new()|Could …}; a {@link PostfixNotice}. */
    TLS_CONTEXT_FAILED,

    /** TLS: {@code SSL_set_fd error [from|to] <peer>}; a {@link PostfixNotice}. */
    TLS_SET_FD,

    /** TLS: {@code warning: non-default tls_config_file = … requires OpenSSL 1.1.1b or …}; a {@link PostfixNotice}. */
    TLS_CONFIG_FILE,

    /** TLS: {@code warning: cannot get [RSA|DSA|ECDSA] [certificate|private key] from …}; a {@link PostfixNotice}. */
    TLS_CERT_LOAD,

    /** TLS: {@code warning: [RSA|DSA|ECDSA] private key in <key_file> does not match …}; a {@link PostfixNotice}. */
    TLS_KEY_MISMATCH,

    /** TLS: {@code warning: need an RSA or DSA certificate/key pair}; a {@link PostfixNotice}. */
    TLS_NEED_CERT_PAIR,

    /** TLS: {@code cannot load Certification Authority data, CAfile="<CAfile>", …}; a {@link PostfixNotice}. */
    TLS_CA_LOAD,

    /** TLS: {@code warning: ECDSA not supported. Ignoring ECDSA certificate file "<file>"}; a {@link PostfixNotice}. */
    TLS_ECDSA_IGNORED,

    /** TLS: {@code warning: error opening chain file: <file>: <errno>}; a {@link PostfixNotice}. */
    TLS_CHAIN_FILE,

    /** TLS: {@code warning: error loading client CA names from: <file>}; a {@link PostfixNotice}. */
    TLS_CLIENT_CA_NAMES,

    /** smtpd: {@code warning: Both smtpd_tls_chain_files and one or more of the legacy  …}; a {@link PostfixNotice}. */
    TLS_CHAIN_AND_LEGACY,

    /** TLS: {@code <peer>: looking up session <session> in <cache> cache}; a {@link PostfixNotice}. */
    TLS_SESSION_LOOKUP,

    /** TLS: {@code <peer>: reloaded session <session> from <cache> cache}; a {@link PostfixNotice}. */
    TLS_SESSION_RELOADED,

    /** TLS: {@code <peer>: save session <session> to <cache> cache}; a {@link PostfixNotice}. */
    TLS_SESSION_SAVE,

    /** TLS: {@code <peer>: remove session <session> from <cache> cache}; a {@link PostfixNotice}. */
    TLS_SESSION_REMOVE,

    /** TLS: {@code <peer>: Reusing old session (<how>)}; a {@link PostfixNotice}. */
    TLS_SESSION_REUSED,

    /** TLS: {@code <peer>: [Issuing|Decrypting] session ticket, key expiration: …}; a {@link PostfixNotice}. */
    TLS_SESSION_TICKET,

    /**
     * tlsmgr: {@code [lookup|put|delete] <label> session id=<session> [data <bytes> bytes]}; a {@link PostfixNotice}.
     */
    TLSMGR_SESSION,

    /** tlsmgr: {@code read|write <label> TLS cache entry <session>: time=<time> data …}; a {@link PostfixNotice}. */
    TLSMGR_CACHE_ENTRY,

    /** tlsmgr: {@code [open|close] <label> TLS cache <database>}; a {@link PostfixNotice}. */
    TLSMGR_CACHE_FILE,

    /** tlsmgr: {@code warning: <label> TLS cache: [truncated|malformed] entry for …}; a {@link PostfixNotice}. */
    TLSMGR_CACHE_PROBLEM,

    /** TLS: {@code warning: <function>: i2d_SSL_SESSION failed: unable to cache session}; a {@link PostfixNotice}. */
    TLS_SESSION_CACHE_FAILED,

    /**
     * tlsmgr: {@code warning: cannot read from entropy device <device>: <errno> -- exiting …}; a {@link
     * PostfixNotice}.
     */
    TLSMGR_ENTROPY,

    /** TLS: {@code <peer>: [Trusted|Untrusted]: subject_CN=<subject_CN>, …}; a {@link PostfixNotice}. */
    TLS_PEER_CERT,

    /** TLS: {@code fingerprint=<fingerprint>}; a {@link PostfixNotice}. */
    TLS_FINGERPRINT,

    /** TLS: {@code <peer>: raw public key fingerprint=<fingerprint>}; a {@link PostfixNotice}. */
    TLS_RAW_PUBLIC_KEY,

    /** TLS: {@code subject=<subject>}; a {@link PostfixNotice}. */
    TLS_CERT_SUBJECT,

    /** TLS: {@code issuer=<issuer>}; a {@link PostfixNotice}. */
    TLS_CERT_ISSUER,

    /** TLS: {@code <peer>: certificate verification depth=<depth> verify=<verify> …}; a {@link PostfixNotice}. */
    TLS_VERIFY_DEPTH,

    /** TLS: {@code <peer>: verify=<verify> raw public key}; a {@link PostfixNotice}. */
    TLS_VERIFY_RAW_KEY,

    /** TLS: {@code <peer>: matched peername: <peername>}; a {@link PostfixNotice}. */
    TLS_MATCHED_PEERNAME,

    /** TLS: {@code <peer>: [Matched subjectAltName|subjectAltName]: <name>}; a {@link PostfixNotice}. */
    TLS_MATCH_NAME,

    /** TLS: {@code certificate verification failed for <peer>: untrusted issuer <issuer>}; a {@link PostfixNotice}. */
    TLS_VERIFY_FAILED,

    /** TLS: {@code num=<num>:<text>}; a {@link PostfixNotice}. */
    TLS_VERIFY_NUM,

    /** TLS: {@code issuer <issuer> certificate unavailable}; a {@link PostfixNotice}. */
    TLS_VERIFY_ISSUER_UNAVAILABLE,

    /** TLS: {@code certificate peer name verification failed for <peer_name>: <count> …}; a {@link PostfixNotice}. */
    TLS_PEERNAME_FAILED,

    /** TLS: {@code verify return: <verify>}; a {@link PostfixNotice}. */
    TLS_VERIFY_RETURN,

    /** TLS: {@code <peer>: re-using session with untrusted certificate|peer …}; a {@link PostfixNotice}. */
    TLS_REUSING_UNTRUSTED,

    /** TLS: {@code warning: <function>: <peer>: peer certificate has no subject …}; a {@link PostfixNotice}. */
    TLS_PEER_NAME_PROBLEM,

    /** TLS: {@code TLS SNI <sni> from <peer> not matched, using default chain}; a {@link PostfixNotice}. */
    TLS_SNI_UNMATCHED,

    /** TLS: {@code warning: TLS SNI from <peer> is invalid: <sni>}; a {@link PostfixNotice}. */
    TLS_SNI_INVALID,

    /** TLS: {@code warning: TLS SNI changed from <peer> initially <first>, <sni> after …}; a {@link PostfixNotice}. */
    TLS_SNI_CHANGED,

    /** TLS: {@code warning: tls_server_sni_maps: <sni> map lookup problem}; a {@link PostfixNotice}. */
    TLS_SNI_LOOKUP,

    /** TLS: {@code <peer>: SNI hostname: <sni>}; a {@link PostfixNotice}. */
    TLS_SNI_SENT,

    /** TLS: {@code warning: <peer>: error setting SNI hostname to: <sni>}; a {@link PostfixNotice}. */
    TLS_SNI_ERROR,

    /** TLS: {@code warning: <peer>: ignoring too long SNI hostname: <sni>}; a {@link PostfixNotice}. */
    TLS_SNI_TOO_LONG,

    /** TLS: {@code using DANE RR: <record>}; a {@link PostfixNotice}. */
    TLS_DANE_RECORD,

    /** TLS: {@code warning: unsupported [certificate usage|selector|matching type] … in …}; a {@link PostfixNotice}. */
    TLS_DANE_UNUSABLE,

    /** TLS: {@code <peer>: depth=<depth> matched [trust anchor|end entity] …}; a {@link PostfixNotice}. */
    TLS_DANE_MATCHED,

    /** TLS: {@code <peer>: depth=<depth> trust-anchor certificate|chain is trust-anchor …}; a {@link PostfixNotice}. */
    TLS_DANE_CHAIN,

    /** TLS: {@code <peer>: Matched fingerprint: <fingerprint>}; a {@link PostfixNotice}. */
    TLS_MATCHED_FINGERPRINT,

    /** TLS: {@code <peer>: Matched trust anchor at depth <depth>}; a {@link PostfixNotice}. */
    TLS_MATCHED_ANCHOR,

    /** TLS: {@code warning: <peer>: error loading match name: "<name>"}; a {@link PostfixNotice}. */
    TLS_DANE_PROBLEM,

    /** TLS: {@code warning: malformed fingerprint value: <value>}; a {@link PostfixNotice}. */
    TLS_MALFORMED_FINGERPRINT,

    /** TLS: {@code warning: DANE TLSA lookup problem: <text>}; a {@link PostfixNotice}. */
    TLS_DANE_LOOKUP,

    /** TLS: {@code warning: DNSSEC status lookup error for <query>: <text>}; a {@link PostfixNotice}. */
    TLS_DNSSEC_STATUS,

    /** TLS: {@code warning: error opening trust anchor file: <file>: <errno>}; a {@link PostfixNotice}. */
    TLS_TRUST_ANCHOR_FILE,

    /** TLS: {@code warning: tls_dane_digests: <text>}; a {@link PostfixNotice}. */
    TLS_DANE_DIGESTS,

    /**
     * TLS: {@code [read from|write to] <bio> [<buffer>] (<bytes> bytes => <result> (0x…))}; a {@link PostfixNotice}.
     */
    TLS_DUMP_IO,

    /** TLS: {@code [Read|Write] <bytes> chars: <text>}; a {@link PostfixNotice}. */
    TLS_PLAINTEXT,

    /** TLS: {@code TLS protocol trace for <peer> saved to <file>}; a {@link PostfixNotice}. */
    TLS_TRACE,

    /** TLS: {@code warning: tls_bio: unexpected SSL_ERROR code <code>}; a {@link PostfixNotice}. */
    TLS_BIO_UNEXPECTED,

    /** smtp: {@code QID: host <server> said: <reply> (in reply to <command> command)}; a {@link PostfixNotice}. */
    SMTP_SERVER_SAID,

    /** smtp: {@code QID: host <server> refused to talk to me: <reply>}; a {@link PostfixNotice}. */
    SMTP_REFUSED_TO_TALK,

    /** smtp: {@code QID: lost connection with <server> while <stage>}; a {@link PostfixNotice}. */
    SMTP_LOST,

    /** smtp: {@code QID: conversation with <server> timed out while <stage>}; a {@link PostfixNotice}. */
    SMTP_TIMEOUT,

    /** smtp: {@code QID: Sender requested REQUIRETLS, but REQUIRETLS support was not …}; a {@link PostfixNotice}. */
    SMTP_REQUIRETLS,

    /** smtp: {@code QID: enabling PIX workarounds: <workarounds> for <server>}; a {@link PostfixNotice}. */
    SMTP_PIX,

    /** smtp: {@code QID: breaking line > <limit> bytes with <CR><LF>SPACE}; a {@link PostfixNotice}. */
    SMTP_BREAKING_LINE,

    /** Any program: {@code QID: passing <<to>> to transport=<transport>}; a {@link PostfixNotice}. */
    PASSING_TO_TRANSPORT,

    /** smtp: {@code warning: smtp_helo: TLS is required but unavailable, don't know why}; a {@link PostfixNotice}. */
    SMTP_TLS_UNAVAILABLE,

    /**
     * smtp: {@code warning: server <server> violates smtp_tls_block_early_mail_reply policy}; a {@link PostfixNotice}.
     */
    SMTP_EARLY_REPLY,

    /** smtp: {@code Host offered STARTTLS: [<server_name>]}; a {@link PostfixNotice}. */
    SMTP_STARTTLS_OFFERED,

    /** smtp: {@code [global|site|effective] TLS level: <level>}; a {@link PostfixNotice}. */
    SMTP_TLS_LEVEL,

    /** smtp: {@code warning: TLS policy lookup [error for |for ]<destination>: <text>}; a {@link PostfixNotice}. */
    SMTP_TLS_POLICY_LOOKUP,

    /** smtp: {@code warning: …}; a {@link PostfixNotice}. */
    SMTP_TLS_POLICY_SYNTAX,

    /**
     * smtp: {@code warning: nexthop domain <domain>: configured at fingerprint security …}; a {@link PostfixNotice}.
     */
    SMTP_TLS_NO_FINGERPRINTS,

    /** smtp: {@code warning: <domain>: dane-only|dane configured, but no requisite …}; a {@link PostfixNotice}. */
    SMTP_DANE_CONFIG,

    /** smtp: {@code warning: smtp_tls_wrappermode requires "smtp_tls_security_level = …}; a {@link PostfixNotice}. */
    SMTP_WRAPPERMODE,

    /** smtp: {@code MX name '<mx>' matches STS MX pattern for '<domain>'}; a {@link PostfixNotice}. */
    SMTP_STS_MATCH,

    /** smtp: {@code warning: MX name '<mx>' does not match STS MX pattern for '<domain>'}; a {@link PostfixNotice}. */
    SMTP_STS_MISMATCH,

    /** smtp: {@code TLSRPT: status=<status>, domain=<domain>, …}; a {@link PostfixNotice}. */
    SMTP_TLSRPT,

    /** smtp: {@code TLSRPT: no policy for domain <domain>}; a {@link PostfixNotice}. */
    SMTP_TLSRPT_POLICY,

    /** smtp: {@code warning: TLSRPT is selected, but TLSRPT is not compiled in}; a {@link PostfixNotice}. */
    SMTP_TLSRPT_PROBLEM,

    /** smtp: {@code warning: [connect to|error sending request to] private/tlsproxy …}; a {@link PostfixNotice}. */
    SMTP_TLSPROXY_PROBLEM,

    /** smtp: {@code connect to <server>: <errno> (port <server_port>)}; a {@link PostfixNotice}. */
    SMTP_CONNECT_FAILED,

    /**
     * smtp: {@code warning: host <server> [greeted me|replied to HELO/EHLO] with my own …}; a {@link PostfixNotice}.
     */
    SMTP_OWN_HOSTNAME,

    /** smtp: {@code warning: no [MX|SRV] host for <domain> has a valid address record}; a {@link PostfixNotice}. */
    SMTP_NO_HOST,

    /**
     * smtp: {@code warning: <server> offered no supported AUTH mechanisms: '<mechanisms>'}; a {@link PostfixNotice}.
     */
    SMTP_SASL_MECHANISMS,

    /** smtp: {@code warning: relayhost configuration problem}; a {@link PostfixNotice}. */
    SMTP_RELAYHOST_PROBLEM,

    /** smtp: {@code <server>: replacing server reply "<reply>" with "<replacement>"}; a {@link PostfixNotice}. */
    SMTP_REPLACING_REPLY,

    /** tlsproxy: {@code CONNECT [from|to] <client>}; a {@link PostfixNotice}. */
    TLSPROXY_CONNECT,

    /** tlsproxy: {@code DISCONNECT <client>}; a {@link PostfixNotice}. */
    TLSPROXY_DISCONNECT,

    /** tlsproxy: {@code warning: ciphertext read/write [timeout|error] for <client>}; a {@link PostfixNotice}. */
    TLSPROXY_CIPHERTEXT,

    /** tlsproxy: {@code warning: deadlock on [ciphertext|plaintext] stream for <client>}; a {@link PostfixNotice}. */
    TLSPROXY_DEADLOCK,

    /** tlsproxy: {@code warning: TLS service is requested, but disabled with …}; a {@link PostfixNotice}. */
    TLSPROXY_NO_TLS,

    /** tlsproxy: {@code warning: [request from tlsproxy client with unexpected settings]}; a {@link PostfixNotice}. */
    TLSPROXY_UNEXPECTED_SETTINGS,

    /** tlsproxy: {@code TLS support is not compiled in -- exiting}; a {@link PostfixNotice}. */
    TLSPROXY_NOT_COMPILED_IN,

    /** postscreen: {@code CONNECT from <client> to <server>}; a {@link PostfixNotice}. */
    POSTSCREEN_CONNECT,

    /** postscreen: {@code PASS [OLD|NEW] <client>}; a {@link PostfixNotice}. */
    POSTSCREEN_PASS,

    /** postscreen: {@code DISCONNECT <client>}; a {@link PostfixNotice}. */
    POSTSCREEN_DISCONNECT,

    /** postscreen: {@code [ALLOWLIST|WHITELIST] VETO <client>}; a {@link PostfixNotice}. */
    POSTSCREEN_ALLOWLIST_VETO,

    /** postscreen: {@code [ALLOWLISTED|WHITELISTED] <client>}; a {@link PostfixNotice}. */
    POSTSCREEN_ALLOWLISTED,

    /** postscreen: {@code [DENYLISTED|BLACKLISTED] <client>}; a {@link PostfixNotice}. */
    POSTSCREEN_DENYLISTED,

    /** postscreen: {@code PREGREET <bytes> after <seconds> from <client>: <input>}; a {@link PostfixNotice}. */
    POSTSCREEN_PREGREET,

    /** postscreen: {@code DNSBL rank <rank> for <client>}; a {@link PostfixNotice}. */
    POSTSCREEN_DNSBL,

    /**
     * postscreen: {@code HANGUP after <seconds> from <client> in tests [before|after] SMTP …}; a {@link
     * PostfixNotice}.
     */
    POSTSCREEN_HANGUP,

    /** postscreen: {@code BARE NEWLINE from <client> after <command>}; a {@link PostfixNotice}. */
    POSTSCREEN_BARE_NEWLINE,

    /** postscreen: {@code COMMAND PIPELINING from <client> after <command>: <input>}; a {@link PostfixNotice}. */
    POSTSCREEN_PIPELINING,

    /** postscreen: {@code NON-SMTP COMMAND from <client> after <command>: <input>}; a {@link PostfixNotice}. */
    POSTSCREEN_NON_SMTP,

    /** postscreen: {@code COMMAND [COUNT|LENGTH|TIME] LIMIT from <client> after <command>}; a {@link PostfixNotice}. */
    POSTSCREEN_COMMAND_LIMIT,

    /** postscreen: {@code [DATA|BDAT] without valid RCPT from <client>}; a {@link PostfixNotice}. */
    POSTSCREEN_NO_RCPT,

    /** postscreen: {@code QID: reject: CONNECT from <client>: too many connections|all …}; a {@link PostfixNotice}. */
    POSTSCREEN_REJECT_CONNECT,

    /** postscreen: {@code PENALTY <seconds> for <address>}; a {@link PostfixNotice}. */
    POSTSCREEN_PENALTY,

    /** postscreen: {@code skip <test> test for <client>}; a {@link PostfixNotice}. */
    POSTSCREEN_SKIP_TEST,

    /** postscreen: {@code [entering|leaving] STRESS mode with <count> connections}; a {@link PostfixNotice}. */
    POSTSCREEN_STRESS,

    /** postscreen: {@code <client>: replacing command "<command>" with "<replacement>"}; a {@link PostfixNotice}. */
    POSTSCREEN_REPLACING_COMMAND,

    /**
     * postscreen: {@code warning: <function>: <table> [update|lookup] average delay is <delay> ms}; a {@link
     * PostfixNotice}.
     */
    POSTSCREEN_SLOW_TABLE,

    /** postscreen: {@code cache <database> [full|partial] cleanup: retained=<retained> …}; a {@link PostfixNotice}. */
    CACHE_CLEANUP,

    /** dnsblog: {@code addr <address> listed by domain <domain> as <reply>}; a {@link PostfixNotice}. */
    DNSBLOG_LISTED,

    /** dnsblog: {@code warning: dnsblog_query: lookup error for DNS query <query>: <text>}; a {@link PostfixNotice}. */
    DNSBLOG_ERROR,

    /** cleanup: {@code QID: removed ([canceled|discarded])}; a {@link PostfixNotice}. */
    CLEANUP_REMOVED,

    /** cleanup: {@code warning: QID: <problem>}; a {@link PostfixNotice}. */
    CLEANUP_PROBLEM,

    /** qmgr: {@code QID: skipped, still being delivered}; a {@link PostfixNotice}. */
    QMGR_SKIPPED,

    /** qmgr: {@code QID: enabling VERP for sender "<from>"}; a {@link PostfixNotice}. */
    QMGR_VERP,

    /** qmgr: {@code warning: mail for <nexthop> is using up <count> of <total> active …}; a {@link PostfixNotice}. */
    QMGR_ACTIVE_QUEUE,

    /** qmgr: {@code warning: you may need to …}; a {@link PostfixNotice}. */
    QMGR_HINT,

    /** qmgr: {@code warning: connect to transport private/<transport>: <errno>}; a {@link PostfixNotice}. */
    QMGR_TRANSPORT_CONNECT,

    /** qmgr: {@code warning: <queue>/<file>: removed spurious [bounce|defer|trace] log}; a {@link PostfixNotice}. */
    QMGR_SPURIOUS_LOG,

    /** qmgr: {@code warning: saving corrupt file "<file>" from queue "<queue>" to queue …}; a {@link PostfixNotice}. */
    QMGR_CORRUPT,

    /** Any program: {@code QID: status=<status> ([bounce failed])}; a {@link PostfixNotice}. */
    DELIVERY_BOUNCE_FAILED,

    /** bounce: {@code QID: sender non-delivery|postmaster non-delivery|sender …}; a {@link PostfixNotice}. */
    BOUNCE_NOTIFICATION,

    /**
     * bounce: {@code warning: QID: [sender|postmaster] notification failed to <to>: <reason>}; a {@link
     * PostfixNotice}.
     */
    BOUNCE_NOTIFICATION_FAILED,

    /** bounce: {@code warning: QID: undeliverable postmaster notification discarded}; a {@link PostfixNotice}. */
    BOUNCE_POSTMASTER_DISCARDED,

    /** pickup: {@code QID: uid=<uid> from=<<from>> orig_id=<orig_id>}; a {@link PostfixNotice}. */
    PICKUP,

    /**
     * postsuper: {@code QID: [removed|requeued|placed on hold|released from hold|expired]}; a {@link PostfixNotice}.
     */
    POSTSUPER_MESSAGE,

    /** postsuper: {@code Deleted|Requeued|Placed on hold|Released from …}; a {@link PostfixNotice}. */
    POSTSUPER_SUMMARY,

    /** postdrop: {@code warning: uid=<uid>: File too large}; a {@link PostfixNotice}. */
    POSTDROP_TOO_LARGE,

    /** anvil: {@code statistics: max connection rate|message rate|recipient rate|newtls …}; a {@link PostfixNotice}. */
    ANVIL_RATE,

    /**
     * anvil: {@code statistics: max connection count <count> for (<service>:<address>) at …}; a {@link PostfixNotice}.
     */
    ANVIL_COUNT,

    /** anvil: {@code statistics: max cache size <count> at <at>}; a {@link PostfixNotice}. */
    ANVIL_CACHE,

    /** scache: {@code statistics: start interval <at>}; a {@link PostfixNotice}. */
    SCACHE_INTERVAL,

    /** scache: {@code statistics: [domain|address] lookup hits=<hits> miss=<miss> …}; a {@link PostfixNotice}. */
    SCACHE_LOOKUP,

    /**
     * scache: {@code statistics: max simultaneous domains=<domains> addresses=<addresses> …}; a {@link PostfixNotice}.
     */
    SCACHE_MAX,

    /**
     * trivial-rewrite: {@code warning: do not list domain <domain> in BOTH <first> and <second>}; a {@link
     * PostfixNotice}.
     */
    TRIVIAL_REWRITE_BOTH,

    /** proxymap: {@code warning: request for unapproved table: "<map>"}; a {@link PostfixNotice}. */
    PROXYMAP_UNAPPROVED,

    /** postlogd: {@code fatal: open logfile '<file>': <errno>}; a {@link PostfixNotice}. */
    POSTLOGD_OPEN,

    /**
     * master: {@code daemon started -- version <version>, configuration <config_directory>}; a {@link PostfixNotice}.
     */
    MASTER_STARTED,

    /** master: {@code reload -- version <version>, configuration <config_directory>}; a {@link PostfixNotice}. */
    MASTER_RELOAD,

    /** master: {@code terminating on signal <signal>}; a {@link PostfixNotice}. */
    MASTER_TERMINATING,

    /** master: {@code warning: process <path> pid <process_pid> exit status|killed by …}; a {@link PostfixNotice}. */
    MASTER_PROCESS,

    /** master: {@code warning: <path>: bad command startup -- throttling}; a {@link PostfixNotice}. */
    MASTER_THROTTLING,

    /**
     * master: {@code warning: service "<service>" (<port>) has reached its process limit …}; a {@link PostfixNotice}.
     */
    MASTER_PROCESS_LIMIT,

    /** master: {@code warning: to avoid this condition, …}; a {@link PostfixNotice}. */
    MASTER_HINT,

    /** master: {@code fatal: bind <address> port <port>: Address already in use}; a {@link PostfixNotice}. */
    MASTER_BIND,

    /** postfix-script: {@code the Postfix mail system is running: PID: <process_pid>}; a {@link PostfixNotice}. */
    POSTFIX_SCRIPT,

    /** Any program: {@code fatal: open database <database>: <errno>}; a {@link PostfixNotice}. */
    OPEN_DATABASE,

    /** Any program: {@code warning: <map> is unavailable. <reason>}; a {@link PostfixNotice}. */
    MAP_UNAVAILABLE,

    /** Any program: {@code fatal: parameter <parameter>: <text>}; a {@link PostfixNotice}. */
    PARAMETER,

    /** Any program: {@code fatal: bad numerical configuration: <parameter> = <value>}; a {@link PostfixNotice}. */
    BAD_CONFIGURATION,

    /** Any program: {@code fatal: no SASL authentication mechanisms}; a {@link PostfixNotice}. */
    NO_SASL_MECHANISMS,

    /** Any program: {@code warning: problem talking to service <service>: <errno>}; a {@link PostfixNotice}. */
    SERVICE_PROBLEM,

    /** Any program: {@code warning: connect to subsystem <service>: <errno>}; a {@link PostfixNotice}. */
    CONNECT_TO_SUBSYSTEM,

    /**
     * Any program: {@code warning: dict_nis_init: NIS domain name not set - NIS lookups disabled}; a {@link
     * PostfixNotice}.
     */
    NIS_DOMAIN,

    /** Any program: {@code fatal: <text>}; a {@link PostfixNotice}. */
    GENERIC_FATAL,

    /** Any program: {@code panic: <text>}; a {@link PostfixNotice}. */
    GENERIC_PANIC,

    /** smtp: {@code QID: <text>}; a {@link PostfixNotice}. */
    SMTP_ATTEMPT_FAILED,

    /** Any program: {@code warning: <text>}, a text without a kind of its own; a {@link PostfixNotice}. */
    GENERIC_WARNING,

    /** Any program: {@code error: <text>}, a text without a kind of its own; a {@link PostfixNotice}. */
    GENERIC_ERROR,

    /**
     * Any program run with {@code -v}: {@code match_hostname: mx1.example.com ~? 192.0.2.0/24}, debugging output of which
     * only the shape is known; a {@link PostfixNotice}.
     */
    VERBOSE_TRACE,

    /**
     * Dovecot, login processes: {@code Login: user=<alice>, method=PLAIN, rip=192.0.2.9, …, TLS, session=<…>}; a
     * {@link NeighbourNotice}.
     */
    DOVECOT_LOGIN,

    /**
     * Dovecot, login processes: {@code Disconnected (no auth attempts in 0 secs): user=<>, rip=192.0.2.9, …}, {@code
     * Aborted login …} or {@code Login aborted: …}; a {@link NeighbourNotice}.
     */
    DOVECOT_DISCONNECTED,

    /** Dovecot, login processes: {@code SSL: Stacked error: error:1408A0C1:…}; a {@link NeighbourNotice}. */
    DOVECOT_SSL_STACKED,

    /**
     * Dovecot, login processes: {@code SSL alert: where=0x4008, ret=552: fatal handshake failure [192.0.2.9]}; a
     * {@link NeighbourNotice}.
     */
    DOVECOT_SSL_ALERT,

    /**
     * Dovecot, login processes: {@code SSL failed: where=0x2002: SSLv3 read client hello B [192.0.2.9]}; a {@link
     * NeighbourNotice}.
     */
    DOVECOT_SSL_FAILED,

    /**
     * Dovecot, login processes: {@code SSL: where=0x2001, ret=1: SSLv3/TLS write server hello}; a {@link
     * NeighbourNotice}.
     */
    DOVECOT_SSL_STATE,

    /**
     * Dovecot, login processes: {@code SSL error: SSL_accept() failed: error:0A0000C1:…}; a {@link NeighbourNotice}.
     */
    DOVECOT_SSL_ERROR,

    /**
     * Dovecot, any process: {@code Couldn't parse private ssl_key: …} and other words about settings of TLS that are
     * no good, {@code Fatal:} or {@code Error:}; a {@link NeighbourNotice}.
     */
    DOVECOT_CONFIG,

    /**
     * Dovecot, lmtp: {@code Connect from local} or {@code Disconnect from 192.0.2.9: Connection closed}; a {@link
     * NeighbourNotice}.
     */
    DOVECOT_LMTP,

    /** Dovecot, lmtp, lda: {@code msgid=<1@example.com>: saved mail to INBOX}; a {@link NeighbourNotice}. */
    DOVECOT_DELIVERY,

    /**
     * Dovecot, imap, pop3 and the like: {@code Disconnected: Logged out in=8 out=469 …}; a {@link NeighbourNotice}.
     */
    DOVECOT_SESSION,

    /**
     * Dovecot, auth, auth-worker: {@code pam(alice,192.0.2.9,<session>): unknown user}; a {@link NeighbourNotice}.
     */
    DOVECOT_AUTH,

    /** Dovecot, any process: {@code <text>}, a text without a kind of its own; a {@link NeighbourNotice}. */
    DOVECOT_MESSAGE,

    /**
     * Sendmail: {@code STARTTLS=server, relay=mx.example.com [192.0.2.10], version=TLSv1.2, verify=NO, cipher=…,
     * bits=256/256}; a {@link NeighbourNotice}.
     */
    SENDMAIL_STARTTLS,

    /**
     * Sendmail: {@code STARTTLS=server, error: accept failed=-1, reason=no shared cipher, SSL_error=1, errno=0,
     * retry=-1, relay=…}; a {@link NeighbourNotice}.
     */
    SENDMAIL_STARTTLS_ERROR,

    /**
     * Sendmail: {@code STARTTLS=server: 12345:error:1408A0C1:SSL routines:…:s3_srvr.c:1053:}; a {@link
     * NeighbourNotice}.
     */
    SENDMAIL_STARTTLS_LIBRARY,

    /**
     * Sendmail: {@code STARTTLS=server, init=1} and all else that begins with {@code STARTTLS}; a {@link
     * NeighbourNotice}.
     */
    SENDMAIL_STARTTLS_INFO,

    /**
     * Sendmail: {@code QID: from=<a@example.com>, size=1234, class=0, nrcpts=1, …}; a {@link NeighbourNotice}.
     */
    SENDMAIL_FROM,

    /**
     * Sendmail: {@code QID: to=<b@example.org>, delay=00:00:01, …, stat=Sent (ok)}; a {@link NeighbourNotice}.
     */
    SENDMAIL_TO,

    /**
     * Sendmail: {@code ruleset=check_relay, arg1=…, relay=[192.0.2.9], reject=421 4.3.2 …}; a {@link NeighbourNotice}.
     */
    SENDMAIL_RULESET,

    /** Sendmail: {@code NOQUEUE: connect from mx.example.com [192.0.2.10]}; a {@link NeighbourNotice}. */
    SENDMAIL_NOQUEUE,

    /** Sendmail: {@code QID: <text>}, a text without a kind of its own; a {@link NeighbourNotice}. */
    SENDMAIL_MESSAGE,

    /**
     * Exim: {@code ID <= a@example.com H=mx.example.com [192.0.2.10] P=esmtps X=…}; a {@link NeighbourNotice}.
     */
    EXIM_ARRIVAL,

    /**
     * Exim: {@code ID => b@example.org R=dnslookup T=remote_smtp H=… X=… C="250 OK"}, also with {@code ->}, {@code >>}
     * or {@code *>}; a {@link NeighbourNotice}.
     */
    EXIM_DELIVERY,

    /**
     * Exim: {@code ID ** b@example.org R=dnslookup T=remote_smtp …: SMTP error …}; a {@link NeighbourNotice}.
     */
    EXIM_FAILED,

    /**
     * Exim: {@code ID == b@example.org R=dnslookup T=remote_smtp defer (110): Connection timed out}; a {@link
     * NeighbourNotice}.
     */
    EXIM_DEFERRED,

    /** Exim: {@code ID Completed}; a {@link NeighbourNotice}. */
    EXIM_COMPLETED,

    /**
     * Exim: {@code H=(helo) [192.0.2.9] F=<a@example.com> rejected RCPT <b@example.org>: relay not permitted}; a
     * {@link NeighbourNotice}.
     */
    EXIM_REJECTED,

    /**
     * Exim, rejectlog: {@code Envelope-from: <a@example.com>} and the header lines of a rejected message that follow
     * its line; a {@link NeighbourNotice}.
     */
    EXIM_REJECTED_MESSAGE,

    /**
     * Exim: {@code SMTP connection from mx.example.com [192.0.2.10] closed by QUIT}; a {@link NeighbourNotice}.
     */
    EXIM_CONNECTION,

    /**
     * Exim: {@code TLS error on connection from mx.example.com [192.0.2.10] (SSL_accept): error:…}; a {@link
     * NeighbourNotice}.
     */
    EXIM_TLS_ERROR,

    /**
     * Exim: {@code ID H=mx.example.net [192.0.2.25] TLS error on connection to … (SSL_connect): error:…}; a {@link
     * NeighbourNotice}.
     */
    EXIM_TLS_ERROR_OUT,

    /**
     * Exim: {@code ID TLS session: (SSL_connect): error:…: delivering unencrypted to H=mx.example.net [192.0.2.25]
     * (not in hosts_require_tls)}; a {@link NeighbourNotice}.
     */
    EXIM_TLS_SESSION,

    /**
     * Exim: {@code TLS client disconnected cleanly (rejected our certificate?)} and other words about TLS alone; a
     * {@link NeighbourNotice}.
     */
    EXIM_TLS_NOTE,

    /** Exim: {@code ID <text>}, a text without a kind of its own; a {@link NeighbourNotice}. */
    EXIM_MESSAGE,

    /**
     * Cyrus: {@code starttls: TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits new) no authentication}; a
     * {@link NeighbourNotice}.
     */
    CYRUS_STARTTLS,

    /** Cyrus: {@code STARTTLS negotiation failed: mx.example.com [192.0.2.10]}; a {@link NeighbourNotice}. */
    CYRUS_STARTTLS_FAILED,

    /** Cyrus: {@code SSL_accept() incomplete -> wait}; a {@link NeighbourNotice}. */
    CYRUS_SSL_STATE,

    /** Cyrus: {@code TLS server engine: cannot load CA data}; a {@link NeighbourNotice}. */
    CYRUS_TLS_ENGINE,

    /**
     * Cyrus: {@code login: mx.example.com [192.0.2.10] alice PLAIN+TLS User logged in}; a {@link NeighbourNotice}.
     */
    CYRUS_LOGIN,

    /**
     * Cyrus: {@code badlogin: mx.example.com [192.0.2.10] PLAIN [SASL(-13): authentication failure: …]}; a {@link
     * NeighbourNotice}.
     */
    CYRUS_BAD_LOGIN,

    /** Cyrus: {@code <text>}, a text without a kind of its own; a {@link NeighbourNotice}. */
    CYRUS_MESSAGE,

    /**
     * Courier: {@code LOGIN, user=alice, ip=[::ffff:192.0.2.9], …}, {@code LOGIN FAILED, …}, {@code LOGOUT, …} and the
     * like; a {@link NeighbourNotice}.
     */
    COURIER_LOGIN,

    /** Courier: {@code couriertls: accept: error:1408A0C1:…}; a {@link NeighbourNotice}. */
    COURIER_TLS,

    /** Courier: {@code <text>}, a text without a kind of its own; a {@link NeighbourNotice}. */
    COURIER_MESSAGE,

    /**
     * UW-imap: {@code Login failed user=alice auth=alice host=mx.example.com [192.0.2.10]}; a {@link NeighbourNotice}.
     */
    UW_IMAP,

    /** qmail: {@code 1157519909.633171 qmail-smtpd: <text>}; a {@link NeighbourNotice}. */
    QMAIL,

    /**
     * opendkim: {@code QID: DKIM verification successful}, errors of OpenSSL about signatures among them, which are no
     * handshakes; a {@link NeighbourNotice}.
     */
    OPENDKIM,

    /** opendmarc: {@code QID: example.com pass}; a {@link NeighbourNotice}. */
    OPENDMARC,

    /**
     * policyd-spf: {@code prepend Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=192.0.2.9; …}; a {@link
     * NeighbourNotice}.
     */
    POLICYD_SPF,

    /**
     * postgrey: {@code action=greylist, reason=new, client_name=…, client_address=192.0.2.9, sender=…, recipient=…}; a
     * {@link NeighbourNotice}.
     */
    POSTGREY,

    /** amavis: {@code (00905-01) Passed CLEAN, [192.0.2.10]:1234 …}; a {@link NeighbourNotice}. */
    AMAVIS,

    /** spamd: {@code spamd: result: . -1 - BAYES_00 scantime=0.3,size=53316,…}; a {@link NeighbourNotice}. */
    SPAMD,

    /** rspamd: {@code <8f2649>; proxy; rspamd_message_parse: loaded message; …}; a {@link NeighbourNotice}. */
    RSPAMD,

    /**
     * clamav-milter: {@code Message from <a@example.com> to <b@example.org> infected by Eicar-Test-Signature}; a
     * {@link NeighbourNotice}.
     */
    CLAMAV_MILTER,

    /**
     * clamsmtpd: {@code 100000: from=a@example.com, to=b@example.org, status=CLEAN}; a {@link NeighbourNotice}.
     */
    CLAMSMTPD,

    /**
     * saslauthd: {@code do_auth : auth failure: [user=alice] [service=smtp] [realm=example.com] [mech=pam] [reason=PAM
     * auth error]}; a {@link NeighbourNotice}.
     */
    SASLAUTHD,

    /** mta-sts-daemon and tlsrpt-collectd: {@code <text>}; a {@link NeighbourNotice}. */
    MTA_STS_DAEMON,

    /**
     * syslogd, any program: {@code last message repeated 3 times}, which is the line before of the same host; a {@link
     * Repetition}.
     */
    LAST_MESSAGE_REPEATED,

    /** rsyslog, any program: {@code message repeated 3 times: [ MESSAGE]}; a {@link Repetition}. */
    MESSAGE_REPEATED,

    /** rsyslog: {@code imuxsock lost 42 messages from pid 2101 due to rate-limiting}; a {@link RateLimit}. */
    RSYSLOG_RATE_LIMIT,

    /** systemd's journal: {@code Suppressed 1523 messages from postfix.service}; a {@link RateLimit}. */
    JOURNALD_RATE_LIMIT,

    /** Everything else: a line whose message this library does not read; an {@link Unrecognized}. */
    UNRECOGNIZED
}
