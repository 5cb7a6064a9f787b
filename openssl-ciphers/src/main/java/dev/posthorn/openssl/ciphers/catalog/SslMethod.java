package dev.posthorn.openssl.ciphers.catalog;

import java.util.List;

/**
 * The method a context is made for ({@code SSL_CTX_new(3)}). It decides which suite tables there are and what a Suite B
 * keyword does (fact sheet on cipher strings sections 9 and 13); whether a version can use a suite is not asked.
 */
public enum SslMethod {
    /** {@code SSLv23_method}, later {@code TLS_method}: what mail servers use. It has both tables. */
    VERSION_FLEXIBLE("SSLv23", true, true, true),
    /** {@code SSLv2_method}: the SSLv2 table alone. */
    SSLV2("SSLv2", false, true, false),
    /** {@code SSLv3_method}: the whole TLS table. */
    SSLV3("SSLv3", true, false, false),
    /** {@code TLSv1_method}: the whole TLS table, suites of TLS 1.2 included. */
    TLSV1("TLSv1", true, false, false),
    /** {@code TLSv1_1_method}: the whole TLS table, suites of TLS 1.2 included. */
    TLSV1_1("TLSv1_1", true, false, false),
    /** {@code TLSv1_2_method}: the whole TLS table. */
    TLSV1_2("TLSv1_2", true, false, true);

    private final String functionStem;
    private final boolean tlsTable;
    private final boolean sslv2Table;
    private final boolean tls12;

    SslMethod(String functionStem, boolean tlsTable, boolean sslv2Table, boolean tls12) {
        this.functionStem = functionStem;
        this.tlsTable = tlsTable;
        this.sslv2Table = sslv2Table;
        this.tls12 = tls12;
    }

    /** The tables a list is made from, in the order in which they are read. */
    List<String> tables() {
        if (!tlsTable) {
            return List.of("SSLv2");
        }
        return sslv2Table ? List.of("TLS", "SSLv2") : List.of("TLS");
    }

    /**
     * Can a connection of this method use TLS 1.2? Suite B demands it.
     *
     * @return true for the version-flexible method and that of TLS 1.2
     */
    public boolean offersTls12() {
        return tls12;
    }

    /** The name of the function: {@code SSLv23_method}. */
    @Override
    public String toString() {
        return functionStem + "_method";
    }
}
