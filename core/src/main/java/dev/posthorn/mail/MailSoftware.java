package dev.posthorn.mail;

/** The programs whose lines this library reads: who wrote a message, whatever its tag is. */
public enum MailSoftware {

    /** Amavis: the content filter. */
    AMAVIS("amavis"),

    /** Clamav-milter: the virus scanner's milter. */
    CLAMAV_MILTER("clamav-milter"),

    /** Clamsmtpd: the virus scanner's SMTP proxy. */
    CLAMSMTPD("clamsmtpd"),

    /** Courier: Courier's IMAP, POP3 and SMTP servers. */
    COURIER("courier"),

    /** Cyrus: the Cyrus IMAP server. */
    CYRUS("cyrus"),

    /** Dovecot: the IMAP and POP3 server. */
    DOVECOT("dovecot"),

    /** Exim: the mail server, version 4. */
    EXIM("exim"),

    /** Mta-sts-daemon: the resolver of MTA-STS policies, and the collector of TLS reports. */
    MTA_STS_DAEMON("mta-sts-daemon"),

    /** Opendkim: signs messages and verifies signatures. */
    OPENDKIM("opendkim"),

    /** Opendmarc: applies DMARC policies. */
    OPENDMARC("opendmarc"),

    /** Policyd-spf: checks SPF records. */
    POLICYD_SPF("policyd-spf"),

    /** Postfix: the mail server. */
    POSTFIX("postfix"),

    /** Postgrey: greylists clients. */
    POSTGREY("postgrey"),

    /** Qmail: the mail server, and what comes with it. */
    QMAIL("qmail"),

    /** Rspamd: the spam filter. */
    RSPAMD("rspamd"),

    /** Saslauthd: checks passwords for others. */
    SASLAUTHD("saslauthd"),

    /** Sendmail: the mail server. */
    SENDMAIL("sendmail"),

    /** Spamd: the daemon of SpamAssassin. */
    SPAMD("spamd"),

    /** Uw-imap: the IMAP and POP3 servers of the University of Washington. */
    UW_IMAP("uw-imap");

    private final String word;

    MailSoftware(String word) {
        this.word = word;
    }

    /**
     * The name of the program.
     *
     * @return such as {@code dovecot}
     */
    public String word() {
        return word;
    }
}
