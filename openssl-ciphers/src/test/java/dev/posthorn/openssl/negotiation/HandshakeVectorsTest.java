package dev.posthorn.openssl.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every recorded handshake of the releases with a catalogue: version and suite, or the error queue and the state trace
 * (alert included) as printed; the curve; the reasons of the suites passed over; what single changes of the server
 * bring; and what it makes of bytes that need not be a hello.
 *
 * <p>{@code -Dposthorn.handshakes=DIR} reads the files of another folder instead of the module's own.
 */
class HandshakeVectorsTest {

    private static final int MISMATCHES_SHOWN = 400;

    private static final Set<String> COMPARED_MODES = Set.of("pair", "hello", "bytes");

    /** The server's verdict on the client's certificate falls after the choice, which is what is compared then. */
    private static final Set<String> AFTER_THE_CHOICE =
            Set.of("peer did not return a certificate", "no certificate returned", "certificate verify failed");

    /** SSLv2 with client certificates, which nobody modelled: the server waits for one and logs nothing. */
    private static final Set<String> SSLV2_WITH_CLIENT_CERTIFICATE = Set.of("1.0.1e-00187", "1.0.1e-04026");

    private static final String SSLV2_CLIENT_REFUSED_CERTIFICATE = "SSLv2 client refused the certificate";

    private final Map<String, OpenSslServer> bases = new HashMap<>();
    private final List<String> mismatches = new ArrayList<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private int changesLeftToTheClient;

    @Test
    void server_givenEveryRecordedHello_answersAsTheLibraryDid() throws IOException {
        List<Path> files = HandshakeRecordings.files();
        int compared = 0;
        for (Path file : files) {
            int comparedBefore = compared;
            int mismatchesBefore = mismatches.size();
            for (RecordedHandshake recorded : HandshakeRecordings.read(file)) {
                Optional<String> reason = reasonToSkip(recorded);
                if (reason.isPresent()) {
                    skipped.merge(reason.get(), 1, Integer::sum);
                } else {
                    compared++;
                    compare(recorded);
                }
            }
            System.out.println(file.getFileName() + ": handshakes " + (compared - comparedBefore) + ", mismatches "
                    + (mismatches.size() - mismatchesBefore));
        }
        System.out.println("files " + files.size() + ", handshakes " + compared + ", mismatches " + mismatches.size()
                + ", skipped " + skipped + ", single changes left to the client " + changesLeftToTheClient);
        assertThat(mismatches.stream().limit(MISMATCHES_SHOWN).toList()).isEmpty();
        assertThat(compared).isPositive();
        if (HandshakeRecordings.areOurOwn()) {
            assertThat(compared).isEqualTo(19_970);
            assertThat(skipped)
                    .containsOnly(
                            Map.entry("SSLv2 with client certificate", 2),
                            Map.entry(SSLV2_CLIENT_REFUSED_CERTIFICATE, 3));
            assertThat(changesLeftToTheClient).isEqualTo(2_287);
        }
    }

    private Optional<String> reasonToSkip(RecordedHandshake recorded) {
        if (!COMPARED_MODES.contains(recorded.mode())) {
            return Optional.of("mode " + recorded.mode());
        }
        if (recorded.settingsRefused()) {
            return recorded.serverSettingsRefused() ? Optional.empty() : Optional.of("client's settings refused");
        }
        if (!recorded.hasHello() && recorded.firstBytes().isEmpty()) {
            return Optional.of("client sent no hello");
        }
        if (SSLV2_WITH_CLIENT_CERTIFICATE.contains(recorded.id())) {
            return Optional.of("SSLv2 with client certificate");
        }
        return recorded.sslv2ClientRefusedCertificate()
                ? Optional.of(SSLV2_CLIENT_REFUSED_CERTIFICATE)
                : Optional.empty();
    }

    private void compare(RecordedHandshake recorded) {
        if (recorded.settingsRefused()) {
            check(recorded, "settings refused", "true", Boolean.toString(refusesSettings(recorded)));
            return;
        }
        OpenSslServer server = recorded.server(base(recorded.build(), recorded.cipherString()));
        if (recorded.firstBytes().isPresent()) {
            byte[] bytes = recorded.firstBytes().get();
            compareReception(recorded, recorded.endsThere() ? server.receiveThenEnd(bytes) : server.receive(bytes));
        }
        if (!recorded.hasHello()) {
            return;
        }
        ClientHello hello = recorded.hello();
        Negotiation ours = server.answer(hello);
        if (failedAtTheHello(recorded)) {
            compareFailure(recorded, ours.failure());
        } else {
            compareChoice(recorded, ours);
        }
        recorded.rejected()
                .ifPresent(reasons -> check(
                        recorded,
                        "rejected",
                        reasons.toString(),
                        skippedSuites(ours).toString()));
        recorded.singleChangeResults()
                .forEach((change, result) -> compareChange(recorded, server, hello, change, result));
    }

    private boolean refusesSettings(RecordedHandshake recorded) {
        try {
            recorded.server(base(recorded.build(), recorded.cipherString()));
            return false;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    /** What follows the hello is judged by other rules: up to the ServerHello the recording has to agree. */
    private void compareReception(RecordedHandshake recorded, Reception ours) {
        if (recorded.serverHello().isPresent()) {
            check(
                    recorded,
                    "server hello",
                    recorded.serverHello().get(),
                    ours.negotiation().map(HandshakeVectorsTest::serverHello).orElse(ours.toString()));
        } else if (recorded.serverErrors().isEmpty()) {
            boolean sslv2 = ours.negotiation()
                    .flatMap(Negotiation::choice)
                    .filter(choice -> choice.version().equals(ProtocolVersion.SSLV2))
                    .isPresent();
            check(recorded, "waits", "WAITING", sslv2 ? "WAITING" : ours.kind().name());
        } else {
            compareFailure(recorded, ours.failure());
        }
    }

    private void compareFailure(RecordedHandshake recorded, Optional<NegotiationFailure> ours) {
        check(
                recorded,
                "errors",
                recorded.serverErrors().toString(),
                errors(ours).toString());
        check(
                recorded,
                "trace",
                recorded.serverTrace().toString(),
                ours.map(NegotiationFailure::trace).orElse(List.of()).toString());
    }

    private static boolean failedAtTheHello(RecordedHandshake recorded) {
        List<String> errors = recorded.serverErrors();
        return !errors.isEmpty()
                && AFTER_THE_CHOICE.stream().noneMatch(reason -> errors.get(0).endsWith(":" + reason))
                && (recorded.serverFailedFirst() || recorded.serverHello().isEmpty());
    }

    private void compareChoice(RecordedHandshake recorded, Negotiation ours) {
        Optional<String> serverHello = recorded.serverHello();
        if (serverHello.isPresent()) {
            check(recorded, "server hello", serverHello.get(), serverHello(ours));
            recorded.serverCurve()
                    .ifPresent(curve -> check(
                            recorded,
                            "curve",
                            curve.toString(),
                            ours.choice()
                                    .flatMap(Choice::curve)
                                    .map(Object::toString)
                                    .orElse("none")));
            return;
        }
        // Real SSLv2: the client takes one of the suites that both have, and any of them is right.
        check(recorded, "version", "SSLv2", ours.version().map(Object::toString).orElse("none"));
        String suite = recorded.negotiatedSuite().orElse("none");
        boolean shared = ours.fates().stream()
                .anyMatch(fate ->
                        (fate.kind() == NegotiationFate.Kind.CHOSEN || fate.kind() == NegotiationFate.Kind.AFTER_CHOSEN)
                                && fate.suite().isSslv2CipherKind()
                                && nameOf(fate, ours).equals(suite));
        check(recorded, "shared suite " + suite, "true", Boolean.toString(shared));
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

    /** As recorded: SSLv2 entries of the server's list are ignored (fact sheet section 3). */
    private static Map<String, String> skippedSuites(Negotiation ours) {
        Map<String, String> reasons = new TreeMap<>();
        for (NegotiationFate fate : ours.fates()) {
            if (fate instanceof NegotiationFate.Skipped passedOver
                    && !fate.suite().isSslv2CipherKind()) {
                reasons.put(nameOf(fate, ours), passedOver.reason().text());
            }
        }
        return reasons;
    }

    private static String nameOf(NegotiationFate fate, Negotiation ours) {
        return ours.server()
                .expansion()
                .catalog()
                .forCipherSuite(fate.suite())
                .orElseThrow()
                .openSslName();
    }

    private void compareChange(
            RecordedHandshake recorded, OpenSslServer server, ClientHello hello, String change, String recordedResult) {
        Optional<OpenSslServer> changed = changed(server, change);
        if (changed.isEmpty()) {
            return;
        }
        Negotiation ours = changed.get().answer(hello);
        Optional<Choice> success = ours.succeeds() ? ours.choice() : Optional.empty();
        if (recordedResult.equals("null")
                && success.isPresent()
                && recorded.clientMayRefuse(changed.get(), success.get())) {
            changesLeftToTheClient++;
            return;
        }
        String result =
                success.map(choice -> choice.version() + " " + choice.suite()).orElse("null");
        check(recorded, change, recordedResult, result);
    }

    /** The changes of the server's side that bear on its choice. */
    private Optional<OpenSslServer> changed(OpenSslServer server, String change) {
        return switch (change) {
            case "set_ecdh_p256" -> Optional.of(server.withEcdh(EcdhParameters.fixed(NamedGroup.SECP256R1)));
            case "set_dh_1024" -> Optional.of(server.withDh(DhParameters.fixed(1024)));
            case "set_tmp_rsa_callback" -> Optional.of(server.withTemporaryRsa(TemporaryRsa.callback()));
            case "certs_rsa_and_ecdsa" ->
                Optional.of(server.withCertificates(
                        ServerCertificate.rsa(2048), ServerCertificate.ecdsa(NamedGroup.SECP256R1)));
            case "server_ciphers_all" ->
                Optional.of(server.withCipherString("ALL:COMPLEMENTOFALL"
                        + (server.securityLevel() > 0
                                        || server.build().release().branch().startsWith("1.1")
                                        || server.build().release().branch().startsWith("3")
                                ? ":@SECLEVEL=0"
                                : "")));
            case "enable_all_protocols" -> Optional.of(server.withDisabledProtocols());
            default -> Optional.empty();
        };
    }

    private OpenSslServer base(OpenSslBuild build, String cipherString) {
        return bases.computeIfAbsent(
                build + " " + cipherString,
                key -> OpenSslServer.builder(build).cipherString(cipherString).build());
    }

    private void check(RecordedHandshake recorded, String what, String expected, String ours) {
        if (!expected.equals(ours)) {
            mismatches.add(recorded.id() + " " + what + "\n  recorded " + expected + "\n  ours     " + ours);
        }
    }
}
