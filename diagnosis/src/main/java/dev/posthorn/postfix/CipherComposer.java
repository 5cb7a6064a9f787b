package dev.posthorn.postfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what a role and its level make of the parameters for ciphers and protocols. */
final class CipherComposer {

    /** Before, opportunistic TLS had grade and protocols of its own and asked nobody (smtpd.c, 2.5). */
    private static final PostfixVersion OPPORTUNISTIC_PARAMETERS = new PostfixVersion(2, 6, 0);

    private static final PostfixVersion FIRST_WITH_GRADES = new PostfixVersion(2, 3, 0);

    private final PostfixTlsSettings settings;
    private final String prefix;
    private final boolean isMandatory;
    private final Optional<TlsPolicyEntry> policy;

    CipherComposer(PostfixTlsSettings settings, String prefix, boolean isMandatory) {
        this(settings, prefix, isMandatory, Optional.empty());
    }

    CipherComposer(PostfixTlsSettings settings, String prefix, boolean isMandatory, Optional<TlsPolicyEntry> policy) {
        this.settings = settings;
        this.prefix = prefix;
        this.isMandatory = isMandatory;
        this.policy = policy;
    }

    /** What the entry of the policy table has in place of a parameter. */
    private Optional<Setting> ofPolicy(String attribute) {
        return policy.flatMap(entry -> entry.attribute(attribute)
                .map(value -> new Setting(attribute, value, value, new Origin.Policy(entry.text()), Optional.empty())));
    }

    String parameter(String name) {
        return prefix + (isMandatory ? "_tls_mandatory_" : "_tls_") + name;
    }

    private boolean isHardWired() {
        return !isMandatory && !settings.version().isAtLeast(OPPORTUNISTIC_PARAMETERS);
    }

    /** The list of protocols in force; empty text where the version has no parameter for it. */
    Setting protocols() {
        String parameter = parameter("protocols");
        return ofPolicy("protocols").or(() -> settings.inForce(parameter)).orElseGet(() -> hardWired(parameter, ""));
    }

    private Setting hardWired(String parameter, String value) {
        return new Setting(parameter, value, value, new Origin.HardWired(settings.version()), Optional.empty());
    }

    private Optional<Setting> grade() {
        if (!settings.version().isAtLeast(FIRST_WITH_GRADES)) {
            return Optional.empty();
        }
        String parameter = parameter("ciphers");
        Optional<Setting> ofPolicy = ofPolicy("ciphers");
        if (ofPolicy.isPresent()) {
            return ofPolicy;
        }
        return isHardWired() ? Optional.of(hardWired(parameter, "export")) : settings.inForce(parameter);
    }

    /** The parameter for protocols or ciphers that counts at this level, or what is built in instead. */
    Setting twin(String name) {
        return name.equals("protocols") ? protocols() : grade().orElseGet(() -> hardWired(parameter(name), ""));
    }

    /** What a grade that is none falls back to, in the version that does not give up. */
    String fallbackGrade() {
        return prefix.equals("smtpd") ? "export" : "medium";
    }

    CipherSelection selection(List<String> automatic) {
        Optional<Setting> grade = grade();
        Optional<Setting> list = grade.isEmpty()
                ? settings.inForce(prefix + "_tls_cipherlist")
                : CipherSelection.effectiveGrade(grade.get().value(), settings.version(), fallbackGrade())
                        .flatMap(name -> settings.inForce("tls_" + name + "_cipherlist"));
        return new CipherSelection(settings.version(), grade, list, exclusions(automatic));
    }

    /** The parameters whose words are excluded, in the order in which Postfix reads them. */
    List<String> exclusionParameters() {
        String always = prefix + "_tls_exclude_ciphers";
        return isMandatory ? List.of(always, prefix + "_tls_mandatory_exclude_ciphers") : List.of(always);
    }

    /** An {@code exclude=} of the policy table replaces what main.cf excludes (section 5.2). */
    List<Setting> exclusionSettings() {
        Optional<Setting> ofPolicy = ofPolicy("exclude");
        return ofPolicy.isPresent()
                ? List.of(ofPolicy.get())
                : exclusionParameters().stream()
                        .flatMap(parameter -> settings.inForce(parameter).stream())
                        .toList();
    }

    private List<CipherSelection.Exclusion> exclusions(List<String> automatic) {
        List<CipherSelection.Exclusion> exclusions = new ArrayList<>();
        for (Setting setting : exclusionSettings()) {
            setting.words().forEach(word -> exclusions.add(new CipherSelection.Exclusion(word, Optional.of(setting))));
        }
        automatic.forEach(word -> exclusions.add(new CipherSelection.Exclusion(word, Optional.empty())));
        return exclusions;
    }

    /** The certificates to load; the other parameters do not count beside {@code chain_files}. */
    List<CertificateFile> certificates() {
        List<CertificateFile> files = new ArrayList<>();
        for (CertificateFile.Kind kind : CertificateFile.Kind.values()) {
            boolean chains = !files.isEmpty() && files.get(0).kind() == CertificateFile.Kind.CHAIN;
            settings.inForce(kind.certificateParameter(prefix))
                    .filter(setting -> !chains && !setting.value().isEmpty() && !isNone(setting))
                    .ifPresent(setting -> files.add(new CertificateFile(
                            kind, setting, kind.keyParameter(prefix).flatMap(settings::inForce))));
        }
        return List.copyOf(files);
    }

    static boolean isNone(Setting setting) {
        return setting.parameter().endsWith("_tls_cert_file") && setting.value().equalsIgnoreCase("none");
    }
}
