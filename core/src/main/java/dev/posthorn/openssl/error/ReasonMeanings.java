package dev.posthorn.openssl.error;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an error's reason may stand for. The printed text decides; where only a number was printed, the tables of the
 * releases that could have printed it do, and they may disagree: 114 reasons of the SSL library changed their meaning
 * between 0.9.8 and 3.0 (fact sheet on OpenSSL errors section 10).
 */
final class ReasonMeanings {

    private static final Set<String> NUMBERED = Set.of("lib(", "func(", "reason(");
    private static final Pattern CUT_MARK = Pattern.compile("(?:\\$|\\.{2,3}|…)$");

    private ReasonMeanings() {}

    /**
     * The kinds an error can be of. The printed text wins over every table, unless it was cut off and the number tells how
     * it went on, or it is a new wording for an alert, whose number never changes (3.2 prints {@code ssl/tls alert bad
     * certificate} for what was {@code sslv3 alert bad certificate}).
     *
     * @param isExplained does this library know the kind? Then the text was not cut off
     * @return one kind; several if only a number was printed whose meaning changed; none if the number has no text
     */
    static List<FailureKind> kinds(OpenSslError error, Predicate<FailureKind> isExplained) {
        Optional<String> printed = printed(error);
        Optional<FailureKind> printedKind = printed.map(FailureKind::ofReasonText);
        if (printedKind.filter(isExplained).isPresent()) {
            return printedKind.stream().toList();
        }
        List<FailureKind> recorded = Stream.concat(
                        recorded(error).keySet().stream(), recordedInOtherPacking(error).keySet().stream())
                .filter(text -> printed.isEmpty()
                        || isCutFrom(text, printed.get())
                        || error.peerAlert().isPresent())
                .map(FailureKind::ofReasonText)
                .distinct()
                .toList();
        boolean isCompleted = recorded.size() == 1 || (recorded.size() > 1 && printed.isEmpty());
        return isCompleted ? recorded : printedKind.stream().toList();
    }

    /**
     * The texts of a number whose packing is not proven, read in the other packing. Only a reading in which everything has
     * a name counts.
     */
    static Map<String, List<ErrorStrings>> recordedInOtherPacking(OpenSslError error) {
        return error.inOtherPacking().map(other -> recorded(other, true)).orElse(Map.of());
    }

    /** A viewer may have marked the cut with a dollar sign or with dots. */
    private static boolean isCutFrom(String text, String printed) {
        return text.startsWith(CUT_MARK.matcher(printed).replaceFirst(""));
    }

    /** The reason in words, if the program printed words. */
    static Optional<String> printed(OpenSslError error) {
        return error.reasonText().filter(text -> !isNumber(text));
    }

    /**
     * The reason's texts by the tables, each with the recorded releases that have it, oldest first; empty if no release
     * has one.
     */
    static Map<String, List<ErrorStrings>> recorded(OpenSslError error) {
        return recorded(error, false);
    }

    private static Map<String, List<ErrorStrings>> recorded(OpenSslError error, boolean isNamedThroughout) {
        List<ErrorStrings> all = ErrorStrings.ofPacking(error.code().packing()).toList();
        List<ErrorStrings> fitting =
                all.stream().filter(release -> couldPrint(release, error)).toList();
        Map<String, List<ErrorStrings>> texts = new LinkedHashMap<>();
        for (ErrorStrings release : isNamedThroughout ? fitting : candidates(all, fitting, error)) {
            recorded(release, error.code())
                    .ifPresent(text -> texts.merge(text, List.of(release), ReasonMeanings::append));
        }
        return texts;
    }

    /**
     * Alerts keep their number for ever, so a later release may name one that an earlier release could not. Any other number
     * printed among names has no name in the release that printed it, whatever it means elsewhere.
     */
    private static List<ErrorStrings> candidates(
            List<ErrorStrings> all, List<ErrorStrings> fitting, OpenSslError error) {
        if (error.peerAlert().isPresent()) {
            return Stream.of(ErrorPacking.values())
                    .flatMap(ErrorStrings::ofPacking)
                    .toList();
        }
        if (error.reasonText().isPresent() && printed(error).isEmpty() && !isWithoutNames(error)) {
            return List.of();
        }
        return fitting.isEmpty() ? all : fitting;
    }

    /**
     * Could a release have printed these library and function texts? Numbers in their place prove nothing: names are
     * printed only if the program loaded them.
     */
    private static boolean couldPrint(ErrorStrings release, OpenSslError error) {
        PackedErrorCode code = error.code();
        if (code.function().isEmpty()) {
            return true;
        }
        Optional<String> recorded =
                release.function(code.library(), code.function().getAsInt());
        return error.functionText()
                .filter(text -> !isNumber(text))
                .map(printed -> recorded.filter(printed::equals).isPresent())
                .orElse(recorded.isPresent());
    }

    /** Did the program print numbers although a name may exist? Then it had not loaded the names. */
    static boolean isWithoutNames(OpenSslError error) {
        return error.libraryText().map(ReasonMeanings::isNumber).orElse(true);
    }

    /** Is this {@code lib(20)}, {@code func(138)} or {@code reason(193)}, a number in place of a word? */
    static boolean isNumber(String text) {
        int digits = text.indexOf('(') + 1;
        if (digits == 0 || !text.endsWith(")") || !NUMBERED.contains(text.substring(0, digits))) {
            return false;
        }
        for (int i = digits; i < text.length() - 1; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return digits < text.length() - 1;
    }

    /** The word of a release for the reason of a code. */
    static Optional<String> recorded(ErrorStrings release, PackedErrorCode code) {
        return code.isSystemError()
                ? release.systemError(code.reason())
                : release.reason(code.library(), code.reason());
    }

    private static List<ErrorStrings> append(List<ErrorStrings> some, List<ErrorStrings> more) {
        return Stream.of(some, more).flatMap(List::stream).toList();
    }
}
