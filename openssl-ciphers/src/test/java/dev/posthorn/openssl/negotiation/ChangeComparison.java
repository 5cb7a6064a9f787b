package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.NamedGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one change of the server brings, beside what it really brought ({@code single_change_results}). */
final class ChangeComparison {

    private static final Map<String, SingleChange.Kind> KINDS = Map.of(
            "set_ecdh_p256", SingleChange.Kind.SET_ECDH_CURVE,
            "set_dh_1024", SingleChange.Kind.SET_DH_PARAMETERS,
            "set_tmp_rsa_callback", SingleChange.Kind.SET_TEMPORARY_RSA,
            "server_verify_none", SingleChange.Kind.STOP_ASKING_FOR_CERTIFICATES);

    private ChangeComparison() {}

    /** With the client at hand the whole handshake has to end as recorded. */
    static Differences of(String change, String recordedResult, OpenSslClient client, OpenSslServer changed) {
        Handshake ours = Handshake.between(client, changed);
        Differences differences = new Differences();
        differences.check(
                change,
                recordedResult,
                ours.choice()
                        .map(choice -> PairComparison.resultAsRecorded(
                                recordedResult, ours.negotiation().orElseThrow(), choice))
                        .orElse("null"));
        return differences;
    }

    /** What {@code whatIf} finds among those changes that it and the laboratory both try. */
    static Differences ofWhatIf(RecordedHandshake recorded, Handshake failed) {
        Map<String, String> recordedResults = recorded.singleChangeResults();
        List<SingleChange> found = failed.singleChanges().ofSettings();
        Differences differences = new Differences();
        KINDS.forEach((change, kind) -> {
            if (recordedResults.containsKey(change) && !KnownRemainder.holds(recorded, change)) {
                Optional<String> ours = found.stream()
                        .filter(one -> one.kind() == kind)
                        .map(one -> resultOf(recordedResults.get(change), failed, one))
                        .findFirst();
                differences.check("what if " + change, recordedResults.get(change), ours.orElse("null"));
            }
        });
        return differences;
    }

    private static String resultOf(String recordedResult, Handshake failed, SingleChange change) {
        return PairComparison.resultAsRecorded(
                recordedResult,
                change.server().answer(failed.negotiation().orElseThrow().hello()),
                change.choice());
    }

    /** Without it a choice of the server is no more than what the client may still refuse. */
    static Optional<Differences> ofAnswer(
            RecordedHandshake recorded, String change, String recordedResult, OpenSslServer changed) {
        Negotiation ours = changed.answer(recorded.hello());
        Optional<Choice> choice = ours.succeeds() ? ours.choice() : Optional.empty();
        if (recordedResult.equals("null") && choice.isPresent() && recorded.clientMayRefuse(ours, choice.get())) {
            return Optional.empty();
        }
        Differences differences = new Differences();
        differences.check(
                change,
                recordedResult,
                choice.map(made -> made.version() + " " + made.suite()).orElse("null"));
        return Optional.of(differences);
    }

    /** The server after one of the laboratory's changes. */
    static OpenSslServer changed(OpenSslServer server, String change) {
        return switch (change) {
            case "set_ecdh_p256" -> server.withEcdh(EcdhParameters.fixed(NamedGroup.SECP256R1));
            case "set_dh_1024" -> server.withDh(DhParameters.fixed(1024));
            case "set_tmp_rsa_callback" -> server.withTemporaryRsa(TemporaryRsa.callback());
            case "certs_rsa_and_ecdsa" ->
                server.withCertificates(ServerCertificate.rsa(2048), ServerCertificate.ecdsa(NamedGroup.SECP256R1));
            case "server_ciphers_all" ->
                server.withCipherString("ALL:COMPLEMENTOFALL" + (server.rules().areLater() ? ":@SECLEVEL=0" : ""));
            case "enable_all_protocols" -> server.withDisabledProtocols();
            case "server_verify_none" ->
                server.toBuilder()
                        .clientCertificates(ClientCertificatePolicy.NONE)
                        .build();
            default -> throw new IllegalArgumentException("change: the laboratory made no " + change);
        };
    }
}
