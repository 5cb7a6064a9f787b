package dev.posthorn.postfix;

import dev.posthorn.postfix.Finding.Severity;
import dev.posthorn.text.TerminalText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks at names and values one by one: does this version know them? */
final class LintParameters {

    /** Parameters of transports are named after them: {@code smtptls_destination_concurrency_limit}. */
    private static final Pattern OF_A_TRANSPORT = Pattern.compile(
            ".*_(?:(?:initial_)?destination|(?:extra_)?recipient|delivery_slot|minimum_delivery|time_limit|transport)"
                    + ".*|.*_time_limit");

    private static final int MAX_NAMES = 2_000;

    private final Lint lint;
    private final PostfixTlsSettings settings;

    LintParameters(Lint lint) {
        this.lint = lint;
        this.settings = lint.settings();
    }

    void look() {
        settings.statedParameters().stream().limit(MAX_NAMES).forEach(this::parameter);
        for (MasterService service : settings.services()) {
            PostfixTlsSettings ofService = settings.forService(service);
            service.options()
                    .forEach(option -> ofService
                            .setting(option.parameter())
                            .ifPresent(setting -> known(setting, ofService.stated())));
        }
    }

    private void parameter(String name) {
        settings.setting(name).ifPresent(setting -> known(setting, settings.stated()));
    }

    private void known(Setting setting, Map<String, PostfixTlsSettings.Stated> stated) {
        String name = setting.parameter();
        boolean isTls = name.toLowerCase(Locale.ROOT).contains("tls");
        if (isDisguised(name) || (isTls && isDisguised(setting.rawValue()))) {
            lint.add(
                    LintRule.INVISIBLE_CHARACTER,
                    Severity.WARNING,
                    setting,
                    "There are characters in it that cannot be seen: \"" + name + " = " + setting.rawValue() + "\".",
                    "Write the line again by hand.");
        }
        setting.problem()
                .ifPresent(problem -> lint.add(
                        LintRule.BAD_REFERENCE,
                        Severity.ERROR,
                        setting,
                        "Postfix dies of it: " + problem.explain() + ".",
                        "Write the value without the reference."));
        if (ParameterTable.exists(name, settings.version())) {
            value(setting);
        } else if (ParameterTable.existsSomewhere(name)) {
            ofOtherVersion(setting);
        } else if (!OF_A_TRANSPORT.matcher(name).matches() && !LintText.isReferredTo(name, stated)) {
            unknown(setting, isTls);
        }
    }

    /** No-break spaces, byte order marks and their kin. */
    private static boolean isDisguised(String text) {
        String withoutTabs = text.replace('\t', ' ').replace('\r', ' ').replace('\n', ' ');
        return withoutTabs.indexOf('\u00A0') >= 0
                || !TerminalText.escape(withoutTabs).equals(withoutTabs);
    }

    private void ofOtherVersion(Setting setting) {
        PostfixVersion since = ParameterTable.since(setting.parameter()).orElseThrow();
        boolean isLater = !settings.version().isAtLeast(since);
        lint.add(
                LintRule.PARAMETER_OF_OTHER_VERSION,
                Severity.WARNING,
                setting,
                "Postfix " + settings.version() + " does not have it and passes it over: "
                        + (isLater
                                ? "it came with " + since + "."
                                : "it went before this version, or came to its branch in a later patch level."),
                isLater ? "Upgrade to " + since + " or later, or remove it." : "Remove it.");
    }

    private void unknown(Setting setting, boolean isTls) {
        List<String> names = ParameterTable.names().stream()
                .filter(name -> ParameterTable.exists(name, settings.version()))
                .toList();
        Optional<String> near = NearName.of(setting.parameter(), names);
        if (near.isPresent()) {
            lint.add(
                    LintRule.UNKNOWN_PARAMETER,
                    Severity.WARNING,
                    setting,
                    "Postfix has no such parameter and passes it over; perhaps " + near.get() + " is meant.",
                    "Rename it to " + near.get() + ".");
        } else if (isTls) {
            lint.add(
                    LintRule.UNKNOWN_PARAMETER,
                    Severity.NOTE,
                    setting,
                    "This library knows no such parameter in any version, and no value refers to it.",
                    "Look it up in postconf(5).");
        }
    }

    private void value(Setting setting) {
        boolean isSwitch = ParameterTable.isSomeDefault(setting.parameter(), "yes", settings.version())
                || ParameterTable.isSomeDefault(setting.parameter(), "no", settings.version());
        String value = setting.value();
        if (isSwitch && !value.equalsIgnoreCase("yes") && !value.equalsIgnoreCase("no")) {
            lint.add(
                    LintRule.BAD_VALUE,
                    Severity.ERROR,
                    setting,
                    "\"" + value + "\" is neither yes nor no; the program dies of it.",
                    "Write yes or no.");
        }
        if (setting.parameter().equals("compatibility_level")
                && CompatibilityLevel.parse(value).isEmpty()) {
            lint.add(
                    LintRule.BAD_VALUE,
                    Severity.ERROR,
                    setting,
                    "\"" + value + "\" is no level; 0 was assumed.",
                    "Write a number such as 2, or from 3.6 on a version such as 3.6.");
        }
    }
}
