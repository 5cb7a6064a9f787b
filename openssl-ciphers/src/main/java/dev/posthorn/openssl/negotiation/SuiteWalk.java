package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The walk over the suites: the list whose order counts is taken suite by suite, and the first that both sides list and
 * the server can use is chosen. What only the other side lists follows, so that every suite has its fate (fact sheet on
 * negotiation section 3).
 */
final class SuiteWalk {

    private final OpenSslServer server;
    private final ClientHello hello;
    private final Optional<ProtocolVersion> version;
    private final List<NegotiationFate> fates = new ArrayList<>();
    private Optional<OpenSslCipherSuite> chosen = Optional.empty();

    /** Walks; without a version nothing is looked at, and suites that both list are merely not reached. */
    SuiteWalk(OpenSslServer server, ClientHello hello, Optional<ProtocolVersion> version) {
        this.server = server;
        this.hello = hello;
        this.version = version;
        if (server.hasServerPreference()) {
            walkServerList();
        } else {
            walkClientList();
        }
    }

    Optional<OpenSslCipherSuite> chosen() {
        return chosen;
    }

    List<NegotiationFate> fates() {
        return fates;
    }

    private void walkClientList() {
        for (CipherSuite offered : hello.cipherSuites()) {
            Optional<OpenSslCipherSuite> listed = server.listed(offered);
            fates.add(listed.isPresent() ? fateOfShared(listed.get()) : fateOfUnlisted(offered));
        }
        Set<CipherSuite> offered = new HashSet<>(hello.cipherSuites());
        for (OpenSslCipherSuite suite : server.expansion().suites()) {
            if (!offered.contains(suite.cipherSuite())) {
                fates.add(new NegotiationFate.NotOfferedByClient(suite.cipherSuite()));
            }
        }
    }

    private void walkServerList() {
        Set<CipherSuite> offered = new HashSet<>(hello.cipherSuites());
        for (OpenSslCipherSuite suite : server.expansion().suites()) {
            fates.add(
                    offered.contains(suite.cipherSuite())
                            ? fateOfShared(suite)
                            : new NegotiationFate.NotOfferedByClient(suite.cipherSuite()));
        }
        for (CipherSuite suite : hello.cipherSuites()) {
            if (server.listed(suite).isEmpty()) {
                fates.add(fateOfUnlisted(suite));
            }
        }
    }

    private NegotiationFate fateOfShared(OpenSslCipherSuite suite) {
        CipherSuite codePoint = suite.cipherSuite();
        if (version.isEmpty()) {
            return new NegotiationFate.NotReached(codePoint);
        }
        if (chosen.isPresent()) {
            return new NegotiationFate.AfterChosen(codePoint);
        }
        Optional<SkipReason> obstacle = server.filter().obstacle(suite, version.get(), hello);
        if (obstacle.isPresent()) {
            return new NegotiationFate.Skipped(codePoint, obstacle.get());
        }
        chosen = Optional.of(suite);
        return new NegotiationFate.Chosen(codePoint);
    }

    private NegotiationFate fateOfUnlisted(CipherSuite suite) {
        if (suite.isSignalingValue()) {
            return new NegotiationFate.Signal(suite);
        }
        return server.expansion()
                .catalog()
                .forCipherSuite(suite)
                .<NegotiationFate>map(row -> new NegotiationFate.NotInServerList(
                        suite, server.expansion().fateOf(row)))
                .orElseGet(() -> new NegotiationFate.NotKnown(suite));
    }
}
