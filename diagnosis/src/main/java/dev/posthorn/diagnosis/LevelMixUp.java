package dev.posthorn.diagnosis;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.SecurityLevel;
import java.util.List;
import java.util.Optional;

/**
 * Settings for the other level: Postfix has one set of parameters for TLS that is optional and one for TLS that is required,
 * and each is without effect where the other holds (fact sheet on Postfix TLS configuration, section 9).
 */
final class LevelMixUp {

    private static final List<String> SUBJECTS = List.of("protocols", "ciphers", "exclude_ciphers");

    private LevelMixUp() {}

    /** What to know of settings that had no effect in a session, as a sentence. */
    static Optional<String> of(TlsRole role, PostfixTlsSettings settings) {
        boolean isServer = role == TlsRole.SERVER;
        boolean isMandatory = isServer
                ? settings.server().isMandatory()
                : settings.client().level().compareTo(SecurityLevel.MAY) > 0;
        String prefix = isServer ? "smtpd_tls_" : "smtp_tls_";
        String levelParameter = prefix + "security_level";
        List<String> stated = settings.statedParameters();
        for (String subject : SUBJECTS) {
            String optional = prefix + subject;
            String mandatory = prefix + "mandatory_" + subject;
            String inForce = isMandatory ? mandatory : optional;
            String idle = isMandatory ? optional : mandatory;
            // Exclusions for optional TLS hold for mandatory TLS as well.
            boolean isIdle = stated.contains(idle)
                    && !stated.contains(inForce)
                    && !(isMandatory && subject.equals("exclude_ciphers"));
            if (isIdle) {
                return Optional.of(idle + " is set and has no effect here: TLS is "
                        + (isMandatory ? "required" : "optional") + " (" + levelParameter + "), so that " + inForce
                        + " is what counts.");
            }
        }
        return Optional.empty();
    }
}
