package dev.posthorn.postfix;

import dev.posthorn.table.TsvTable;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the server's DH parameters come from (fact sheet on Postfix TLS configuration section 7.2). There always are
 * some: a file that cannot be read makes Postfix warn and take its own.
 *
 * @param file the file that is told; empty if there is none
 * @param builtInBits the size of those that Postfix brings along, taken if there is no file or it cannot be read; empty
 *     if OpenSSL chooses them to go with the certificate
 * @param hasExportParameters are there parameters of 512 bits for export suites, too?
 */
public record DhSource(Optional<Setting> file, OptionalInt builtInBits, boolean hasExportParameters) {

    private static final class Holder {
        static final VersionTable TABLE = VersionTable.read("dh-parameters.tsv", DhSource::check);
    }

    private static final PostfixVersion FIRST_WITH_AUTO = new PostfixVersion(3, 7, 0);

    static void check(TsvTable.Row row) {
        row.integer("bits");
        row.flag("export");
    }

    static DhSource of(PostfixTlsSettings settings, String prefix) {
        VersionTable.Line line = Holder.TABLE
                .find("", settings.version(), settings.headers())
                .orElseThrow(() -> new IllegalStateException("dh-parameters.tsv: no row for " + settings.version()));
        int bits = line.row().integer("bits");
        Optional<Setting> file = settings.inForce(prefix + "_tls_dh1024_param_file")
                .filter(setting -> !setting.value().isEmpty())
                .filter(setting -> !(settings.version().isAtLeast(FIRST_WITH_AUTO)
                        && setting.value().equalsIgnoreCase("auto")));
        return new DhSource(
                file,
                bits == 0 ? OptionalInt.empty() : OptionalInt.of(bits),
                line.row().flag("export"));
    }

    /** {@code built-in, 1024 bits}. */
    @Override
    public String toString() {
        String builtIn = builtInBits.isPresent()
                ? "built-in, " + builtInBits.getAsInt() + " bits"
                : "chosen by OpenSSL to go with the certificate";
        return file.map(Setting::toString).orElse(builtIn);
    }
}
