package dev.posthorn.postfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text of a master.cf by the rules of master(5): seven fields and a command with arguments, on logical lines
 * like those of main.cf. From 3.0 on an argument may stand in braces, and then it may have blanks in it.
 */
final class MasterCf {

    /** A line that is no service, which Postfix dies of, or an option it cannot read. */
    record BadLine(String text, int lineNumber, String complaint) {}

    private static final int COMMAND = 7;
    private static final PostfixVersion BRACES = new PostfixVersion(3, 0, 0);

    /** The options of smtpd(8), smtp(8), tlsproxy(8) and postscreen(8) that have an argument of their own. */
    private static final String FLAGS_WITH_ARGUMENT = "imnst";

    private final List<MasterService> services = new ArrayList<>();
    private final List<BadLine> badLines = new ArrayList<>();

    private MasterCf() {}

    static MasterCf parse(String text, PostfixVersion version) {
        MasterCf masterCf = new MasterCf();
        for (LogicalLines.Line line : LogicalLines.of(text).lines()) {
            masterCf.take(line, version.isAtLeast(BRACES));
        }
        return masterCf;
    }

    private void take(LogicalLines.Line line, boolean hasBraces) {
        List<String> fields = hasBraces ? braced(line.text()) : Words.between(line.text(), " \t\n\r");
        if (fields.size() <= COMMAND || LogicalLines.isSpace(line.text().charAt(0))) {
            complain(line, "is no service: a service has seven fields and a command");
            return;
        }
        services.add(new MasterService(
                fields.get(0),
                fields.get(1),
                fields.get(COMMAND),
                options(fields.subList(COMMAND + 1, fields.size()), line),
                line.lineNumber()));
    }

    /** Reads arguments as getopt(3) does, until the first that is no option. */
    private List<MasterService.Option> options(List<String> arguments, LogicalLines.Line line) {
        List<MasterService.Option> options = new ArrayList<>();
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (!argument.startsWith("-") || argument.equals("-") || argument.equals("--")) {
                break;
            }
            Optional<String> setting = Optional.empty();
            for (int at = 1; at < argument.length(); at++) {
                boolean isOption = argument.charAt(at) == 'o';
                if (isOption || FLAGS_WITH_ARGUMENT.indexOf(argument.charAt(at)) >= 0) {
                    boolean attached = at + 1 < argument.length();
                    if (!attached) {
                        index++;
                    }
                    if (isOption) {
                        String separate = index < arguments.size() ? arguments.get(index) : "";
                        setting = Optional.of(attached ? argument.substring(at + 1) : separate);
                    }
                    break;
                }
            }
            setting.ifPresent(text -> option(text, line).ifPresent(options::add));
        }
        return options;
    }

    private Optional<MasterService.Option> option(String text, LogicalLines.Line line) {
        int equals = text.indexOf('=');
        String parameter = equals < 0 ? "" : LogicalLines.trim(text.substring(0, equals));
        if (parameter.isEmpty() || parameter.chars().anyMatch(character -> LogicalLines.isSpace((char) character))) {
            complain(line, "has an option -o that is no setting: \"" + text + "\"");
            return Optional.empty();
        }
        return Optional.of(new MasterService.Option(parameter, LogicalLines.trim(text.substring(equals + 1))));
    }

    /** Words between blanks, of which those in braces keep their blanks and lose their braces. */
    private static List<String> braced(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        int level = 0;
        for (int index = 0; index <= text.length(); index++) {
            char character = index < text.length() ? text.charAt(index) : ' ';
            if (character == '{') {
                level++;
            } else if (character == '}' && level > 0) {
                level--;
            }
            if (index == text.length() || (level == 0 && LogicalLines.isSpace(character))) {
                if (index > from) {
                    words.add(withoutBraces(text.substring(from, index)));
                }
                from = index + 1;
            }
        }
        return words;
    }

    private static String withoutBraces(String word) {
        return word.length() >= 2 && word.startsWith("{") && word.endsWith("}")
                ? LogicalLines.trim(word.substring(1, word.length() - 1))
                : word;
    }

    private void complain(LogicalLines.Line line, String complaint) {
        if (badLines.size() < MainCf.MAX_COMPLAINTS) {
            badLines.add(new BadLine(line.text(), line.lineNumber(), complaint));
        }
    }

    List<MasterService> services() {
        return services;
    }

    List<BadLine> badLines() {
        return badLines;
    }
}
