package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The walk over the suites: the list whose order counts is taken suite by suite, and the first that both sides list and
 * the server can use is chosen. What only the other side lists follows, so that every suite has its fate (fact sheet on
 * negotiation section 3).
 */
final class SuiteWalk {

    private final OpenSslServer server;
    private final ServerList list;
    private final ClientHello hello;
    private final Optional<ProtocolVersion> version;
    private final List<NegotiationFate> fates;
    private Optional<OpenSslCipherSuite> chosen = Optional.empty();

    /** Walks; without a version nothing is looked at, and suites that both list are merely not reached. */
    SuiteWalk(OpenSslServer server, ClientHello hello, Optional<ProtocolVersion> version) {
        this.server = server;
        this.list = server.list();
        this.hello = hello;
        this.version = version;
        this.fates = new ArrayList<>(list.size() + hello.cipherSuites().size());
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
        boolean[] offered = new boolean[list.size()];
        for (CipherSuite suite : hello.cipherSuites()) {
            int position = list.positionOf(suite);
            if (position == ServerList.UNLISTED) {
                fates.add(list.fateOfUnlisted(suite));
            } else {
                offered[position] = true;
                fates.add(fateOfShared(position));
            }
        }
        for (int position = 0; position < list.size(); position++) {
            if (!offered[position]) {
                fates.add(list.notOfferedAt(position));
            }
        }
    }

    private void walkServerList() {
        boolean[] offered = new boolean[list.size()];
        List<NegotiationFate> unlisted = new ArrayList<>();
        for (CipherSuite suite : hello.cipherSuites()) {
            int position = list.positionOf(suite);
            if (position == ServerList.UNLISTED) {
                unlisted.add(list.fateOfUnlisted(suite));
            } else {
                offered[position] = true;
            }
        }
        for (int position = 0; position < list.size(); position++) {
            fates.add(offered[position] ? fateOfShared(position) : list.notOfferedAt(position));
        }
        fates.addAll(unlisted);
    }

    private NegotiationFate fateOfShared(int position) {
        if (version.isEmpty()) {
            return list.notReachedAt(position);
        }
        if (chosen.isPresent()) {
            return list.afterChosenAt(position);
        }
        OpenSslCipherSuite suite = list.suiteAt(position);
        Optional<SkipReason> obstacle = server.filter().obstacle(suite, version.get(), hello);
        if (obstacle.isPresent()) {
            return new NegotiationFate.Skipped(suite.cipherSuite(), obstacle.get());
        }
        chosen = Optional.of(suite);
        return new NegotiationFate.Chosen(suite.cipherSuite());
    }
}
