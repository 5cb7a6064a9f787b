package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.CipherStrings;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lists of OpenSSL 0.9.8, of which there are no rules: suites spelled out, or a string whose list is on record. The
 * suites are looked up among those of 1.0.0, which has them all under the same names.
 */
final class SpelledOutLists {

    private static final OpenSslRelease FIRST_WITH_RULES = OpenSslRelease.parse("1.0.0");

    private SpelledOutLists() {}

    /** Does a release have no rules, but lists? */
    static boolean areAllThereIs(OpenSslRelease release) {
        return release.branch().equals("0.9.8");
    }

    /** What a string means, as the expansion of its suites' names. */
    static Expansion expand(String text) {
        List<OpenSslCipherSuite> suites =
                recorded(text).or(() -> spelledOut(text)).orElseThrow(() -> new CipherListNotKnownException(text));
        if (suites.isEmpty()) {
            throw new IllegalArgumentException("cipherString: OpenSSL 0.9.8 refuses it, no cipher match");
        }
        CipherString names = CipherStrings.select(suites, Holder.CATALOG)
                .orElseThrow(() -> new IllegalStateException("lists-0.9.8.tsv: no names select the list of " + text));
        return names.expandWith(Holder.CATALOG);
    }

    private static Optional<List<OpenSslCipherSuite>> recorded(String text) {
        return Tables.table("lists-0.9.8.tsv").rows().stream()
                .filter(row -> row.text("string").equals(text))
                .findFirst()
                .map(row -> row.words("suites", ',').stream()
                        .map(code -> suite(row, "suites", code))
                        .toList());
    }

    /** A name selects its twin in SSLv2, too; names of TLSv1.2 are words that 0.9.8 does not know and passes over. */
    private static Optional<List<OpenSslCipherSuite>> spelledOut(String text) {
        Set<OpenSslCipherSuite> suites = new LinkedHashSet<>();
        for (String name : text.split(":", -1)) {
            List<OpenSslCipherSuite> named = Holder.SUITES.stream()
                    .filter(suite -> suite.openSslName().equals(name))
                    .toList();
            if (named.isEmpty() && !isOfTls12(name)) {
                return Optional.empty();
            }
            suites.addAll(named);
        }
        return Optional.of(List.copyOf(suites));
    }

    private static boolean isOfTls12(String name) {
        return Holder.LATER_CATALOG
                .forOpenSslName(name)
                .filter(suite -> suite.minimumProtocol().equals(ProtocolVersion.TLSV1_2))
                .isPresent();
    }

    private static OpenSslCipherSuite suite(TsvTable.Row row, String column, String code) {
        return CipherSuite.forHexCode(code)
                .flatMap(Holder.CATALOG::forCipherSuite)
                .orElseThrow(() -> row.bad(column, "has no suite of 1.0.0 by the number " + code));
    }

    /** Read on first use. */
    private static final class Holder {
        static final CipherCatalog CATALOG =
                CipherCatalog.forBuild(OpenSslBuild.of(FIRST_WITH_RULES)).orElseThrow();
        static final CipherCatalog LATER_CATALOG =
                CipherCatalog.forBuild(OpenSslBuild.parse("1.0.2u")).orElseThrow();
        static final List<OpenSslCipherSuite> SUITES = suites();

        private static List<OpenSslCipherSuite> suites() {
            List<OpenSslCipherSuite> suites = new ArrayList<>();
            for (TsvTable.Row row : Tables.table("suites-0.9.8.tsv").rows()) {
                suites.add(suite(row, "suite", row.text("suite")));
            }
            return List.copyOf(suites);
        }
    }
}
