package dev.posthorn.report;

import static dev.posthorn.report.Measure.*;

/** Counts traffic: what a line, or a message as a whole, adds to which table. Not safe for use by several threads. */
final class TrafficCounts implements MessageCounts {

    private final TrafficTables tables;
    private final KeyBuilder key = new KeyBuilder();

    TrafficCounts(TrafficTables tables) {
        this.tables = tables;
    }

    /** Adds to a total. */
    void total(Measure measure, long value) {
        tables.totals.add(measure, value);
    }

    /** Adds to a total, and to the hour and the day. */
    void period(Measure measure, long value, long time) {
        total(measure, value);
        if (LogTime.isTime(time)) {
            key.clear().twoDigits(LogTime.hour(time));
            tables.hours.add(tables.hours.count(key, 1), measure, value);
            LogTime.appendDay(time, key.clear());
            tables.days.add(tables.days.count(key, 1), measure, value);
        }
    }

    @Override
    public void received(byte[] sender, int length, long size, long time) {
        period(RECEIVED, 1, time);
        period(BYTES_RECEIVED, size, time);
        sized(tables.senders, sender, 0, length, size);
        sized(tables.senderDomains, sender, domainOf(sender, length), length, size);
    }

    private static void sized(CountTable table, byte[] bytes, int from, int to, long size) {
        CountTable.Row row = table.count(bytes, from, to, 1);
        table.add(row, COUNT, 1);
        table.add(row, BYTES, size);
    }

    /** Where the domain of an address begins; its end if it has none. */
    static int domainOf(byte[] address, int length) {
        for (int at = length; at > 0; at--) {
            if (address[at - 1] == '@') {
                return at;
            }
        }
        return length;
    }

    @Override
    public void deferred() {
        total(DEFERRED, 1);
    }

    /** The delivery itself has been counted: here are its bytes. */
    @Override
    public void delivered(byte[] recipient, int length, long size, long time, long times) {
        long bytes = Measure.product(size, times);
        period(BYTES_DELIVERED, bytes, time);
        addIfKept(tables.recipients, recipient, 0, length, BYTES, bytes);
        addIfKept(tables.recipientDomains, recipient, domainOf(recipient, length), length, BYTES_DELIVERED, bytes);
    }

    private static void addIfKept(CountTable table, byte[] bytes, int from, int to, Measure measure, long value) {
        CountTable.Row row = table.find(bytes, from, to);
        if (row != null) {
            table.add(row, measure, value);
        }
    }

    @Override
    public void deliveredWithoutSize(long times) {
        total(WITHOUT_SIZE, times);
    }

    @Override
    public void forgotten() {
        total(FORGOTTEN, 1);
    }
}
