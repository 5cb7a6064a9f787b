package dev.posthorn.mail;

/**
 * What one line of a mail log says, as a value that is kept.
 *
 * <p>Java 17 cannot switch on the type of a sealed family; {@link #kind()} is there for that, and each constant's
 * documentation names the type that goes with it.
 */
public sealed interface MaillogEvent
        permits AccessDecision,
                CleanupMessageId,
                ContentCheck,
                Delivery,
                NeighbourNotice,
                PostfixNotice,
                QmgrActive,
                QmgrExpired,
                QmgrRemoved,
                RateLimit,
                Repetition,
                SmtpdClient,
                SmtpdConnect,
                SmtpdDisconnect,
                SmtpdLost,
                SslError,
                TlsAlert,
                TlsCipherList,
                TlsEngineInit,
                TlsEstablished,
                TlsInvalidProtocols,
                TlsLibraryProblem,
                TlsSetup,
                TlsState,
                Unrecognized {

    /**
     * Which message this is.
     *
     * @return the kind, which decides the type of this value
     */
    MaillogKind kind();

    /**
     * What stood around the message.
     *
     * @return place, time, host and program
     */
    Envelope envelope();

    /**
     * The event for people, which is also what {@code toString()} gives: when, who, and what the line said in the order in
     * which Postfix says it. What would steer a terminal is made visible.
     *
     * @return one line, such as {@code 11-04 09:05:03 postfix/smtpd[2101] connect from mx1.example.com[192.0.2.10]}
     */
    String oneLine();
}
