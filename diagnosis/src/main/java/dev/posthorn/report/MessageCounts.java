package dev.posthorn.report;

/** Is told by a {@link MessageFlow} what there is to count. */
interface MessageCounts {

    /** A message came in. */
    void received(byte[] sender, int length, long size, long time);

    /** A message was deferred, for the first time. */
    void deferred();

    /** A message was delivered, and its size is known. */
    void delivered(byte[] recipient, int length, long size, long time, long times);

    /** A message was delivered whose size stands nowhere. */
    void deliveredWithoutSize(long times);

    /** A message, or a delivery that waits for its size, was given up because there are too many. */
    void forgotten();
}
