package dev.posthorn.parsers;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.internal.swar.Literal;
import dev.posthorn.parsers.internal.swar.TextSearch;
import dev.posthorn.parsers.postfix.FixedTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds lines that can be of some kinds, without reading the others. A line of a kind has one of the kind's fixed texts in
 * it, unless somebody has wrapped it up; and wrappers that could hide a text, or tear it apart, give themselves away
 * (fact sheet on log dialects, section 4):
 *
 * <ul>
 *   <li>JSON, which escapes bytes or lists them, has an opening brace before a quotation mark. The one form that hides
 *       nothing is the commonest: a whole line by Docker's driver, without any escape but that of its newline.
 *   <li>A container runtime says {@code P} behind the stream if a line goes on in the next one.
 *   <li>An entry in the journal's export format begins with its cursor.
 * </ul>
 *
 * <p>All other lines have their text in one piece, as it is. What is found is read, and may turn out to be something else;
 * what was begun by it is read until it is whole.
 */
final class LineSearch {

    private static final List<String> WRAPPERS = List.of("stdout P ", "stderr P ", "__CURSOR=");

    private static final Literal DOCKERS_LINE = Literal.of("{\"log\":\"");
    private static final Literal WHOLE = Literal.of("\\n\",\"stream\":\"std");
    private static final Literal TIME = Literal.of("\",\"time\":\"");
    private static final Literal END = Literal.of("\"}");
    private static final int OUT_OR_ERR = 3;

    /** With more texts than this, comparing them takes longer than reading the lines. */
    private static final int MOST_TEXTS = 32;

    private final TextSearch texts;

    /** Where the next text and the next object are, as far as is known: the end of what was searched if there is none. */
    private int nextText;

    private int nextObject;

    private LineSearch(List<String> texts) {
        this.texts = new TextSearch(texts);
    }

    /** A search for lines of these kinds; nothing if there is one among them whose lines can have any text. */
    static Optional<LineSearch> forKinds(Set<MaillogKind> kinds) {
        List<String> all = new ArrayList<>(WRAPPERS);
        for (MaillogKind kind : kinds) {
            List<String> texts = textsOf(kind);
            if (texts.isEmpty() || texts.stream().anyMatch(text -> text.length() < TextSearch.SHORTEST)) {
                return Optional.empty();
            }
            all.addAll(texts);
        }
        List<String> distinct = all.stream().distinct().toList();
        return distinct.size() > MOST_TEXTS ? Optional.empty() : Optional.of(new LineSearch(distinct));
    }

    private static List<String> textsOf(MaillogKind kind) {
        return Stream.concat(FixedTexts.of(kind).stream(), LoggerGrammar.fixedTexts(kind).stream())
                .toList();
    }

    /** Forgets what was found in other bytes. */
    void begin() {
        nextText = -1;
        nextObject = -1;
    }

    /**
     * A place in the first line that has to be read.
     *
     * @param from where a line begins, and not before where one began when this was asked of the same bytes
     * @param to behind the end of a line, the same until {@link #begin()}
     * @return {@code to} if none has
     */
    int next(byte[] bytes, int from, int to) {
        if (nextText < from) {
            int found = texts.indexIn(bytes, from, to);
            nextText = found < 0 ? to : found;
        }
        if (nextObject < from) {
            nextObject = nextObject(bytes, from, nextText, to);
        }
        return Math.min(nextText, nextObject);
    }

    /** Looks no further than to the next text, and says that; what is behind is asked for when that is done with. */
    private static int nextObject(byte[] bytes, int from, int until, int to) {
        int at = from;
        while (true) {
            at = ByteSearch.indexOfOpeningBrace(bytes, at, until);
            if (at < 0) {
                return until;
            }
            if (isObject(bytes, at, to)) {
                int behind = behindWholeLine(bytes, at, to);
                if (behind < 0) {
                    return at;
                }
                at = behind;
            } else {
                at++;
            }
        }
    }

    private static boolean isObject(byte[] bytes, int brace, int to) {
        int at = brace + 1;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at < to && bytes[at] == '"';
    }

    /**
     * {@code {"log":"…\n","stream":"stdout","time":"…"}} up to the end of the line, with no other escape and no other quotation
     * mark: the message stands there as it is, and is all of it.
     *
     * @return the end of the line, -1 if it is anything else
     */
    private static int behindWholeLine(byte[] bytes, int brace, int to) {
        int text = DOCKERS_LINE.after(bytes, brace, to);
        int escape = text < 0 ? -1 : ByteSearch.indexOf(bytes, text, to, (byte) '\\');
        int stream = WHOLE.after(bytes, escape, to);
        int time = stream < 0 ? -1 : TIME.after(bytes, stream + OUT_OR_ERR, to);
        int timeTo = time < 0 ? -1 : ByteSearch.indexOf(bytes, time, to, (byte) '"');
        int end = END.after(bytes, timeTo, to);
        boolean isWhole = end >= 0
                && end < to
                && bytes[end] == '\n'
                && ByteSearch.indexOf(bytes, text, escape, (byte) '"') < 0
                && ByteSearch.indexOf(bytes, brace, end, (byte) '\n') < 0;
        return isWhole ? end : -1;
    }
}
