package dev.posthorn.openssl.error;

import static dev.posthorn.openssl.error.Cause.ANONYMOUS_SUITE_WITH_CLIENT_CERTIFICATE;
import static dev.posthorn.openssl.error.Cause.BROKEN_PEER;
import static dev.posthorn.openssl.error.Cause.CERTIFICATE_NOT_TRUSTED;
import static dev.posthorn.openssl.error.Cause.CERTIFICATE_OUTDATED;
import static dev.posthorn.openssl.error.Cause.CERTIFICATE_REFUSED;
import static dev.posthorn.openssl.error.Cause.CERTIFICATE_TYPE_UNSUITABLE;
import static dev.posthorn.openssl.error.Cause.CLIENT_CERTIFICATE_DEMANDED;
import static dev.posthorn.openssl.error.Cause.FALLBACK_RETRY;
import static dev.posthorn.openssl.error.Cause.KEY_MISMATCH;
import static dev.posthorn.openssl.error.Cause.NOTHING_TO_OFFER;
import static dev.posthorn.openssl.error.Cause.NO_COMMON_PARAMETERS;
import static dev.posthorn.openssl.error.Cause.PARAMETERS_TOO_WEAK;
import static dev.posthorn.openssl.error.Cause.PEER_PROBLEM;
import static dev.posthorn.openssl.error.Cause.SIGNATURE_NOT_ALLOWED;
import static dev.posthorn.openssl.error.Cause.VERSION_NOT_COMMON;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.table.TsvTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The honest check: every recorded handshake that failed between two real releases, judged from each side's own log. What
 * happened is known; the verdict knows only the log.
 */
class FailedHandshakesTest {

    /**
     * What the other side may be told when a side fails for this reason, from what the reason means
     * (fact sheet on handshake failures). A side that has nothing to offer looks different from each end.
     */
    private static final Map<String, Set<Cause>> TRUE_CAUSES = Map.ofEntries(
            entry("server NO_SHARED_CIPHER", Set.of(NO_COMMON_PARAMETERS)),
            entry("server NO_SUITABLE_KEY_SHARE", Set.of(NO_COMMON_PARAMETERS)),
            entry("server UNKNOWN_PROTOCOL", Set.of(VERSION_NOT_COMMON)),
            entry("server UNSUPPORTED_PROTOCOL", Set.of(VERSION_NOT_COMMON)),
            entry("client UNSUPPORTED_PROTOCOL", Set.of(VERSION_NOT_COMMON)),
            entry("server VERSION_TOO_LOW", Set.of(VERSION_NOT_COMMON)),
            entry("server WRONG_VERSION_NUMBER", Set.of(VERSION_NOT_COMMON)),
            entry("client WRONG_VERSION_NUMBER", Set.of(VERSION_NOT_COMMON)),
            entry("client WRONG_SSL_VERSION", Set.of(VERSION_NOT_COMMON)),
            entry("server INAPPROPRIATE_FALLBACK", Set.of(FALLBACK_RETRY)),
            entry(
                    "client CERTIFICATE_VERIFY_FAILED",
                    Set.of(CERTIFICATE_NOT_TRUSTED, CERTIFICATE_OUTDATED, CERTIFICATE_REFUSED)),
            entry(
                    "server CERTIFICATE_VERIFY_FAILED",
                    Set.of(CERTIFICATE_NOT_TRUSTED, CERTIFICATE_OUTDATED, CERTIFICATE_REFUSED)),
            entry(
                    "server NO_CERTIFICATE_RETURNED",
                    Set.of(CERTIFICATE_NOT_TRUSTED, CERTIFICATE_OUTDATED, CERTIFICATE_REFUSED)),
            entry("server PEER_DID_NOT_RETURN_A_CERTIFICATE", Set.of(CLIENT_CERTIFICATE_DEMANDED)),
            entry("client NO_PROTOCOLS_AVAILABLE", Set.of(NOTHING_TO_OFFER)),
            entry("client NO_CIPHERS_AVAILABLE", Set.of(NOTHING_TO_OFFER)),
            entry("client NO_SUITABLE_GROUPS", Set.of(NOTHING_TO_OFFER)),
            entry("client NO_CIPHER_LIST", Set.of(NO_COMMON_PARAMETERS)),
            entry("server NO_PROTOCOLS_AVAILABLE", Set.of(VERSION_NOT_COMMON, PEER_PROBLEM)),
            entry("server NO_CIPHERS_AVAILABLE", Set.of(NO_COMMON_PARAMETERS, PEER_PROBLEM)),
            entry("server INTERNAL_ERROR", Set.of(VERSION_NOT_COMMON, PEER_PROBLEM)),
            entry("server NO_SUITABLE_SIGNATURE_ALGORITHM", Set.of(SIGNATURE_NOT_ALLOWED, NO_COMMON_PARAMETERS)),
            entry("client LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED", Set.of(SIGNATURE_NOT_ALLOWED)),
            entry("client DH_KEY_TOO_SMALL", Set.of(PARAMETERS_TOO_WEAK)),
            entry("server DIGEST_TOO_BIG_FOR_RSA_KEY", Set.of(PARAMETERS_TOO_WEAK, PEER_PROBLEM)),
            entry("client WRONG_CURVE", Set.of(CERTIFICATE_TYPE_UNSUITABLE)),
            entry("client TLS_CLIENT_CERT_REQ_WITH_ANON_CIPHER", Set.of(ANONYMOUS_SUITE_WITH_CLIENT_CERTIFICATE)),
            entry("client BAD_SIGNATURE", Set.of(KEY_MISMATCH, BROKEN_PEER)),
            entry("client UNEXPECTED_MESSAGE", Set.of(BROKEN_PEER)));

    private static List<Recorded> handshakes;

    /** One recorded failure: the verdicts from the log of the side that failed first and from the other one's. */
    private record Recorded(
            String mode,
            String firstFailure,
            HandshakeFailure own,
            HandshakeFailure other,
            String ownTrace,
            int count) {

        String trueCause() {
            return firstFailure + " " + own.kind();
        }
    }

    @BeforeAll
    static void judge() throws IOException {
        handshakes = ErrorVectors.read("failed-handshakes.tsv.gz").rows().stream()
                .map(row -> new Recorded(
                        row.text("mode"),
                        row.text("first_failure"),
                        judge(row, row.text("first_failure")),
                        judge(row, row.text("first_failure").equals("server") ? "client" : "server"),
                        row.text(row.text("first_failure") + "_trace"),
                        row.integer("count")))
                .toList();
    }

    private static HandshakeFailure judge(TsvTable.Row row, String side) {
        HandshakeContext context = (side.equals("server") ? HandshakeContext.ofServer() : HandshakeContext.ofClient())
                .withTrace(lines(row.text(side + "_trace")).stream()
                        .flatMap(line -> TraceLine.find(line).stream())
                        .toList());
        List<OpenSslError> errors = lines(row.text(side + "_errors")).stream()
                .map(OpenSslError::parse)
                .toList();
        return errors.isEmpty() ? HandshakeFailure.ofLostConnection(context) : HandshakeFailure.of(errors, context);
    }

    private static List<String> lines(String cell) {
        return Arrays.stream(cell.split(" \\| ", -1))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Test
    void ownLog_namesTheSideThatJudged() {
        int all = count(FailedHandshakesTest::isPair);
        int right = count(recorded -> isPair(recorded) && recorded.own.decidedBy() == DecidedBy.THIS_HOST);

        System.out.println("Failed handshakes: " + all + " between two releases, own side named in " + right);
        assertThat(all).isEqualTo(13749);
        // Three servers spoke SSLv2, whose error messages leave no trace in the sender's own queue.
        assertThat(right).isEqualTo(13746);
    }

    @Test
    void receivedAlert_isNeverTakenForAnOwnVerdict() {
        assertThat(handshakes)
                .filteredOn(recorded -> recorded.own.hasError()
                        && recorded.own.error().peerAlert().isPresent())
                .isNotEmpty()
                .allMatch(recorded -> recorded.own.decidedBy() == DecidedBy.PEER_ALERT);
    }

    @Test
    void step_fitsTheTraceWhereTheTraceTells() {
        int telling = 0;
        Map<String, Integer> misfits = new TreeMap<>();
        for (Recorded recorded : handshakes) {
            HandshakeStep traced = lines(recorded.ownTrace).stream()
                    .flatMap(line -> TraceLine.find(line).stream())
                    .filter(line -> line.event() == TraceLine.Event.FAILED)
                    .map(TraceLine::step)
                    .reduce(HandshakeStep.UNDETERMINED, (earlier, later) -> later);
            if (traced != HandshakeStep.UNDETERMINED) {
                telling += recorded.count;
                if (recorded.own.step() != traced) {
                    misfits.merge(
                            recorded.trueCause() + " " + recorded.own.step() + " <> " + traced,
                            recorded.count,
                            Integer::sum);
                }
            }
        }

        System.out.println("Steps: " + telling + " told by traces, misfits " + misfits);
        assertThat(telling).isGreaterThan(9000);
        // A client of the version-flexible method may have gone on to the state of SSLv3 when it reports its own
        // finding.
        assertThat(misfits.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(6);
    }

    @Test
    void othersLog_hasTheTrueCauseAmongTheFirstThree() {
        Map<String, int[]> shares = new TreeMap<>();
        for (Recorded recorded : handshakes) {
            if (isPair(recorded)) {
                int[] share = shares.computeIfAbsent(recorded.trueCause(), cause -> new int[2]);
                share[0] += isAmongFirstThree(recorded) ? recorded.count : 0;
                share[1] += recorded.count;
            }
        }
        int right = shares.values().stream().mapToInt(share -> share[0]).sum();
        int all = shares.values().stream().mapToInt(share -> share[1]).sum();

        System.out.println(String.format(
                Locale.ROOT, "The other side's log: true cause among the first three in %.2f %%", 100.0 * right / all));
        shares.forEach((cause, share) -> System.out.println("  " + cause + ": " + share[0] + " of " + share[1]));
        assertThat(right).isEqualTo(13_691);
        assertThat((double) right / all).isGreaterThan(0.95);
    }

    private static boolean isAmongFirstThree(Recorded recorded) {
        Set<Cause> accepted = TRUE_CAUSES.getOrDefault(recorded.trueCause(), Set.of());
        return recorded.other.causes().stream().limit(3).anyMatch(accepted::contains);
    }

    @Test
    void certainty_isNeverWrong() {
        assertThat(handshakes)
                .filteredOn(recorded -> isPair(recorded) && recorded.other.confidence() == Confidence.CERTAIN)
                .allMatch(recorded -> TRUE_CAUSES
                        .getOrDefault(recorded.trueCause(), Set.of())
                        .contains(recorded.other.causes().get(0)));
    }

    @Test
    void everyVerdict_isExplained() {
        assertThat(handshakes).allMatch(recorded -> recorded.own.isExplained());
    }

    private static boolean isPair(Recorded recorded) {
        return recorded.mode.equals("pair");
    }

    private static int count(Predicate<Recorded> condition) {
        return handshakes.stream().filter(condition).mapToInt(Recorded::count).sum();
    }
}
