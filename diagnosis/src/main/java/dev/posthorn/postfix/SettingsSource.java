package dev.posthorn.postfix;

import java.util.regex.Pattern;

/** What a text of settings was taken from, which decides whether a value in it was stated by anybody. */
public enum SettingsSource {
    /** The file: every value is stated. */
    MAIN_CF("main.cf"),
    /** {@code postconf -n}: every value is stated. */
    POSTCONF_N("postconf -n"),
    /** {@code postconf}: all parameters; a value that is the version's default was stated by nobody. */
    POSTCONF("postconf"),
    /** {@code postconf -d}: the defaults of that build, and nothing of main.cf. */
    POSTCONF_D("postconf -d");

    /** {@code postconf -n} prints fewer, {@code postconf} of the oldest version prints more. */
    private static final int ALL_PARAMETERS = 250;

    private static final int TOO_FEW_TO_TELL = 4;

    /** postconf writes one blank on both sides of the equals sign; a value that is empty leaves none behind it. */
    private static final Pattern PRINTED = Pattern.compile("[A-Za-z0-9_.-]+ =(?: .*)?");

    private final String text;

    SettingsSource(String text) {
        this.text = text;
    }

    /**
     * Tells by its looks what a text was taken from. What {@code postconf} prints is sorted and has one blank on both
     * sides of each equals sign, no comments and no empty lines. Who sees hundreds of parameters sees all of them; a
     * complete list in which no TLS parameter differs from the version's default is taken for {@code postconf -d}.
     *
     * @param text the text
     * @param version the version that reads it
     * @return the most likely source; {@link #MAIN_CF} if in doubt, for a few lines look alike everywhere
     */
    public static SettingsSource guess(String text, PostfixVersion version) {
        MainCf mainCf = MainCf.parse(text);
        if (mainCf.entries().size() < ALL_PARAMETERS) {
            return looksPrinted(text) ? POSTCONF_N : MAIN_CF;
        }
        boolean allDefault = mainCf.entries().entrySet().stream()
                .filter(entry -> ParameterTable.exists(entry.getKey(), version))
                .allMatch(entry -> ParameterTable.isSomeDefault(
                        entry.getKey(), entry.getValue().value(), version));
        return allDefault ? POSTCONF_D : POSTCONF;
    }

    private static boolean looksPrinted(String text) {
        String previous = "";
        int count = 0;
        int end = Math.min(text.length(), LogicalLines.MAX_TEXT);
        for (int from = 0; from < end; ) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline;
            String line = text.substring(from, to);
            if (!PRINTED.matcher(line).matches()) {
                return false;
            }
            String name = line.substring(0, line.indexOf(' '));
            if (name.compareTo(previous) <= 0) {
                return false;
            }
            previous = name;
            count++;
            from = to + 1;
        }
        return count > TOO_FEW_TO_TELL;
    }

    /** {@code postconf -n}. */
    @Override
    public String toString() {
        return text;
    }
}
