package dev.posthorn.benchmarks;

import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.openssl.error.OpenSslError;
import dev.posthorn.openssl.error.OpenSslErrorView;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to read an OpenSSL error out of a log line, and to say what it means? The explanations are read once,
 * in the warm-up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ErrorDecodingBenchmark {

    /** Knows this one shape; ours know those of all releases and programs, cut ones too. */
    private static final Pattern ERROR = Pattern.compile("error:([0-9A-F]{8}):([^:]*):([^:]*):([^:]*):([^:]*):(\\d+):");

    /** A field and not final, so that the compiler cannot work it all out beforehand. */
    public String text = "Aug 23 21:56:16 mx postfix/smtpd[18103]: warning: TLS library problem: 18103:error:1408A0C1:"
            + "SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1355:";

    /** The same line as a reader of logs has it. */
    public byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

    private final OpenSslErrorView view = new OpenSslErrorView();

    /** What the baseline extracts. */
    public record Fields(long code, String library, String function, String reason, String file, int line) {

        static Fields of(OpenSslError error) {
            return new Fields(
                    error.code().bits(),
                    error.libraryText().orElseThrow(),
                    error.functionText().orElseThrow(),
                    error.reasonText().orElseThrow(),
                    error.file().orElseThrow(),
                    error.line().orElseThrow());
        }
    }

    /** Reads the error. */
    @Benchmark
    public OpenSslError parse() {
        return OpenSslError.parse(text);
    }

    /** Reads the error and says what it means: what the others leave to the reader. */
    @Benchmark
    public HandshakeFailure parseAndJudge() {
        return HandshakeFailure.of(OpenSslError.parse(text));
    }

    /** Finds the error and tells its fields apart, and makes no object of it: for programs that read many lines. */
    @Benchmark
    public OpenSslErrorView view() {
        if (!view.wrap(bytes, 0, bytes.length).advance()) {
            throw new IllegalStateException("text: there is no error in \"" + text + "\"");
        }
        return view;
    }

    /** The regular expression one would write. */
    @Benchmark
    public Fields regexBaseline() {
        Matcher error = ERROR.matcher(text);
        if (!error.find()) {
            throw new IllegalStateException("text: there is no error in \"" + text + "\"");
        }
        return new Fields(
                Long.parseLong(error.group(1), 16),
                error.group(2),
                error.group(3),
                error.group(4),
                error.group(5),
                Integer.parseInt(error.group(6)));
    }
}
