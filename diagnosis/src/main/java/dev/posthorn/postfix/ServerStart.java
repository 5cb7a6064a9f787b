package dev.posthorn.postfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a server logs when its process starts, in the order of smtpd.c and tls_server.c. */
final class ServerStart {

    private static final PostfixVersion FIRST = new PostfixVersion(2, 3, 0);
    private static final PostfixVersion SECOND = new PostfixVersion(2, 4, 0);

    private final ServerTls server;
    private final PostfixTlsSettings settings;
    private final String prefix;
    private final ServerLevel level;
    private final EcdhSelection ecdh;
    private final List<LoggedMessage> messages = new ArrayList<>();

    ServerStart(ServerTls server, PostfixTlsSettings settings, String prefix, ServerLevel level, EcdhSelection ecdh) {
        this.server = server;
        this.settings = settings;
        this.prefix = prefix;
        this.level = level;
        this.ecdh = ecdh;
    }

    List<LoggedMessage> messages() {
        level.complaint().ifPresent(messages::add);
        boolean speaksTls =
                server.level().filter(found -> found != SecurityLevel.NONE).isPresent();
        if (speaksTls && settings.version().isAtLeast(FIRST)) {
            server.ciphers().replacedGrade("export").ifPresent(messages::add);
            if (hasCertificates()) {
                context();
            }
        }
        return List.copyOf(messages);
    }

    private boolean hasCertificates() {
        boolean requires = settings.isOn(prefix + "_tls_req_ccert");
        if (server.certificates().isEmpty() && !server.doesWithoutCertificate()) {
            if (!settings.version().isAtLeast(SECOND) && server.isMandatory()) {
                messages.add(
                        LoggedMessage.fatal(settings.version(), "No server certs available. TLS can't be enabled"));
                return false;
            }
            warning("No server certs available. TLS won't be enabled");
            return false;
        }
        if (server.doesWithoutCertificate() && server.requestsCertificate()) {
            warning("Need a server cert to request client certs");
            return false;
        }
        if (requires && !server.isMandatory()) {
            warning("Can't require client certs unless TLS is required");
        }
        return true;
    }

    private void context() {
        Optional<LoggedMessage> protocols = server.protocols().complaint(server.protocolParameter());
        protocols.ifPresent(messages::add);
        if (protocols.isEmpty()) {
            messages.addAll(ecdh.serverComplaints());
        }
    }

    private void warning(String text) {
        messages.add(LoggedMessage.warning(settings.version(), text));
    }
}
