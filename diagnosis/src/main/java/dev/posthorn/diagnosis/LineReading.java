package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.openssl.error.OpenSslError;
import dev.posthorn.openssl.error.TraceLine;
import java.util.ArrayList;
import java.util.List;

/** What OpenSSL says in the lines that were kept. Most sessions are never asked, and reading it costs more than the rest. */
final class LineReading {

    private LineReading() {}

    static List<OpenSslError> errors(List<LogLine> lines) {
        List<OpenSslError> errors = new ArrayList<>();
        for (LogLine line : lines) {
            if (line.kind() == MaillogKind.TLS_LIBRARY_PROBLEM) {
                OpenSslError.find(line.text()).ifPresent(errors::add);
            } else {
                OpenSslError.find(LibraryWords.of(line))
                        .filter(error -> error.code().bits() != 0)
                        .filter(error -> !isKnown(errors, error))
                        .ifPresent(errors::add);
            }
        }
        return List.copyOf(errors);
    }

    /** The neighbours print an error where it happens and again in the line that ends the session. */
    private static boolean isKnown(List<OpenSslError> errors, OpenSslError error) {
        for (OpenSslError known : errors) {
            if (known.code().equals(error.code()) && known.reasonText().equals(error.reasonText())) {
                return true;
            }
        }
        return false;
    }

    static List<TraceLine> trace(List<LogLine> lines) {
        return lines.stream()
                .filter(line -> switch (line.kind()) {
                    case TLS_STATE, TLS_ALERT, DOVECOT_SSL_STATE, DOVECOT_SSL_ALERT, DOVECOT_SSL_FAILED -> true;
                    default -> false;
                })
                .flatMap(line -> TraceLine.find(line.text()).stream())
                .toList();
    }
}
