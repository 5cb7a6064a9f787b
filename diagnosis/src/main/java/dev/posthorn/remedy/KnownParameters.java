package dev.posthorn.remedy;

import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.PostfixVersion;
import java.util.Optional;
import java.util.Set;

/**
 * Which parameters a version of Postfix has. Those that have to do with TLS are in the table of the settings; the few others
 * that remedies use are here.
 *
 * @param version the version; empty if it is not known, and then only what all versions since 2.2 have is known
 */
record KnownParameters(Optional<PostfixVersion> version) {

    private static final PostfixVersion OLDEST = new PostfixVersion(2, 2, 0);

    /** Fact sheet on Postfix TLS configuration section 11: since 2.2; the name for the log is older still. */
    private static final Set<String> OF_ALL_VERSIONS = Set.of("smtpd_discard_ehlo_keyword_address_maps", "syslog_name");

    boolean has(String parameter) {
        return OF_ALL_VERSIONS.contains(parameter)
                || PostfixTlsSettings.defaultsOf(version.orElse(OLDEST))
                        .setting(parameter)
                        .isPresent();
    }

    boolean isAtLeast(int major, int minor) {
        return version.filter(known -> known.isAtLeast(new PostfixVersion(major, minor, 0)))
                .isPresent();
    }
}
