package dev.posthorn.parsers;

import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.SmtpdDisconnectView;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * All that a view can be asked, found by reflection once and called without it: whoever adds an accessor has added it
 * here. Calls allocate nothing themselves.
 */
final class Accessors {

    /** What is no question: {@code snapshot} allocates by design, and a marker without a message has no message's view. */
    private static final Set<String> NO_QUESTIONS = Set.of(
            "accept", "snapshot", "repeated", "repeatedNeighbour", "toString", "hashCode", "getClass", "wrapNothing");

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final Map<Class<?>, Accessors> BY_CLASS = new HashMap<>();

    private final Function<Object, Object>[] objects;
    private final ToLongFunction<Object>[] numbers;
    private final Predicate<Object>[] answers;

    private long checksum;

    private Accessors(List<Method> methods) {
        objects = lambdas(methods, Function.class, "apply", Object.class);
        numbers = lambdas(methods, ToLongFunction.class, "applyAsLong", long.class);
        answers = lambdas(methods, Predicate.class, "test", boolean.class);
    }

    static List<Method> of(Class<?> view) {
        return Arrays.stream(view.getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() != void.class
                        && method.getDeclaringClass() != Object.class
                        && !method.isBridge()
                        && !NO_QUESTIONS.contains(method.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    /** Asks a view all there is, and the views it answers with, too. */
    static long ask(Object view) {
        Accessors accessors = BY_CLASS.get(view.getClass());
        if (accessors == null) {
            accessors = new Accessors(of(view.getClass()));
            BY_CLASS.put(view.getClass(), accessors);
        }
        return accessors.askAll(view);
    }

    private long askAll(Object view) {
        for (Function<Object, Object> object : objects) {
            checksum += look(object.apply(view));
        }
        for (ToLongFunction<Object> number : numbers) {
            checksum += number.applyAsLong(view);
        }
        for (Predicate<Object> answer : answers) {
            checksum += answer.test(view) ? 1 : 0;
        }
        return checksum + askForParts(view);
    }

    private static long look(Object answer) {
        if (answer instanceof AsciiView text) {
            return text.length()
                    + text.parseInt()
                    + text.parseLong()
                    + (text.isEmpty() ? 0 : text.byteAt(0))
                    + (text.isPresent() && text.contentEquals("smtpd") ? 1 : 0);
        } else if (answer instanceof Enum<?> word) {
            return word.name().length();
        } else if (answer instanceof Optional<?> maybe) {
            return maybe.isPresent() ? look(maybe.get()) : 0;
        }
        return ask(answer);
    }

    /** The views with parts by number or name. */
    private static long askForParts(Object view) {
        long sum = 0;
        if (view instanceof NoticeView notice) {
            for (int i = 0; i < notice.partCount(); i++) {
                sum += look(notice.part(notice.partName(i))) + ask(notice.peer(notice.partName(i)));
            }
        } else if (view instanceof NeighbourView neighbour) {
            for (int i = 0; i < neighbour.partCount(); i++) {
                sum += look(neighbour.part(neighbour.partName(i)));
            }
        } else if (view instanceof SmtpdDisconnectView disconnect) {
            for (int i = 0; i < disconnect.counterCount(); i++) {
                sum += look(disconnect.command(i)) + disconnect.succeeded(i) + disconnect.total(i);
            }
        }
        return sum;
    }

    @SuppressWarnings("unchecked")
    private static <F> F[] lambdas(List<Method> methods, Class<?> type, String name, Class<?> returned) {
        Object[] lambdas = methods.stream()
                .filter(method -> returnedAs(method.getReturnType()) == returned)
                .map(method -> lambda(method, type, name, returned))
                .toArray(length -> (Object[]) java.lang.reflect.Array.newInstance(type, length));
        return (F[]) lambdas;
    }

    private static Class<?> returnedAs(Class<?> type) {
        return !type.isPrimitive() ? Object.class : type == boolean.class ? boolean.class : long.class;
    }

    private static Object lambda(Method method, Class<?> type, String name, Class<?> returned) {
        try {
            MethodHandle handle = LOOKUP.unreflect(method);
            return LambdaMetafactory.metafactory(
                            LOOKUP,
                            name,
                            MethodType.methodType(type),
                            MethodType.methodType(returned, Object.class),
                            handle,
                            handle.type())
                    .getTarget()
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }
}
