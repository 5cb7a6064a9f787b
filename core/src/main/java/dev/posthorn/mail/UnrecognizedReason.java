package dev.posthorn.mail;

/** Why a line is {@link Unrecognized}. */
public enum UnrecognizedReason {

    /** Nothing on the line, or nothing but a carriage return. */
    EMPTY,

    /** No tag: the text does not say which program wrote it. */
    NO_TAG,

    /** The tag is not one of Postfix or a neighbour that this library reads: another program's line. */
    FOREIGN_PROGRAM,

    /** A program of Postfix or a neighbour, and a message this library does not know, or one that is cut short or damaged. */
    UNKNOWN_MESSAGE,

    /** Longer than the reader's limit: only the beginning was kept. */
    OVERLONG
}
