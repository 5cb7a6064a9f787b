package dev.posthorn.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.posthorn.diagnosis.SessionTracker;
import dev.posthorn.diagnosis.SmtpSession;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The two recipes that administrators use, against a {@link TlsReport}, on the real logs below {@code -Dposthorn.corpus=DIR}:
 *
 * <pre>
 * egrep "TLS connection established from.*with cipher" maillog | awk '{printf("%s %s %s %s\n", $12, $13, $14, $15)}' | sort | uniq -c
 * egrep "SSL_accept error" maillog | awk '{printf("%s %s %s\n", $9, $10, $11)}' | sort | uniq -c
 * </pre>
 *
 * Both count fields, so they are right for one header and for one shape of the message.
 */
class RecipeCorpusTest {

    private static final Pattern ESTABLISHED = Pattern.compile("TLS connection established from.*with cipher");
    private static final Pattern PROTOCOL = Pattern.compile("(SSLv[23]|TLSv1(\\.[123])?) with cipher \\S+");
    private static final Pattern PEER = Pattern.compile("\\S+\\[\\S+]:.*");

    private static final Pattern ACCEPT_ERROR = Pattern.compile("SSL_accept error from (\\S+\\[[^]]*])");

    /** Where awk counts wrong: the header is not {@code Mon dd hh:mm:ss host tag}, or there is none. */
    private static final Pattern OTHER_HEADER =
            Pattern.compile("^(\\d{4}-\\d\\d-\\d\\dT|mail +\\| |[A-Z][a-z]{2} +\\d+ [0-9:]{8} \\S+ \\S+ |postfix/).*");

    /**
     * Lines that the library does not read, and grep does: a message that stands alone, of which nothing says that Postfix
     * wrote it, and a host that somebody masked as {@code [servername]}, which looks like the tag of another program.
     */
    private static final Pattern NOT_READ =
            Pattern.compile("^((Anonymous |Untrusted |Trusted |SSL_accept )|[A-Z][a-z]{2} +\\d+ [0-9:]{8} \\[).*");

    @BeforeEach
    void corpusIsGiven() {
        assumeThat(System.getProperty("posthorn.corpus", ""))
                .as("-Dposthorn.corpus=DIR")
                .isNotEmpty();
    }

    @Test
    void handshakes_inEveryFile_areAsManyAsGrepFinds() throws IOException {
        long grep = 0;
        for (Path file : files()) {
            List<String> lines = lines(file);
            long found = lines.stream()
                    .filter(line -> ESTABLISHED.matcher(line).find())
                    .count();
            assertThat(established(lines).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as(file.getFileName().toString())
                    .isEqualTo(found);
            grep += found;
        }
        assertThat(grep).as("lines that grep finds in all files").isGreaterThan(1_000);
    }

    @Test
    void protocolsAndSuites_whereAwkIsRight_areThoseOfAwk_andWhereItIsWrongTheHeaderIsAnother() throws IOException {
        long right = 0;
        long wrong = 0;
        for (Path file : files()) {
            List<String> lines = lines(file);
            Map<String, Long> awk = new TreeMap<>();
            Map<String, Long> shifted = new TreeMap<>();
            for (String line : lines) {
                if (ESTABLISHED.matcher(line).find()) {
                    String fields = fields(line, 12, 15);
                    if (PROTOCOL.matcher(fields).matches()) {
                        awk.merge(fields, 1L, Long::sum);
                        right++;
                    } else {
                        assertThat(OTHER_HEADER.matcher(line).matches())
                                .as(line)
                                .isTrue();
                        shifted.merge(byName(line), 1L, Long::sum);
                        wrong++;
                    }
                }
            }
            shifted.forEach((key, count) -> awk.merge(key, count, Long::sum));
            assertThat(established(lines)).as(file.getFileName().toString()).isEqualTo(awk);
        }
        System.out.printf("corpus recipe 1: awk is right for %d lines, shifted for %d%n", right, wrong);
        assertThat(right).isPositive();
    }

    /** A report counts sessions that failed, with or without the line; awk counts lines, and cannot name the error. */
    @Test
    void failures_whereAwkIsRight_areAtLeastThoseOfAwk() throws IOException {
        long right = 0;
        long wrong = 0;
        long more = 0;
        for (Path file : files()) {
            List<String> lines = lines(file);
            Map<String, Long> awk = new TreeMap<>();
            for (String line : lines) {
                if (line.contains("SSL_accept error")) {
                    String peer = fields(line, 9, 11);
                    if (PEER.matcher(peer).matches()) {
                        awk.merge(peer.substring(0, peer.indexOf("]:") + 1).toLowerCase(Locale.ROOT), 1L, Long::sum);
                        right++;
                    } else {
                        wrong++;
                    }
                }
            }
            Map<String, Long> failures = failures(lines);
            awk.forEach((peer, count) -> assertThat(failures.getOrDefault(peer, 0L))
                    .as(file.getFileName() + ": " + peer)
                    .isGreaterThanOrEqualTo(count));
            more += failures.values().stream().mapToLong(Long::longValue).sum()
                    - awk.values().stream().mapToLong(Long::longValue).sum();
        }
        System.out.printf(
                "corpus recipe 2: awk names the peer in %d lines, not in %d; %d failures more%n", right, wrong, more);
        assertThat(right).isPositive();
    }

    /**
     * What grep finds, the report has: every line is a session that failed, of the peer that the line names. What the report
     * has beyond are sessions that failed without such a line, which is why the recipe misses them: the peer hung up after
     * STARTTLS, or OpenSSL's error stands alone.
     */
    @Test
    void failures_inEveryFile_areThoseOfGrepAndThoseThatHaveNoSuchLine() throws IOException {
        long lines = 0;
        long withoutLine = 0;
        for (Path file : files()) {
            List<String> log = lines(file);
            Map<String, Long> grep = new TreeMap<>();
            for (String line : log) {
                Matcher found = ACCEPT_ERROR.matcher(line);
                if (found.find()) {
                    grep.merge(found.group(1).toLowerCase(Locale.ROOT), 1L, Long::sum);
                }
            }
            Map<String, Long> sessions = new TreeMap<>();
            Map<String, Long> others = new TreeMap<>();
            for (SmtpSession session : sessions(log)) {
                if (session.software() != MailSoftware.POSTFIX) {
                    continue; // The recipe, like the report, is about Postfix.
                }
                String peer = session.peer().map(MailPeer::text).orElse("").toLowerCase(Locale.ROOT);
                boolean isFailure = TlsFailure.of(session).isPresent();
                if (session.role() == TlsRole.SERVER
                        && session.handshakeErrorStatus().isPresent()) {
                    assertThat(isFailure).as(file + ": " + session).isTrue();
                    sessions.merge(peer, 1L, Long::sum);
                } else if (session.role() == TlsRole.SERVER && isFailure) {
                    boolean hungUp =
                            session.lostAfter().filter("STARTTLS"::equals).isPresent();
                    assertThat(hungUp || !session.errors().isEmpty())
                            .as(file + ": " + session)
                            .isTrue();
                    others.merge(peer, 1L, Long::sum);
                    withoutLine++;
                }
            }
            assertThat(sessions).as(file.getFileName().toString()).isEqualTo(grep);
            sessions.forEach((peer, count) -> others.merge(peer, count, Long::sum));
            assertThat(failures(log)).as(file.getFileName().toString()).isEqualTo(others);
            lines += grep.values().stream().mapToLong(Long::longValue).sum();
        }
        System.out.printf(
                "corpus recipe 2: %d lines of grep are as many sessions; %d failed without%n", lines, withoutLine);
        assertThat(lines).isGreaterThan(10);
    }

    private static List<SmtpSession> sessions(List<String> lines) throws IOException {
        List<SmtpSession> sessions = new ArrayList<>();
        try (MaillogCursor cursor = GeneratedLog.open(lines)) {
            SessionTracker tracker = new SessionTracker(sessions::add);
            while (cursor.advance()) {
                tracker.accept(cursor);
            }
            tracker.finish();
        }
        return sessions;
    }

    private static Map<String, Long> failures(List<String> lines) {
        Map<String, Long> failures = new TreeMap<>();
        GeneratedLog.tls(lines).failures().rows().stream()
                .filter(row -> row.role() == TlsRole.SERVER)
                .forEach(row -> failures.merge(row.peer(), row.count(), Long::sum));
        return failures;
    }

    private static Map<String, Long> established(List<String> lines) {
        Map<String, Long> counts = new TreeMap<>();
        GeneratedLog.tls(lines).sessions().rows().stream()
                .filter(row -> row.role() == TlsRole.SERVER)
                .forEach(row ->
                        counts.merge(row.protocol() + " with cipher " + row.cipherSuiteName(), row.count(), Long::sum));
        return counts;
    }

    /** What awk prints: fields that are not there are empty. */
    private static String fields(String line, int from, int to) {
        String[] fields = line.strip().split("\\s+", -1);
        StringBuilder out = new StringBuilder();
        for (int field = from; field <= to; field++) {
            out.append(field == from ? "" : " ").append(field <= fields.length ? fields[field - 1] : "");
        }
        return out.toString();
    }

    private static String byName(String line) {
        Matcher found = PROTOCOL.matcher(line);
        assertThat(found.find()).as(line).isTrue();
        return found.group();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(Path.of(System.getProperty("posthorn.corpus")))) {
            return paths.filter(path -> path.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !NOT_READ.matcher(line).matches())
                .toList();
    }
}
