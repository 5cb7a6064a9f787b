package dev.posthorn.mail;

/** Which side of a TLS connection the writer of the line was: it says whose configuration matters. */
public enum TlsRole {

    /** The writer accepted the connection: smtpd, or tlsproxy for postscreen. */
    SERVER,

    /** The writer made the connection: smtp or lmtp, or tlsproxy for them. */
    CLIENT
}
