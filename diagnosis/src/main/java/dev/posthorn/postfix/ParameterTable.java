package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.Optional;

/** Every TLS parameter of every version, and its default. */
final class ParameterTable {

    /** A default, and what it depends on. */
    record Default(String value, Optional<String> compatibilityLevel, Optional<OpenSslRelease> assumedHeaders) {}

    private static final class Holder {
        static final VersionTable TABLE =
                VersionTable.read("parameter-defaults.tsv", "parameter", ParameterTable::check);
    }

    private ParameterTable() {}

    static void check(TsvTable.Row row) {
        String level = row.text("level");
        if (!level.equals("-") && CompatibilityLevel.parse(level).isEmpty()) {
            throw row.bad("level", "is no compatibility level");
        }
        if (row.text("parameter").isEmpty() || row.words("parameter", ',').contains("")) {
            throw row.bad("parameter", "names a parameter without a name");
        }
        row.text("default");
    }

    static List<String> names() {
        return Holder.TABLE.keys();
    }

    /** Does this version have the parameter? */
    static boolean exists(String parameter, PostfixVersion version) {
        return !Holder.TABLE.lines(parameter, version).isEmpty();
    }

    /** Does any version have it? */
    static boolean existsSomewhere(String parameter) {
        return !Holder.TABLE.versionsOf(parameter).isEmpty();
    }

    /** The first version that has the parameter. */
    static Optional<PostfixVersion> since(String parameter) {
        return Holder.TABLE.versionsOf(parameter).stream()
                .map(VersionRanges::first)
                .min(PostfixVersion::compareTo);
    }

    /** Is this what the parameter is by default, whatever the OpenSSL and the compatibility level? */
    static boolean isSomeDefault(String parameter, String value, PostfixVersion version) {
        return Holder.TABLE.lines(parameter, version).stream()
                .anyMatch(line -> LogicalLines.trim(line.row().text("default")).equals(value)
                        || value.contains("$compatibility_level"));
    }

    static Optional<Default> defaultOf(
            String parameter,
            PostfixVersion version,
            Optional<OpenSslRelease> headers,
            CompatibilityLevel compatibilityLevel) {
        List<VersionTable.Line> lines = Holder.TABLE.lines(parameter, version);
        boolean dependsOnLevel =
                lines.stream().anyMatch(line -> !line.row().text("level").equals("-"));
        return lines.stream()
                .filter(line -> line.fits(headers))
                .filter(line -> reaches(compatibilityLevel, line.row().text("level")))
                .findFirst()
                .map(line -> new Default(
                        line.row().text("default"),
                        dependsOnLevel ? Optional.of(compatibilityLevel.toString()) : Optional.empty(),
                        line.assumedHeaders(headers)));
    }

    private static boolean reaches(CompatibilityLevel level, String wanted) {
        return wanted.equals("-")
                || level.compareTo(CompatibilityLevel.parse(wanted).orElse(CompatibilityLevel.ZERO)) >= 0;
    }
}
