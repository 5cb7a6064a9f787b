package dev.posthorn.parsers;

import dev.posthorn.mail.CommandCount;
import dev.posthorn.mail.LineBytes;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourNotice;
import dev.posthorn.mail.PostfixNotice;
import dev.posthorn.mail.SmtpdDisconnect;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.SmtpdDisconnectView;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A view beside the value made of it: every accessor of the view is asked, and the accessor of that name on the value has
 * to say the same. What a view has and its value has not is listed here, so that nothing is left out unnoticed.
 */
final class ViewAndValue {

    /** What a line has for the one who reads it, and a value for keeps has not: its header as such, and its parts' places. */
    private static final Set<String> OF_VIEWS_ALONE = Set.of(
            "EnvelopeView.dialect",
            "EnvelopeView.isPart",
            "EnvelopeView.monotonic",
            "EnvelopeView.priority",
            "EnvelopeView.raw",
            "EnvelopeView.text",
            "NeighbourView.partCount",
            "NoticeView.partCount",
            "PeerView.isPresent",
            "RepetitionView.isOfNeighbour",
            "RepetitionView.repeatedKind",
            "SmtpdDisconnectView.counterCount",
            "SmtpdDisconnectView.counters",
            "TimestampView.isPresent",
            "TlsKeyExchangeView.isPresent",
            "TlsLibraryProblemView.code",
            "TlsLibraryProblemView.data",
            "TlsLibraryProblemView.function",
            "TlsLibraryProblemView.isTruncated",
            "TlsLibraryProblemView.library",
            "TlsLibraryProblemView.reason",
            "TlsLibraryProblemView.sourceFile",
            "TlsLibraryProblemView.sourceLine",
            "TlsSignatureView.isPresent",
            "DeliveryView.delay",
            "DeliveryView.delays");

    /** Numbers of a view that are durations in its value. */
    private static final Map<String, List<String>> DURATIONS = Map.of(
            "delayMillis", List.of("delay"),
            "beforeQueueManagerMillis", List.of("delays", "beforeQueueManager"),
            "inQueueManagerMillis", List.of("delays", "inQueueManager"),
            "connectionSetupMillis", List.of("delays", "connectionSetup"),
            "transmissionMillis", List.of("delays", "transmission"));

    private final List<String> differences = new ArrayList<>();

    private ViewAndValue() {}

    /** Where the two do not say the same of the cursor's line. */
    static List<String> differences(MaillogCursor cursor) {
        ViewAndValue both = new ViewAndValue();
        switch (cursor.kind()) {
            case UNRECOGNIZED -> both.compare(cursor.unrecognized(), cursor.snapshot());
            case RSYSLOG_RATE_LIMIT, JOURNALD_RATE_LIMIT -> both.compare(cursor.rateLimit(), cursor.snapshot());
            case LAST_MESSAGE_REPEATED, MESSAGE_REPEATED -> both.compare(cursor.repetition());
            default -> both.compare(cursor.isNeighbour() ? cursor.neighbour() : cursor.view(), cursor.snapshot());
        }
        return both.differences;
    }

    private void compare(RepetitionView view) {
        compare(view, view.snapshot());
        boolean hasMessage = view.repeatedKind() != MaillogKind.UNRECOGNIZED;
        if (hasMessage != view.snapshot().repeated().isPresent()) {
            differences.add("repeated");
        } else if (view.isOfNeighbour()) {
            compare(view.repeatedNeighbour(), view.snapshot().repeated().orElseThrow());
        } else if (hasMessage) {
            compare(view.repeated(), view.snapshot().repeated().get());
        }
    }

    private void compare(Object view, Object value) {
        for (Method accessor : Accessors.of(view.getClass())) {
            String name = view.getClass().getSimpleName() + "." + accessor.getName();
            if (!OF_VIEWS_ALONE.contains(name)) {
                Object inValue = value;
                for (String step : DURATIONS.getOrDefault(accessor.getName(), List.of(accessor.getName()))) {
                    inValue = ask(inValue, step);
                }
                compare(name, ask(view, accessor), inValue);
            }
        }
        compareParts(view, value);
    }

    private void compare(String name, Object inView, Object inValue) {
        Object value = unwrapped(inValue);
        boolean isView = inView.getClass().getSimpleName().endsWith("View") && !(inView instanceof AsciiView);
        if (isView && !value.equals("")) {
            compare(inView, value);
        } else if (isView ? isPresent(inView) : !text(inView).equals(text(value))) {
            differences.add(name + ": " + inView + " in the view, " + inValue + " in the value");
        }
    }

    private void compareParts(Object view, Object value) {
        if (view instanceof NoticeView notice) {
            Map<?, String> parts = ((PostfixNotice) value).parts();
            if (parts.size() != notice.partCount()) {
                differences.add("parts: " + parts);
            }
            for (int i = 0; i < notice.partCount(); i++) {
                compare(
                        "part " + notice.partName(i),
                        notice.part(notice.partName(i)),
                        parts.getOrDefault(notice.partName(i), "none"));
            }
        } else if (view instanceof NeighbourView neighbour) {
            Map<?, String> parts = ((NeighbourNotice) value).parts();
            if (parts.size() != neighbour.partCount()) {
                differences.add("parts: " + parts);
            }
            for (int i = 0; i < neighbour.partCount(); i++) {
                compare(
                        "part " + neighbour.partName(i),
                        neighbour.part(neighbour.partName(i)),
                        parts.getOrDefault(neighbour.partName(i), "none"));
            }
        } else if (view instanceof SmtpdDisconnectView disconnect) {
            List<CommandCount> counters = new ArrayList<>();
            for (int i = 0; i < disconnect.counterCount(); i++) {
                counters.add(new CommandCount(
                        disconnect.command(i).toString(), disconnect.succeeded(i), disconnect.total(i)));
            }
            if (!counters.equals(((SmtpdDisconnect) value).counters())) {
                differences.add("counters: " + counters);
            }
        }
    }

    private static boolean isPresent(Object view) {
        return (boolean) ask(view, "isPresent");
    }

    /** Absent is the empty text on both sides: a view's absent part, its number -1, and an empty Optional. */
    private static String text(Object answer) {
        if (answer instanceof Number number) {
            return number.longValue() < 0 ? "" : number.toString();
        } else if (answer instanceof Enum<?> word) {
            return word.name();
        } else if (answer instanceof Optional<?> maybe) {
            return text(unwrapped(maybe));
        }
        String text = answer.toString();
        return text.equals("NOQUEUE") ? "" : text; // Which is the word for a missing queue id.
    }

    private static Object unwrapped(Object answer) {
        if (answer instanceof Optional<?> maybe) {
            return maybe.isPresent() ? maybe.get() : "";
        } else if (answer instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : "";
        } else if (answer instanceof OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : "";
        } else if (answer instanceof Duration duration) {
            return duration.toMillis();
        } else if (answer instanceof LineBytes bytes) {
            return bytes.text();
        }
        return answer;
    }

    private static Object ask(Object whom, String accessor) {
        Object present = unwrapped(whom);
        if (present.equals("")) {
            return present;
        }
        return Accessors.of(present.getClass()).stream()
                .filter(method -> method.getName().equals(accessor))
                .findFirst()
                .map(method -> ask(present, method))
                .orElseThrow(() -> new AssertionError(present.getClass() + " has no " + accessor));
    }

    private static Object ask(Object whom, Method accessor) {
        try {
            accessor.setAccessible(true); // Values are made by classes that are not public.
            return accessor.invoke(whom);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(accessor.toString(), e);
        }
    }
}
