package dev.posthorn.benchmarks;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often do the parsers of cipher strings that Java has give the answer of the library? Prints a table of everybody's
 * agreement with the recordings of OpenSSL 1.0.2u.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar dev.posthorn.benchmarks.PeerComparison
 * </pre>
 */
public final class PeerComparison {

    private PeerComparison() {}

    /**
     * Prints the table.
     *
     * @param args none
     */
    public static void main(String[] args) {
        List<RecordedExpansion> recordings = RecordedExpansion.all();
        System.out.println(recordings.size() + " strings recorded from OpenSSL " + RecordedExpansion.RELEASE + ", JDK "
                + System.getProperty("java.version") + "\n");
        System.out.print(table(compare(recordings)));
    }

    /** Asks everybody everything. */
    static Map<Contender, Agreement> compare(List<RecordedExpansion> recordings) {
        CipherCatalog catalog = CipherCatalog.forBuild(OpenSslBuild.parse(RecordedExpansion.RELEASE))
                .orElseThrow();
        Map<Contender, Agreement> agreements = new LinkedHashMap<>();
        for (Contender contender :
                List.of(Contender.posthorn(catalog), Contender.tomcat(catalog), Contender.elytron(catalog))) {
            Agreement agreement = Agreement.NONE;
            for (RecordedExpansion recording : recordings) {
                agreement =
                        agreement.plus(recording.suites(), contender.answer().apply(recording.text()));
            }
            agreements.put(contender, agreement);
        }
        return agreements;
    }

    /** The rows as Markdown. */
    static String table(Map<Contender, Agreement> agreements) {
        StringBuilder table = new StringBuilder("""
                | parser | version | exact | same set | over-permissive |
                |---|---|---:|---:|---:|
                """);
        agreements.forEach((contender, agreement) -> table.append("| ")
                .append(String.join(
                        " | ",
                        contender.name(),
                        contender.version(),
                        agreement.exact() + " (" + agreement.exactPercent() + " %)",
                        Integer.toString(agreement.sameSet()),
                        Integer.toString(agreement.overPermissive())))
                .append(" |\n"));
        return table.toString();
    }
}
