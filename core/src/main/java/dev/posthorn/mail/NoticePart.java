package dev.posthorn.mail;

/**
 * The parts of a {@link PostfixNotice}, by the names that Postfix has for them. Which notice has which parts stands in
 * the table of messages; one name means one thing within a notice, and nearly the same in all of them.
 */
public enum NoticePart {

    /** The file of certification authorities. */
    CA_FILE("CAfile"),

    /** The folder of certification authorities. */
    CA_PATH("CApath"),

    /** What was done. */
    ACTION("action"),

    /** An address, without a name. */
    ADDRESS("address"),

    /** How many addresses at most. */
    ADDRESSES("addresses"),

    /** When it was, in the program's own words. */
    AT("at"),

    /** The connection as OpenSSL numbers it. */
    BIO("bio"),

    /** Where the bytes were in memory. */
    BUFFER("buffer"),

    /** How many bytes. */
    BYTES("bytes"),

    /** Which session cache. */
    CACHE("cache"),

    /** The file with the certificate. */
    CERT_FILE("cert_file"),

    /** The fingerprint of the certificate. */
    CERT_FINGERPRINT("cert_fingerprint"),

    /** Whose certificate. */
    CERTIFICATE("certificate"),

    /** A cipher string. */
    CIPHERLIST("cipherlist"),

    /** Who connected. */
    CLIENT("client"),

    /** The address of who connected. */
    CLIENT_ADDRESS("client_address"),

    /** The name the client's certificate stands for. */
    CLIENT_CERT("client_cert"),

    /** The port of who connected. */
    CLIENT_PORT("client_port"),

    /** A number of OpenSSL. */
    CODE("code"),

    /** A command of SMTP or of the milter protocol. */
    COMMAND("command"),

    /** The release that was compiled in. */
    COMPILE("compile"),

    /** The folder of main.cf. */
    CONFIG_DIRECTORY("config_directory"),

    /** How many connections at most. */
    CONNECTIONS("connections"),

    /** What follows. */
    CONSEQUENCE("consequence"),

    /** How many. */
    COUNT("count"),

    /** What was found. */
    DATA("data"),

    /** A lookup table, or its file. */
    DATABASE("database"),

    /** Milliseconds on average. */
    DELAY("delay"),

    /** How far up the chain, 0 for the peer's own certificate. */
    DEPTH("depth"),

    /** Where the mail was going. */
    DESTINATION("destination"),

    /** A source of randomness. */
    DEVICE("device"),

    /** A digest, or its name. */
    DIGEST("digest"),

    /** Which way. */
    DIRECTION("direction"),

    /** A domain. */
    DOMAIN("domain"),

    /** How many domains at most. */
    DOMAINS("domains"),

    /** How many entries were dropped. */
    DROPPED("dropped"),

    /** What the system says. */
    ERRNO("errno"),

    /** A term of the cipher exclusions. */
    EXCLUSION("exclusion"),

    /** When it expires, in seconds since 1970. */
    EXPIRATION("expiration"),

    /** Why, in words. */
    FAILURE_REASON("failure_reason"),

    /** Why, in the terms of RFC 8460. */
    FAILURE_TYPE("failure_type"),

    /** A file. */
    FILE("file"),

    /** A fingerprint. */
    FINGERPRINT("fingerprint"),

    /** The first of two. */
    FIRST("first"),

    /** The place of the first of two keys. */
    FIRST_INDEX("first_index"),

    /** The sender's address. */
    FROM("from"),

    /** The function of Postfix that says so. */
    FUNCTION("function"),

    /** A cipher grade of main.cf. */
    GRADE("grade"),

    /** Bytes in hexadecimal, sixteen a row. */
    HEX("hex"),

    /** How many lookups found something. */
    HITS("hits"),

    /** A host's name. */
    HOSTNAME("hostname"),

    /** In which way. */
    HOW("how"),

    /** The place in a file, counted from 1. */
    INDEX("index"),

    /** What the client sent, escaped. */
    INPUT("input"),

    /** Who issued the certificate. */
    ISSUER("issuer"),

    /** The common name of who issued the certificate. */
    ISSUER_CN("issuer_CN"),

    /** The file with the key. */
    KEY_FILE("key_file"),

    /** Keywords of EHLO. */
    KEYWORDS("keywords"),

    /** Which of two. */
    KIND("kind"),

    /** What it is about. */
    LABEL("label"),

    /** A length. */
    LENGTH("length"),

    /** A TLS security level. */
    LEVEL("level"),

    /** The limit, or which limit. */
    LIMIT("limit"),

    /** Which log of a message. */
    LOG("log"),

    /** A lookup table. */
    MAP("map"),

    /** Mechanisms of SASL. */
    MECHANISMS("mechanisms"),

    /** A milter, as main.cf has it. */
    MILTER("milter"),

    /** How many lookups found nothing. */
    MISS("miss"),

    /** The name of a mail exchanger. */
    MX("mx"),

    /** A name. */
    NAME("name"),

    /** The queue id of the notification. */
    NEW_QUEUE_ID("new_queue_id"),

    /** Where mail goes next. */
    NEXTHOP("nexthop"),

    /** Which notification. */
    NOTIFICATION("notification"),

    /** The number of a verification error. */
    NUM("num"),

    /** A number. */
    NUMBER("number"),

    /** How many bytes stand before the row, in hexadecimal. */
    OFFSET("offset"),

    /** What was done with the table. */
    OPERATION("operation"),

    /** The queue id it had before. */
    ORIG_ID("orig_id"),

    /** How it ended. */
    OUTCOME("outcome"),

    /** A parameter of main.cf. */
    PARAMETER("parameter"),

    /** The path of a program. */
    PATH("path"),

    /** The other side: the client for smtpd, the server for smtp and lmtp. */
    PEER("peer"),

    /** The name of the other side. */
    PEER_NAME("peer_name"),

    /** The name in the certificate that matched. */
    PEERNAME("peername"),

    /** The fingerprint of the public key. */
    PKEY_FINGERPRINT("pkey_fingerprint"),

    /** Which side of a policy table. */
    PLACE("place"),

    /** A policy record. */
    POLICY("policy"),

    /** A port. */
    PORT("port"),

    /** What is wrong. */
    PROBLEM("problem"),

    /** The process that this is about. */
    PROCESS_PID("process_pid"),

    /** What for. */
    PURPOSE("purpose"),

    /** What was asked. */
    QUERY("query"),

    /** Which queue. */
    QUEUE("queue"),

    /** The sum of DNS list weights. */
    RANK("rank"),

    /** Why. */
    REASON("reason"),

    /** The host that was to receive. */
    RECEIVING_MX("receiving_mx"),

    /** A DNS record, or its data. */
    RECORD("record"),

    /** What stands for it now. */
    REPLACEMENT("replacement"),

    /** A reply. */
    REPLY("reply"),

    /** What the client wanted. */
    REQUEST("request"),

    /** What the call came back with. */
    RESULT("result"),

    /** How many entries were kept. */
    RETAINED("retained"),

    /** Server or client. */
    ROLE("role"),

    /** The release that was loaded. */
    RUNTIME("runtime"),

    /** A mechanism of SASL. */
    SASL_METHOD("sasl_method"),

    /** A user of SASL. */
    SASL_USERNAME("sasl_username"),

    /** Where the level comes from. */
    SCOPE("scope"),

    /** The second of two. */
    SECOND("second"),

    /** A time, or a length of time, in seconds. */
    SECONDS("seconds"),

    /** Whom Postfix connected to. */
    SERVER("server"),

    /** The name of whom Postfix connected to. */
    SERVER_NAME("server_name"),

    /** The port of whom Postfix connected to. */
    SERVER_PORT("server_port"),

    /** A service, as master.cf or the message has it. */
    SERVICE("service"),

    /** A session in the cache. */
    SESSION("session"),

    /** The number of a signal. */
    SIGNAL("signal"),

    /** A size. */
    SIZE("size"),

    /** A name from the server name indication. */
    SNI("sni"),

    /** What was going on. */
    STAGE("stage"),

    /** A status, in a word or a number. */
    STATUS("status"),

    /** Which stream. */
    STREAM("stream"),

    /** The subject of a certificate. */
    SUBJECT("subject"),

    /** The common name of the subject. */
    SUBJECT_CN("subject_CN"),

    /** A percentage. */
    SUCCESS("success"),

    /** A lookup table. */
    TABLE("table"),

    /** A test of postscreen. */
    TEST("test"),

    /** The rest, or all of it. */
    TEXT("text"),

    /** Seconds since 1970. */
    TIME("time"),

    /** The data of a TLSA record. */
    TLSA("tlsa"),

    /** The recipient's address. */
    TO("to"),

    /** Of how many. */
    TOTAL("total"),

    /** Into or out of a state. */
    TRANSITION("transition"),

    /** A transport of master.cf. */
    TRANSPORT("transport"),

    /** What Postfix thinks of a certificate. */
    TRUST("trust"),

    /** Which type. */
    TYPE("type"),

    /** The number of a user. */
    UID("uid"),

    /** What is used instead. */
    USED("used"),

    /** A value. */
    VALUE("value"),

    /** The verdict of OpenSSL, 1 for good. */
    VERIFY("verify"),

    /** A version. */
    VERSION("version"),

    /** What it is about. */
    WHAT("what"),

    /** Before or after. */
    WHEN("when"),

    /** The command. */
    WHERE("where"),

    /** Which of two. */
    WHICH("which"),

    /** Who was to be told. */
    WHO("who"),

    /** The word that was printed. */
    WORD("word"),

    /** Workarounds of main.cf. */
    WORKAROUNDS("workarounds");

    private final String word;

    NoticePart(String word) {
        this.word = word;
    }

    /**
     * The name as the table of messages has it.
     *
     * @return such as {@code sasl_username}
     */
    public String word() {
        return word;
    }
}
