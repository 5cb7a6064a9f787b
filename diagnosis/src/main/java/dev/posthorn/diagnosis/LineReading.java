package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.openssl.error.OpenSslError;
import dev.posthorn.openssl.error.TraceLine;
import java.util.List;

/** What OpenSSL says in the lines that were kept. Most sessions are never asked, and reading it costs more than the rest. */
final class LineReading {

    private LineReading() {}

    static List<OpenSslError> errors(List<LogLine> lines) {
        return lines.stream()
                .filter(line -> line.kind() == MaillogKind.TLS_LIBRARY_PROBLEM)
                .flatMap(line -> OpenSslError.find(line.text()).stream())
                .toList();
    }

    static List<TraceLine> trace(List<LogLine> lines) {
        return lines.stream()
                .filter(line -> line.kind() == MaillogKind.TLS_STATE || line.kind() == MaillogKind.TLS_ALERT)
                .flatMap(line -> TraceLine.find(line.text()).stream())
                .toList();
    }
}
