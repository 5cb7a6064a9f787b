package dev.posthorn.postfix;

import dev.posthorn.postfix.Finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at levels, and at parameters that count only at others (fact sheet on Postfix TLS configuration section 9). */
final class LintLevels {

    private static final List<String> PAIRED = List.of("protocols", "ciphers");
    private static final List<String> LEVELS = List.of("none", "may", "encrypt");

    private final Lint lint;

    LintLevels(Lint lint) {
        this.lint = lint;
    }

    void look() {
        for (PostfixTlsSettings server : lint.servers()) {
            level(server);
        }
        boolean anyMandatory =
                lint.servers().stream().anyMatch(each -> each.server().isMandatory());
        boolean anyOptional = lint.servers().stream().anyMatch(each -> isAt(each.server(), SecurityLevel.MAY));
        boolean anyTls = anyMandatory || anyOptional;
        if (!anyTls) {
            switchedOff();
        } else if (!anyMandatory) {
            Stream.of("protocols", "ciphers", "exclude_ciphers").forEach(this::idleMandatory);
        } else if (!anyOptional) {
            PAIRED.forEach(this::idleOpportunistic);
        }
        client();
    }

    private static boolean isAt(ServerTls server, SecurityLevel level) {
        return server.level().filter(found -> found == level).isPresent();
    }

    private void level(PostfixTlsSettings settings) {
        Optional<Setting> written = Lint.stated(settings, "smtpd_tls_security_level")
                .filter(setting -> !setting.value().isEmpty());
        written.ifPresent(setting -> new ServerLevel(settings, "smtpd")
                .complaint()
                .ifPresent(message -> lint.add(
                        LintRule.BAD_VALUE,
                        settings.server().level().isEmpty() ? Severity.ERROR : Severity.WARNING,
                        setting,
                        "A server cannot have this level; Postfix logs: " + message,
                        "Write " + NearName.of(setting.value(), LEVELS).orElse("may or encrypt") + ".")));
        for (String legacy : List.of("smtpd_use_tls", "smtpd_enforce_tls")) {
            if (written.isPresent()) {
                Lint.stated(settings, legacy).ifPresent(setting -> legacy(setting, written.get(), settings));
            }
        }
        ServerTls server = settings.server();
        if (server.isWrapped()
                && written.filter(setting -> !setting.value().equalsIgnoreCase("encrypt"))
                        .isPresent()) {
            Setting setting = written.get();
            lint.add(
                    LintRule.CONFLICT,
                    setting.origin().kind() == Origin.Kind.SERVICE_OPTION ? Severity.WARNING : Severity.NOTE,
                    setting,
                    "smtpd_tls_wrappermode = yes overrides it: TLS is mandatory.",
                    "None needed, or write encrypt.");
        }
    }

    private void legacy(Setting setting, Setting level, PostfixTlsSettings settings) {
        boolean isOn = settings.isOn(setting.parameter());
        boolean isEnforce = setting.parameter().equals("smtpd_enforce_tls");
        boolean agrees = isEnforce
                ? isOn == settings.server().isMandatory()
                : isOn == !isAt(settings.server(), SecurityLevel.NONE);
        lint.add(
                agrees ? LintRule.WITHOUT_EFFECT : LintRule.CONFLICT,
                agrees ? Severity.NOTE : Severity.WARNING,
                setting,
                "smtpd_tls_security_level = " + level.value() + " overrides it"
                        + (agrees ? "." : " and says otherwise."),
                "Remove it.");
    }

    private void switchedOff() {
        lint.settings().statedParameters().stream()
                .filter(name -> name.startsWith("smtpd_tls_") && !name.equals("smtpd_tls_security_level"))
                .flatMap(name -> lint.stated(name).stream())
                .findFirst()
                .ifPresent(setting -> lint.add(
                        LintRule.IDLE_AT_THIS_LEVEL,
                        Severity.WARNING,
                        setting,
                        "The SMTP server speaks no TLS, so that this and every other smtpd_tls_ parameter has no effect:"
                                + " no level is set.",
                        "Set " + enabling() + "."));
    }

    private String enabling() {
        return lint.version().isAtLeast(new PostfixVersion(2, 3, 0))
                ? "smtpd_tls_security_level = may"
                : "smtpd_use_tls = yes";
    }

    private void idleMandatory(String name) {
        String other = "smtpd_tls_" + name;
        lint.stated("smtpd_tls_mandatory_" + name).ifPresent(setting -> {
            Setting inForce = PAIRED.contains(name)
                    ? new CipherComposer(lint.settings(), "smtpd", false).twin(name)
                    : lint.settings().inForce(other).orElse(setting);
            boolean same = inForce.value().equals(setting.value());
            lint.add(
                    LintRule.IDLE_AT_THIS_LEVEL,
                    same ? Severity.NOTE : Severity.WARNING,
                    setting,
                    "It counts only where TLS is mandatory, and the server's level is may. What counts is " + inForce
                            + ".",
                    same
                            ? "None needed; it will count if the level becomes encrypt."
                            : lint.settings().inForce(other).isPresent()
                                    ? "Set " + other + ", too."
                                    : "Upgrade to 2.6 or later, which has " + other + ".");
        });
    }

    private void idleOpportunistic(String name) {
        lint.stated("smtpd_tls_" + name)
                .ifPresent(setting -> lint.add(
                        LintRule.IDLE_AT_THIS_LEVEL,
                        Severity.WARNING,
                        setting,
                        "It counts only at level may, and TLS is mandatory here. What counts is "
                                + lint.settings()
                                        .inForce("smtpd_tls_mandatory_" + name)
                                        .map(Setting::toString)
                                        .orElse("nothing")
                                + ".",
                        "Set smtpd_tls_mandatory_" + name + "."));
    }

    private void client() {
        boolean byPolicy = Stream.of("smtp_tls_policy_maps", "smtp_tls_per_site")
                .anyMatch(parameter -> lint.stated(parameter).isPresent());
        boolean anyMandatory =
                lint.clients().stream().anyMatch(each -> each.client().level().isMandatory());
        if (byPolicy || anyMandatory) {
            return;
        }
        for (String name : List.of("protocols", "ciphers", "exclude_ciphers")) {
            lint.stated("smtp_tls_mandatory_" + name)
                    .filter(setting -> !setting.value().equals(lint.settings().value("smtp_tls_" + name)))
                    .ifPresent(setting -> lint.add(
                            LintRule.IDLE_AT_THIS_LEVEL,
                            Severity.NOTE,
                            setting,
                            "It counts only where TLS is mandatory; no client and no policy table asks for that.",
                            "Set smtp_tls_" + name + ", if it is meant for all."));
        }
    }
}
