package dev.posthorn.show;

import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.report.TlsReport;
import java.util.Arrays;
import java.util.List;

/** What was not read, in words. */
final class NotUnderstood {

    private NotUnderstood() {}

    static String summary(TlsReport report) {
        long unknown = report.unrecognized(UnrecognizedReason.UNKNOWN_MESSAGE)
                + report.unrecognized(UnrecognizedReason.OVERLONG);
        String lost = report.leftOut() + report.lost() == 0
                ? ""
                : " Loggers left out " + Words.count(report.leftOut(), "message") + " as repeated and threw away "
                        + Words.count(report.lost()) + "; these are not counted.";
        String exact = report.isExact()
                ? ""
                : " There were more names than a report remembers, so some counts are those of the frequent ones only.";
        return (unknown == 0
                        ? "Every line of a program that this library reads was understood."
                        : Words.count(unknown, "line") + " of " + Words.count(report.lines())
                                + " came from a program that this library reads and were not understood.")
                + lost
                + exact;
    }

    /** All lines that say nothing here, those of other programs included. */
    static long lines(TlsReport report) {
        return reasons(report).stream().mapToLong(report::unrecognized).sum();
    }

    static List<UnrecognizedReason> reasons(TlsReport report) {
        return Arrays.stream(UnrecognizedReason.values())
                .filter(reason -> report.unrecognized(reason) > 0)
                .toList();
    }

    static String words(UnrecognizedReason reason) {
        return switch (reason) {
            case EMPTY -> "empty";
            case NO_TAG -> "does not say which program wrote it";
            case FOREIGN_PROGRAM -> "of another program";
            case UNKNOWN_MESSAGE -> "a message that this library does not know, or a damaged one";
            case OVERLONG -> "longer than the limit";
        };
    }
}
