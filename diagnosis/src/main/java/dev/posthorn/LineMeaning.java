package dev.posthorn;

import dev.posthorn.openssl.error.HandshakeContext;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.text.TerminalText;
import dev.posthorn.text.WrappedText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of the file of line meanings: a shape of line that speaks of TLS without an error of OpenSSL, and what it says.
 *
 * @param title names the entry in messages of tests
 * @param pattern finds the shape in a line
 * @param says what it means, {@code {1}} being the pattern's group; empty where a verdict of OpenSSL's is told instead
 * @param next where to look, or what to do
 * @param verdict which verdict of OpenSSL's to tell
 * @param overrulesErrors is it told even of a line that holds an error of OpenSSL?
 * @param examples lines this entry must be found for
 */
record LineMeaning(
        String title,
        Pattern pattern,
        String says,
        String next,
        Optional<Verdict> verdict,
        boolean overrulesErrors,
        List<String> examples) {

    /** The verdicts that can be told without an error of OpenSSL. */
    enum Verdict {
        /** The peer hung up. */
        LOST_CONNECTION,
        /** The program printed OpenSSL's reason and nothing else of the error. */
        REASON
    }

    private static final int COLUMNS = 80;
    private static final int LONGEST_QUOTE = 200;
    private static final String GROUP = "{1}";

    boolean isFoundIn(String text) {
        return pattern.matcher(text).find();
    }

    /** What a line of this shape means, in lines of at most 80 columns. */
    String explain(String text) {
        return verdict.map(known -> explain(known, text))
                .orElseGet(() -> new WrappedText(COLUMNS)
                        .breakingWords()
                        .paragraph(says.replace(GROUP, TerminalText.escape(group(text), LONGEST_QUOTE)))
                        .blank()
                        .paragraph(next)
                        .toString()
                        .stripTrailing());
    }

    private String explain(Verdict known, String text) {
        HandshakeContext context = HandshakeContext.ofLog(text);
        return switch (known) {
            case LOST_CONNECTION -> HandshakeFailure.ofLostConnection(context).explain();
            case REASON ->
                HandshakeFailure.ofReason(group(text).strip(), context).explain();
        };
    }

    private String group(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() && matcher.groupCount() > 0 ? matcher.group(1) : "";
    }
}
