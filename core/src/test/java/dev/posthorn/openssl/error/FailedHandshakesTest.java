package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.tls.ProtocolVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The honest check: every recorded handshake that failed between two real releases, judged from each side's own log. What
 * happened is known ({@link TrueCause}); the verdict knows only the log.
 *
 * <p>{@code -Dposthorn.handshakes=DIR} judges the recordings of another folder. Exact counts hold for our own only.
 */
class FailedHandshakesTest {

    private static List<Judged> handshakes;

    /** A recorded failure and the verdicts from the logs of both sides. */
    private record Judged(FailedHandshake recorded, HandshakeFailure own, HandshakeFailure others) {

        int count() {
            return recorded.count();
        }

        boolean isPair() {
            return recorded.isPair();
        }

        Set<Cause> trueCauses() {
            return TrueCause.seenFromTheOtherSide(recorded);
        }

        boolean isTrueCauseAmongFirstThree() {
            return others.causes().stream().limit(3).anyMatch(trueCauses()::contains);
        }
    }

    @BeforeAll
    static void judge() throws IOException {
        handshakes = FailedHandshakes.read().stream()
                .map(recorded -> new Judged(recorded, recorded.ownJudgement(), recorded.othersJudgement()))
                .toList();
    }

    @Test
    void ownLog_namesTheSideThatJudged() {
        int all = count(Judged::isPair);
        List<String> wrong = handshakes.stream()
                .filter(judged -> judged.isPair() && judged.own.decidedBy() != DecidedBy.THIS_HOST)
                .map(judged -> judged.recorded.verdict() + ", taken for " + judged.own.decidedBy())
                .toList();

        System.out.println("Failed handshakes: " + all + " between two releases, own side not named in " + wrong);
        assertThat(all).isPositive();
        assertThat(wrong).isEmpty();
        if (FailedHandshakes.areOurOwn()) {
            assertThat(all).isEqualTo(13_749);
        }
    }

    @Test
    void othersLog_neverTakesTheVerdictForItsOwn_whereAnAlertCame() {
        assertThat(handshakes)
                .filteredOn(judged -> judged.isPair()
                        && judged.others.hasError()
                        && judged.others.error().peerAlert().isPresent())
                .isNotEmpty()
                .allMatch(judged -> judged.others.decidedBy() == DecidedBy.PEER_ALERT);
    }

    @Test
    void step_fitsTheTraceWhereTheTraceTells() {
        int telling = 0;
        Map<String, Integer> misfits = new TreeMap<>();
        for (Judged judged : handshakes) {
            Optional<HandshakeStep> traced = judged.recorded.own().traceLines().stream()
                    .filter(line -> line.event() == TraceLine.Event.FAILED)
                    .map(TraceLine::step)
                    .filter(step -> step != HandshakeStep.UNDETERMINED)
                    .reduce((earlier, later) -> later);
            if (traced.isPresent()) {
                telling += judged.count();
                if (judged.own.step() != traced.get()) {
                    misfits.merge(
                            judged.recorded.verdict() + " " + judged.own.step() + " <> " + traced.get(),
                            judged.count(),
                            Integer::sum);
                }
            }
        }

        System.out.println("Steps: " + telling + " told by traces, misfits " + misfits);
        int all = misfits.values().stream().mapToInt(Integer::intValue).sum();
        // A client of the version-flexible method may have gone on to the state of SSLv3 when it reports its own
        // finding.
        assertThat(misfits.keySet()).allMatch(misfit -> misfit.startsWith("client: unsupported protocol"));
        assertThat(all).isLessThan(telling / 1000);
        if (FailedHandshakes.areOurOwn()) {
            assertThat(telling).isGreaterThan(9000);
            assertThat(all).isEqualTo(6);
        }
    }

    @Test
    void othersLog_hasTheTrueCauseAmongTheFirstThree() {
        Map<String, int[]> shares = new TreeMap<>();
        for (Judged judged : handshakes) {
            if (judged.isPair()) {
                int[] share = shares.computeIfAbsent(name(judged), cause -> new int[2]);
                share[0] += judged.isTrueCauseAmongFirstThree() ? judged.count() : 0;
                share[1] += judged.count();
            }
        }
        int right = shares.values().stream().mapToInt(share -> share[0]).sum();
        int all = shares.values().stream().mapToInt(share -> share[1]).sum();

        System.out.println(String.format(
                Locale.ROOT,
                "The other side's log: true cause among the first three in %d of %d, %.2f %%",
                right,
                all,
                100.0 * right / all));
        shares.forEach((cause, share) -> System.out.println("  " + cause + ": " + share[0] + " of " + share[1]));
        assertThat((double) right / all).isGreaterThan(0.95);
        if (FailedHandshakes.areOurOwn()) {
            assertThat(shares.entrySet().stream()
                            .filter(share -> share.getValue()[0] < share.getValue()[1])
                            .map(share -> share.getKey() + ": " + share.getValue()[0] + " of " + share.getValue()[1]))
                    .as("causes that are not always among the first three")
                    .containsExactly(
                            // A TLSv1.3 client that cannot use its own pre-shared key: no fact sheet names that cause.
                            "client: bad psk (internal error) = []: 0 of 5",
                            // 1.0.2 says it with decode error, an alert that means anything.
                            "client: wrong curve (decode error) = [CERTIFICATE_TYPE_UNSUITABLE]: 0 of 1",
                            // Nothing in the log says that TLSv1 is off and SSLv3 on.
                            "client: wrong version number (handshake failure) = [VERSION_NOT_COMMON]: 0 of 13",
                            // These clients report the version of the record with the alert, not the alert.
                            "server: digest too big for rsa key (internal error) = [PARAMETERS_TOO_WEAK, PEER_PROBLEM]: 26 of 31",
                            "server: inappropriate fallback (unknown) = [FALLBACK_RETRY]: 188 of 192",
                            // SSLv2.
                            "server: no error (none) = [CERTIFICATE_NOT_TRUSTED]: 0 of 2",
                            "server: peer error no certificate (none) = [CLIENT_CERTIFICATE_DEMANDED]: 0 of 1");
            assertThat(right).isEqualTo(13_718);
        }
    }

    private static String name(Judged judged) {
        return judged.recorded.verdict() + " (" + judged.recorded.own().alertSent() + ") = "
                + new TreeSet<>(judged.trueCauses());
    }

    /** The true causes are not made up: what the laboratory changed, alone, to make the handshake succeed bears them out. */
    @Test
    void trueCauses_areBorneOutByWhatCuredThem() {
        Map<Cause, Set<String>> cures = new EnumMap<>(Map.of(
                // TLSv1.3 counts only if the server has a certificate fit for it.
                Cause.VERSION_NOT_COMMON, Set.of("enable_all_protocols", "certs_rsa_and_ecdsa"),
                Cause.CLIENT_CERTIFICATE_DEMANDED, Set.of("server_verify_none"),
                Cause.CERTIFICATE_NOT_TRUSTED, Set.of("server_verify_none"),
                Cause.NO_COMMON_PARAMETERS,
                        Set.of(
                                "set_ecdh_p256",
                                "set_dh_1024",
                                "set_tmp_rsa_callback",
                                "certs_rsa_and_ecdsa",
                                "server_ciphers_all",
                                "enable_all_protocols")));
        Map<Cause, int[]> cured = new TreeMap<>();
        List<String> contradictions = new ArrayList<>();
        for (Judged judged : handshakes) {
            Set<Cause> causes = judged.trueCauses();
            if (!judged.isPair() || !judged.recorded.serverFailedFirst() || causes.size() != 1) {
                continue;
            }
            Cause cause = causes.iterator().next();
            Set<String> worked = judged.recorded.cures();
            if (cures.containsKey(cause) && !worked.isEmpty()) {
                boolean bornOut = worked.stream().anyMatch(cures.get(cause)::contains);
                int[] share = cured.computeIfAbsent(cause, key -> new int[2]);
                share[0] += bornOut ? judged.count() : 0;
                share[1] += judged.count();
                if (!bornOut) {
                    contradictions.add(name(judged) + " was cured by " + worked);
                }
            }
        }

        cured.forEach((cause, share) ->
                System.out.println("Cured as the cause says: " + cause + " " + share[0] + " of " + share[1]));
        assertThat(cured.keySet()).containsExactlyInAnyOrderElementsOf(cures.keySet());
        assertThat(contradictions).isEmpty();
    }

    @Test
    void certainty_isNeverWrong() {
        List<String> wrong = new ArrayList<>();
        int certain = 0;
        for (Judged judged : handshakes) {
            if (judged.isPair() && judged.others.confidence() == Confidence.CERTAIN) {
                certain += judged.count();
                if (!judged.trueCauses().contains(judged.others.causes().get(0))) {
                    wrong.add(name(judged) + " was certainly " + judged.others.causes());
                }
            }
        }

        System.out.println("Certain from the other side's log: " + certain + ", wrongly " + wrong.size());
        assertThat(wrong).isEmpty();
    }

    /** A server that knows its own settings can tell which clients it turned away for their version. */
    @Test
    void ownLogOfAServerWithItsSettings_knowsTheVersionOfTheClient() {
        int all = 0;
        int first = 0;
        int certain = 0;
        List<String> wrong = new ArrayList<>();
        for (Judged judged : handshakes) {
            Optional<Cause> truth = judged.isPair() ? TrueCause.versionOfTheClient(judged.recorded) : Optional.empty();
            if (truth.isPresent()) {
                HandshakeFailure failure = FailedHandshake.judge(
                        judged.recorded.server(),
                        HandshakeContext.ofServer().withProtocolsOff(versionsOff(judged.recorded)));
                all += judged.count();
                first += failure.causes().get(0) == truth.get() ? judged.count() : 0;
                certain += failure.confidence() == Confidence.CERTAIN ? judged.count() : 0;
                if (!failure.causes().contains(truth.get())
                        || (failure.confidence() == Confidence.CERTAIN
                                && failure.causes().get(0) != truth.get())) {
                    wrong.add(judged.recorded.verdict() + " at " + judged.recorded.hello() + " with "
                            + judged.recorded.serverOff() + " off on "
                            + judged.recorded.server().release() + ": " + failure.causes());
                }
            }
        }

        System.out.println(
                "Version of the client, by a server that knows its settings: " + all + ", in the first place " + first
                        + ", certain " + certain + ", excluded or wrongly certain " + wrong.size());
        assertThat(all).isPositive();
        assertThat(wrong).isEmpty();
    }

    /** What is switched off, and what the release does not have (README of the recordings). */
    private static Set<ProtocolVersion> versionsOff(FailedHandshake handshake) {
        OpenSslRelease release = OpenSslRelease.parse(handshake.server().release());
        Set<ProtocolVersion> off = new HashSet<>();
        handshake
                .serverOff()
                .forEach(name -> off.add(ProtocolVersion.forOpenSslName(name.equals("TLSv1.0") ? "TLSv1" : name)
                        .orElseThrow()));
        boolean hasSslv2 = Set.of("0.9.8y", "1.0.0t", "1.0.1e", "1.0.2a").contains(release.toString());
        if (!hasSslv2) {
            off.add(ProtocolVersion.SSLV2);
        }
        if (release.isAtLeast(OpenSslRelease.parse("1.1.0"))) {
            off.add(ProtocolVersion.SSLV3);
        }
        if (!release.isAtLeast(OpenSslRelease.parse("1.0.1"))) {
            off.addAll(Set.of(ProtocolVersion.TLSV1_1, ProtocolVersion.TLSV1_2));
        }
        if (!release.isAtLeast(OpenSslRelease.parse("1.1.1"))) {
            off.add(ProtocolVersion.TLSV1_3);
        }
        return off;
    }

    @Test
    void everyVerdict_isExplained() {
        assertThat(handshakes).isNotEmpty().allMatch(judged -> judged.own.isExplained());
    }

    private static int count(Predicate<Judged> condition) {
        return handshakes.stream().filter(condition).mapToInt(Judged::count).sum();
    }
}
