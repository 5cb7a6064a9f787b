package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.AlertDescription;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every alert in the words of every recorded release: in errors, in traces, and both against each other. */
class AlertsOfEveryReleaseTest {

    private static final int FIRST_REASON = 1000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.9.8y", "1.0.0t", "1.0.1e", "1.0.1u", "1.0.2a", "1.0.2p", "1.0.2u", "1.1.0l", "1.1.1w", "3.0.15"
            })
    void everyAlert_isPrintedAndReadInTheWordsOfTheRelease(String name) throws IOException {
        OpenSslRelease release = OpenSslRelease.parse(name);
        Map<Integer, String> recorded = new HashMap<>();
        for (TsvTable.Row row : ErrorVectors.read(name + ".tsv.gz").rows()) {
            if (row.text("kind").equals("reason") && row.text("lib").equals("20")) {
                recorded.put(row.integer("code"), row.text("string"));
            }
        }

        assertThat(recorded).isNotEmpty();
        for (int number = 0; number <= 255; number++) {
            AlertDescription alert = new AlertDescription(number);
            String words = recorded.get(FIRST_REASON + number);
            String printed = code(release, number).describe(release);
            HandshakeFailure failure = HandshakeFailure.of(OpenSslError.parse(printed));

            assertThat(new OpenSslAlert(alert).reasonText(release))
                    .as(alert.toString())
                    .isEqualTo(Optional.ofNullable(words));
            assertThat(printed).contains(words == null ? "reason(" + (FIRST_REASON + number) + ")" : words);
            assertThat(failure.error().peerAlert()).as(printed).contains(alert);
            assertThat(failure.decidedBy()).as(printed).isEqualTo(DecidedBy.PEER_ALERT);
            assertThat(failure.isExplained()).as(printed).isTrue();
        }
    }

    private static PackedErrorCode code(OpenSslRelease release, int alert) {
        return ErrorPacking.of(release) == ErrorPacking.LIBRARY_REASON
                ? PackedErrorCode.of(PackedErrorCode.SSL_LIBRARY, FIRST_REASON + alert)
                : PackedErrorCode.of(PackedErrorCode.SSL_LIBRARY, 148, FIRST_REASON + alert);
    }

    /** What the trace calls an alert received, and the number that the error of the same log gives it. */
    @Test
    void everyRecordedAlert_hasTheWordsOfItsRelease_andTheNumberOfItsError() throws IOException {
        Map<String, Integer> compared = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (FailedHandshake handshake : FailedHandshakes.read()) {
            for (FailedHandshake.Log log : List.of(handshake.server(), handshake.client())) {
                Optional<AlertDescription> number = log.errors().stream()
                        .flatMap(text -> OpenSslError.parse(text).peerAlert().stream())
                        .findFirst();
                Optional<TraceLine> traced = log.traceLines().stream()
                        .filter(line -> line.event() == TraceLine.Event.ALERT_RECEIVED && !line.isWarning())
                        .findFirst();
                if (number.isPresent() && traced.isPresent()) {
                    OpenSslRelease release = OpenSslRelease.parse(log.release());
                    String expected = new OpenSslAlert(number.get()).traceText(release);
                    compared.merge(log.release(), 1, Integer::sum);
                    if (!traced.get().text().equals(expected)
                            || traced.get().alert().isPresent() == expected.equals("unknown")) {
                        wrong.add(log.release() + ": " + number.get() + " is traced as " + traced.get());
                    }
                }
            }
        }

        System.out.println("Alerts in trace and error of one log: " + compared);
        assertThat(wrong).isEmpty();
        assertThat(compared).hasSizeGreaterThanOrEqualTo(10);
    }
}
