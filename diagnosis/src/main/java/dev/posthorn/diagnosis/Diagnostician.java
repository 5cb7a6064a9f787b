package dev.posthorn.diagnosis;

import dev.posthorn.diagnosis.WeighedReading.Standing;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.error.Cause;
import dev.posthorn.openssl.error.FailureKind;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.openssl.error.Reading;
import dev.posthorn.openssl.negotiation.ClientHello;
import dev.posthorn.openssl.negotiation.ClientHelloProfile;
import dev.posthorn.openssl.negotiation.EcdhParameters;
import dev.posthorn.openssl.negotiation.NegotiationFailure;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.ServerTls;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Works out one {@link HandshakeDiagnosis}: what is known, what has to be assumed, and what the model makes of both. */
final class Diagnostician {

    /** A hello of this shape stands for every client that speaks TLSv1.0 at most, or SSLv3 at most. */
    private static final String TLSV1_0_PROFILE = "tls10-only";

    private static final String SSLV3_PROFILE = "schannel-2003-ssl3";

    private final SmtpSession session;
    private final MailServer server;
    private final Optional<HandshakeFailure> failure;
    private final List<String> assumptions = new ArrayList<>();

    Diagnostician(SmtpSession session, MailServer server) {
        this.session = session;
        this.server = server;
        this.failure =
                session.errors().isEmpty() ? Optional.empty() : Optional.of(HandshakeFailure.of(session.errors()));
    }

    HandshakeDiagnosis diagnose() {
        Optional<CipherDiagnosis> cipherDiagnosis = Optional.empty();
        List<WeighedReading> readings = failure.map(HandshakeFailure::readings).orElse(List.of()).stream()
                .map(reading -> new WeighedReading(reading, Standing.POSSIBLE, reading.evidence()))
                .toList();
        Optional<OpenSslServer> model =
                failure.filter(Diagnostician::isDecidedByThisServer).flatMap(verdict -> model());
        if (model.isPresent() && isKind(FailureKind.NO_SHARED_CIPHER)) {
            cipherDiagnosis = choiceOfSuite(model.get());
        } else if (model.isPresent() && server.settings().isPresent() && isKind(FailureKind.UNKNOWN_PROTOCOL)) {
            readings = weigh(readings, model.get());
            cipherDiagnosis = choiceOfVersion(model.get());
        }
        return new HandshakeDiagnosis(session, failure, readings, cipherDiagnosis, assumptions);
    }

    private boolean isKind(FailureKind kind) {
        return failure.map(verdict -> verdict.kind().equals(kind)).orElse(false);
    }

    private static boolean isDecidedByThisServer(HandshakeFailure verdict) {
        return verdict.error()
                .functionText()
                .map(function -> !function.toLowerCase(java.util.Locale.ROOT).contains("server_hello"))
                .orElse(true);
    }

    /** The server, if a cipher string is known to give it. What the log shows beats what the settings say. */
    private Optional<OpenSslServer> model() {
        Optional<ServerTls> tls = server.settings().map(PostfixTlsSettings::server);
        Optional<CipherString> cipherString = session.cipherString().or(() -> tls.map(ServerTls::cipherString));
        if (cipherString.isEmpty()) {
            return Optional.empty();
        }
        OpenSslBuild build = server.openSsl().orElseGet(this::guessBuild);
        if (CipherCatalog.forBuild(build).isEmpty()) {
            assumptions.add("There is no catalogue of OpenSSL " + build + ", so its choice cannot be retraced.");
            return Optional.empty();
        }
        if (server.certificates().isEmpty()) {
            assumptions.add("Assumed: an RSA certificate of 2048 bits.");
        }
        return Optional.of(
                tls.map(known -> ServerModel.of(known, cipherString.get(), build, server.assumedCertificates()))
                        .orElseGet(() -> ServerModel.of(cipherString.get(), build, server.assumedCertificates())));
    }

    /** Function names are upper case up to 1.0.1 and lower case in 1.0.2 (fact sheet on errors section 6). */
    private OpenSslBuild guessBuild() {
        String function =
                failure.flatMap(verdict -> verdict.error().functionText()).orElse("");
        boolean lowerCase = function.chars().anyMatch(Character::isLowerCase);
        String release = lowerCase ? "1.0.2u" : "1.0.1e";
        assumptions.add("Assumed: OpenSSL " + release + ", from the " + (lowerCase ? "lower" : "upper")
                + "-case function name in the log.");
        return OpenSslBuild.parse(release);
    }

    private Optional<CipherDiagnosis> choiceOfSuite(OpenSslServer model) {
        Optional<HelloGuess> guess = HelloGuess.of(session.peer(), profile -> reproduces(model, profile.hello()));
        if (guess.isEmpty()) {
            assumptions.add("None of the known client shapes fails on this server as the log says, so what the client"
                    + " offered is something else, or the server is not as assumed.");
            return Optional.empty();
        }
        ClientHelloProfile profile = guess.get().profile();
        assumptions.add("Assumed: a client of the shape " + profile.name() + " (" + profile.description() + "), "
                + guess.get().because() + ".");
        if (server.settings().isEmpty()) {
            deduceEcdh(model, profile);
        }
        return Optional.of(diagnosis(model, profile.hello()));
    }

    /** Whoever tells no settings may still learn one from the failure itself. */
    private void deduceEcdh(OpenSslServer model, ClientHelloProfile profile) {
        boolean wouldSucceed = model.withEcdh(EcdhParameters.fixed(NamedGroup.SECP256R1))
                .answer(profile.hello())
                .succeeds();
        assumptions.add(
                wouldSucceed
                        ? "Deduced: the server has no ECDH parameters (smtpd_tls_eecdh_grade = none, the default of"
                                + " Postfix 2.6 and 2.7), for with them this handshake would have succeeded."
                        : "Assumed: no ECDH parameters; with them the outcome would be the same.");
    }

    private CipherDiagnosis diagnosis(OpenSslServer model, ClientHello hello) {
        return server.settings()
                .map(known -> CipherDiagnosis.of(model, hello, known))
                .orElseGet(() -> CipherDiagnosis.of(model, hello));
    }

    private boolean reproduces(OpenSslServer model, ClientHello hello) {
        String logged = failure.flatMap(verdict -> verdict.error().reasonText()).orElse("");
        return answer(model, hello).equals(logged);
    }

    private static String answer(OpenSslServer model, ClientHello hello) {
        return model.answer(hello).failure().map(NegotiationFailure::reason).orElse("");
    }

    private Optional<CipherDiagnosis> choiceOfVersion(OpenSslServer model) {
        return ClientHello.profile(TLSV1_0_PROFILE)
                .filter(hello -> reproduces(model, hello))
                .map(hello -> diagnosis(model, hello));
    }

    /** Lets the model speak for or against each reading of "unknown protocol". */
    private List<WeighedReading> weigh(List<WeighedReading> unweighed, OpenSslServer model) {
        return unweighed.stream()
                .map(weighed -> weigh(weighed.reading(), model))
                .sorted(Comparator.comparing(WeighedReading::standing))
                .toList();
    }

    private WeighedReading weigh(Reading reading, OpenSslServer model) {
        if (reading.cause() == Cause.TLSV1_0_AT_MOST) {
            return ofTlsv10(reading, model);
        }
        if (reading.cause() == Cause.SSLV3_ONLY) {
            return ofSslv3(reading, model);
        }
        return new WeighedReading(reading, Standing.POSSIBLE, reading.evidence());
    }

    private WeighedReading ofTlsv10(Reading reading, OpenSslServer model) {
        boolean reproduced = ClientHello.profile(TLSV1_0_PROFILE)
                .filter(hello -> reproduces(model, hello))
                .isPresent();
        String off = listOff();
        return reproduced
                ? new WeighedReading(
                        reading,
                        Standing.LIKELY,
                        "With " + off
                                + " a client that stops at TLSv1.0 gets exactly this error; !TLSv1 is what shuts it"
                                + " out.")
                : new WeighedReading(
                        reading, Standing.RULED_OUT, "With " + off + " a client that stops at TLSv1.0 is let in.");
    }

    private WeighedReading ofSslv3(Reading reading, OpenSslServer model) {
        String off = listOff();
        String sslv3Answer = ClientHello.profile(SSLV3_PROFILE)
                .map(hello -> answer(model, hello))
                .orElse("");
        if (!sslv3Answer.equals("unknown protocol")) {
            return new WeighedReading(
                    reading,
                    Standing.RULED_OUT,
                    sslv3Answer.isEmpty()
                            ? "With " + off + " an SSLv3-only client is let in."
                            : "With " + off + " an SSLv3-only client gets \"" + sslv3Answer + "\" instead.");
        }
        return new WeighedReading(
                reading,
                Standing.UNLIKELY,
                "An SSLv3-only client would fail with !SSLv3 alone already, as \"wrong version number\" (1408A10B); if"
                        + " these lines began when !TLSv1 was added, these are not SSLv3 senders.");
    }

    private String listOff() {
        return server.settings()
                .map(known -> known.server().protocolParameter() + " = "
                        + known.server().protocols().text())
                .orElse(ProtocolVersion.TLSV1_0 + " off");
    }
}
