package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Logs found in the wild, with {@code -Dposthorn.corpus=DIR}: every line on a handshake that failed belongs to a session
 * with a peer, or the reason why not is printed with it.
 */
@EnabledIfSystemProperty(named = "posthorn.corpus", matches = ".*")
class SessionCorpusTest {

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();

    @Test
    void everyHandshakeError_belongsToASessionWithAPeer_orIsListedWithTheReason() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("posthorn.corpus")))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".log"))
                    .sorted()
                    .toList()) {
                look(file);
            }
        }
        counts.forEach((what, count) -> System.out.println("corpus sessions: " + count + " " + what));
        unexplained.forEach(System.out::println);
        assertThat(unexplained).isEmpty();
        assertThat(counts.keySet()).anyMatch(what -> what.startsWith("in a session with a peer"));
    }

    private void look(Path file) throws IOException {
        Map<Long, SmtpSession> owners = new HashMap<>();
        Map<Long, SmtpSession> ofProcess = new HashMap<>();
        SessionTracker tracker = new SessionTracker(session -> {
            session.lines().forEach(line -> owners.put(line.number(), session));
            session.earlierWarnings().forEach(line -> ofProcess.put(line.number(), session));
        });
        Map<Long, String> wanted = new TreeMap<>();
        Map<Long, Boolean> hasProcess = new HashMap<>();
        try (MaillogCursor cursor = Maillog.open(file)) {
            while (cursor.advance()) {
                tracker.accept(cursor);
                if (isWanted(cursor)) {
                    String program = cursor.envelope().program().toString();
                    wanted.put(
                            cursor.lineNumber(), cursor.kind() + " of " + (program.isEmpty() ? "no program" : program));
                    hasProcess.put(cursor.lineNumber(), cursor.envelope().pid() >= 0);
                }
            }
        }
        tracker.finish();
        wanted.forEach((line, what) -> {
            String reason = reason(owners.get(line), ofProcess.get(line), what, hasProcess.getOrDefault(line, false));
            counts.merge(reason, 1, Integer::sum);
            if (!reason.startsWith("in a session with a peer")) {
                System.out.println(
                        "corpus sessions: " + file.getFileName() + " line " + line + ", " + what + ": " + reason);
            }
            if (reason.startsWith("?")) {
                unexplained.add(file.getFileName() + " line " + line + " " + what);
            }
        });
    }

    private static boolean isWanted(MaillogCursor cursor) {
        return switch (cursor.kind()) {
            case SSL_ACCEPT_ERROR,
                    SSL_CONNECT_ERROR,
                    TLS_LIBRARY_PROBLEM,
                    EXIM_TLS_ERROR,
                    EXIM_TLS_ERROR_OUT,
                    EXIM_TLS_SESSION,
                    SENDMAIL_STARTTLS_ERROR,
                    SENDMAIL_STARTTLS_LIBRARY,
                    CYRUS_STARTTLS_FAILED,
                    COURIER_TLS,
                    DOVECOT_SSL_STACKED,
                    DOVECOT_SSL_ERROR -> true;
            case DOVECOT_DISCONNECTED, DOVECOT_CONFIG ->
                cursor.neighbour().part(NeighbourPart.ERROR_STRING).isPresent()
                        || cursor.neighbour().part(NeighbourPart.TLS_PROBLEM).isPresent();
            default -> false;
        };
    }

    private static boolean isOfNeighbour(String what) {
        return Stream.of("DOVECOT_", "EXIM_", "SENDMAIL_", "CYRUS_", "COURIER_").anyMatch(what::startsWith);
    }

    private static String reason(
            @Nullable SmtpSession owner, @Nullable SmtpSession process, String what, boolean hasProcess) {
        if (owner != null && owner.peer().isPresent()) {
            return "in a session with a peer";
        }
        if (process != null) {
            return "said by a process of itself, and kept with its sessions";
        }
        if (owner != null && owner.software() != MailSoftware.POSTFIX) {
            return "in a session without peer: no other line of that "
                    + owner.software().word() + " names one";
        }
        if (owner != null) {
            return hasProcess
                    ? "in a session without peer: no other line of that process around it is in the file"
                    : "in a session without peer: a fragment without process id";
        }
        if (what.startsWith("DOVECOT_SSL")) {
            return "an echo of the error of a session that is complete";
        }
        if (isOfNeighbour(what)) {
            return "? in no session";
        }
        return what.endsWith("of smtpd") || what.endsWith("of smtp") || what.endsWith("of lmtp")
                ? "? in no session"
                : "of a program that has no sessions";
    }
}
