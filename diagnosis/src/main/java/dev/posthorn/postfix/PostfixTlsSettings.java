package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The TLS parameters of one Postfix, or of one of its services: what its administrator stated, and the defaults of that
 * version for the rest.
 *
 * <p>Immutable. Memory is bounded: of a text not more than four million characters are read.
 */
public final class PostfixTlsSettings {

    private static final PostfixVersion FIRST_WITH_TLSPROXY = new PostfixVersion(2, 8, 0);
    private static final PostfixVersion FIRST_WITH_LMTP = new PostfixVersion(2, 3, 0);

    private final PostfixVersion version;
    private final Optional<OpenSslRelease> headers;
    private final Map<String, Stated> stated;
    private final List<ReadText> texts;
    private final Optional<MasterCf> masterCf;
    private final CompatibilityLevel compatibilityLevel;

    /** A value as it was written. */
    record Stated(String rawValue, Origin origin) {}

    /** A text that was read, for what is wrong with it. */
    record ReadText(SettingsSource source, MainCf mainCf) {}

    private PostfixTlsSettings(
            PostfixVersion version,
            Optional<OpenSslRelease> headers,
            Map<String, Stated> stated,
            List<ReadText> texts,
            Optional<MasterCf> masterCf) {
        this.version = version;
        this.headers = headers;
        this.stated = Collections.unmodifiableMap(stated);
        this.texts = List.copyOf(texts);
        this.masterCf = masterCf;
        this.compatibilityLevel = readCompatibilityLevel();
    }

    /**
     * The settings of a Postfix on which nobody changed anything, compiled with an OpenSSL that is recent for its time
     * ({@link #compiledWith} says otherwise).
     *
     * @param version the version
     * @return its defaults
     */
    public static PostfixTlsSettings defaultsOf(PostfixVersion version) {
        return new PostfixTlsSettings(version, Optional.empty(), Map.of(), List.of(), Optional.empty());
    }

    /**
     * Reads settings as main.cf has them, or as {@code postconf} prints them. Which of them it is,
     * {@link SettingsSource#guess} tells.
     *
     * @param version the version that reads them
     * @param text the text; lines that are no settings are passed over, and {@link #lint} names them
     * @return the settings
     */
    public static PostfixTlsSettings parse(PostfixVersion version, String text) {
        return parse(version, text, SettingsSource.guess(text, version));
    }

    /**
     * Reads settings from a text of known origin.
     *
     * @param version the version that reads them
     * @param text the text; lines that are no settings are passed over, and {@link #lint} names them
     * @param source what it was taken from
     * @return the settings
     */
    public static PostfixTlsSettings parse(PostfixVersion version, String text, SettingsSource source) {
        return defaultsOf(version).withText(text, source);
    }

    /**
     * The same settings and those of one more text, which count where both state a value: first {@code postconf -d} and
     * then main.cf, say.
     *
     * @param text the text
     * @param source what it was taken from
     * @return the settings
     */
    public PostfixTlsSettings withText(String text, SettingsSource source) {
        MainCf mainCf = MainCf.parse(text);
        Map<String, Stated> more = new LinkedHashMap<>(stated);
        mainCf.entries()
                .forEach((parameter, entry) ->
                        more.put(parameter, new Stated(entry.value(), originOf(source, parameter, entry))));
        List<ReadText> moreTexts = new ArrayList<>(texts);
        moreTexts.add(new ReadText(source, mainCf));
        return new PostfixTlsSettings(version, headers, more, moreTexts, masterCf);
    }

    private Origin originOf(SettingsSource source, String parameter, MainCf.Entry entry) {
        boolean isDefault = source == SettingsSource.POSTCONF_D
                || (source == SettingsSource.POSTCONF
                        && ParameterTable.isSomeDefault(parameter, entry.value(), version));
        return isDefault
                ? new Origin.BuildDefault(source, entry.lineNumber())
                : new Origin.Text(source, entry.lineNumber());
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
        changed.put(parameter, new Stated(value, new Origin.Call()));
        return new PostfixTlsSettings(version, headers, changed, texts, masterCf);
    }

    /**
     * The same settings, and the services of a master.cf that override some of them. To all services and to none belong
     * these settings; {@link #forService} has those of one.
     *
     * @param text the text of master.cf
     * @return the settings with {@link #services}
     */
    public PostfixTlsSettings withMasterCf(String text) {
        return new PostfixTlsSettings(version, headers, stated, texts, Optional.of(MasterCf.parse(text, version)));
    }

    /**
     * The services of master.cf.
     *
     * @return the services in order; none if no master.cf was read
     */
    public List<MasterService> services() {
        return masterCf.map(MasterCf::services).map(List::copyOf).orElse(List.of());
    }

    /**
     * The settings of one service, with its overrides.
     *
     * @param name its name, such as {@code 2525}, or name and type, such as {@code smtp/inet}
     * @return the settings; empty if no service has that name
     * @throws IllegalArgumentException if services of several types have that name, as {@code smtp} does
     */
    public Optional<PostfixTlsSettings> forService(String name) {
        List<MasterService> found = services().stream()
                .filter(service ->
                        service.toString().equals(name) || service.name().equals(name))
                .toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    "name: " + found.size() + " services have this name; add /inet or /unix to it");
        }
        return found.stream().findFirst().map(this::forService);
    }

    /**
     * The settings of one service, with its overrides.
     *
     * @param service a service, mostly one of {@link #services}
     * @return the settings of that service alone, without {@link #services}
     */
    public PostfixTlsSettings forService(MasterService service) {
        Map<String, Stated> changed = new LinkedHashMap<>(stated);
        Origin origin = new Origin.ServiceOption(service.toString(), service.lineNumber());
        service.options().forEach(option -> changed.put(option.parameter(), new Stated(option.value(), origin)));
        return new PostfixTlsSettings(version, headers, changed, texts, Optional.empty());
    }

    /**
     * The settings of the service that lines of a log name. Stock master.cf files name it behind the instance, as in
     * {@code postfix/submission}; clients reach a server by inet, so that a client's service of the same name does not
     * matter.
     *
     * @param instance what the lines call it, empty if nothing
     * @return the settings of the service if there is one of that name, else these
     */
    public PostfixTlsSettings forInstance(Optional<String> instance) {
        return instance.filter(name -> name.indexOf('/') >= 0)
                .map(name -> name.substring(name.lastIndexOf('/') + 1) + "/inet")
                .flatMap(service -> services().stream()
                        .filter(known -> known.toString().equals(service))
                        .findFirst())
                .map(this::forService)
                .orElse(this);
    }

    /**
     * The same settings read by another version. Defaults that the Postfix printed stay behind with it.
     *
     * @param other the other version
     * @return the settings with that version's defaults
     */
    public PostfixTlsSettings on(PostfixVersion other) {
        Map<String, Stated> kept = new LinkedHashMap<>(stated);
        kept.values().removeIf(value -> !value.origin.isStated());
        return new PostfixTlsSettings(other, headers, kept, texts, masterCf);
    }

    /**
     * The same settings of a Postfix that was compiled with a certain OpenSSL, which can be older than the one it runs
     * with. Names of protocols, ECDH support and some defaults depend on it.
     *
     * @param openSslHeaders the release at compile time
     * @return the settings
     */
    public PostfixTlsSettings compiledWith(OpenSslRelease openSslHeaders) {
        return new PostfixTlsSettings(version, Optional.of(openSslHeaders), stated, texts, masterCf);
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
     * @return the release of the headers; empty if nobody told, and then it is taken to be recent for its time
     */
    public Optional<OpenSslRelease> headers() {
        return headers;
    }

    /**
     * The names of all parameters that somebody stated.
     *
     * @return names in the order in which they were read
     */
    public List<String> statedParameters() {
        return stated.entrySet().stream()
                .filter(entry -> entry.getValue().origin.isStated())
                .map(Map.Entry::getKey)
                .toList();
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
        return value != null
                ? Optional.of(setting(parameter, value))
                : defaultOf(parameter).map(found -> setting(parameter, found));
    }

    private Setting setting(String parameter, Stated value) {
        MacroExpansion.Result result = MacroExpansion.of(value.rawValue, version, this::rawValue);
        return new Setting(parameter, value.rawValue, result.value(), value.origin, result.problem());
    }

    private Optional<String> rawValue(String parameter) {
        Stated value = stated.get(parameter);
        return value != null
                ? Optional.of(value.rawValue)
                : defaultOf(parameter).map(Stated::rawValue);
    }

    private Optional<Stated> defaultOf(String parameter) {
        return ParameterTable.defaultOf(parameter, version, headers, compatibilityLevel)
                .map(found -> new Stated(
                        found.value(),
                        new Origin.VersionDefault(version, found.compatibilityLevel(), found.assumedHeaders())));
    }

    private CompatibilityLevel readCompatibilityLevel() {
        Stated value = stated.get("compatibility_level");
        return value == null
                ? CompatibilityLevel.ZERO
                : CompatibilityLevel.parse(value.rawValue).orElse(CompatibilityLevel.ZERO);
    }

    /** The setting of a parameter that this version has: what others are called is stated in vain. */
    Optional<Setting> inForce(String parameter) {
        return ParameterTable.exists(parameter, version) ? setting(parameter) : Optional.empty();
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
     * @return true if this version has it and its value is {@code yes}
     */
    public boolean isOn(String parameter) {
        return inForce(parameter)
                .map(setting -> setting.value().equalsIgnoreCase("yes"))
                .orElse(false);
    }

    /**
     * What the SMTP server makes of these settings.
     *
     * @return the effective values of smtpd(8)
     */
    public ServerTls server() {
        return new ServerTls(this, "smtpd");
    }

    /**
     * What tlsproxy(8) makes of these settings when it serves postscreen(8).
     *
     * @return the effective values; empty before 2.8, which has no such program
     */
    public Optional<ServerTls> tlsproxy() {
        return version.isAtLeast(FIRST_WITH_TLSPROXY) ? Optional.of(new ServerTls(this, "tlsproxy")) : Optional.empty();
    }

    /**
     * What the SMTP client makes of these settings, for destinations without an entry in the policy table.
     *
     * @return the effective values of smtp(8) at its own level
     */
    public ClientTls client() {
        return ClientTls.of(this, "smtp");
    }

    /**
     * What the LMTP client makes of these settings.
     *
     * @return the effective values of lmtp(8); empty before 2.3, which speaks no TLS there
     */
    public Optional<ClientTls> lmtpClient() {
        return version.isAtLeast(FIRST_WITH_LMTP) ? Optional.of(ClientTls.of(this, "lmtp")) : Optional.empty();
    }

    /**
     * What somebody who knows Postfix would tell the administrator of these settings.
     *
     * @return findings, the worst first; none if there is nothing to tell
     */
    public List<Finding> lint() {
        return Lint.of(this, Optional.empty());
    }

    /**
     * The same, with what the OpenSSL at run time makes of cipher strings.
     *
     * @param build the OpenSSL
     * @return findings, the worst first
     */
    public List<Finding> lint(OpenSslBuild build) {
        return Lint.of(this, Optional.of(build));
    }

    /** Reads a list of protocols as this Postfix does. */
    ProtocolList protocolList(String text) {
        return ProtocolList.parse(version, headers, text);
    }

    /** Everything stated, as it was written. */
    Map<String, Stated> stated() {
        return stated;
    }

    List<ReadText> texts() {
        return texts;
    }

    Optional<MasterCf> masterCf() {
        return masterCf;
    }

    /** {@code Postfix 2.6.6 with 3 settings stated}. */
    @Override
    public String toString() {
        int count = statedParameters().size();
        return "Postfix " + version + " with " + count + (count == 1 ? " setting" : " settings") + " stated";
    }
}
