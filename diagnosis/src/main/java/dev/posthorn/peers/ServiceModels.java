package dev.posthorn.peers;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.diagnosis.ServerModel;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.negotiation.ClientHelloProfile;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.ServerTls;
import dev.posthorn.text.TerminalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The services of one Postfix as OpenSSL servers, each made once. What cannot be made is left out and told. Not safe for use
 * by several threads.
 */
public final class ServiceModels {

    /** A log decides how many strings there are. */
    private static final int MAX_REMEMBERED = 200;

    private static final int MAX_CANDIDATES = 1_000;
    private static final int MAX_EXPANDED = 20_000;
    private static final int MAX_ECHO = 300;

    private final MailServer server;
    private final Map<Question, Optional<OpenSslServer>> models = new LinkedHashMap<>();
    private final IdentityHashMap<OpenSslServer, Map<String, HandshakeOutcome>> outcomes = new IdentityHashMap<>();
    private final Map<Known, HelloCandidates> candidates = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** What decides which hellos a peer may have sent. */
    private record Known(List<Observation> observations, Optional<ClientHelloProfile> byName) {}

    private record Question(Optional<String> service, Optional<CipherString> cipherString) {}

    /**
     * No model made yet.
     *
     * @param server what is known of the Postfix
     */
    public ServiceModels(MailServer server) {
        this.server = server;
    }

    /**
     * The model of a service.
     *
     * @param instance what the lines of the service call it, such as {@code postfix/submission}; without a slash, the
     *     settings of main.cf
     * @param logged the cipher string in force as logged; if empty, that of the settings
     * @return the model, empty if settings or OpenSSL are not known, or the service runs without TLS
     */
    public Optional<OpenSslServer> of(Optional<String> instance, Optional<CipherString> logged) {
        Question question = new Question(instance, logged);
        Optional<OpenSslServer> known = models.get(question);
        if (known == null) {
            if (models.size() == MAX_REMEMBERED) {
                models.remove(models.keySet().iterator().next());
            }
            known = make(instance, logged);
            models.put(question, known);
        }
        return known;
    }

    private Optional<OpenSslServer> make(Optional<String> instance, Optional<CipherString> logged) {
        Optional<OpenSslBuild> build =
                server.openSsl().filter(known -> CipherCatalog.forBuild(known).isPresent());
        Optional<ServerTls> tls =
                server.settings().map(known -> known.forInstance(instance)).map(PostfixTlsSettings::server);
        if (build.isEmpty() || tls.isEmpty() || !tls.get().protocols().isValid()) {
            return Optional.empty();
        }
        Optional<CipherString> cipherString = logged.or(() -> tls.get().cipherString())
                .filter(string -> string.text().length() <= MAX_EXPANDED);
        return cipherString.flatMap(string -> make(tls.get(), string, build.get()));
    }

    private Optional<OpenSslServer> make(ServerTls tls, CipherString cipherString, OpenSslBuild build) {
        try {
            return Optional.of(ServerModel.of(tls, cipherString, build, server.assumedCertificates()));
        } catch (IllegalArgumentException e) {
            notes.add("No server that is known here runs with these settings ("
                    + TerminalText.escape(String.valueOf(e.getMessage()), MAX_ECHO) + ").");
            return Optional.empty();
        }
    }

    /**
     * How a handshake with a known shape of clients ends.
     *
     * @param model a model that came from here
     * @param shape the shape
     * @return the outcome, worked out once for each model and shape
     */
    public HandshakeOutcome outcome(OpenSslServer model, ClientHelloProfile shape) {
        if (outcomes.size() > MAX_REMEMBERED) {
            outcomes.clear();
        }
        return outcomes.computeIfAbsent(model, any -> new HashMap<>())
                .computeIfAbsent(shape.name(), any -> HandshakeOutcome.of(model.answer(shape.hello())));
    }

    HelloCandidates candidates(List<Observation> observations, Optional<ClientHelloProfile> byName) {
        Known known = new Known(observations, byName);
        HelloCandidates found = candidates.get(known);
        if (found == null) {
            found = HelloCandidates.find(observations, byName, this);
            if (candidates.size() == MAX_CANDIDATES) {
                candidates.clear();
            }
            candidates.put(known, found);
        }
        return found;
    }

    /**
     * What is known of the Postfix.
     *
     * @return settings, OpenSSL, certificates
     */
    public MailServer server() {
        return server;
    }

    /**
     * Why some services have no model.
     *
     * @return sentences, safe for a terminal
     */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
