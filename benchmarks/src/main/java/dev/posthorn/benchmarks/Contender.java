package dev.posthorn.benchmarks;

import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.CipherSuite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.tomcat.util.net.openssl.ciphers.Cipher;
import org.apache.tomcat.util.net.openssl.ciphers.OpenSSLCipherConfigurationParser;
import org.wildfly.security.ssl.CipherSuiteSelector;

/**
 * Something that reads cipher strings and says which suites they leave, in order.
 *
 * <p>Neither peer models an OpenSSL of a certain release. Both are treated as kindly as can be: of their answers only
 * the suites count that the release has, and a string that makes them throw counts as refused.
 *
 * @param name what it is called
 * @param version its version
 * @param answer the suites a string leaves, none if it is refused
 */
public record Contender(String name, String version, Function<String, List<CipherSuite>> answer) {

    /** Kept, because a logger that nobody keeps forgets its level. */
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache.tomcat");

    /** Ours. */
    static Contender posthorn(CipherCatalog catalog) {
        return new Contender(
                "Posthorn",
                "this one",
                text -> CipherString.parse(text).expandWith(catalog).suites().stream()
                        .map(OpenSslCipherSuite::cipherSuite)
                        .toList());
    }

    /** Apache Tomcat's parser, whose warnings about words it does not know are switched off. */
    static Contender tomcat(CipherCatalog catalog) {
        TOMCAT_LOG.setLevel(Level.OFF);
        return new Contender(
                "Apache Tomcat",
                versionOf("tomcat"),
                text -> offered(
                        catalog,
                        OpenSSLCipherConfigurationParser.parse(text).stream()
                                .map(Cipher::getId)
                                .filter(id -> id >= 0)
                                .map(CipherSuite::new)
                                .toList()));
    }

    /** WildFly Elytron's selector, which chooses among the suites it is given: those of the catalogue, in base order. */
    static Contender elytron(CipherCatalog catalog) {
        String[] supported = catalog.baseOrder().stream()
                .flatMap(suite -> suite.standardName().stream())
                .toArray(String[]::new);
        return new Contender("WildFly Elytron", versionOf("elytron"), text -> {
            try {
                return offered(
                        catalog,
                        Arrays.stream(CipherSuiteSelector.fromString(text).evaluate(supported))
                                .map(CipherSuite::forStandardName)
                                .flatMap(Optional::stream)
                                .toList());
            } catch (IllegalArgumentException e) {
                return List.of();
            }
        });
    }

    private static List<CipherSuite> offered(CipherCatalog catalog, Collection<CipherSuite> suites) {
        List<CipherSuite> offered = new ArrayList<>(suites);
        offered.retainAll(catalog.baseOrder().stream()
                .map(OpenSslCipherSuite::cipherSuite)
                .toList());
        return offered;
    }

    private static String versionOf(String peer) {
        Properties versions = new Properties();
        try (InputStream in = Contender.class.getResourceAsStream("peers.properties")) {
            versions.load(Objects.requireNonNull(in, "in: there is no peers.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException("peers.properties cannot be read", e);
        }
        return versions.getProperty(peer, "?");
    }
}
