package dev.posthorn.show;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.error.Blame;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.peers.PeerKind;
import dev.posthorn.report.TimeStep;
import dev.posthorn.report.TlsPeriod;
import dev.posthorn.report.TlsTimeline;
import dev.posthorn.text.TerminalText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Numbers, times and codes in the words that text and page share. */
final class Words {

    private Words() {}

    /** {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 peer}, {@code 12,345 peers}. */
    static String count(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }

    /** {@code 12.3%}; what is not nothing is never shown as nothing, and what is not all never as all. */
    static String share(long part, long whole) {
        if (whole == 0 || part == 0) {
            return "0%";
        }
        double percent = 100.0 * part / whole;
        if (percent < 0.1) {
            return "< 0.1%";
        }
        return part < whole && percent > 99.9 ? "> 99.9%" : String.format(Locale.ROOT, "%.1f%%", percent);
    }

    static String time(Optional<LogTimestamp> time) {
        return time.map(LogTimestamp::text).orElse("-");
    }

    /** The two greatest units: {@code 2 d 3 h}, {@code 5 min 12 s}. */
    static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds >= 86_400) {
            return count(seconds / 86_400) + " d " + seconds / 3_600 % 24 + " h";
        }
        if (seconds >= 3_600) {
            return seconds / 3_600 + " h " + seconds / 60 % 60 + " min";
        }
        return seconds >= 60 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds + " s";
    }

    /** {@code 2018-08-23 to 2018-08-25}, by the periods of a timeline. */
    static Optional<String> span(TlsTimeline timeline) {
        List<String> periods =
                timeline.periods().stream().map(TlsPeriod::period).sorted().toList();
        if (periods.isEmpty() || periods.get(0).isEmpty()) {
            return Optional.empty();
        }
        String hours = timeline.step() == TimeStep.HOUR ? " h" : "";
        String first = periods.get(0) + hours;
        String last = periods.get(periods.size() - 1) + hours;
        return Optional.of(first.equals(last) ? first : first + " to " + last);
    }

    static String direction(TlsRole role) {
        return role == TlsRole.SERVER ? "Mail coming in" : "Mail going out";
    }

    /** Who would have to change something, in a sentence. */
    static String fault(Blame verdict) {
        return switch (verdict) {
            case LOCAL_CONFIGURATION -> "It is up to this host.";
            case PEER_INCOMPATIBLE -> "The peer is too old, too new or too strict for this host.";
            case PEER_MISBEHAVED -> "The peer breaks the rules of the protocol.";
            case NETWORK -> "The network in between broke it off.";
            case UNDETERMINED -> "The error alone does not say whose fault it is.";
        };
    }

    static String confidence(Confidence confidence) {
        return switch (confidence) {
            case CERTAIN -> "certain";
            case LIKELY -> "likely";
            case OPEN -> "open";
        };
    }

    /** {@code speaks SSLv3 only, or is a scanner}. */
    static String or(List<PeerKind> kinds) {
        return kinds.stream().map(PeerKind::description).collect(Collectors.joining(", or "));
    }

    /** A text that has been escaped, no longer than that. */
    static String cut(String text, int maxLength) {
        return TerminalText.escape(text, maxLength);
    }

    /** A name that is too long loses its middle: what tells hosts apart stands at both ends. */
    static String middleCut(String name, int maxLength) {
        String escaped = TerminalText.escape(name, 10 * maxLength);
        if (escaped.codePointCount(0, escaped.length()) <= maxLength) {
            return escaped;
        }
        int head = escaped.offsetByCodePoints(0, maxLength / 2);
        int tail = escaped.offsetByCodePoints(escaped.length(), -(maxLength - maxLength / 2 - 1));
        return escaped.substring(0, head) + "\u2026" + escaped.substring(tail);
    }
}
