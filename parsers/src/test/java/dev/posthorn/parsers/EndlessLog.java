package dev.posthorn.parsers;

import dev.posthorn.parsers.bytes.ByteSource;

/** A log again and again. */
final class EndlessLog implements ByteSource {

    private final byte[] log;
    private int at;

    EndlessLog(byte[] log) {
        this.log = log;
    }

    @Override
    public int read(byte[] block, int from, int to) {
        int count = Math.min(to - from, log.length - at);
        System.arraycopy(log, at, block, from, count);
        at = (at + count) % log.length;
        return count;
    }
}
