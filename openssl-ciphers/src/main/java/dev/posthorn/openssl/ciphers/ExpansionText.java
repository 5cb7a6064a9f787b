package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.text.TerminalText;
import dev.posthorn.text.TextTable;
import dev.posthorn.text.WrappedText;
import java.util.List;

/** An expansion as text for people. */
final class ExpansionText {

    private static final int COLUMNS = 100;

    /** How many rules and notes are told one by one. */
    private static final int MAX_TOLD = 100;

    /** How much of a rule and of a note is shown. */
    private static final int MAX_RULE = 80;

    private static final int MAX_NOTE = 500;

    private final Expansion expansion;
    private final StringBuilder out = new StringBuilder();

    private ExpansionText(Expansion expansion) {
        this.expansion = expansion;
    }

    /** The string, its list with the columns of {@code openssl ciphers -v} and standard names, and the notes. */
    static String summary(Expansion expansion) {
        return new ExpansionText(expansion).string().list().notes().out.toString();
    }

    /** The same with what each rule did. */
    static String story(Expansion expansion) {
        return new ExpansionText(expansion).string().rules().list().notes().out.toString();
    }

    private ExpansionText string() {
        out.append("OpenSSL ").append(expansion.build()).append(" reads\n\n");
        List<Rule> rules = expansion.steps().stream()
                .map(Step::rule)
                .filter(rule -> rule.origin() == Rule.Origin.STRING)
                .toList();
        out.append(UnderlinedString.of(expansion.cipherString().text(), rules, COLUMNS));
        expansion
                .suiteBKeyword()
                .ifPresent(keyword -> out.append("in Suite B mode, by the list of ")
                        .append(keyword)
                        .append('\n'));
        out.append("as ");
        return this;
    }

    private ExpansionText rules() {
        TextTable table = new TextTable("rule", " matches", " changes", "how", " in force");
        List<Step> steps = expansion.steps();
        for (Step step : steps.subList(0, Math.min(steps.size(), MAX_TOLD))) {
            table.row(
                    TerminalText.escape(step.rule().toString(), MAX_RULE),
                    step.matched().size(),
                    step.changed().size(),
                    step.changed().isEmpty() ? "" : step.rule().operator().verb(),
                    step.activeAfter());
        }
        out.append("\n\n").append(table);
        tellRest(steps.size(), "rules");
        out.append("\nwhich is ");
        return this;
    }

    private ExpansionText list() {
        TextTable table = new TextTable(" #", "code", "suite", "standard name", "Kx", "Au", "Enc", "Mac", "since");
        int position = 0;
        for (OpenSslCipherSuite suite : expansion.suites()) {
            position++;
            table.row(
                    position,
                    suite.hexCode(),
                    suite.openSslName(),
                    suite.standardName().orElse("-"),
                    suite.keyExchange(),
                    suite.authentication(),
                    encryption(suite),
                    suite.mac(),
                    suite.minimumProtocol());
        }
        return verdict(table);
    }

    /** {@code 3DES(112/168)}: where the two numbers differ both, as the TLS lines of a mail log have them. */
    private static String encryption(OpenSslCipherSuite suite) {
        String bits = suite.effectiveKeyBits() == suite.algorithmKeyBits() ? "" : "/" + suite.algorithmKeyBits();
        return suite.encryption() + "(" + suite.effectiveKeyBits() + bits + ")";
    }

    private ExpansionText verdict(TextTable table) {
        if (expansion.rejection().isPresent()) {
            out.append("nothing: the string is refused, ")
                    .append(expansion.rejection().get())
                    .append('\n');
        } else {
            int count = expansion.suites().size();
            out.append(count).append(count == 1 ? " suite\n\n" : " suites\n\n").append(table);
        }
        return this;
    }

    private ExpansionText notes() {
        List<Note> notes = expansion.notes();
        for (Note note : notes.subList(0, Math.min(notes.size(), MAX_TOLD))) {
            out.append(new WrappedText(COLUMNS).item("note: ", TerminalText.escape(note.explain(), MAX_NOTE)));
        }
        tellRest(notes.size(), "notes");
        return this;
    }

    private void tellRest(int all, String what) {
        if (all > MAX_TOLD) {
            out.append("and ").append(all - MAX_TOLD).append(' ').append(what).append(" more\n");
        }
    }
}
