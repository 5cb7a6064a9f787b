package dev.posthorn.parsers.golden;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template of the fact sheet, filled in again and again. The language is described at the top of {@code templates.tsv};
 * it shares nothing with that of {@code messages.tsv}.
 */
final class SheetTemplate {

    private static final Pattern FIELD = Pattern.compile("([A-Za-z_]*)([:@=]?)(.*)", Pattern.DOTALL);
    private static final Pattern PEER = Pattern.compile("(.*?)(?:\\[([^\\]]*)\\](?::(\\w+))?)?");

    private final String template;
    private final SheetPools pools;

    SheetTemplate(String template, SheetPools pools) {
        this.template = template;
        this.pools = pools;
    }

    /** What a program prints, and what is to be found in it. */
    record Filled(String text, Map<String, String> fields) {}

    Filled fill(String program, Random random) {
        Filling filling = new Filling(program, random);
        filling.fill(template);
        return new Filled(filling.text.toString(), filling.fields);
    }

    /** One walk through the template. */
    private final class Filling {

        private final String program;
        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, String> fields = new TreeMap<>();

        Filling(String program, Random random) {
            this.program = program;
            this.random = random;
        }

        void fill(String piece) {
            for (int at = 0; at < piece.length(); ) {
                int end = switch (piece.charAt(at)) {
                    case '«' -> end(piece, at, '«', '»');
                    case '⟦' -> end(piece, at, '⟦', '⟧');
                    case '⟪' -> end(piece, at, '⟪', '⟫');
                    default -> at;
                };
                switch (piece.charAt(at)) {
                    case '«' -> field(piece.substring(at + 1, end));
                    case '⟦' -> maybe(piece.substring(at + 1, end));
                    case '⟪' -> stretch(piece.substring(at + 1, end));
                    default -> text.append(piece.charAt(at));
                }
                at = end + 1;
            }
        }

        private void maybe(String piece) {
            if (random.nextBoolean()) {
                fill(piece);
            }
        }

        private void stretch(String piece) {
            int colon = piece.indexOf(':');
            int from = text.length();
            fill(piece.substring(colon + 1));
            fields.put(piece.substring(0, colon), text.substring(from));
        }

        private void field(String item) {
            if (item.equals("PEER")) {
                putPeer(isClient() ? "server" : "client", any(pools.of(poolOfPeers())));
                return;
            }
            Matcher parts = FIELD.matcher(item);
            if (!parts.matches()) {
                throw new IllegalArgumentException(item);
            }
            String name = parts.group(1);
            switch (parts.group(2)) {
                case "@" -> putPeer(name, any(pools.of(parts.group(3))));
                case "=" -> put(name, any(List.of(parts.group(3).split("\\|", -1))));
                case ":" -> put(name, any(pools.of(parts.group(3))));
                default -> put(name, any(pools.of(name)));
            }
        }

        /** tlsproxy knows the clients of postscreen by their address alone, and servers as smtp does. */
        private String poolOfPeers() {
            boolean isNameless = program.equals("tlsproxy") && random.nextBoolean();
            return isNameless ? "nameless" : program.equals("smtpd") ? "client" : "server";
        }

        private boolean isClient() {
            return List.of("smtp", "lmtp", "posttls-finger").contains(program);
        }

        private void put(String name, String value) {
            text.append(value);
            if (!name.isEmpty()) {
                fields.put(name, value);
            }
        }

        private void putPeer(String name, String peer) {
            put(name, peer);
            Matcher parts = PEER.matcher(peer);
            if (!parts.matches()) {
                throw new IllegalArgumentException(peer);
            }
            if (parts.group(2) != null) {
                fields.put(name + (parts.group(2).contains("/") ? "_path" : "_address"), parts.group(2));
            }
            if (!parts.group(1).isEmpty()) {
                fields.put(name + "_name", parts.group(1));
            }
            if (parts.group(3) != null) {
                fields.put(name + "_port", parts.group(3));
            }
        }

        private String any(List<String> values) {
            return values.get(random.nextInt(values.size()));
        }
    }

    /** Where the bracket at a place closes; brackets of a kind nest. */
    private static int end(String piece, int from, char opening, char closing) {
        int depth = 0;
        for (int at = from; at < piece.length(); at++) {
            depth += piece.charAt(at) == opening ? 1 : piece.charAt(at) == closing ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("nothing closes the bracket at " + from + ": " + piece);
    }
}
