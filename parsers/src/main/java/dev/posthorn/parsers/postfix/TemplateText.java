package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.NoticePart;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes steps of a template's text. The language is described at the top of {@code messages.tsv}. */
final class TemplateText {

    /** A part, the start of a stretch, the end of one, an escaped character, or text. */
    private static final Pattern ITEM = Pattern.compile(
            "<([A-Za-z_]*)(\\.\\.|~|#|\\(\\)|=[^>]*)?>|\\{([A-Za-z_]+):|(\\})|\\\\(.)|([^<{}\\\\]+|<)", Pattern.DOTALL);

    private static final Map<String, NoticePart> PARTS = new HashMap<>();

    static {
        for (NoticePart part : NoticePart.values()) {
            PARTS.put(part.word(), part);
        }
    }

    private final List<NoticePart> parts = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    /** What was written, before it is known what follows it. */
    private record Item(String name, String mark, String text, int slot) {

        boolean isText() {
            return mark.equals("text");
        }

        boolean isBrace() {
            return mark.equals("{") || mark.equals("}");
        }
    }

    TemplateText(String template) {
        Matcher matcher = ITEM.matcher(template);
        int end = 0;
        for (; matcher.lookingAt(); matcher.region(end, template.length())) {
            end = matcher.end();
            add(matcher);
            if (end == template.length()) {
                return;
            }
        }
        throw new IllegalArgumentException("template: cannot be read from \"" + template.substring(end) + "\" on");
    }

    private void add(Matcher matcher) {
        if (matcher.group(1) != null && !matcher.group().equals("<>")) {
            String mark = matcher.group(2) == null ? "" : matcher.group(2);
            items.add(new Item(matcher.group(1), mark, "", slotFor(matcher.group(1))));
        } else if (matcher.group(3) != null) {
            items.add(new Item(matcher.group(3), "{", "", slotFor(matcher.group(3))));
        } else if (matcher.group(4) != null) {
            items.add(new Item("", "}", "", openSlot()));
        } else {
            addText(matcher.group(5) != null ? matcher.group(5) : matcher.group());
        }
    }

    private void addText(String text) {
        Item last = items.isEmpty() ? null : items.get(items.size() - 1);
        if (last != null && last.isText()) {
            items.set(items.size() - 1, new Item("", "text", last.text + text, -1));
        } else {
            items.add(new Item("", "text", text, -1));
        }
    }

    private int slotFor(String name) {
        if (name.isEmpty()) {
            return -1;
        }
        NoticePart part = PARTS.get(name);
        if (part == null) {
            throw new IllegalArgumentException("template: there is no part \"" + name + "\"");
        }
        if (parts.size() == NoticeView.MAX_PARTS) {
            throw new IllegalArgumentException("template: more than " + NoticeView.MAX_PARTS + " parts");
        }
        parts.add(part);
        return parts.size() - 1;
    }

    private int openSlot() {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i).mark.equals("{")) {
                return items.get(i).slot;
            }
        }
        throw new IllegalArgumentException("template: a brace closes that was never opened");
    }

    NoticePart[] parts() {
        return parts.toArray(NoticePart[]::new);
    }

    NoticeStep[] steps() {
        NoticeStep[] steps = new NoticeStep[items.size()];
        for (int i = items.size() - 1; i >= 0; i--) { // Backwards, because a part has to know what follows it.
            steps[i] = step(i, steps);
        }
        return steps;
    }

    private NoticeStep step(int index, NoticeStep[] steps) {
        Item item = items.get(index);
        return switch (item.mark) {
            case "text" -> new NoticeStep.Text(Literal.of(item.text));
            case "{" -> new NoticeStep.Open(item.slot);
            case "}" -> new NoticeStep.Close(item.slot);
            case "#" -> new NoticeStep.Digits(item.slot);
            case "()" -> new NoticeStep.Function(item.slot);
            default ->
                isPeer(item)
                        ? new NoticeStep.Peer(item.slot)
                        : item.mark.startsWith("=") ? oneOf(item) : upToNext(item, index, steps);
        };
    }

    private static boolean isPeer(Item item) {
        return item.name.equals("peer") || item.name.equals("client") || item.name.equals("server");
    }

    private static NoticeStep oneOf(Item item) {
        return new NoticeStep.OneOf(
                item.slot,
                Stream.of(item.mark.substring(1).split("\\|")).map(Literal::of).toArray(Literal[]::new));
    }

    private NoticeStep upToNext(Item item, int index, NoticeStep[] steps) {
        boolean isWord = item.mark.equals("~");
        int next = behindBraces(index + 1);
        if (next == items.size()) {
            return new NoticeStep.Rest(item.slot, isWord);
        }
        if (!items.get(next).isText()) {
            throw new IllegalArgumentException("template: nothing fixed says where \"" + item.name + "\" ends");
        }
        Literal literal = Literal.of(items.get(next).text);
        int behind = behindBraces(next + 1);
        boolean isAtEnd = behind == items.size();
        NoticeStep behindNext = isAtEnd ? steps[next] : steps[behind];
        return new NoticeStep.Until(item.slot, isWord, item.mark.equals(".."), literal, behindNext, isAtEnd);
    }

    private int behindBraces(int index) {
        int next = index;
        while (next < items.size() && items.get(next).isBrace()) {
            next++;
        }
        return next;
    }
}
