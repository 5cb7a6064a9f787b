package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The TLS parameters of one Postfix: what its administrator stated, and the defaults of that version for the rest.
 *
 * <p>Immutable.
 */
public final class PostfixTlsSettings {

    /** Values may name each other; nobody nests deeper, and a loop must end. */
    private static final int MAX_NESTING = 20;

    private static final Pattern REFERENCE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)\\}|\\((\\w+)\\))");

    private final PostfixVersion version;
    private final OpenSslRelease headers;
    private final Map<String, Stated> stated;

    private record Stated(String value, String origin) {}

    private PostfixTlsSettings(PostfixVersion version, OpenSslRelease headers, Map<String, Stated> stated) {
        this.version = version;
        this.headers = headers;
        this.stated = stated;
    }

    /**
     * The settings of a Postfix on which nobody changed anything, compiled with an OpenSSL that is recent enough to
     * matter nowhere ({@link #compiledWith} says otherwise).
     *
     * @param version the version
     * @return its defaults
     */
    public static PostfixTlsSettings defaultsOf(PostfixVersion version) {
        return new PostfixTlsSettings(version, OpenSslRelease.parse("1.0.2"), Map.of());
    }

    /**
     * Reads settings as main.cf has them, or as {@code postconf} and {@code postconf -n} print them.
     *
     * @param version the version that reads them
     * @param mainCf the text; lines that are no settings are passed over
     * @return the settings
     */
    public static PostfixTlsSettings parse(PostfixVersion version, String mainCf) {
        Map<String, Stated> stated = new LinkedHashMap<>();
        MainCf.parse(mainCf)
                .forEach((parameter, entry) ->
                        stated.put(parameter, new Stated(entry.value(), "main.cf line " + entry.lineNumber())));
        return new PostfixTlsSettings(version, defaultsOf(version).headers, stated);
    }

    /**
     * The same settings with one of them stated or stated otherwise.
     *
     * @param parameter the parameter's name
     * @param value its value
     * @return the changed settings
     */
    public PostfixTlsSettings with(String parameter, String value) {
        Map<String, Stated> changed = new LinkedHashMap<>(stated);
        changed.put(parameter, new Stated(value, "stated"));
        return new PostfixTlsSettings(version, headers, changed);
    }

    /**
     * The same settings read by another version.
     *
     * @param other the other version
     * @return the settings with that version's defaults
     */
    public PostfixTlsSettings on(PostfixVersion other) {
        return new PostfixTlsSettings(other, headers, stated);
    }

    /**
     * The same settings of a Postfix that was compiled with a certain OpenSSL, which can be older than the one it runs
     * with. Names of protocols, ECDH support and some defaults depend on it.
     *
     * @param openSslHeaders the release at compile time
     * @return the settings
     */
    public PostfixTlsSettings compiledWith(OpenSslRelease openSslHeaders) {
        return new PostfixTlsSettings(version, openSslHeaders, stated);
    }

    /**
     * The version that reads these settings.
     *
     * @return the version
     */
    public PostfixVersion version() {
        return version;
    }

    /**
     * The OpenSSL this Postfix was compiled with.
     *
     * @return the release of the headers
     */
    public OpenSslRelease headers() {
        return headers;
    }

    /**
     * The value of a parameter.
     *
     * @param parameter the parameter's name
     * @return the value and its origin; empty if nobody stated it and this library knows no default of it in this
     *     version, which for TLS parameters means that the version does not have it
     */
    public Optional<Setting> setting(String parameter) {
        Stated value = stated.get(parameter);
        if (value != null) {
            return Optional.of(new Setting(parameter, expand(value.value, 0), true, value.origin));
        }
        return defaultOf(parameter)
                .map(text -> new Setting(parameter, expand(text, 0), false, "default of Postfix " + version));
    }

    private Optional<String> defaultOf(String parameter) {
        return Defaults.TABLE
                .find(version, headers, row -> row.text("parameter").equals(parameter))
                .map(row -> row.text("default"));
    }

    /**
     * The text of a parameter.
     *
     * @param parameter the parameter's name
     * @return its value; the empty text if this version does not have it
     */
    public String value(String parameter) {
        return setting(parameter).map(Setting::value).orElse("");
    }

    /**
     * Is a yes-or-no parameter on?
     *
     * @param parameter the parameter's name
     * @return true if its value is {@code yes}
     */
    public boolean isOn(String parameter) {
        return value(parameter).equalsIgnoreCase("yes");
    }

    /** Replaces {@code $name}, {@code ${name}} and {@code $(name)}; unknown names are empty, as in Postfix. */
    private String expand(String text, int depth) {
        if (depth == MAX_NESTING || text.indexOf('$') < 0) {
            return text;
        }
        return REFERENCE.matcher(text).replaceAll(match -> {
            String name = firstPresent(match.group(1), match.group(2), match.group(3));
            Stated value = stated.get(name);
            String raw = value != null ? value.value : defaultOf(name).orElse("");
            return Matcher.quoteReplacement(expand(raw, depth + 1));
        });
    }

    private static String firstPresent(String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return "";
    }

    /**
     * What the SMTP server makes of these settings.
     *
     * @return the effective values
     */
    public ServerTls server() {
        return new ServerTls(this);
    }

    /** Reads a list of protocols as this Postfix does. */
    ProtocolList protocolList(String text) {
        return ProtocolListNames.read(this, text);
    }

    /** {@code Postfix 2.6.6 with 3 settings stated}. */
    @Override
    public String toString() {
        return "Postfix " + version + " with " + stated.size() + " settings stated";
    }

    private static final class Defaults {
        static final VersionTable TABLE = VersionTable.read("parameter-defaults.tsv");
    }

    private static final class ProtocolListNames {
        static final VersionTable TABLE = VersionTable.read("protocol-names.tsv");

        static ProtocolList read(PostfixTlsSettings settings, String text) {
            TsvTable.Row row = TABLE.find(settings.version, settings.headers, any -> true)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "version: Postfix " + settings.version + " has no protocol lists"));
            return ProtocolList.parse(
                    text,
                    row.words("names", ',').stream()
                            .map(name -> dev.posthorn.tls.ProtocolVersion.forOpenSslName(name)
                                    .orElseThrow(() -> row.bad("names", "has an unknown name")))
                            .toList(),
                    settings.version.isAtLeast(new PostfixVersion(3, 6, 0)));
        }
    }
}
