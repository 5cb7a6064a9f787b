package dev.posthorn.mail;

/**
 * The parts of a {@link NeighbourNotice}, by the names the programs themselves have for them. One name means one thing within
 * a kind of message, and nearly the same in all of them.
 */
public enum NeighbourPart {

    /** What was done with the message or the client. */
    ACTION("action"),

    /** How many bits the algorithm takes. */
    ALG_BITS("alg_bits"),

    /** The number amavis gives a message it looks at. */
    AM_ID("am_id"),

    /** What the rule was applied to. */
    ARG1("arg1"),

    /** How many times the client tried to log in. */
    ATTEMPTS("attempts"),

    /** How the client proved who it is. */
    AUTH("auth"),

    /** How many bytes came. */
    BYTES_IN("bytes_in"),

    /** How many bytes went. */
    BYTES_OUT("bytes_out"),

    /** Who signed the peer's certificate. */
    CERT_ISSUER("cert_issuer"),

    /** Whom the peer's certificate names. */
    CERT_SUBJECT("cert_subject"),

    /** The cipher suite, in the naming of the program's TLS library. */
    CIPHER("cipher"),

    /** The address of the client. */
    CLIENT_ADDRESS("client_address"),

    /** The name of the client. */
    CLIENT_NAME("client_name"),

    /** The port of the client. */
    CLIENT_PORT("client_port"),

    /** The packed code of the OpenSSL error, in hexadecimal digits. */
    CODE("code"),

    /** How long it took or the client waited. */
    DELAY("delay"),

    /** What an alert said. */
    DESCRIPTION("description"),

    /** Whom the peer's certificate names. */
    DN("dn"),

    /** The enhanced status code. */
    DSN("dsn"),

    /** The number of the error. */
    ERRNO("errno"),

    /** OpenSSL's error, from {@code error:} on. */
    ERROR_STRING("error_string"),

    /** The word for the reason that machines are to read. */
    EVENT("event"),

    /** The file of OpenSSL's source. */
    FILE("file"),

    /** Which kind of delivery. */
    FLAG("flag"),

    /** The sender. */
    FROM("from"),

    /** The call that failed. */
    FUNCTION("function"),

    /** The name the peer gave itself. */
    HELO("helo"),

    /** The score of the message. */
    HITS("hits"),

    /** The name of the peer. */
    HOST("host"),

    /** The number the program gives a message. */
    ID("id"),

    /** Whether an alert was a warning or fatal. */
    LEVEL("level"),

    /** The line in OpenSSL's source. */
    LINE("line"),

    /** The local address. */
    LIP("lip"),

    /** The local address. */
    LOCAL_ADDRESS("local_address"),

    /** The local port. */
    LOCAL_PORT("local_port"),

    /** The local port. */
    LPORT("lport"),

    /** Where the message was put. */
    MAILBOX("mailbox"),

    /** The mailer that delivered. */
    MAILER("mailer"),

    /** The mechanism. */
    MECH("mech"),

    /** The name the message gave itself. */
    MESSAGE_ID("message_id"),

    /** The mechanism of the login. */
    METHOD("method"),

    /** The process that took the session over. */
    MPID("mpid"),

    /** How many milliseconds it took. */
    MS("ms"),

    /** The name the message gave itself. */
    MSGID("msgid"),

    /** How many recipients. */
    NRCPTS("nrcpts"),

    /** The address of the peer. */
    PEER_ADDRESS("peer_address"),

    /** The port of the peer. */
    PEER_PORT("peer_port"),

    /** The process of the program that wrote the line. */
    PROCESS("process"),

    /** The number of that process. */
    PROCESS_PID("process_pid"),

    /** The protocol the message came by. */
    PROTO("proto"),

    /** The version of TLS, as the program prints it. */
    PROTOCOL("protocol"),

    /** How long the message was in the queue. */
    QT("qt"),

    /** The queue id of the mail server the message came from. */
    QUEUE_REF("queue_ref"),

    /** The queue id of the mail server the message went to. */
    QUEUED_AS("queued_as"),

    /** The realm of a user. */
    REALM("realm"),

    /** Why. */
    REASON("reason"),

    /** The recipient. */
    RECIPIENT("recipient"),

    /** The reply to the client. */
    REJECT("reject"),

    /** The peer as it was printed. */
    RELAY("relay"),

    /** What the peer answered. */
    REPLY("reply"),

    /** Spam or not. */
    RESULT("result"),

    /** What OpenSSL's call came back with. */
    RET("ret"),

    /** Whether it is tried again. */
    RETRY("retry"),

    /** The remote address. */
    RIP("rip"),

    /** The router that found the host. */
    ROUTER("router"),

    /** The remote port. */
    RPORT("rport"),

    /** The rules that decided. */
    RULESET("ruleset"),

    /** How many seconds the scan took. */
    SCANTIME("scantime"),

    /** The score of the message. */
    SCORE("score"),

    /** How many seconds the session lasted. */
    SECONDS("seconds"),

    /** The sender. */
    SENDER("sender"),

    /** The service that was asked for. */
    SERVICE("service"),

    /** The number or state of a session. */
    SESSION("session"),

    /** Whether the program was server or client. */
    SIDE("side"),

    /** How many bytes the message has. */
    SIZE("size"),

    /** The name the client asked for. */
    SNI("sni"),

    /** What {@code SSL_get_error} said. */
    SSL_ERROR("ssl_error"),

    /** What came of it. */
    STAT("stat"),

    /** The step of the handshake. */
    STATE("state"),

    /** Numbers about the session. */
    STATISTICS("statistics"),

    /** What came of it. */
    STATUS("status"),

    /** The number rspamd gives a message. */
    TASK_ID("task_id"),

    /** The message, or what no other part covers. */
    TEXT("text"),

    /** The thread or process as OpenSSL numbers it. */
    TID("tid"),

    /** What was said about TLS. */
    TLS("tls"),

    /** Why TLS ended, or what went wrong with it. */
    TLS_PROBLEM("tls_problem"),

    /** The recipient. */
    TO("to"),

    /** The transport that delivered. */
    TRANSPORT("transport"),

    /** How many bits of the key were secret. */
    USED_BITS("used_bits"),

    /** Who logged in, or wanted to. */
    USER("user"),

    /** What the program thinks of the peer's certificate. */
    VERIFIED("verified"),

    /** What the program thinks of the peer's certificate. */
    VERIFY("verify"),

    /** What was found. */
    VIRUS("virus"),

    /** The place in the handshake, as OpenSSL numbers it. */
    WHERE("where"),

    /** The worker that wrote the line. */
    WORKER("worker");

    private final String word;

    NeighbourPart(String word) {
        this.word = word;
    }

    /**
     * The name as it is printed and exported.
     *
     * @return such as {@code rip}
     */
    public String word() {
        return word;
    }
}
