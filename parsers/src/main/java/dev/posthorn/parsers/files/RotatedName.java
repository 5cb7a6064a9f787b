package dev.posthorn.parsers.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a log says of its age. Only the order is taken from names, never what is in a file.
 *
 * @param log the name of the log being written, {@code maillog} for {@code maillog-20180819.gz}
 * @param scheme how the file was named when it was rotated
 * @param number of a numbered file: the higher, the older
 * @param time of a dated file: 14 digits from the year to the second, so that texts compare as times do
 */
record RotatedName(String log, Scheme scheme, int number, String time) {

    enum Scheme {
        /** Not rotated: still written to, or on its own. */
        CURRENT,
        /** {@code maillog.1}, as logrotate and newsyslog do. */
        NUMBERED,
        /** {@code maillog-20180819}, logrotate's {@code dateext}; or with the time of day. */
        DATED,
        /** {@code maillog.20180819-123456}, as {@code postfix logrotate} does. */
        POSTFIX
    }

    private static final Pattern COMPRESSED =
            Pattern.compile("(.+)\\.(?:gz|bz2|xz|zst|Z|lz|lz4|lzma|zip)", Pattern.CASE_INSENSITIVE);

    /** {@code mail.log.1}, and {@code mail.1.log} with logrotate's {@code extension}. */
    private static final Pattern NUMBERED = Pattern.compile("(.+)\\.(\\d{1,5})(\\.[A-Za-z]+)?");

    private static final Pattern DATED = Pattern.compile(
            "(.+)[-._](\\d{4})-?(\\d{2})-?(\\d{2})(?:([-T_]?)(\\d{2}|\\d{4}|\\d{6}))?Z?(\\.[A-Za-z]+)?");

    /** logrotate's {@code %s}. */
    private static final Pattern EPOCH = Pattern.compile("(.+)[-._](\\d{10})(\\.[A-Za-z]+)?");

    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static RotatedName parse(String fileName) {
        Matcher compressed = COMPRESSED.matcher(fileName);
        String name = compressed.matches() ? compressed.group(1) : fileName;
        Matcher dated = DATED.matcher(name);
        if (dated.matches()) {
            String date = dated.group(2) + dated.group(3) + dated.group(4);
            String timeOfDay = textOf(dated.group(6));
            boolean isPostfix =
                    timeOfDay.length() == 6 && textOf(dated.group(5)).equals("-");
            if (isPostfix || isDate(dated.group(2), dated.group(3), dated.group(4))) {
                return new RotatedName(
                        dated.group(1) + textOf(dated.group(7)),
                        isPostfix ? Scheme.POSTFIX : Scheme.DATED,
                        0,
                        (date + timeOfDay + "000000").substring(0, 14));
            }
        }
        Matcher epoch = EPOCH.matcher(name);
        if (epoch.matches()) {
            String time = DIGITS.format(Instant.ofEpochSecond(Long.parseLong(epoch.group(2))));
            return new RotatedName(epoch.group(1) + textOf(epoch.group(3)), Scheme.DATED, 0, time);
        }
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            return new RotatedName(
                    numbered.group(1) + textOf(numbered.group(3)),
                    Scheme.NUMBERED,
                    Integer.parseInt(numbered.group(2)),
                    "");
        }
        return new RotatedName(name, Scheme.CURRENT, 0, "");
    }

    /**
     * Might this have been written by Postfix 3.4.0 to 3.4.11, 3.5.0 or 3.5.1, whose suffix has the minute where the month
     * should be (fact sheet on log dialects, section 2)? It then stands in the name twice.
     */
    boolean mayHaveMinuteForMonth() {
        return scheme == Scheme.POSTFIX && time.startsWith(time.substring(10, 12), 4);
    }

    private static boolean isDate(String year, String month, String day) {
        try {
            LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return Integer.parseInt(year) >= 1970;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String textOf(@Nullable String group) {
        return group == null ? "" : group;
    }
}
