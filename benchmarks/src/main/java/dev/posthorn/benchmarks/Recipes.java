package dev.posthorn.benchmarks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.filtering;
import static java.util.stream.Collectors.groupingBy;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.parsers.ParallelMaillog;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * The two questions of the case the project starts from, each with the pipeline that its administrator typed and with what
 * one types here.
 */
final class Recipes {

    /** How many connections were made with which protocol and cipher? */
    static final String NEGOTIATED_IN_SHELL =
            "LC_ALL=C egrep 'TLS connection established from.*with cipher' \"$1\" | awk"
                    + " '{printf(\"%s %s %s %s\\n\", $12, $13, $14, $15)}' | sort | uniq -c | sort";

    /** Which hosts fail, how often, and how does it end? */
    static final String FAILED_IN_SHELL = "LC_ALL=C egrep 'SSL_accept error' \"$1\" | awk"
            + " '{printf(\"%s %s %s\\n\", $9, $10, $11)}' | sort | uniq -c | sort";

    private Recipes() {}

    static Map<String, Long> negotiated(ParallelMaillog logs) throws IOException {
        return logs.only(Set.of(MaillogKind.TLS_ESTABLISHED))
                .collect(filtering(
                        line -> line.tlsEstablished().role() == TlsRole.SERVER,
                        groupingBy(
                                line -> line.tlsEstablished().session().protocol() + " with cipher "
                                        + line.tlsEstablished().session().cipherSuiteName(),
                                counting())));
    }

    static Map<String, Long> failed(ParallelMaillog logs) throws IOException {
        return logs.only(Set.of(MaillogKind.SSL_ACCEPT_ERROR))
                .collect(groupingBy(
                        line -> line.sslError().peer().text() + ": "
                                + line.sslError().status(),
                        counting()));
    }
}
