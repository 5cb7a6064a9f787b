package dev.posthorn;

import dev.posthorn.openssl.error.HandshakeContext;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.openssl.error.OpenSslError;
import dev.posthorn.openssl.error.TraceLine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What any line of a log means, in plain words. The surest sign decides: an error of OpenSSL, then an alert of its trace, a
 * line that programs print about handshakes, the rest of the trace, OpenSSL's words without a number, and at last what
 * kind of line it is at all.
 */
final class ExplainedLine {

    /** A code where {@code error:} is missing: alone, or in front of the name of a library. */
    private static final Pattern BARE_CODE = Pattern.compile("^\\s*(?:0x)?([0-9A-Fa-f]{8})\\s*$"
            + "|(?<![0-9A-Za-z])([0-9A-Fa-f]{8}:(?:lib\\(\\d+\\)|[A-Za-z0-9. ]{2,40} (?:routines|library)):.*)");

    private static final int LONGEST_REASON = 60;

    private final String text;
    private final HandshakeContext context;

    private ExplainedLine(String text) {
        this.text = text;
        context = HandshakeContext.ofLog(text);
    }

    static String of(String text) {
        ExplainedLine line = new ExplainedLine(text);
        Optional<LineMeaning> meaning = LineMeanings.find(text);
        return meaning.filter(LineMeaning::overrulesErrors)
                .map(entry -> entry.explain(text))
                .or(line::error)
                .or(() -> line.hasFatalAlert() ? line.context.explainTrace() : Optional.empty())
                .or(() -> meaning.map(entry -> entry.explain(text)))
                .or(line.context::explainTrace)
                .or(line::reasonAlone)
                .orElseGet(() -> LineWithoutTls.explain(text));
    }

    private Optional<String> error() {
        List<OpenSslError> errors = OpenSslError.findAll(text);
        return errors.isEmpty()
                ? bareCode().map(HandshakeFailure::explain)
                : Optional.of(HandshakeFailure.of(errors, context).explain());
    }

    /** Eight digits alone may be anything, so OpenSSL must have a word for them. */
    private Optional<HandshakeFailure> bareCode() {
        Matcher matcher = BARE_CODE.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.group(1))
                .or(() -> Optional.ofNullable(matcher.group(2)))
                .flatMap(code -> OpenSslError.find("error:" + code))
                .map(error -> HandshakeFailure.of(error, context))
                .filter(failure -> !failure.possibleKinds().isEmpty());
    }

    private boolean hasFatalAlert() {
        return text.lines()
                .flatMap(line -> TraceLine.find(line).stream())
                .anyMatch(line -> !line.isWarning()
                        && (line.event() == TraceLine.Event.ALERT_RECEIVED
                                || line.event() == TraceLine.Event.ALERT_SENT));
    }

    /** {@code no shared cipher}, and nothing else. */
    private Optional<String> reasonAlone() {
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            return Optional.empty();
        }
        HandshakeFailure failure = HandshakeFailure.ofReason(words, context);
        return failure.isExplained() ? Optional.of(failure.explain()) : Optional.empty();
    }
}
