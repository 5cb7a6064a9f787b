package dev.posthorn.openssl.error;

import dev.posthorn.table.TsvTable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the place in OpenSSL's source tells about a handshake: the side this host was on, and the step. */
final class HandshakeFunctions {

    private final Map<String, HandshakeStep> steps = new HashMap<>();
    private final Map<String, Side> sides = new HashMap<>();

    private HandshakeFunctions(TsvTable table) {
        for (TsvTable.Row row : table.rows()) {
            String place = row.text("place");
            switch (row.text("side")) {
                case "server" -> sides.put(place, Side.SERVER);
                case "client" -> sides.put(place, Side.CLIENT);
                case "either" -> {}
                default -> throw row.bad("side", "is neither server nor client nor either");
            }
            String step = row.text("step");
            if (!step.isEmpty()) {
                steps.put(
                        place,
                        row.known(
                                "step",
                                ExplanationFile.constant(HandshakeStep.class, step),
                                "is no step of a handshake"));
            }
        }
    }

    /** The side this host was on, by the function or else by the source file; empty where both sides come by. */
    static Optional<Side> sideOf(OpenSslError error) {
        return sideOf(error, FunctionNames.of(error));
    }

    static Optional<Side> sideOf(OpenSslError error, List<String> functions) {
        return lookUp(error, functions, Holder.FUNCTIONS.sides);
    }

    /** The step the function or else the source file belongs to. */
    static Optional<HandshakeStep> stepOf(OpenSslError error) {
        return lookUp(error, FunctionNames.of(error), Holder.FUNCTIONS.steps);
    }

    /** Can a function be one of this side? */
    static boolean isOf(String function, Side side) {
        Side known = Holder.FUNCTIONS.sides.get(function.toLowerCase(Locale.ROOT));
        return known == null || known == side;
    }

    /** Names of different eras may stand for one number; they count if they agree. */
    private static <T> Optional<T> lookUp(OpenSslError error, List<String> functions, Map<String, T> facts) {
        @Nullable T found = null;
        for (String name : functions) {
            @Nullable T fact = facts.get(name.toLowerCase(Locale.ROOT));
            if (found != null && fact != null && !fact.equals(found)) {
                return Optional.empty();
            }
            found = fact == null ? found : fact;
        }
        return found != null
                ? Optional.of(found)
                : error.file().map(HandshakeFunctions::baseName).map(facts::get);
    }

    private static String baseName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Holder {
        static final HandshakeFunctions FUNCTIONS = new HandshakeFunctions(TsvTable.read(
                "handshake-functions.tsv", HandshakeFunctions.class.getResourceAsStream("handshake-functions.tsv")));
    }
}
