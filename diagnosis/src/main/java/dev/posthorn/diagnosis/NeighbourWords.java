package dev.posthorn.diagnosis;

import dev.posthorn.mail.MailSoftware;
import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.Optional;

/**
 * What sessions of other programs than Postfix came to grief by, where their own words say it. Errors of OpenSSL are judged
 * as those of Postfix are.
 */
final class NeighbourWords {

    private NeighbourWords() {}

    /** The verdict by a line of the session, empty for Postfix and where no line says it. */
    static Optional<SessionVerdict> verdict(VerdictCase its) {
        boolean hasError = !its.session.errors().isEmpty() && !isOfASetting(its);
        if (its.session.software() == MailSoftware.POSTFIX || hasError) {
            return Optional.empty();
        }
        String software = its.session.software().word();
        for (TsvTable.Row row : Table.ROWS) {
            Optional<LogLine> told = its.session.lines().stream()
                    .filter(line -> row.text("software").equals(software) && says(line.text(), row))
                    .findFirst();
            if (told.isPresent()) {
                return Optional.of(its.verdict(finding(row), told.map(LogLine::text), List.of(told.get())));
            }
        }
        return Optional.empty();
    }

    /** Who names himself as one of these texts must not choose the verdict. */
    private static boolean says(String text, TsvTable.Row row) {
        String words = row.text("words");
        String place = row.text("place");
        if (place.equals("start")) {
            return text.startsWith(words);
        }
        if (place.equals("end")) {
            return text.endsWith(words);
        }
        int ownWords = text.indexOf(place);
        return text.substring(0, ownWords < 0 ? text.length() : ownWords).contains(words);
    }

    private static CauseFinding finding(TsvTable.Row row) {
        List<SessionCause> causes =
                row.words("cause", ' ').stream().map(SessionCause::valueOf).toList();
        return causes.size() == 1
                ? CauseFinding.certain(causes.get(0))
                : CauseFinding.likely(
                        causes.get(0), causes.subList(1, causes.size()).toArray(SessionCause[]::new));
    }

    /** Then OpenSSL's error, which stands behind the name of the setting, is not one of a handshake. */
    private static boolean isOfASetting(VerdictCase its) {
        return its.session.tlsOutcome() == TlsOutcome.TLS_DISABLED;
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Table {
        static final List<TsvTable.Row> ROWS = TsvTable.read(
                        "neighbour-words.tsv", NeighbourWords.class.getResourceAsStream("neighbour-words.tsv"))
                .rows();
    }
}
