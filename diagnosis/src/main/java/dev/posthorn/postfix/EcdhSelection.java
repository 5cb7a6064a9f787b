package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of ephemeral ECDH (fact sheet on Postfix TLS configuration section 7.1). */
final class EcdhSelection {

    private static final OpenSslRelease FIRST_WITH_ECDH = OpenSslRelease.parse("1.0.0");
    private static final OpenSslRelease FIRST_WITH_AUTO = OpenSslRelease.parse("1.0.2");
    private static final PostfixVersion LISTS = new PostfixVersion(3, 2, 0);
    private static final PostfixVersion NO_NONE = new PostfixVersion(3, 4, 0);
    private static final PostfixVersion ALWAYS_AUTO = new PostfixVersion(3, 6, 0);
    private static final PostfixVersion GROUPS = new PostfixVersion(3, 8, 0);
    private static final PostfixVersion GROUPS_BY_OPENSSL = new PostfixVersion(3, 10, 0);

    private final PostfixTlsSettings settings;
    private final PostfixVersion version;
    private final Optional<Setting> grade;

    EcdhSelection(PostfixTlsSettings settings, String prefix) {
        this.settings = settings;
        this.version = settings.version();
        this.grade = settings.inForce(prefix + "_tls_eecdh_grade");
    }

    /** The choice of a client, which has no grade: from 3.2 on a list, before that what OpenSSL does by itself. */
    static EcdhSelection ofClient(PostfixTlsSettings settings) {
        return new EcdhSelection(settings, "");
    }

    /** The parameter; empty if the version has none. */
    Optional<Setting> setting() {
        return grade;
    }

    EcdhGrade grade() {
        if (version.isAtLeast(ALWAYS_AUTO)) {
            return EcdhGrade.AUTO;
        }
        return isCompiledIn() ? named().orElse(EcdhGrade.NONE) : EcdhGrade.NONE;
    }

    private boolean isCompiledIn() {
        return grade.isPresent()
                && settings.headers()
                        .map(release -> release.isAtLeast(FIRST_WITH_ECDH))
                        .orElse(true);
    }

    private Optional<EcdhGrade> named() {
        return switch (grade.map(Setting::value).orElse("").toLowerCase(Locale.ROOT)) {
            case "strong" -> Optional.of(EcdhGrade.STRONG);
            case "ultra" -> Optional.of(EcdhGrade.ULTRA);
            case "auto" -> knowsAuto() ? Optional.of(EcdhGrade.AUTO) : Optional.empty();
            case "none" -> Optional.of(version.isAtLeast(NO_NONE) ? EcdhGrade.AUTO : EcdhGrade.NONE);
            default -> Optional.empty();
        };
    }

    private boolean knowsAuto() {
        return version.isAtLeast(LISTS)
                && settings.headers()
                        .map(release -> release.isAtLeast(FIRST_WITH_AUTO))
                        .orElse(true);
    }

    /** The parameters that name the curves in force. */
    List<Setting> curveSettings() {
        List<String> parameters = switch (grade()) {
            case NONE -> List.of();
            case STRONG -> List.of("tls_eecdh_strong_curve");
            case ULTRA -> List.of("tls_eecdh_ultra_curve");
            case AUTO -> List.of("tls_eecdh_auto_curves", "tls_ffdhe_auto_groups");
        };
        return parameters.stream()
                .flatMap(parameter -> settings.inForce(parameter).stream())
                .toList();
    }

    List<String> curves() {
        return curveSettings().stream()
                .flatMap(setting -> curveWords(setting).stream())
                .toList();
    }

    private List<String> curveWords(Setting setting) {
        return setting.parameter().endsWith("_curve")
                ? List.of(setting.value())
                : Words.between(setting.value(), " \t\r\n,");
    }

    /** What a server logs at its start. */
    List<LoggedMessage> serverComplaints() {
        boolean gradeCounts = !version.isAtLeast(ALWAYS_AUTO);
        if (gradeCounts && !isCompiledIn()) {
            return List.of();
        }
        List<LoggedMessage> complaints = new ArrayList<>();
        String written = grade.map(Setting::value).orElse("");
        if (gradeCounts && named().isEmpty()) {
            complaints.add(warning("Invalid TLS eecdh grade \"" + written + "\": EECDH disabled"));
            return complaints;
        }
        if (gradeCounts && version.isAtLeast(NO_NONE) && written.equalsIgnoreCase("none")) {
            complaints.add(warning("The \"none\" eecdh grade is no longer supported, using \"auto\" instead"));
        }
        complaints.addAll(curveComplaints());
        return complaints;
    }

    /** What a client logs at its start: from 3.2 on it has a list, too. */
    List<LoggedMessage> clientComplaints() {
        return version.isAtLeast(LISTS) ? listComplaints(autoCurves()) : List.of();
    }

    List<String> autoCurves() {
        return settings.inForce("tls_eecdh_auto_curves").map(this::curveWords).orElse(List.of());
    }

    private List<LoggedMessage> curveComplaints() {
        if (grade() == EcdhGrade.AUTO) {
            return listComplaints(autoCurves());
        }
        if (version.isAtLeast(NO_NONE)) {
            return listComplaints(curves());
        }
        return curves().stream()
                .filter(curve -> !CurveNames.isCurve(curve, settings.headers()))
                .map(curve -> warning("unknown curve \"" + curve + "\": disabling EECDH support"))
                .toList();
    }

    /** From 3.10 on OpenSSL reads the list, and what it says depends on it. */
    private List<LoggedMessage> listComplaints(List<String> curves) {
        boolean isEmpty = curves.isEmpty()
                && settings.inForce("tls_ffdhe_auto_groups")
                        .map(groups -> groups.value().isBlank())
                        .orElse(true);
        if (version.isAtLeast(GROUPS) && isEmpty && !isDefaultEmpty()) {
            return List.of(
                    warning("no configured key exchange group - OpenSSL requires at least one"),
                    warning("using Postfix default key exchange groups instead"));
        }
        if (version.isAtLeast(GROUPS_BY_OPENSSL)) {
            return List.of();
        }
        List<String> unknown = curves.stream()
                .filter(curve -> !CurveNames.isListed(curve, settings.headers()))
                .toList();
        List<LoggedMessage> complaints = new ArrayList<>();
        unknown.forEach(curve -> complaints.add(warning("ignoring unknown " + what(curve))));
        if (unknown.size() == curves.size() && !version.isAtLeast(GROUPS)) {
            complaints.add(warning(
                    version.isAtLeast(NO_NONE)
                            ? "none of the configured ECDHE curves are supported"
                            : "none of the \"auto\" ECDHE curves are supported"));
        }
        return complaints;
    }

    private boolean isDefaultEmpty() {
        return settings.inForce("tls_eecdh_auto_curves")
                .map(curves -> !curves.isStated())
                .orElse(true);
    }

    private String what(String curve) {
        if (version.isAtLeast(GROUPS)) {
            return "key exchange group \"" + curve + "\"";
        }
        return version.isAtLeast(NO_NONE) ? "ECDHE curve \"" + curve + "\"" : "\"auto\" ECDHE curve \"" + curve + "\"";
    }

    private LoggedMessage warning(String text) {
        return LoggedMessage.warning(version, text);
    }
}
