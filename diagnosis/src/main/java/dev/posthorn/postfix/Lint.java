package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslBuild;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through settings and collects findings. Where a master.cf was read, what counts is what its services make of
 * main.cf: a parameter is idle only if it is idle everywhere.
 */
final class Lint {

    /** Who has more to mend than this begins with the first hundreds. */
    private static final int MAX_FINDINGS = 500;

    private final PostfixTlsSettings settings;
    private final Optional<OpenSslBuild> build;
    private final Set<Finding> findings = new LinkedHashSet<>();

    private Lint(PostfixTlsSettings settings, Optional<OpenSslBuild> build) {
        this.settings = settings;
        this.build = build;
    }

    static List<Finding> of(PostfixTlsSettings settings, Optional<OpenSslBuild> build) {
        Lint lint = new Lint(settings, build);
        new LintText(lint).look();
        new LintParameters(lint).look();
        new LintLevels(lint).look();
        new LintEffects(lint).look();
        new LintProtocols(lint).look();
        new LintCiphers(lint).look();
        new LintKeyExchange(lint).look();
        List<Finding> sorted = new ArrayList<>(lint.findings);
        sorted.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(sorted);
    }

    PostfixTlsSettings settings() {
        return settings;
    }

    PostfixVersion version() {
        return settings.version();
    }

    Optional<OpenSslBuild> build() {
        return build;
    }

    /** The settings of every smtpd, or those of main.cf if nobody told of services. */
    List<PostfixTlsSettings> servers() {
        return runBy("smtpd");
    }

    /** The settings of every SMTP client, likewise. */
    List<PostfixTlsSettings> clients() {
        return runBy("smtp");
    }

    private List<PostfixTlsSettings> runBy(String command) {
        List<PostfixTlsSettings> found = settings.services().stream()
                .filter(service -> service.command().equals(command))
                .map(settings::forService)
                .toList();
        return found.isEmpty() ? List.of(settings) : found;
    }

    /** The setting of a parameter that somebody stated and this version has. */
    Optional<Setting> stated(String parameter) {
        return stated(settings, parameter);
    }

    static Optional<Setting> stated(PostfixTlsSettings where, String parameter) {
        return where.inForce(parameter).filter(Setting::isStated);
    }

    void add(LintRule rule, Finding.Severity severity, Setting setting, String reason, String fix) {
        add(rule, severity, setting.parameter(), Optional.of(setting.origin()), reason, fix);
    }

    void add(
            LintRule rule,
            Finding.Severity severity,
            String subject,
            Optional<Origin> origin,
            String reason,
            String fix) {
        if (findings.size() < MAX_FINDINGS) {
            findings.add(new Finding(rule, severity, subject, origin, reason, fix));
        }
    }
}
