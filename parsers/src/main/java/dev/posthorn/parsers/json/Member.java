package dev.posthorn.parsers.json;

import java.nio.charset.StandardCharsets;

/** The members that objects have, each named by its constant in camel case: {@code QUEUE_ID} is {@code "queueId"}. */
enum Member {
    // Of every event.
    KIND,
    LINE,
    OFFSET,
    SIZE,
    FILE,
    TIME,
    ZONE,
    OUTER_TIME,
    OUTER_ZONE,
    HOST,
    TAG,
    INSTANCE,
    PROGRAM,
    PID,
    SEVERITY,

    // Of messages.
    QUEUE_ID,
    RECIPIENT,
    ORIGINAL_RECIPIENT,
    SENDER,
    RELAY,
    CONNECTION_USE,
    DELAY_MILLIS,
    DELAYS,
    BEFORE_QUEUE_MANAGER_MILLIS,
    IN_QUEUE_MANAGER_MILLIS,
    CONNECTION_SETUP_MILLIS,
    TRANSMISSION_MILLIS,
    TLS,
    DSN,
    STATUS,
    STATUS_WORD,
    TEXT,
    IS_TRUNCATED,
    IS_ALTERED,
    MESSAGE_ID,
    IS_RESENT,
    MESSAGE_SIZE,
    RECIPIENT_COUNT,

    // Of clients and what they were told.
    CLIENT,
    NAME,
    ADDRESS,
    PORT,
    COUNTERS,
    COMMAND,
    SUCCEEDED,
    TOTAL,
    NOTES,
    REASON,
    STAGE,
    BYTES,
    SASL_METHOD,
    SASL_USERNAME,
    SASL_SENDER,
    ORIG_QUEUE_ID,
    ORIG_CLIENT,
    ACTION,
    WHERE,
    REPLY_CODE,
    RESTRICTION_CLASS,
    ARGUMENT,
    PROTOCOL,
    HELO,
    PART,
    ERROR,
    CONTENT,
    ORIGIN,

    // Of TLS.
    ROLE,
    PEER,
    TRUST,
    IS_REUSED,
    SNI_HOST,
    SESSION,
    CIPHER_SUITE_NAME,
    EFFECTIVE_KEY_BITS,
    ALGORITHM_KEY_BITS,
    KEY_EXCHANGE,
    SERVER_SIGNATURE,
    CLIENT_SIGNATURE,
    CURVE,
    BITS,
    IS_RAW_PUBLIC_KEY,
    DIGEST,
    CIPHER_STRING,
    PROTOCOLS,
    PREFIX,
    OUTCOME,
    STATE,
    DIRECTION,
    LEVEL,
    DESCRIPTION,
    THREAD_ID,
    PROCESS_ID,
    ERROR_STRING,
    CODE,
    LIBRARY,
    FUNCTION,
    SOURCE_FILE,
    SOURCE_LINE,
    DATA,

    // Of all else.
    PARTS,
    SOFTWARE,
    COUNT,
    MESSAGE,
    REPEATED,
    FROM_PID,
    UNIT,
    RAW;

    /** {@code ,"queueId":}; the first member of an object does without the comma. */
    @SuppressWarnings("ImmutableEnumChecker") // Nobody writes into it.
    final byte[] bytes = (",\"" + camelCase(name()) + "\":").getBytes(StandardCharsets.US_ASCII);

    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < constant.length(); i++) {
            boolean behindDash = i > 0 && constant.charAt(i - 1) == '_';
            if (constant.charAt(i) != '_') {
                name.append(behindDash ? constant.charAt(i) : Character.toLowerCase(constant.charAt(i)));
            }
        }
        return name.toString();
    }
}
