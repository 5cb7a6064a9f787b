package dev.posthorn.internal.cli;

import dev.posthorn.text.TerminalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words behind a command: operands and options with a value, {@code --name value} or {@code --name=value}. What follows
 * {@code --} is an operand whatever it looks like, and {@code -} is one always.
 */
final class CommandLine {

    private static final int MAX_ECHO = 100;

    private final List<String> operands = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    static CommandLine parse(List<String> words, Set<String> known) throws UsageException {
        CommandLine line = new CommandLine();
        boolean areOptionsOver = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (areOptionsOver || !word.startsWith("-") || word.equals("-")) {
                line.operands.add(word);
            } else if (word.equals("--")) {
                areOptionsOver = true;
            } else {
                int equals = word.indexOf('=');
                String name = equals < 0 ? word : word.substring(0, equals);
                if (!known.contains(name)) {
                    throw new UsageException("there is no option " + echo(name) + "; there are "
                            + String.join(", ", known.stream().sorted().toList()));
                }
                if (equals < 0 && i + 1 == words.size()) {
                    throw new UsageException(name + " wants a value");
                }
                String value = equals < 0 ? words.get(++i) : word.substring(equals + 1);
                if (line.options.put(name, value) != null) {
                    throw new UsageException(name + " is given twice");
                }
            }
        }
        return line;
    }

    static String echo(String word) {
        return "\"" + TerminalText.escape(word, MAX_ECHO) + "\"";
    }

    List<String> operands() {
        return operands;
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    String required(String name) throws UsageException {
        return option(name).orElseThrow(() -> new UsageException(name + " is missing"));
    }
}
