package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.tls.Authentication;
import dev.posthorn.tls.KeyExchange;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;

/**
 * The kinds of attribute a suite has and a word can ask for. A join of two words intersects within each kind (fact
 * sheet on cipher strings section 5).
 */
enum Category {
    KEY_EXCHANGE(0, "kx"),
    AUTHENTICATION(1, "au"),
    ENCRYPTION(2, "enc"),
    MAC(3, "mac"),
    EXPORT(4, "export"),
    /** One kind with the FIPS mark in it: {@code HIGH+FIPS} is a contradiction. */
    STRENGTH(5, "strength"),
    PROTOCOL(6, "protocol");

    private static final List<Category> ALL = List.of(values());

    /** The kinds that a build can lack: a word that asks only for lacking attributes does not exist. */
    private static final List<Category> ALGORITHMS = List.of(KEY_EXCHANGE, AUTHENTICATION, ENCRYPTION, MAC);

    /** The kinds that the steps of the base order ask for. */
    private static final List<Category> ARRANGING = List.of(KEY_EXCHANGE, AUTHENTICATION, ENCRYPTION, MAC, PROTOCOL);

    /** The place in {@link AttributeSets}. */
    final int index;

    /** The column of the tables. */
    final String column;

    Category(int index, String column) {
        this.index = index;
        this.column = column;
    }

    /** Is this a word of the kind? What ciphers and MACs there are, only the tables know. */
    boolean knows(String word) {
        return switch (this) {
            case KEY_EXCHANGE -> KeyExchange.forCipherStringWord(word).isPresent();
            case AUTHENTICATION -> Authentication.forCipherStringWord(word).isPresent();
            case ENCRYPTION, MAC -> !word.isEmpty();
            case EXPORT -> word.equals(OpenSslCipherSuite.EXPORT) || word.equals(OpenSslCipherSuite.NOT_EXPORT);
            case STRENGTH -> OpenSslCipherSuite.STRENGTHS.contains(word) || word.equals(OpenSslCipherSuite.FIPS);
            case PROTOCOL -> ProtocolVersion.forOpenSslName(word).isPresent();
        };
    }

    static List<Category> all() {
        return ALL;
    }

    static List<Category> algorithms() {
        return ALGORITHMS;
    }

    static List<Category> arranging() {
        return ARRANGING;
    }
}
