package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.CipherSuite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A server's list made ready for many walks: where each suite stands in it, and the fates that no hello changes. One
 * server may be asked about thousands of clients.
 */
final class ServerList {

    static final int UNLISTED = -1;

    private final List<OpenSslCipherSuite> suites;
    private final Map<CipherSuite, Integer> positions = new HashMap<>();
    private final List<NegotiationFate> notOffered;
    private final List<NegotiationFate> notReached;
    private final List<NegotiationFate> afterChosen;
    private final Map<CipherSuite, NegotiationFate> leftOut = new HashMap<>();

    ServerList(Expansion expansion) {
        suites = expansion.suites();
        for (int position = 0; position < suites.size(); position++) {
            positions.put(suites.get(position).cipherSuite(), position);
        }
        notOffered = oneForEach(NegotiationFate.NotOfferedByClient::new);
        notReached = oneForEach(NegotiationFate.NotReached::new);
        afterChosen = oneForEach(NegotiationFate.AfterChosen::new);
        for (OpenSslCipherSuite row : expansion.catalog().suites()) {
            leftOut.put(
                    row.cipherSuite(), new NegotiationFate.NotInServerList(row.cipherSuite(), expansion.fateOf(row)));
        }
    }

    private List<NegotiationFate> oneForEach(Function<CipherSuite, NegotiationFate> fate) {
        return suites.stream().map(suite -> fate.apply(suite.cipherSuite())).toList();
    }

    int size() {
        return suites.size();
    }

    OpenSslCipherSuite suiteAt(int position) {
        return suites.get(position);
    }

    /** The position of a suite, {@link #UNLISTED} if the list leaves it out. The number decides, not the name. */
    int positionOf(CipherSuite suite) {
        return positions.getOrDefault(suite, UNLISTED);
    }

    NegotiationFate notOfferedAt(int position) {
        return notOffered.get(position);
    }

    NegotiationFate notReachedAt(int position) {
        return notReached.get(position);
    }

    NegotiationFate afterChosenAt(int position) {
        return afterChosen.get(position);
    }

    /** The fate of a number that a client offers and the list leaves out. */
    NegotiationFate fateOfUnlisted(CipherSuite suite) {
        NegotiationFate fate = leftOut.get(suite);
        if (fate != null) {
            return fate;
        }
        return suite.isSignalingValue() ? new NegotiationFate.Signal(suite) : new NegotiationFate.NotKnown(suite);
    }
}
