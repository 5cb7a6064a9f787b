package dev.posthorn.tls;

import dev.posthorn.table.TsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of {@code cipher-suites.tsv}, read when a name is first asked for. */
final class CipherSuiteRegistry {

    private final List<CipherSuite> suites = new ArrayList<>();
    private final Map<CipherSuite, String> standardNames = new HashMap<>();
    private final Map<CipherSuite, String> openSslNames = new HashMap<>();
    private final Map<CipherSuite, String> javaNames = new HashMap<>();
    private final Map<String, CipherSuite> byStandardName = new HashMap<>();
    private final Map<String, CipherSuite> byOpenSslName = new HashMap<>();
    private final Map<String, CipherSuite> byJavaName = new HashMap<>();

    private CipherSuiteRegistry(TsvTable table) {
        for (TsvTable.Row row : table.rows()) {
            CipherSuite suite =
                    row.known("hex_code", CipherSuite.forHexCode(row.text("hex_code")), "is not a code point");
            suites.add(suite);
            String standardName = row.text("standard_name");
            if (!standardName.isEmpty()) {
                standardNames.put(suite, standardName);
                byStandardName.put(standardName, suite);
            }
            String javaName = row.text("java_name");
            if (!javaName.isEmpty()) {
                javaNames.put(suite, javaName);
                byJavaName.put(javaName, suite);
            }
            List<String> names = row.words("openssl_names", ',');
            if (!names.isEmpty()) {
                openSslNames.put(suite, names.get(0));
            }
            if (!suite.isSslv2CipherKind()) {
                names.forEach(name -> byOpenSslName.put(name, suite));
            }
        }
    }

    static CipherSuiteRegistry get() {
        return Holder.REGISTRY;
    }

    List<CipherSuite> suites() {
        return List.copyOf(suites);
    }

    Optional<String> standardName(CipherSuite suite) {
        return present(standardNames.get(suite));
    }

    Optional<String> openSslName(CipherSuite suite) {
        return present(openSslNames.get(suite));
    }

    Optional<String> javaName(CipherSuite suite) {
        return present(javaNames.get(suite));
    }

    Optional<CipherSuite> forStandardName(String name) {
        return present(byStandardName.get(name));
    }

    Optional<CipherSuite> forOpenSslName(String name) {
        return present(byOpenSslName.get(name));
    }

    Optional<CipherSuite> forJavaName(String name) {
        return present(byJavaName.get(name));
    }

    private static <T> Optional<T> present(@Nullable T value) {
        return Optional.ofNullable(value);
    }

    /** Reads the table on first use (JLS 12.4.2), so that programs that never print a name never pay for it. */
    private static final class Holder {
        static final CipherSuiteRegistry REGISTRY = new CipherSuiteRegistry(
                TsvTable.read("cipher-suites.tsv", CipherSuiteRegistry.class.getResourceAsStream("cipher-suites.tsv")));
    }
}
