package dev.posthorn.diagnosis;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Rejection;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.error.FailureKind;
import dev.posthorn.openssl.error.HandshakeContext;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.openssl.negotiation.ClientHello;
import dev.posthorn.openssl.negotiation.ClientHelloProfile;
import dev.posthorn.openssl.negotiation.EcdhParameters;
import dev.posthorn.openssl.negotiation.NegotiationFailure;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.ServerTls;
import dev.posthorn.tls.NamedGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out one {@link HandshakeDiagnosis}: what is known, what has to be assumed, and what the model makes of both. */
final class Diagnostician {

    /** A hello of this shape stands for every client that speaks TLSv1.0 at most. */
    private static final String TLSV1_0_PROFILE = "tls10-only";

    private final SmtpSession session;
    private final MailServer server;
    private final Optional<HandshakeFailure> failure;
    private final List<String> assumptions = new ArrayList<>();

    Diagnostician(SmtpSession session, MailServer server) {
        this.session = session;
        this.server = server;
        this.failure = session.errors().isEmpty()
                ? Optional.empty()
                : Optional.of(HandshakeFailure.of(session.errors(), context()));
    }

    /** What is known of this side weighs the readings of an error. */
    private HandshakeContext context() {
        HandshakeContext context =
                session.role() == TlsRole.SERVER ? HandshakeContext.ofServer() : HandshakeContext.ofClient();
        return server.settings()
                .filter(known -> session.role() == TlsRole.SERVER)
                .map(known ->
                        context.withProtocolsOff(known.server().protocols().disabled()))
                .orElse(context);
    }

    HandshakeDiagnosis diagnose() {
        Optional<CipherDiagnosis> cipherDiagnosis = Optional.empty();
        Optional<OpenSslServer> model = session.role() == TlsRole.SERVER && isModelled() ? model() : Optional.empty();
        if (model.isPresent() && isKind(FailureKind.NO_SHARED_CIPHER)) {
            cipherDiagnosis = choiceOfSuite(model.get());
        } else if (model.isPresent() && server.settings().isPresent()) {
            cipherDiagnosis = choiceOfVersion(model.get());
        }
        return new HandshakeDiagnosis(session, failure, cipherDiagnosis, assumptions);
    }

    /** The two failures that the negotiation model can retrace from what a log tells. */
    private boolean isModelled() {
        return isKind(FailureKind.NO_SHARED_CIPHER) || isKind(FailureKind.UNKNOWN_PROTOCOL);
    }

    private boolean isKind(FailureKind kind) {
        return failure.map(verdict -> verdict.kind().equals(kind)).orElse(false);
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
        Optional<Rejection> rejection = cipherString.get().expandFor(build).rejection();
        if (rejection.isPresent()) {
            assumptions.add("OpenSSL " + build + " refuses the cipher string as a whole (" + rejection.get()
                    + "), so the server runs with another one, or with another OpenSSL.");
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
        Optional<ClientHelloProfile> profile =
                ClientHelloProfile.forName(TLSV1_0_PROFILE).filter(shape -> reproduces(model, shape.hello()));
        profile.ifPresent(shape -> assumptions.add("Retraced with a client of the shape " + shape.name() + " ("
                + shape.description() + "): it fails on this server as the log says."));
        return profile.map(shape -> diagnosis(model, shape.hello()));
    }
}
