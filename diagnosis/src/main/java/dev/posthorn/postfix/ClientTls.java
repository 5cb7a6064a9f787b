package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Postfix's SMTP or LMTP client gives to OpenSSL at one level (fact sheet on Postfix TLS configuration sections 5.2
 * and 9.2). An entry of the policy table changes them for a destination: {@link #withPolicy}.
 */
public final class ClientTls {

    private final PostfixTlsSettings settings;
    private final String prefix;
    private final SecurityLevel level;
    private final Optional<TlsPolicyEntry> policy;
    private final CipherComposer composer;

    private ClientTls(
            PostfixTlsSettings settings, String prefix, SecurityLevel level, Optional<TlsPolicyEntry> policy) {
        this.settings = settings;
        this.prefix = prefix;
        this.level = level;
        this.policy = policy;
        this.composer = new CipherComposer(settings, prefix, level.isMandatory(), policy);
    }

    static ClientTls of(PostfixTlsSettings settings, String prefix) {
        return new ClientTls(
                settings, prefix, configuredLevel(settings, prefix).orElse(SecurityLevel.NONE), Optional.empty());
    }

    private static Optional<SecurityLevel> configuredLevel(PostfixTlsSettings settings, String prefix) {
        String written = settings.inForce(prefix + "_tls_security_level")
                .map(Setting::value)
                .orElse("");
        if (!written.isEmpty()) {
            return SecurityLevel.forName(written, settings.version());
        }
        if (settings.isOn(prefix + "_enforce_tls")) {
            return Optional.of(
                    settings.isOn(prefix + "_tls_enforce_peername") ? SecurityLevel.VERIFY : SecurityLevel.ENCRYPT);
        }
        return settings.isOn(prefix + "_use_tls") ? Optional.of(SecurityLevel.MAY) : Optional.empty();
    }

    /**
     * The same client at another level, as for a destination in the policy table, or after
     * {@link SecurityLevel#DANE} came down to {@code may} or {@code encrypt} for want of usable TLSA records.
     *
     * @param other the level
     * @return the effective values there
     */
    public ClientTls at(SecurityLevel other) {
        return new ClientTls(settings, prefix, other, policy);
    }

    /**
     * The same client for a destination with an entry in {@code smtp_tls_policy_maps}.
     *
     * <p>If the entry is invalid nothing is delivered, and level, protocols and ciphers stay those of main.cf: ask
     * {@link #policy} for the error.
     *
     * @param entry what stands behind the destination in the table, such as {@code secure match=.example.com}
     * @return the effective values there
     */
    public ClientTls withPolicy(String entry) {
        TlsPolicyEntry read = TlsPolicyEntry.parse(settings.version(), entry);
        SecurityLevel there = read.isValid() ? read.level().orElse(level) : level;
        return new ClientTls(settings, prefix, there, Optional.of(read));
    }

    /**
     * The entry of the policy table that these values are for.
     *
     * @return the entry, valid or not; empty for destinations without one
     */
    public Optional<TlsPolicyEntry> policy() {
        return policy;
    }

    /**
     * The level these values are for.
     *
     * @return the level; {@code NONE} too if Postfix does not know the one that stands there
     */
    public SecurityLevel level() {
        return level;
    }

    /**
     * The parameter that sets the level, if it has a value.
     *
     * @return the setting; empty if the version has no such parameter, or it is empty and older ones decide. An entry of
     *     the policy table is not asked
     */
    public Optional<Setting> levelSetting() {
        return settings.inForce(prefix + "_tls_security_level")
                .filter(setting -> !setting.value().isEmpty());
    }

    /**
     * The parameter that holds the list of protocols in force.
     *
     * @return {@code smtp_tls_protocols} or {@code smtp_tls_mandatory_protocols}
     */
    public String protocolParameter() {
        return composer.parameter("protocols");
    }

    /**
     * The parameter with the list of protocols in force, and its origin.
     *
     * @return the setting; empty text where the version has no such parameter and leaves every protocol on
     */
    public Setting protocolSetting() {
        return composer.protocols();
    }

    /**
     * The protocols in force.
     *
     * @return the list as this version reads it
     */
    public ProtocolList protocols() {
        return settings.protocolList(protocolSetting().value());
    }

    /**
     * The grade, its list and the exclusions, with their origins: at {@code encrypt} Postfix adds {@code eNULL}, where a
     * certificate must match {@code aNULL}.
     *
     * @return what the cipher string is made of
     */
    public CipherSelection ciphers() {
        if (!level.isMandatory()) {
            return composer.selection(List.of());
        }
        return composer.selection(List.of(level.authenticates() ? "aNULL" : "eNULL"));
    }

    /**
     * The string that OpenSSL gets, as the log shows it at level 2.
     *
     * @return list and exclusions; empty if every handshake fails before
     */
    public Optional<CipherString> cipherString() {
        return ciphers().cipherString();
    }

    /**
     * The certificates it shows to servers that ask.
     *
     * @return the files in order; mostly none
     */
    public List<CertificateFile> certificates() {
        return composer.certificates();
    }

    /**
     * The curves that OpenSSL gets: before 3.2 the client leaves them to OpenSSL.
     *
     * @return names in order
     */
    public List<String> ecdhCurves() {
        return settings.inForce("tls_eecdh_auto_curves").isPresent()
                ? EcdhSelection.ofClient(settings).autoCurves()
                : List.of();
    }

    /**
     * What Postfix logs when a process of this client starts, as far as settings alone tell.
     *
     * @return the messages in order
     */
    public List<LoggedMessage> startMessages() {
        if (level == SecurityLevel.NONE) {
            return List.of();
        }
        List<LoggedMessage> messages = new ArrayList<>();
        ciphers().replacedGrade(composer.fallbackGrade()).ifPresent(messages::add);
        messages.addAll(EcdhSelection.ofClient(settings).clientComplaints());
        return List.copyOf(messages);
    }

    /**
     * What Postfix logs because of its settings when it wants to speak TLS to a peer.
     *
     * @param peer the server as it stands in the log, such as {@code mx.example.com[192.0.2.5]:25}
     * @return the message; empty if all is well
     */
    public Optional<LoggedMessage> handshakeMessage(String peer) {
        return level == SecurityLevel.NONE
                ? Optional.empty()
                : protocols()
                        .complaint(protocolParameter(), peer)
                        .or(() -> ciphers().complaint(peer));
    }

    /**
     * The same, with what the OpenSSL at run time makes of the cipher string.
     *
     * @param peer the server as it stands in the log
     * @param build the OpenSSL
     * @return the message; empty if all is well, or this library has no catalogue of the build
     */
    public Optional<LoggedMessage> handshakeMessage(String peer, OpenSslBuild build) {
        return level == SecurityLevel.NONE
                ? Optional.empty()
                : handshakeMessage(peer)
                        .or(() -> ciphers().complaint(peer, build))
                        .or(() -> ciphers().earlyComplaint(build, "aborting TLS session"));
    }

    /**
     * The settings in force, with their origins.
     *
     * @return level, protocols, grade, list, exclusions, certificates, in this order, as far as the version has them
     */
    public List<Setting> settingsInForce() {
        List<Setting> result = new ArrayList<>();
        settings.inForce(prefix + "_tls_security_level").ifPresent(result::add);
        result.add(protocolSetting());
        CipherSelection ciphers = ciphers();
        ciphers.grade().ifPresent(result::add);
        ciphers.list().ifPresent(result::add);
        result.addAll(composer.exclusionSettings());
        for (CertificateFile file : certificates()) {
            result.add(file.certificate());
            file.key().ifPresent(result::add);
        }
        return List.copyOf(result);
    }

    /** A table of the settings in force. */
    @Override
    public String toString() {
        return Setting.table(settingsInForce());
    }
}
