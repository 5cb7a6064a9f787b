package dev.posthorn.parsers.syslog;

import dev.posthorn.parsers.internal.swar.Clock;
import dev.posthorn.parsers.internal.swar.DecimalDigits;
import dev.posthorn.parsers.internal.swar.RememberedBytes;

/**
 * The header of the line before, since nearly every line of a log repeats it but for a few digits.
 *
 * <pre>
 *   Nov  4 09:05:01 mx postfix/smtpd[2101]: …
 *   |date  |clock   |behind the time
 *
 *   2026-11-04T09:05:01.123456+01:00 mx postfix/smtpd[2101]: …
 *   |date      |clock  |fraction    |behind the time
 * </pre>
 *
 * <p>Date, and what stands between time and tag, have to be the same bytes: then every question that the full reader would
 * ask of them has the answer it had before. Clock and fraction have to have the same form, and are read. If anything is
 * different, the full reader is asked, and what it finds is remembered.
 */
final class LastHeader {

    private static final int RFC_3164_DATE = "Nov  4 ".length();
    private static final int ISO_8601_DATE = "2026-11-04T".length();

    /** A host name has at most 255 bytes (RFC 1035 section 2.3.4), but hardly ever more than this. */
    private static final int MOST_BEHIND_TIME = 96;

    private final RememberedBytes date = new RememberedBytes(ISO_8601_DATE);
    private final RememberedBytes behindTime = new RememberedBytes(MOST_BEHIND_TIME);

    private boolean isKnown;
    private int dateLength;
    private int fractionLength;
    private int behindTimeLength;

    private int offsetLength;

    /** How far behind the time the host begins. */
    private int hostStart;

    /**
     * Reads the header of a line of the same form as the one before. What the envelope knows of the line before, and is the
     * same, stays as it is.
     *
     * @return where the tag begins, -1 if the line has to be read in full
     */
    int readAgain(byte[] bytes, int from, int to, EnvelopeView into) {
        int clock = from + dateLength;
        int behindClock = clock + Clock.LENGTH;
        int fraction = fractionLength == 0 ? behindClock : behindClock + 1;
        int behind = fraction + fractionLength;
        int tag = behind + behindTimeLength;
        if (!isKnown || to - fraction < DecimalDigits.MOST || tag > to) {
            return -1;
        }
        int time = Clock.read(bytes, clock);
        boolean isAgain = time >= 0
                && date.isExactly(bytes, from, clock)
                && behindTime.isExactly(bytes, behind, tag)
                && (fractionLength == 0
                        || (bytes[behindClock] == '.' && DecimalDigits.count(bytes, fraction) >= fractionLength));
        if (!isAgain) {
            return -1;
        }
        into.timestamp.time(Clock.hour(time), Clock.minute(time), Clock.second(time));
        if (fractionLength > 0) {
            into.timestamp.fraction(bytes, fraction, behind);
        }
        if (offsetLength > 0) {
            into.timestamp.offset(bytes, behind, behind + offsetLength);
        }
        into.hostFrom = behind + hostStart;
        into.hostTo = tag - 1;
        return tag;
    }

    /** The envelope shows something else now. */
    void forget() {
        isKnown = false;
    }

    /** Remembers the header of a line that has been read in full, if it has one of the two forms. */
    void remember(byte[] bytes, int from, EnvelopeView envelope) {
        isKnown = isPlain(from, envelope)
                && switch (envelope.dialect) {
                    case RFC_3164 -> rememberRfc3164(bytes, from, envelope);
                    case ISO_8601 -> rememberIso8601(bytes, from, envelope);
                    default -> false;
                };
    }

    /** A time, a blank, a host, one more blank and a tag, all of it in the line itself. */
    private static boolean isPlain(int from, EnvelopeView envelope) {
        return envelope.bytes == envelope.rawBytes
                && envelope.hostFrom > from
                && envelope.tagFrom == envelope.hostTo + 1
                && envelope.priority < 0
                && envelope.partWriter == LineParts.Writer.NOBODY
                && !envelope.outerTimestamp.wasRead()
                && !envelope.timestamp.hasZone();
    }

    private boolean rememberRfc3164(byte[] bytes, int from, EnvelopeView envelope) {
        boolean isClassic = envelope.timestamp.yearRead() < 0
                && bytes[from + RFC_3164_DATE - 1] == ' '
                && envelope.hostFrom == from + RFC_3164_DATE + Clock.LENGTH + 1;
        return isClassic && remember(bytes, from, RFC_3164_DATE, 0, 0, envelope);
    }

    private boolean rememberIso8601(byte[] bytes, int from, EnvelopeView envelope) {
        int fraction = envelope.timestamp.fractionLength();
        boolean isClassic = bytes[from + ISO_8601_DATE - 1] == 'T'
                && fraction <= DecimalDigits.MOST
                && (fraction == 0 || bytes[from + ISO_8601_DATE + Clock.LENGTH] == '.');
        return isClassic && remember(bytes, from, ISO_8601_DATE, fraction, envelope.timestamp.offsetLength(), envelope);
    }

    private boolean remember(
            byte[] bytes, int from, int newDateLength, int fraction, int offset, EnvelopeView envelope) {
        int behind = from + newDateLength + Clock.LENGTH + (fraction == 0 ? 0 : 1 + fraction);
        dateLength = newDateLength;
        fractionLength = fraction;
        offsetLength = offset;
        behindTimeLength = envelope.tagFrom - behind;
        hostStart = envelope.hostFrom - behind;
        return date.remember(bytes, from, from + dateLength) && behindTime.remember(bytes, behind, envelope.tagFrom);
    }
}
