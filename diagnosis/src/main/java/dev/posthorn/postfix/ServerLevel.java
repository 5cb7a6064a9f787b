package dev.posthorn.postfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a server finds its level (fact sheet on Postfix TLS configuration section 9.1). */
final class ServerLevel {

    /** Before, a level that is none was ignored. */
    private static final PostfixVersion DIES_OF_UNKNOWN = new PostfixVersion(2, 5, 0);

    private static final PostfixVersion LAST_WITH_KNOWN_WARNING = new PostfixVersion(2, 4, 0);

    private final PostfixTlsSettings settings;
    private final String prefix;
    private final Optional<Setting> written;
    private final Optional<SecurityLevel> named;

    ServerLevel(PostfixTlsSettings settings, String prefix) {
        this.settings = settings;
        this.prefix = prefix;
        this.written = settings.inForce(prefix + "_tls_security_level")
                .filter(setting -> !setting.value().isEmpty());
        this.named = written.flatMap(setting -> SecurityLevel.forName(setting.value(), settings.version()))
                .filter(found -> found != SecurityLevel.HALF_DANE);
    }

    Optional<SecurityLevel> level() {
        if (isUnknown() && settings.version().isAtLeast(DIES_OF_UNKNOWN)) {
            return Optional.empty();
        }
        if (isWrapped()) {
            return Optional.of(SecurityLevel.ENCRYPT);
        }
        return Optional.of(named.map(found -> found.authenticates() ? SecurityLevel.ENCRYPT : found)
                .orElseGet(this::byLegacyParameters));
    }

    private SecurityLevel byLegacyParameters() {
        if (settings.isOn(prefix + "_enforce_tls")) {
            return SecurityLevel.ENCRYPT;
        }
        return settings.isOn(prefix + "_use_tls") ? SecurityLevel.MAY : SecurityLevel.NONE;
    }

    private boolean isUnknown() {
        return written.isPresent() && named.isEmpty();
    }

    boolean isWrapped() {
        return settings.isOn(prefix + "_tls_wrappermode");
    }

    /** The settings that decided. */
    List<Setting> settings() {
        List<Setting> decisive = new ArrayList<>();
        if (isWrapped()) {
            settings.inForce(prefix + "_tls_wrappermode").ifPresent(decisive::add);
        }
        written.ifPresent(decisive::add);
        if (written.isEmpty()) {
            Stream.of(prefix + "_enforce_tls", prefix + "_use_tls")
                    .filter(settings::isOn)
                    .flatMap(parameter -> settings.inForce(parameter).stream())
                    .forEach(decisive::add);
        }
        if (decisive.isEmpty()) {
            settings.inForce(prefix + "_tls_security_level").ifPresent(decisive::add);
        }
        return decisive;
    }

    /** What Postfix logs of a level that a server cannot have. */
    Optional<LoggedMessage> complaint() {
        String text = written.map(Setting::value).orElse("");
        String parameter = prefix + "_tls_security_level";
        if (isUnknown()) {
            if (settings.version().isAtLeast(DIES_OF_UNKNOWN)) {
                return Optional.of(LoggedMessage.fatal(settings.version(), "Invalid TLS level \"" + text + "\""));
            }
            return settings.version().isAtLeast(LAST_WITH_KNOWN_WARNING)
                    ? Optional.empty()
                    : Optional.of(LoggedMessage.warning(
                            settings.version(), parameter + ": ignoring unknown TLS level \"" + text + "\""));
        }
        return named.filter(SecurityLevel::authenticates)
                .map(found -> LoggedMessage.warning(
                        settings.version(), parameter + ": unsupported TLS level \"" + text + "\", using \"encrypt\""));
    }
}
