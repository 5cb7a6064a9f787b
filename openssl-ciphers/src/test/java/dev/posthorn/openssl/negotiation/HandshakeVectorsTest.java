package dev.posthorn.openssl.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.negotiation.Agreement.Aspect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every recorded handshake: the server's version and suite, or its error queue, trace and alert; the curve; the suites
 * passed over; what it makes of bytes that need not be a hello, and of alerts; where the client is modelled, what it
 * sends, who fails first and both sides' reasons; and what single changes of the server bring.
 *
 * <p>{@code -Dposthorn.handshakes=DIR} reads the files of another folder instead of the module's own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandshakeVectorsTest {

    private static final int MISMATCHES_SHOWN = 100;

    private final Agreement agreement = new Agreement();
    private final Map<String, Integer> notCompared = new TreeMap<>();
    private final Map<String, Optional<OpenSslServer>> bases = new HashMap<>();

    @BeforeAll
    void compareAll() throws IOException {
        for (Path path : HandshakeRecordings.files()) {
            String file = path.getFileName().toString().replace(".jsonl.gz", "");
            for (RecordedHandshake recorded : HandshakeRecordings.read(path)) {
                compareSafely(file, recorded);
            }
        }
        System.out.println(agreement.table() + "not compared " + notCompared);
    }

    @ParameterizedTest
    @EnumSource
    void prediction_ofEveryRecording_isWhatHappened(Aspect aspect) {
        assertThat(agreement.mismatches(aspect).stream().limit(MISMATCHES_SHOWN).toList())
                .as(
                        "%s: %d mismatches in %d",
                        aspect, agreement.mismatches(aspect).size(), agreement.compared(aspect))
                .isEmpty();
    }

    @Test
    void recordings_ofOurOwn_areAllCompared() {
        if (HandshakeRecordings.areOurOwn()) {
            assertThat(notCompared)
                    .containsOnly(
                            Map.entry("mode bytes_to_client", 2_643),
                            Map.entry("client's side from 1.1.0 on", 4_682),
                            Map.entry("single changes that a client from 1.1.0 on may refuse", 646),
                            Map.entry("single changes to EXP-RC2-CBC-MD5 of 0.9.8y", 10));
            assertThat(agreement.compared(Aspect.SERVER)).isEqualTo(28_071);
        }
    }

    /** An exception is a mismatch like any other, and the rest is still compared. */
    private void compareSafely(String file, RecordedHandshake recorded) {
        try {
            compare(file, recorded);
        } catch (RuntimeException e) {
            Differences differences = new Differences();
            differences.check("exception", "none", e.toString());
            agreement.add(file, recorded, Aspect.SERVER, differences);
        }
    }

    private void compare(String file, RecordedHandshake recorded) {
        if (recorded.mode().equals("bytes_to_client")) {
            notCompared.merge("mode bytes_to_client", 1, Integer::sum);
            return;
        }
        if (recorded.settingsRefused()) {
            Differences differences = new Differences();
            differences.check("settings refused", true, refusesSettings(recorded));
            agreement.add(file, recorded, Aspect.SERVER, differences);
            return;
        }
        Optional<OpenSslServer> base = base(recorded.build(), recorded.cipherString());
        if (base.isEmpty()) {
            notCompared.merge("string of 0.9.8 that is not on record", 1, Integer::sum);
            return;
        }
        compare(file, recorded, recorded.server(base.get()));
    }

    private void compare(String file, RecordedHandshake recorded, OpenSslServer server) {
        if (recorded.mode().equals("alert_to_server")) {
            agreement.add(file, recorded, Aspect.ALERT, AlertComparison.of(recorded, server));
            return;
        }
        recorded.firstBytes()
                .ifPresent(bytes -> agreement.add(
                        file,
                        recorded,
                        Aspect.FIRST_BYTES,
                        ServerComparison.ofReception(
                                recorded,
                                recorded.endsThere() ? server.receiveThenEnd(bytes) : server.receive(bytes))));
        if (recorded.hasHello() && !recorded.sslv2ClientRefusedCertificate()) {
            Negotiation negotiation = server.answer(recorded.hello());
            agreement.add(file, recorded, Aspect.SERVER, ServerComparison.ofAnswer(recorded, negotiation));
            recorded.rejected()
                    .ifPresent(reasons -> agreement.add(
                            file,
                            recorded,
                            Aspect.SUITES_PASSED_OVER,
                            ServerComparison.ofSuitesPassedOver(reasons, negotiation)));
        }
        if (recorded.mode().equals("pair")) {
            Optional<OpenSslClient> client = recorded.client();
            client.ifPresentOrElse(
                    known -> compareBothSides(file, recorded, known, server),
                    () -> notCompared.merge("client's side from 1.1.0 on", 1, Integer::sum));
            recorded.singleChangeResults()
                    .forEach((change, result) -> compareChange(file, recorded, client, server, change, result));
        }
    }

    private void compareBothSides(String file, RecordedHandshake recorded, OpenSslClient client, OpenSslServer server) {
        agreement.add(file, recorded, Aspect.BOTH_SIDES, PairComparison.of(recorded, client, server));
        Handshake handshake = Handshake.between(client, server);
        if (!recorded.singleChangeResults().isEmpty() && !handshake.succeeds()) {
            agreement.add(file, recorded, Aspect.SINGLE_CHANGE, ChangeComparison.ofWhatIf(recorded, handshake));
        }
    }

    private void compareChange(
            String file,
            RecordedHandshake recorded,
            Optional<OpenSslClient> client,
            OpenSslServer server,
            String change,
            String result) {
        if (KnownRemainder.holds(recorded, change)) {
            notCompared.merge("single changes to EXP-RC2-CBC-MD5 of 0.9.8y", 1, Integer::sum);
            return;
        }
        Optional<Differences> differences = Optional.of(ChangeComparison.changed(server, change))
                .flatMap(
                        changed -> client.map(known -> Optional.of(ChangeComparison.of(change, result, known, changed)))
                                .orElseGet(() -> ChangeComparison.ofAnswer(recorded, change, result, changed)));
        differences.ifPresentOrElse(
                found -> agreement.add(file, recorded, Aspect.SINGLE_CHANGE, found),
                () -> notCompared.merge("single changes that a client from 1.1.0 on may refuse", 1, Integer::sum));
    }

    private boolean refusesSettings(RecordedHandshake recorded) {
        try {
            if (recorded.serverSettingsRefused()) {
                recorded.server(base(recorded.build(), recorded.cipherString()).orElseThrow());
                return false;
            }
            return recorded.client().isEmpty();
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    private Optional<OpenSslServer> base(OpenSslBuild build, String cipherString) {
        return bases.computeIfAbsent(build + " " + cipherString, key -> {
            try {
                return Optional.of(
                        OpenSslServer.builder(build).cipherString(cipherString).build());
            } catch (CipherListNotKnownException notKnown) {
                return Optional.empty();
            }
        });
    }
}
