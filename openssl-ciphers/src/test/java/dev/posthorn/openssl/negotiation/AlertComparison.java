package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.AlertDescription;
import dev.posthorn.tls.ProtocolVersion;
import dev.posthorn.tls.SignatureScheme;
import java.util.List;

/** What a server makes of an alert where it waits for the client's key, beside what it really made of it. */
final class AlertComparison {

    /** The recordings tell only what the server chose: a hello that every server of theirs accepts. */
    private static final ClientHello GOOD_HELLO = ClientHello.builder(ProtocolVersion.TLSV1_2)
            .cipherSuites("AES128-SHA")
            .signatureSchemes(List.of(new SignatureScheme(0x0401), new SignatureScheme(0x0201)))
            .build();

    private AlertComparison() {}

    static Differences of(RecordedHandshake recorded, OpenSslServer server) {
        Negotiation negotiation = server.answer(GOOD_HELLO);
        Differences differences = ServerComparison.ofAnswer(recorded.withoutErrors(), negotiation);
        AlertArrival ours = negotiation
                .receiveAlert(recorded.alertIsFatal(), new AlertDescription(recorded.alertNumber()))
                .orElseThrow();
        differences.check(
                "errors",
                recorded.errors(Side.SERVER).toString(),
                ours.error()
                        .map(error -> List.of(String.join(
                                ":",
                                error.code().hexDigits(),
                                error.libraryText().orElse(""),
                                error.functionText().orElse(""),
                                error.reasonText().orElse(""))))
                        .orElse(List.of())
                        .toString());
        List<String> trace = recorded.serverTrace();
        int arrival = 0;
        while (arrival < trace.size() && !trace.get(arrival).startsWith("SSL3 alert read")) {
            arrival++;
        }
        differences.check(
                "trace",
                trace.subList(arrival, trace.size()).toString(),
                ours.trace().toString());
        return differences;
    }
}
