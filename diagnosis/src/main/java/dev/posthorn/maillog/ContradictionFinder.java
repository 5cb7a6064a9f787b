package dev.posthorn.maillog;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.maillog.LogFacts.Agreed;
import dev.posthorn.maillog.LogFacts.InForce;
import dev.posthorn.maillog.LogFacts.Refused;
import dev.posthorn.maillog.LogFacts.Seen;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.postfix.ClientTls;
import dev.posthorn.postfix.EcdhGrade;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.ProtocolList;
import dev.posthorn.postfix.SecurityLevel;
import dev.posthorn.postfix.ServerTls;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares what a log shows with what follows from the settings. Of the client only what holds at every level is compared:
 * a table of policies may say otherwise for a destination, and it is not read.
 */
final class ContradictionFinder {

    /** From here on OpenSSL chooses curves by itself, so that no parameters do not mean no ECDHE (section 7.1). */
    private static final OpenSslRelease CURVES_OF_ITS_OWN = OpenSslRelease.parse("1.1.0");

    private static final int MAX_EXPANDED = 20_000;

    private final LogFacts facts;
    private final MailServer server;
    private final List<Contradiction> found = new ArrayList<>();

    ContradictionFinder(LogFacts facts, MailServer server) {
        this.facts = facts;
        this.server = server;
    }

    List<Contradiction> find() {
        server.settings().ifPresent(settings -> {
            facts.agreed().forEach((agreed, seen) -> agreed(agreed, seen, settings));
            facts.inForce().forEach((inForce, seen) -> inForce(inForce, seen, settings));
            facts.refused().forEach((refused, seen) -> refused(refused, seen, settings));
        });
        return List.copyOf(found);
    }

    private void agreed(Agreed agreed, Seen seen, PostfixTlsSettings settings) {
        if (agreed.role() == TlsRole.CLIENT) {
            agreedByClient(agreed, seen, settings.client());
            return;
        }
        ServerTls tls = settings.forInstance(agreed.service()).server();
        String log = agreed.protocol() + " with " + agreed.suite();
        if (tls.level().filter(SecurityLevel.NONE::equals).isPresent()) {
            add(agreed.role(), agreed.service(), "smtpd_tls_security_level", "there is no TLS", log, seen);
            return;
        }
        if (!tls.protocols().isValid()) {
            add(agreed.role(), agreed.service(), tls.protocolParameter(), "the list is invalid: no TLS", log, seen);
            return;
        }
        version(agreed, tls.protocols(), tls.protocolParameter(), seen);
        suite(agreed, tls.cipherString(), "smtpd_tls_ciphers", seen);
        boolean curvesOnlyIfSet = server.openSsl()
                .filter(build -> !build.release().isAtLeast(CURVES_OF_ITS_OWN))
                .isPresent();
        if (curvesOnlyIfSet
                && tls.ecdhGrade() == EcdhGrade.NONE
                && agreed.suite().startsWith("ECDHE-")) {
            add(agreed.role(), agreed.service(), "smtpd_tls_eecdh_grade", "there is no ECDHE", log, seen);
        }
    }

    private void agreedByClient(Agreed agreed, Seen seen, ClientTls tls) {
        boolean isPolicyKnown = server.settings()
                .map(settings -> settings.value("smtp_tls_policy_maps").isEmpty())
                .orElse(false);
        if (!isPolicyKnown) {
            return;
        }
        String log = agreed.protocol() + " with " + agreed.suite();
        if (tls.level() == SecurityLevel.NONE) {
            add(agreed.role(), agreed.service(), "smtp_tls_security_level", "there is no TLS", log, seen);
            return;
        }
        version(agreed, tls.protocols(), tls.protocolParameter(), seen);
        suite(agreed, tls.cipherString(), "smtp_tls_ciphers", seen);
    }

    private void version(Agreed agreed, ProtocolList protocols, String parameter, Seen seen) {
        ProtocolVersion.forOpenSslName(agreed.protocol())
                .filter(version -> protocols.isValid() && protocols.disabled().contains(version))
                .ifPresent(version -> add(
                        agreed.role(),
                        agreed.service(),
                        parameter,
                        version + " is off",
                        agreed.protocol() + " with " + agreed.suite(),
                        seen));
    }

    /** Suites of TLSv1.3 do not depend on the string. */
    private void suite(Agreed agreed, Optional<CipherString> cipherString, String parameter, Seen seen) {
        boolean isOfOldVersions = ProtocolVersion.forOpenSslName(agreed.protocol())
                .filter(version -> ProtocolVersion.TLSV1_2.isAtLeast(version))
                .isPresent();
        Optional<Expansion> expansion = server.openSsl()
                .filter(build -> CipherCatalog.forBuild(build).isPresent())
                .flatMap(build -> cipherString
                        .filter(string -> string.text().length() <= MAX_EXPANDED)
                        .map(string -> string.expandFor(build)));
        boolean isMissing = expansion
                .filter(list -> list.rejection().isEmpty())
                .filter(list -> list.suites().stream()
                        .noneMatch(suite -> suite.openSslName().equals(agreed.suite())))
                .isPresent();
        if (isOfOldVersions && isMissing) {
            add(
                    agreed.role(),
                    agreed.service(),
                    parameter,
                    "the list has no " + agreed.suite(),
                    agreed.protocol() + " with " + agreed.suite(),
                    seen);
        }
    }

    private void inForce(InForce inForce, Seen seen, PostfixTlsSettings settings) {
        if (inForce.role() == TlsRole.CLIENT) {
            return; // The level of the destination decides, and a policy may name other ciphers.
        }
        ServerTls tls = settings.forInstance(inForce.service()).server();
        tls.cipherString()
                .filter(string -> !string.text().equals(inForce.cipherString()))
                .ifPresent(string -> add(
                        inForce.role(),
                        inForce.service(),
                        "smtpd_tls_ciphers",
                        "the cipher string is \"" + string.text() + "\"",
                        "\"" + inForce.cipherString() + "\"",
                        seen));
    }

    private void refused(Refused refused, Seen seen, PostfixTlsSettings settings) {
        if (refused.role() == TlsRole.CLIENT) {
            return;
        }
        ServerTls tls = settings.forInstance(refused.service()).server();
        String configured = tls.protocols().text();
        if (tls.protocols().isValid() || !configured.equals(refused.protocols())) {
            add(
                    refused.role(),
                    refused.service(),
                    tls.protocolParameter(),
                    "the list is \"" + configured + "\"" + (tls.protocols().isValid() ? ", which is valid" : ""),
                    "the list \"" + refused.protocols() + "\" refused",
                    seen);
        }
    }

    private void add(
            TlsRole role, Optional<String> service, String subject, String settingsSay, String logSays, Seen seen) {
        found.add(new Contradiction(
                role, service.orElse(""), subject, settingsSay, logSays, seen.count(), seen.firstLine()));
    }
}
