package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.negotiation.NegotiationFate.Kind;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A server's answer beside the recorded one. */
final class ServerComparison {

    /** The server's verdict on the client's certificate falls after the choice, which is what is compared then. */
    private static final Set<String> AFTER_THE_CHOICE = Set.of(
            "peer did not return a certificate",
            "no certificate returned",
            "certificate verify failed",
            "peer error no certificate");

    private final RecordedHandshake recorded;
    private final Differences differences = new Differences();

    private ServerComparison(RecordedHandshake recorded) {
        this.recorded = recorded;
    }

    /** The answer to a hello. */
    static Differences ofAnswer(RecordedHandshake recorded, Negotiation ours) {
        ServerComparison comparison = new ServerComparison(recorded);
        if (comparison.failedAtTheHello()) {
            comparison.compareFailure(ours.failure());
        } else {
            comparison.compareChoice(ours);
        }
        return comparison.differences;
    }

    /** What follows the hello is judged by other rules: up to the ServerHello the recording has to agree. */
    static Differences ofReception(RecordedHandshake recorded, Reception ours) {
        ServerComparison comparison = new ServerComparison(recorded);
        if (recorded.serverHello().isPresent()) {
            comparison.differences.check(
                    "server hello",
                    recorded.serverHello().get(),
                    ours.negotiation().map(ServerComparison::serverHello).orElse(ours.toString()));
        } else if (recorded.errors(Side.SERVER).isEmpty()) {
            boolean sslv2 = ours.negotiation()
                    .flatMap(Negotiation::choice)
                    .filter(choice -> choice.version().equals(ProtocolVersion.SSLV2))
                    .isPresent();
            comparison.differences.check(
                    "waits", "WAITING", sslv2 ? "WAITING" : ours.kind().name());
        } else {
            comparison.compareFailure(ours.failure());
        }
        return comparison.differences;
    }

    /** As recorded: SSLv2 entries of the server's list are ignored (fact sheet section 3). */
    static Differences ofSuitesPassedOver(Map<String, String> recordedReasons, Negotiation ours) {
        Map<String, String> reasons = new TreeMap<>();
        for (NegotiationFate fate : ours.fates()) {
            if (fate instanceof NegotiationFate.Skipped passedOver
                    && !fate.suite().isSslv2CipherKind()) {
                reasons.put(nameOf(fate, ours), passedOver.reason().text());
            }
        }
        Differences differences = new Differences();
        differences.check("passed over", recordedReasons.toString(), reasons.toString());
        return differences;
    }

    private boolean failedAtTheHello() {
        List<String> errors = recorded.errors(Side.SERVER);
        return !errors.isEmpty()
                && AFTER_THE_CHOICE.stream().noneMatch(reason -> errors.get(0).endsWith(":" + reason))
                && (recorded.firstFailure().equals(Optional.of(Side.SERVER))
                        || recorded.serverHello().isEmpty());
    }

    private void compareFailure(Optional<NegotiationFailure> ours) {
        differences.check(
                "errors", recorded.errors(Side.SERVER).toString(), errors(ours).toString());
        differences.check(
                "trace",
                recorded.serverTrace().toString(),
                ours.map(NegotiationFailure::trace).orElse(List.of()).toString());
        recorded.alertSentByServer()
                .ifPresent(alert -> differences.check(
                        "alert",
                        alert,
                        ours.flatMap(NegotiationFailure::alertSent)
                                .map(sent -> Integer.toString(sent.codePoint()))
                                .orElse("none")));
    }

    private void compareChoice(Negotiation ours) {
        Optional<String> serverHello = recorded.serverHello();
        if (serverHello.isPresent()) {
            differences.check("server hello", serverHello.get(), serverHello(ours));
            recorded.serverCurve()
                    .ifPresent(curve -> differences.check(
                            "curve",
                            curve.toString(),
                            ours.choice()
                                    .flatMap(Choice::curve)
                                    .map(Object::toString)
                                    .orElse("none")));
            return;
        }
        // Real SSLv2: the client takes one of the suites that both have, and any of them is right.
        differences.check(
                "version", "SSLv2", ours.version().map(Object::toString).orElse("none"));
        recorded.negotiatedSuite()
                .ifPresent(suite -> differences.check("shares " + suite, true, sharesInSslv2(ours, suite)));
    }

    /** Is a suite among those from which a client of SSLv2 may choose? */
    static boolean sharesInSslv2(Negotiation ours, String suite) {
        return ours.fates().stream()
                .anyMatch(fate -> (fate.kind() == Kind.CHOSEN || fate.kind() == Kind.AFTER_CHOSEN)
                        && fate.suite().isSslv2CipherKind()
                        && nameOf(fate, ours).equals(suite));
    }

    private static List<String> errors(Optional<NegotiationFailure> ours) {
        return ours.map(failure -> failure.errors().stream()
                        .map(error -> String.join(
                                ":",
                                error.code().hexDigits(),
                                error.libraryText().orElse(""),
                                error.functionText().orElse(""),
                                error.reasonText().orElse("")))
                        .toList())
                .orElse(List.of());
    }

    private static String serverHello(Negotiation ours) {
        return ours.choice()
                .map(choice -> String.format(
                        Locale.ROOT,
                        "%04x %s",
                        choice.version().codePoint(),
                        choice.suite().hexCode()))
                .orElse("none");
    }

    private static String nameOf(NegotiationFate fate, Negotiation ours) {
        return ours.server()
                .expansion()
                .catalog()
                .forCipherSuite(fate.suite())
                .orElseThrow()
                .openSslName();
    }
}
