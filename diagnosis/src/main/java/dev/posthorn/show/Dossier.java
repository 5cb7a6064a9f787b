package dev.posthorn.show;

import dev.posthorn.maillog.MaillogDiagnosis;
import dev.posthorn.report.TlsReport;
import dev.posthorn.text.TerminalText;
import java.util.Optional;

/**
 * What a log says, to be shown: as text for a terminal, as JSON, or as one HTML file that needs nothing else.
 *
 * <pre>{@code
 * MaillogDiagnosis log = Posthorn.diagnose(Path.of("maillog"));
 * Files.writeString(Path.of("maillog.html"), Dossier.of("maillog", log).toHtml());
 * }</pre>
 *
 * <p>Everything that came from the log is escaped for where it stands, and cut where it is long; tables show their first rows
 * and say how many there are, so that no log makes a dossier large. The same report gives the same dossier, byte for byte.
 * Immutable, if what it shows is not changed.
 */
public final class Dossier {

    private static final int MAX_TITLE = 100;

    private final String title;
    private final TlsFigures figures;
    private final Optional<DiagnosisFigures> diagnosis;

    private Dossier(String title, TlsFigures figures, Optional<DiagnosisFigures> diagnosis) {
        this.title = TerminalText.escape(title, MAX_TITLE);
        this.figures = figures;
        this.diagnosis = diagnosis;
    }

    /**
     * A dossier on all that a log says of TLS: what goes wrong, for whom, what to change, and the statistics.
     *
     * @param title what the log is called
     * @param log what was found out
     * @return the dossier
     */
    public static Dossier of(String title, MaillogDiagnosis log) {
        return new Dossier(title, new TlsFigures(log.tlsReport()), Optional.of(new DiagnosisFigures(log)));
    }

    /**
     * A dossier on the TLS that was counted in a log, or in many: without peers that are classified, and without remedies.
     *
     * @param title what the log is called
     * @param report what was counted
     * @return the dossier
     */
    public static Dossier of(String title, TlsReport report) {
        return new Dossier(title, new TlsFigures(report), Optional.empty());
    }

    String title() {
        return title;
    }

    TlsFigures figures() {
        return figures;
    }

    /** What is known beyond the counts. */
    Optional<DiagnosisFigures> diagnosis() {
        return diagnosis;
    }

    /**
     * The dossier as a page: no script, nothing from elsewhere, a content security policy that would stop both; readable on a
     * phone, in light and dark, and in print.
     *
     * @return an HTML document, to be stored or sent as UTF-8
     */
    public String toHtml() {
        return new Page(this).write();
    }

    /**
     * The dossier as JSON; the members are described in the documentation of this package.
     *
     * @return one line of ASCII
     */
    public String toJson() {
        return new DossierJson(this).write();
    }

    /** The dossier for a terminal of 100 columns. */
    @Override
    public String toString() {
        return new DossierText(this).write();
    }
}
