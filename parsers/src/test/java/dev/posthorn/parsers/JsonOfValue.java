package dev.posthorn.parsers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.posthorn.mail.CommandCount;
import dev.posthorn.mail.Delays;
import dev.posthorn.mail.EnhancedStatusCode;
import dev.posthorn.mail.Envelope;
import dev.posthorn.mail.LineBytes;
import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.mail.NoticePart;
import dev.posthorn.mail.QueueId;
import dev.posthorn.mail.Relay;
import dev.posthorn.mail.TlsKeyExchange;
import dev.posthorn.mail.TlsLibraryProblem;
import dev.posthorn.mail.TlsSession;
import dev.posthorn.mail.TlsSignature;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.TlsLibraryProblemView;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a value says, as JSON has to have it: every accessor of its type is a member. What is derived from other members, and
 * what JSON has beyond a value, is named here, so that nothing is left out unnoticed.
 */
final class JsonOfValue {

    private static final Set<String> DERIVED = Set.of(
            "oneLine",
            "hasFailures",
            "isLongForm",
            "isNone",
            "isUnknown",
            "negotiatedVersion",
            "cipherSuite",
            "returnValue",
            "total");

    /** What is no accessor of this event alone, or none at all. */
    private static final Set<String> OF_ALL =
            Set.of("kind", "envelope", "builder", "toString", "hashCode", "getClass", "notify", "notifyAll", "wait");

    private static final Set<Class<?>> COUNTS = Set.of(Integer.class, Long.class);

    private JsonOfValue() {}

    static ObjectNode of(MaillogEvent event, MaillogCursor cursor) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", constant(event.kind()));
        envelope(json, event.envelope());
        members(json, event);
        if (event instanceof TlsLibraryProblem) {
            parts(json, cursor);
        }
        return json;
    }

    /** What the view knows of OpenSSL's string, and the value leaves to core. */
    private static void parts(ObjectNode json, MaillogCursor cursor) {
        TlsLibraryProblemView view = cursor.tlsLibraryProblem();
        Map<String, AsciiView> parts = new LinkedHashMap<>();
        parts.put("code", view.code());
        parts.put("library", view.library());
        parts.put("function", view.function());
        parts.put("reason", view.reason());
        parts.put("sourceFile", view.sourceFile());
        parts.put("sourceLine", view.sourceLine());
        parts.put("data", view.data());
        parts.forEach((name, text) -> {
            if (text.isPresent()) {
                json.put(name, text.toString());
            }
        });
        if (view.isTruncated()) {
            json.put("isTruncated", true);
        }
    }

    private static void envelope(ObjectNode json, Envelope envelope) {
        json.put("line", envelope.lineNumber());
        json.put("offset", envelope.lineOffset());
        json.put("size", envelope.lineSize());
        envelope.timestamp().ifPresent(time -> time(json, "time", "zone", time));
        envelope.outerTimestamp().ifPresent(time -> time(json, "outerTime", "outerZone", time));
        envelope.host().ifPresent(host -> json.put("host", host));
        envelope.tag().ifPresent(tag -> json.put("tag", tag));
        envelope.instance().ifPresent(instance -> json.put("instance", instance));
        envelope.program().ifPresent(program -> json.put("program", program));
        envelope.pid().ifPresent(pid -> json.put("pid", pid));
        json.put("severity", constant(envelope.severity()));
    }

    private static void time(ObjectNode json, String member, String zone, LogTimestamp time) {
        String year = time.year().isPresent()
                ? String.format(Locale.ROOT, "%04d-", time.year().getAsInt())
                : "";
        String fraction = time.fraction().isEmpty() ? "" : "." + time.fraction();
        json.put(
                member,
                year
                        + String.format(
                                Locale.ROOT,
                                "%02d-%02dT%02d:%02d:%02d",
                                time.month(),
                                time.day(),
                                time.hour(),
                                time.minute(),
                                time.second())
                        + fraction
                        + time.utcOffset().orElse(""));
        time.zone().ifPresent(text -> json.put(zone, text));
    }

    private static void members(ObjectNode json, Object value) {
        for (Method accessor : interfaceOf(value).getMethods()) {
            if (accessor.getParameterCount() == 0
                    && !DERIVED.contains(accessor.getName())
                    && !OF_ALL.contains(accessor.getName())) {
                member(json, accessor.getName(), ask(accessor, value), value);
            }
        }
    }

    private static Class<?> interfaceOf(Object value) {
        return value.getClass().isRecord() ? value.getClass() : value.getClass().getInterfaces()[0];
    }

    private static Object ask(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(accessor + " of " + value, e);
        }
    }

    private static void member(ObjectNode json, String name, Object value, Object owner) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> member(json, name, present, owner));
        } else if (value instanceof OptionalInt optional) {
            optional.ifPresent(present -> json.put(name, (long) present));
        } else if (value instanceof OptionalLong optional) {
            optional.ifPresent(present -> json.put(name, present));
        } else if (value instanceof Duration duration) {
            json.put(name + "Millis", duration.toMillis());
        } else if (value instanceof Boolean flag) {
            if (flag) {
                json.put(name, true);
            }
        } else if (COUNTS.contains(value.getClass())) {
            json.put(name.equals("size") ? "messageSize" : name, ((Number) value).longValue());
        } else if (value instanceof Enum<?> constant) {
            json.put(name, constant(constant));
        } else if (value instanceof List<?> list) {
            json.set(name, array(list));
        } else if (value instanceof Map<?, ?> map) {
            json.set(name, parts(map));
        } else if (value instanceof MaillogEvent event) {
            ObjectNode repeated = json.putObject(name);
            repeated.put("kind", constant(event.kind()));
            members(repeated, event);
        } else if (value instanceof LineBytes line) {
            json.put(name, text(line));
        } else if (value instanceof MailPeer
                || value instanceof Relay
                || value instanceof Delays
                || value instanceof TlsSession
                || value instanceof TlsKeyExchange
                || value instanceof TlsSignature) {
            ObjectNode object = json.putObject(name);
            members(object, value);
            object.remove("text");
        } else if (value instanceof String || value instanceof QueueId || value instanceof EnhancedStatusCode) {
            json.put(name, value.toString());
        } else {
            throw new AssertionError(owner + " has a member of a type unknown here: " + name + " " + value);
        }
    }

    private static String text(LineBytes line) {
        byte[] bytes = line.toByteArray();
        return new AsciiView().wrap(bytes, 0, bytes.length).toString();
    }

    private static ArrayNode array(List<?> list) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Object item : list) {
            CommandCount count = (CommandCount) item;
            array.addObject()
                    .put("command", count.command())
                    .put("succeeded", count.succeeded())
                    .put("total", count.total());
        }
        return array;
    }

    private static JsonNode parts(Map<?, ?> map) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        map.forEach((part, text) -> object.put(
                part instanceof NoticePart notice ? notice.word() : ((NeighbourPart) part).word(), text.toString()));
        return object;
    }

    private static String constant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
