package dev.posthorn.parsers.syslog;

import java.util.Arrays;

/** The fields of a line that has names for its parts, as far as we know them: where their values are. */
abstract class LineFields {

    static final int LOG = 0;
    static final int TIME = 1;
    static final int MESSAGE = 2;
    static final int IDENTIFIER = 3;
    static final int HOSTNAME = 4;
    static final int SYSLOG_PID = 5;
    static final int PID = 6;
    static final int REALTIME = 7;
    static final int STREAM = 8;

    private static final int COUNT = 9;

    private final int[] from = new int[COUNT];
    private final int[] to = new int[COUNT];

    /** Where the values are. */
    abstract byte[] values();

    final boolean has(int field) {
        return from[field] >= 0;
    }

    final int from(int field) {
        return from[field];
    }

    final int to(int field) {
        return to[field];
    }

    final void forget() {
        Arrays.fill(from, -1);
    }

    final void keep(int field, int valueFrom, int valueTo) {
        from[field] = valueFrom;
        to[field] = valueTo;
    }
}
