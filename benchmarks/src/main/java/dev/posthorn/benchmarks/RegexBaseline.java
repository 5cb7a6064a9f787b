package dev.posthorn.benchmarks;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one would write without this library, and take some care: compiled once, anchored, no backtracking to speak of. */
final class RegexBaseline {

    private static final Pattern LINE =
            Pattern.compile("\\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\S+ postfix/(\\w+)\\[\\d+\\]: (.*)");

    private static final Pattern ESTABLISHED = Pattern.compile(
            "(?:\\w+) TLS connection established from [^ ]+: \\S+ with cipher \\S+ \\((\\d+)/\\d+ bits\\)");

    private static final Pattern FAILED = Pattern.compile("SSL_accept error from [^ ]+: .*");

    private static final Pattern LIBRARY_PROBLEM = Pattern.compile("warning: TLS library problem: .*");

    private static final Pattern SENT = Pattern.compile(
            "\\w+: to=<[^>]*>, relay=[^ ]+, delay=(\\d+)\\.(\\d\\d), delays=[^ ]+, dsn=[^ ]+, status=sent .*");

    private RegexBaseline() {}

    static Tally tally(byte[] log) throws IOException {
        Tally tally = new Tally();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(log), StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher parts = LINE.matcher(line);
                if (parts.matches()) {
                    add(tally, parts.group(1), parts.group(2));
                }
            }
        }
        return tally;
    }

    private static void add(Tally tally, String daemon, String message) {
        if (daemon.equals("smtpd")) {
            addSmtpd(tally, message);
        } else if (daemon.equals("pipe")) {
            Matcher sent = SENT.matcher(message);
            if (sent.matches()) {
                tally.sent++;
                tally.delayMillis += Long.parseLong(sent.group(1)) * 1_000 + Long.parseLong(sent.group(2)) * 10;
            }
        }
    }

    private static void addSmtpd(Tally tally, String message) {
        Matcher established = ESTABLISHED.matcher(message);
        if (established.matches()) {
            tally.established++;
            tally.effectiveKeyBits += Integer.parseInt(established.group(1));
        } else if (FAILED.matcher(message).matches()) {
            tally.failed++;
        } else if (LIBRARY_PROBLEM.matcher(message).matches()) {
            tally.libraryProblems++;
        }
    }
}
