package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.table.TsvTable;
import java.util.List;

/** TLS was established, and this host did not like the certificate of the other side, or missed one. */
final class RefusedCertificate {

    private RefusedCertificate() {}

    static SessionVerdict verdict(VerdictCase its) {
        return its.session.role() == TlsRole.CLIENT ? ofServer(its) : ofClient(its);
    }

    private static SessionVerdict ofServer(VerdictCase its) {
        List<LogLine> evidence =
                its.linesOf(MaillogKind.TLS_VERIFY_FAILED, MaillogKind.TLS_PEERNAME_FAILED, MaillogKind.DELIVERY);
        SessionCause cause = its.session
                .certificateProblem()
                .map(RefusedCertificate::problem)
                .orElse(SessionCause.SERVER_CERTIFICATE_NOT_TRUSTED);
        return its.verdict(CauseFinding.certain(cause), its.session.certificateProblem(), evidence);
    }

    private static SessionVerdict ofClient(VerdictCase its) {
        List<LogLine> evidence = its.linesOf(MaillogKind.TLS_VERIFY_FAILED, MaillogKind.SMTPD_TLS_ABORT);
        boolean isMissing = evidence.stream().anyMatch(line -> line.text().endsWith("No client certificate presented"));
        SessionCause cause =
                isMissing ? SessionCause.CLIENT_CERTIFICATE_MISSING : SessionCause.CLIENT_CERTIFICATE_NOT_TRUSTED;
        return its.verdict(CauseFinding.certain(cause), its.session.certificateProblem(), evidence);
    }

    private static SessionCause problem(String words) {
        for (TsvTable.Row row : Table.ROWS) {
            if (words.contains(row.text("words"))) {
                return SessionCause.valueOf(row.text("cause"));
            }
        }
        return SessionCause.SERVER_CERTIFICATE_NOT_TRUSTED;
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Table {
        static final List<TsvTable.Row> ROWS = TsvTable.read(
                        "certificate-problems.tsv",
                        RefusedCertificate.class.getResourceAsStream("certificate-problems.tsv"))
                .rows();
    }
}
