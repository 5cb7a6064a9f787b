package dev.posthorn.diagnosis;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Rejection;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.error.FailureKind;
import dev.posthorn.openssl.negotiation.ClientHello;
import dev.posthorn.openssl.negotiation.ClientHelloProfile;
import dev.posthorn.openssl.negotiation.EcdhParameters;
import dev.posthorn.openssl.negotiation.NegotiationFailure;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.ServerTls;
import dev.posthorn.tls.NamedGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Retraces one failure on the negotiation model: puts the server together from what is known and what has to be assumed,
 * and lets it answer a hello that explains the log.
 */
final class Retracing {

    /** A hello of this shape stands for every client that speaks TLSv1.0 at most. */
    private static final String TLSV1_0_PROFILE = "tls10-only";

    /** Nobody means a longer string, and somebody might want to keep us busy. */
    private static final int MAX_EXPANDED = 20_000;

    /**
     * What decides the findings, so that sessions which fail alike are retraced once.
     *
     * @param kind which failure it is
     * @param reason OpenSSL's reason text
     * @param function the function that raised it, empty if none is printed
     * @param loggedString the cipher string of the log, if the log has it
     * @param guessByName what the peer's name says of its hello
     */
    record Question(
            FailureKind kind,
            String reason,
            String function,
            Optional<CipherString> loggedString,
            Optional<HelloGuess> guessByName) {}

    /**
     * What came out.
     *
     * @param cipherDiagnosis the story of the choice, if it could be retraced
     * @param assumptions what was taken for granted
     */
    record Findings(Optional<CipherDiagnosis> cipherDiagnosis, List<String> assumptions) {

        static final Findings NONE = new Findings(Optional.empty(), List.of());
    }

    private final MailServer server;
    private final Question question;
    private final List<String> assumptions = new ArrayList<>();

    private Retracing(MailServer server, Question question) {
        this.server = server;
        this.question = question;
    }

    /** The two failures that the model can retrace from what a log tells. */
    static boolean isPossibleFor(FailureKind kind) {
        return kind.equals(FailureKind.NO_SHARED_CIPHER) || kind.equals(FailureKind.UNKNOWN_PROTOCOL);
    }

    static Findings of(Question question, MailServer server) {
        Retracing retracing = new Retracing(server, question);
        Optional<CipherDiagnosis> diagnosis = retracing.model().flatMap(retracing::choice);
        return new Findings(diagnosis, List.copyOf(retracing.assumptions));
    }

    private Optional<CipherDiagnosis> choice(OpenSslServer model) {
        if (question.kind.equals(FailureKind.NO_SHARED_CIPHER)) {
            return choiceOfSuite(model);
        }
        return server.settings().flatMap(known -> choiceOfVersion(model));
    }

    /** The server, if a cipher string is known to give it. What the log shows beats what the settings say. */
    private Optional<OpenSslServer> model() {
        Optional<ServerTls> tls = server.settings().map(PostfixTlsSettings::server);
        Optional<CipherString> cipherString = question.loggedString.or(() -> tls.flatMap(ServerTls::cipherString));
        if (cipherString.isEmpty()) {
            return Optional.empty();
        }
        Optional<OpenSslBuild> known = server.openSsl().or(this::guessBuild);
        return known.flatMap(build -> model(tls, cipherString.get(), build));
    }

    private Optional<OpenSslServer> model(Optional<ServerTls> tls, CipherString cipherString, OpenSslBuild build) {
        if (cipherString.text().length() > MAX_EXPANDED) {
            assumptions.add("The cipher string has " + cipherString.text().length()
                    + " characters; what is so long is not retraced.");
            return Optional.empty();
        }
        if (CipherCatalog.forBuild(build).isEmpty()) {
            assumptions.add("There is no catalogue of OpenSSL " + build + ", so its choice cannot be retraced.");
            return Optional.empty();
        }
        Optional<Rejection> rejection = cipherString.expandFor(build).rejection();
        if (rejection.isPresent()) {
            assumptions.add("OpenSSL " + build + " refuses the cipher string as a whole (" + rejection.get()
                    + "), so the server runs with another one, or with another OpenSSL.");
            return Optional.empty();
        }
        if (server.certificates().isEmpty()) {
            assumptions.add("Assumed: an RSA certificate of 2048 bits.");
        }
        return possibleModel(tls, cipherString, build);
    }

    /** Settings can be such that no server starts with them; then the log is not theirs, and that is worth a word. */
    private Optional<OpenSslServer> possibleModel(
            Optional<ServerTls> tls, CipherString cipherString, OpenSslBuild build) {
        List<ServerCertificate> certificates = server.assumedCertificates();
        try {
            return Optional.of(tls.map(known -> ServerModel.of(known, cipherString, build, certificates))
                    .orElseGet(() -> ServerModel.of(cipherString, build, certificates)));
        } catch (IllegalArgumentException e) {
            assumptions.add("No server that is known here runs with these settings, so its choice is not retraced ("
                    + e.getMessage() + ").");
            return Optional.empty();
        }
    }

    /** Names are upper case up to 1.0.1 and mostly lower case in 1.0.2 (fact sheet on OpenSSL errors section 6). */
    private Optional<OpenSslBuild> guessBuild() {
        if (question.function.startsWith("SSL23_")) {
            return assumed("1.0.1e", "1.0.2 answers alike here");
        }
        if (question.function.startsWith("SSL3_")) {
            return assumed("1.0.1e", "from the upper-case function name in the log");
        }
        if (question.function.startsWith("ssl3_")) {
            return assumed("1.0.2u", "from the lower-case function name in the log");
        }
        assumptions.add("Which OpenSSL the server runs with is not known, so its choice is not retraced.");
        return Optional.empty();
    }

    private Optional<OpenSslBuild> assumed(String release, String because) {
        assumptions.add("Assumed: OpenSSL " + release + ", " + because + ".");
        return Optional.of(OpenSslBuild.parse(release));
    }

    private Optional<CipherDiagnosis> choiceOfSuite(OpenSslServer model) {
        Optional<HelloGuess> guess = HelloGuess.of(question.guessByName, profile -> reproduces(model, profile.hello()));
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
        return answer(model, hello).equals(question.reason);
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
