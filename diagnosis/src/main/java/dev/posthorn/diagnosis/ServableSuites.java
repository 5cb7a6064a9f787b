package dev.posthorn.diagnosis;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.tls.ProtocolVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a server has the keys for any suite that it lists. Found out once for each service and cipher string, because a
 * busy log has thousands of sessions that fail alike. Safe for use by several threads.
 */
final class ServableSuites {

    private static final OpenSslRelease FIRST_WITH_TLSV1_3 = OpenSslRelease.parse("1.1.1");

    /** Nobody means a longer string, and somebody might want to keep us busy. */
    private static final int MAX_EXPANDED = 20_000;

    /** A peer decides what lands in a log, so the memory of answers is bounded. */
    private static final int MAX_REMEMBERED = 200;

    private final MailServer server;
    private final Map<Question, Boolean> remembered = new LinkedHashMap<>();

    private record Question(Optional<String> instance, Optional<String> loggedString) {}

    ServableSuites(MailServer server) {
        this.server = server;
    }

    /** Is every suite on the list one that this server can never choose? No, if too little is known to tell. */
    synchronized boolean servesNobody(SmtpSession session) {
        if (server.openSsl().isEmpty()
                || server.settings().isEmpty()
                || server.certificates().isEmpty()) {
            return false;
        }
        Question question =
                new Question(session.instance(), session.cipherString().map(CipherString::text));
        Boolean known = remembered.get(question);
        if (known != null) {
            return known;
        }
        if (remembered.size() == MAX_REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        boolean found =
                findOut(session, server.openSsl().get(), server.settings().get());
        remembered.put(question, found);
        return found;
    }

    private boolean findOut(SmtpSession session, OpenSslBuild build, PostfixTlsSettings all) {
        PostfixTlsSettings settings = all.forInstance(session.instance());
        boolean mayServeTls13 = build.release().isAtLeast(FIRST_WITH_TLSV1_3)
                && !settings.server().protocols().disabled().contains(ProtocolVersion.TLSV1_3);
        if (mayServeTls13) {
            return false;
        }
        return session.cipherString()
                .or(() -> settings.server().cipherString())
                .filter(string -> string.text().length() <= MAX_EXPANDED)
                .flatMap(string -> model(settings, string, build))
                .filter(model ->
                        model.deadSuites().size() == model.expansion().suites().size())
                .isPresent();
    }

    private Optional<OpenSslServer> model(PostfixTlsSettings settings, CipherString string, OpenSslBuild build) {
        List<ServerCertificate> certificates = server.certificates();
        if (CipherCatalog.forBuild(build).isEmpty()
                || string.expandFor(build).rejection().isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ServerModel.of(settings.server(), string, build, certificates));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // No server runs with these settings, so the log is not theirs.
        }
    }
}
