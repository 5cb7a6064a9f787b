package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.NamedGroup;
import java.util.Optional;

/** What one change of the server brings, beside what it really brought ({@code single_change_results}). */
final class ChangeComparison {

    private ChangeComparison() {}

    /** With the client at hand the whole handshake has to end as recorded. */
    static Differences of(String change, String recordedResult, OpenSslClient client, OpenSslServer changed) {
        Handshake ours = Handshake.between(client, changed);
        Differences differences = new Differences();
        differences.check(
                change,
                recordedResult,
                ours.choice()
                        .map(choice -> PairComparison.resultAsRecorded(recordedResult, ours, choice))
                        .orElse("null"));
        return differences;
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
