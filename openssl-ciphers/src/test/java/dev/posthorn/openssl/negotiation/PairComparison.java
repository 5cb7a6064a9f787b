package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.ExtensionType;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A whole handshake of two OpenSSLs beside the recorded one. */
final class PairComparison {

    /** Heartbeat (RFC 6520) and padding (RFC 7685). */
    private static final Set<Integer> IRRELEVANT_EXTENSIONS = Set.of(15, 21);

    private PairComparison() {}

    static Differences of(RecordedHandshake recorded, OpenSslClient client, OpenSslServer server) {
        Differences differences = new Differences();
        differences.check(
                "hello",
                Optional.of(recorded).filter(RecordedHandshake::hasHello).map(sent -> decisiveParts(sent.hello())),
                client.hello().map(PairComparison::decisiveParts));
        Handshake ours = Handshake.between(client, server);
        differences.check("fails first", recorded.firstFailure(), ours.failedFirst());
        if (recorded.firstFailure().isEmpty()) {
            differences.check("result", recorded.result(), resultAsRecorded(recorded, ours));
        } else {
            for (Side side : Side.values()) {
                differences.check(
                        "reason at " + side,
                        recorded.firstReason(side).orElse("none"),
                        ours.reasonAt(side).orElse("none"));
            }
        }
        return differences;
    }

    /**
     * A hello without what no answer depends on: heartbeat, padding to a length, and the signature algorithms that some
     * releases name below TLSv1.2, too.
     */
    private static List<Object> decisiveParts(ClientHello hello) {
        boolean signs = hello.legacyVersion().isAtLeast(ProtocolVersion.TLSV1_2);
        List<Integer> extensions = hello.extensions().orElse(List.of()).stream()
                .map(ExtensionType::codePoint)
                .filter(type -> !IRRELEVANT_EXTENSIONS.contains(type))
                .filter(type -> signs || !type.equals(ExtensionType.SIGNATURE_ALGORITHMS.codePoint()))
                .toList();
        return List.of(
                hello.toString(),
                hello.cipherSuites(),
                hello.compressionMethods(),
                extensions,
                hello.groups(),
                hello.pointFormats(),
                signs ? hello.signatureSchemes() : Optional.empty());
    }

    /** {@code TLSv1 AES128-SHA}; under SSLv2 the recorded suite, if both sides have it. */
    static String resultAsRecorded(RecordedHandshake recorded, Handshake ours) {
        return ours.choice()
                .map(choice ->
                        resultAsRecorded(recorded.result(), ours.negotiation().orElseThrow(), choice))
                .orElse("null");
    }

    static String resultAsRecorded(String recordedResult, Negotiation ours, Choice choice) {
        boolean sslv2 = choice.version().equals(ProtocolVersion.SSLV2) && recordedResult.startsWith("SSLv2 ");
        boolean shared = sslv2 && ServerComparison.sharesInSslv2(ours, recordedResult.substring("SSLv2 ".length()));
        return shared ? recordedResult : choice.version() + " " + choice.suite().openSslName();
    }
}
