package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Postfix's SMTP server gives to OpenSSL: effective values, once the level has chosen between the opportunistic and
 * the mandatory parameters.
 *
 * <p>The server decides this once per process; in no version does it depend on the client (fact sheet on Postfix TLS
 * configuration sections 5, 9 and 11).
 */
public final class ServerTls {

    private static final PostfixVersion FIRST_WITH_LEVEL_ZERO = PostfixVersion.parse("3.0.14");

    private final PostfixTlsSettings settings;
    private final String prefix;
    private final ServerLevel level;
    private final CipherComposer composer;
    private final EcdhSelection ecdh;

    ServerTls(PostfixTlsSettings settings, String prefix) {
        this.settings = settings;
        this.prefix = prefix;
        this.level = new ServerLevel(settings, prefix);
        this.composer = new CipherComposer(settings, prefix, isMandatory());
        this.ecdh = new EcdhSelection(settings, prefix);
    }

    private String parameter(String name) {
        return prefix + "_tls_" + name;
    }

    /**
     * The level in force.
     *
     * @return {@code NONE}, {@code MAY} or {@code ENCRYPT}; empty if Postfix dies of what stands there, so that there is
     *     no server
     */
    public Optional<SecurityLevel> level() {
        return level.level();
    }

    /**
     * Must clients use TLS? Then the {@code smtpd_tls_mandatory_} parameters count, else they have no effect.
     *
     * @return true at level {@code encrypt} and above, and in wrapper mode
     */
    public boolean isMandatory() {
        return level().map(SecurityLevel::isMandatory).orElse(false);
    }

    /**
     * Does TLS begin at once, without STARTTLS?
     *
     * @return true in wrapper mode
     */
    public boolean isWrapped() {
        return level.isWrapped();
    }

    /**
     * The parameter that holds the list of protocols in force.
     *
     * @return {@code smtpd_tls_protocols} or {@code smtpd_tls_mandatory_protocols}
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
     * The grade, its list and the exclusions, with their origins.
     *
     * @return what the cipher string is made of
     */
    public CipherSelection ciphers() {
        return composer.selection(requestsCertificate() ? List.of("aNULL") : List.of());
    }

    /**
     * Does this version set the security level of OpenSSL to 0, whatever the build has? So from 3.0.14 on, where OpenSSL has
     * levels, which it has from 1.1.0 on (fact sheet on Postfix TLS configuration section 8).
     *
     * @return true if only a level in the cipher string can raise it
     */
    public boolean setsSecurityLevel() {
        return settings.version().isAtLeast(FIRST_WITH_LEVEL_ZERO);
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
     * The parameters whose words are excluded, in the order in which Postfix reads them.
     *
     * @return names of parameters
     */
    public List<String> exclusionParameters() {
        return composer.exclusionParameters();
    }

    /**
     * The words that Postfix appends as {@code :!word}: the exclusions, and {@code aNULL} if a client certificate is
     * asked for.
     *
     * @return the words in order
     */
    public List<String> exclusions() {
        return ciphers().exclusions().stream()
                .map(CipherSelection.Exclusion::word)
                .toList();
    }

    /**
     * Does the server ask clients for a certificate?
     *
     * @return true if it asks, or if it requires one and TLS is mandatory
     */
    public boolean requestsCertificate() {
        return isOn("ask_ccert") || (isMandatory() && isOn("req_ccert"));
    }

    private boolean isOn(String name) {
        return settings.isOn(parameter(name));
    }

    /**
     * What becomes of ephemeral ECDH. Compiled with an OpenSSL before 1.0.0, Postfix has none. From OpenSSL 1.1.0 on the
     * library negotiates curves by itself, so that {@code NONE} switches nothing off there.
     *
     * @return the grade in force
     */
    public EcdhGrade ecdhGrade() {
        return ecdh.grade();
    }

    /**
     * The parameter for ephemeral ECDH, and its origin.
     *
     * @return the setting; empty if the version has no such parameter; without effect from 3.6 on
     */
    public Optional<Setting> ecdhSetting() {
        return ecdh.setting();
    }

    /**
     * The curves and, from 3.8 on, groups that OpenSSL gets.
     *
     * @return names in order; one for {@link EcdhGrade#STRONG} and {@link EcdhGrade#ULTRA}, none for
     *     {@link EcdhGrade#NONE}
     */
    public List<String> ecdhCurves() {
        return ecdh.curves();
    }

    /**
     * The name of the single curve that {@link EcdhGrade#STRONG} or {@link EcdhGrade#ULTRA} sets.
     *
     * @return OpenSSL's name of the curve, empty for the other grades
     */
    public Optional<String> ecdhCurve() {
        return ecdhGrade() == EcdhGrade.AUTO
                ? Optional.empty()
                : ecdhCurves().stream().findFirst();
    }

    /**
     * Where DH parameters come from.
     *
     * @return a file, or what Postfix brings along
     */
    public DhSource dhParameters() {
        return DhSource.of(settings, prefix);
    }

    /**
     * Does the server's order of suites count, or the client's?
     *
     * @return true if {@code tls_preempt_cipherlist} is on; never before 2.8
     */
    public boolean preemptsCipherList() {
        return settings.isOn("tls_preempt_cipherlist");
    }

    /**
     * The certificates it loads.
     *
     * @return the files in order; none if {@link #doesWithoutCertificate}, or if TLS cannot work
     */
    public List<CertificateFile> certificates() {
        return composer.certificates();
    }

    /**
     * Is it meant to have no certificate, and to do with anonymous suites?
     *
     * @return true for {@code smtpd_tls_cert_file = none} and nothing else
     */
    public boolean doesWithoutCertificate() {
        return certificates().isEmpty()
                && settings.inForce(parameter("cert_file"))
                        .filter(CipherComposer::isNone)
                        .isPresent();
    }

    /**
     * What Postfix logs when a process of this server starts, as far as settings alone tell: of files that cannot be
     * read they know nothing.
     *
     * @return the messages in order; nothing that a log level would have to ask for
     */
    public List<LoggedMessage> startMessages() {
        return new ServerStart(this, settings, prefix, level, ecdh).messages();
    }

    /**
     * The same, with what the OpenSSL at run time makes of the cipher string: 2.3 hands it over at its start.
     *
     * @param build the OpenSSL
     * @return the messages in order
     */
    public List<LoggedMessage> startMessages(OpenSslBuild build) {
        List<LoggedMessage> messages = new ArrayList<>(startMessages());
        ciphers().earlyComplaint(build, "disabling TLS support").ifPresent(messages::add);
        return List.copyOf(messages);
    }

    /**
     * What Postfix logs at each handshake because of its settings, apart from OpenSSL's own errors.
     *
     * @param peer the client as it stands in the log, such as {@code mx.example.com[192.0.2.5]}
     * @return the message; empty if all is well
     */
    public Optional<LoggedMessage> handshakeMessage(String peer) {
        return ciphers().complaint(peer);
    }

    /**
     * The same, with what the OpenSSL at run time makes of the cipher string.
     *
     * @param peer the client as it stands in the log
     * @param build the OpenSSL
     * @return the message; empty if all is well, or this library has no catalogue of the build
     */
    public Optional<LoggedMessage> handshakeMessage(String peer, OpenSslBuild build) {
        return ciphers().complaint(peer, build);
    }

    /**
     * The settings in force, with their origins.
     *
     * @return level, protocols, grade, list, exclusions, ECDH, DH, preference, certificates, in this order, as far as
     *     the version has them
     */
    public List<Setting> settingsInForce() {
        List<Setting> result = new ArrayList<>(level.settings());
        result.add(protocolSetting());
        CipherSelection ciphers = ciphers();
        ciphers.grade().ifPresent(result::add);
        ciphers.list().ifPresent(result::add);
        Stream.concat(
                        Stream.concat(exclusionParameters().stream(), Stream.of(parameter("eecdh_grade"))),
                        Stream.of("tls_preempt_cipherlist"))
                .forEach(parameter -> settings.inForce(parameter).ifPresent(result::add));
        result.addAll(ecdh.curveSettings());
        dhParameters().file().ifPresent(result::add);
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
