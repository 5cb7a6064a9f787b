package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The suites of TLS 1.3, then suites of a base order by their positions: two bytes for each, and nothing copied. As
 * immutable as the array, which nobody else may keep.
 */
final class SuitesByPosition extends AbstractList<OpenSslCipherSuite> implements RandomAccess {

    private final List<OpenSslCipherSuite> first;
    private final List<OpenSslCipherSuite> baseOrder;
    private final short[] positions;

    SuitesByPosition(CipherCatalog catalog, short[] positions) {
        this.first = catalog.ciphersuites();
        this.baseOrder = catalog.baseOrder();
        this.positions = positions;
    }

    @Override
    public OpenSslCipherSuite get(int index) {
        int before = first.size();
        return index < before ? first.get(index) : baseOrder.get(positions[index - before]);
    }

    @Override
    public int size() {
        return first.size() + positions.length;
    }
}
