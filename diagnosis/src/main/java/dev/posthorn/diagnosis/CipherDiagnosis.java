package dev.posthorn.diagnosis;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.negotiation.ClientHello;
import dev.posthorn.openssl.negotiation.DeadSuite;
import dev.posthorn.openssl.negotiation.Negotiation;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.openssl.negotiation.SkipReason;
import dev.posthorn.postfix.PostfixTlsSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a server and a client would negotiate, why every other suite would not be taken, and what would change it.
 *
 * <p>This is the answer to "no shared cipher, although nearly every cipher is on my list": a suite on the list may be
 * one that this server can never choose.
 */
public final class CipherDiagnosis {

    private final OpenSslServer server;
    private final ClientHello hello;
    private final Optional<PostfixTlsSettings> settings;
    private final Negotiation negotiation;
    private final List<Remedy> remedies;

    private CipherDiagnosis(OpenSslServer server, ClientHello hello, Optional<PostfixTlsSettings> settings) {
        this.server = server;
        this.hello = hello;
        this.settings = settings;
        this.negotiation = server.answer(hello);
        this.remedies = new RemedyFinder(server, hello, settings, negotiation).find();
    }

    /**
     * Answers for a server whose settings are not known beyond what the model holds.
     *
     * @param server the server
     * @param hello what the client sends
     * @return the diagnosis
     */
    public static CipherDiagnosis of(OpenSslServer server, ClientHello hello) {
        return new CipherDiagnosis(server, hello, Optional.empty());
    }

    /**
     * Answers for a Postfix, so that remedies name its parameters.
     *
     * @param server the model of its TLS
     * @param hello what the client sends
     * @param settings its settings
     * @return the diagnosis
     */
    public static CipherDiagnosis of(OpenSslServer server, ClientHello hello, PostfixTlsSettings settings) {
        return new CipherDiagnosis(server, hello, Optional.of(settings));
    }

    /**
     * The server.
     *
     * @return the model that answered
     */
    public OpenSslServer server() {
        return server;
    }

    /**
     * The client.
     *
     * @return what it sends
     */
    public ClientHello hello() {
        return hello;
    }

    /**
     * The server's settings.
     *
     * @return the settings, empty if they are not known
     */
    public Optional<PostfixTlsSettings> settings() {
        return settings;
    }

    /**
     * The server's answer.
     *
     * @return version and suite, or the error, and the fate of every suite of both sides
     */
    public Negotiation negotiation() {
        return negotiation;
    }

    /**
     * The suites the server's cipher string leaves.
     *
     * @return an immutable list in preference order
     */
    public List<OpenSslCipherSuite> listedSuites() {
        return server.expansion().suites();
    }

    /**
     * The listed suites that this server can never choose, whatever a client offers.
     *
     * @return the suites by reason, in the order of the list
     */
    public Map<SkipReason, List<OpenSslCipherSuite>> deadSuites() {
        Map<SkipReason, List<OpenSslCipherSuite>> dead = new LinkedHashMap<>();
        for (DeadSuite suite : server.deadSuites()) {
            dead.computeIfAbsent(suite.reason(), reason -> new ArrayList<>()).add(suite.suite());
        }
        return dead;
    }

    /**
     * The listed suites that this server can choose if a client offers them.
     *
     * @return an immutable list in preference order
     */
    public List<OpenSslCipherSuite> usableSuites() {
        Set<OpenSslCipherSuite> dead = new HashSet<>();
        server.deadSuites().forEach(suite -> dead.add(suite.suite()));
        return listedSuites().stream().filter(suite -> !dead.contains(suite)).toList();
    }

    /**
     * What would make the handshake succeed, or bring forward secrecy to one that succeeds without.
     *
     * @return remedies, best first, each proven by the model; empty if no single change helps or none is needed
     */
    public List<Remedy> remedies() {
        return remedies;
    }

    /**
     * Tells the whole story.
     *
     * @return paragraphs and tables of at most 100 columns
     */
    public String explain() {
        return new CipherStory(this).tell();
    }

    /** The {@link #explain() story}. */
    @Override
    public String toString() {
        return explain();
    }
}
