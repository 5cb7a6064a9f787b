package dev.posthorn.mail;

/** Which way an alert went. The side that sent it is the side that has a complaint. */
public enum AlertDirection {

    /** {@code read}: the peer sent it. */
    RECEIVED,

    /** {@code write}: this host sent it. */
    SENT
}
