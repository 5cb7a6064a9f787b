package dev.posthorn.remedy;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.openssl.BuildOption;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.peers.HelloCandidates;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.PeerAddress;
import dev.posthorn.peers.ServiceModels;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.remedy.ConfigurationText.File;
import dev.posthorn.remedy.TargetedRemedy.Kind;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A second listener with older versions, to which the firewall redirects the clients that need them: the only way to give
 * certain clients other protocols or ciphers (fact sheet on Postfix TLS configuration section 11). From 2.6 on, for before
 * there was no list of protocols for opportunistic TLS.
 */
final class SecondListener {

    private static final String PROTOCOLS = "smtpd_tls_protocols";
    private static final int FIRST_PORT = 2525;

    /** Settings that are changed for the listener, in order; every one of the later is tried only if the earlier do not do. */
    private static final List<Map<String, String>> LENIENCIES = List.of(
            Map.of(),
            Map.of("smtpd_tls_ciphers", "medium"),
            Map.of("smtpd_tls_ciphers", "medium", "smtpd_tls_exclude_ciphers", ""),
            Map.of("smtpd_tls_ciphers", "export", "smtpd_tls_exclude_ciphers", ""));

    private final MailServer server;
    private final PostfixTlsSettings settings;
    private final OpenSslBuild build;
    private final ServiceModels now;
    private final Optional<CipherString> logged;

    SecondListener(MailServer server, PostfixTlsSettings settings, OpenSslBuild build, Optional<CipherString> logged) {
        this.logged = logged;
        this.server = server;
        this.settings = settings;
        this.build = build;
        this.now = new ServiceModels(server);
    }

    /**
     * A listener for clients whose newest version is given.
     *
     * @return the remedy; empty if Postfix or OpenSSL cannot do it
     */
    Optional<TargetedRemedy> remedy(List<Peer> served, ProtocolVersion lowest) {
        KnownParameters known = new KnownParameters(Optional.of(settings.version()));
        boolean canSpeak = !lowest.equals(ProtocolVersion.SSLV3) || build.has(BuildOption.SSL3);
        List<Peer> reachable = served.stream()
                .filter(peer -> peer.ipAddress().filter(PeerAddress::isOfAPeer).isPresent())
                .toList();
        if (!known.has(PROTOCOLS) || !canSpeak || reachable.isEmpty()) {
            return Optional.empty();
        }
        PostfixTlsSettings relaxed = settings.with("smtpd_tls_security_level", "may");
        return protocols(lowest, relaxed)
                .flatMap(list -> lenient(reachable, relaxed.with(PROTOCOLS, list))
                        .map(leniency -> remedy(reachable, lowest, list, leniency)));
    }

    private static Optional<String> protocols(ProtocolVersion lowest, PostfixTlsSettings settings) {
        Set<ProtocolVersion> off = lowest.equals(ProtocolVersion.SSLV3)
                ? Set.of(ProtocolVersion.SSLV2)
                : Set.of(ProtocolVersion.SSLV2, ProtocolVersion.SSLV3);
        return ProtocolWords.switchingOff(off, PROTOCOLS, ",", settings);
    }

    /** The least that lets all of them succeed, as far as known shapes of them can be asked. */
    private Optional<Map<String, String>> lenient(List<Peer> served, PostfixTlsSettings base) {
        for (Map<String, String> leniency : LENIENCIES) {
            PostfixTlsSettings changed = base;
            for (Map.Entry<String, String> change : leniency.entrySet()) {
                changed = changed.with(change.getKey(), change.getValue());
            }
            ServiceModels then = new ServiceModels(Impact.with(server, changed));
            // What is not changed for the listener it has of the other one; and there the log is right.
            Optional<CipherString> inForce = leniency.isEmpty() ? logged : Optional.empty();
            Optional<OpenSslServer> model = then.of(Optional.empty(), inForce);
            if (model.isPresent() && served.stream().allMatch(peer -> succeeds(peer, then, model.get()))) {
                return Optional.of(leniency);
            }
        }
        return Optional.empty();
    }

    private boolean succeeds(Peer peer, ServiceModels then, OpenSslServer model) {
        HelloCandidates shapes = HelloCandidates.of(peer, now);
        return !shapes.shapes().isEmpty()
                && shapes.shapes().stream()
                        .allMatch(shape -> then.outcome(model, shape).succeeds());
    }

    private TargetedRemedy remedy(
            List<Peer> served, ProtocolVersion lowest, String protocols, Map<String, String> leniency) {
        int port = freePort();
        Map<String, String> options = new LinkedHashMap<>();
        options.put("syslog_name", "postfix/legacy");
        options.put("smtpd_tls_security_level", "may");
        options.put(PROTOCOLS, protocols);
        leniency.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> options.put(entry.getKey(), entry.getValue()));
        List<String> service = new ArrayList<>();
        service.add(port + "      inet  n       -       n       -       -       smtpd");
        options.forEach((parameter, value) -> service.add("  -o " + parameter + "=" + value));
        List<String> redirects = served.stream()
                .map(peer -> redirect(peer.ipAddress().orElseThrow(), port))
                .distinct()
                .toList();
        boolean isBroken = lowest.equals(ProtocolVersion.SSLV3);
        return new TargetedRemedy(
                Kind.SECOND_LISTENER,
                "Redirect " + NoStartTls.count(served.size()) + " to a listener of their own that permits " + lowest
                        + ".",
                List.of(
                        new ConfigurationText(File.MASTER_CF, service),
                        new ConfigurationText(File.FIREWALL, redirects)),
                served,
                Confidence.LIKELY,
                isBroken
                        ? "SSLv3 is broken (POODLE); clear text for these clients is hardly worse, and simpler"
                        : lowest + " is old; only these clients get it",
                List.of(
                        "The redirects are for iptables; another address of this host, or a port that the partner is told,"
                                + " does as well.",
                        "Close port " + port + " to everybody else."),
                Optional.empty());
    }

    private static String redirect(PeerAddress address, int port) {
        return (address.isIpv6() ? "ip6tables" : "iptables") + " -t nat -A PREROUTING -p tcp -s " + address.asNetwork()
                + " --dport 25 -j REDIRECT --to-ports " + port;
    }

    private int freePort() {
        int port = FIRST_PORT;
        while (isTaken(String.valueOf(port))) {
            port++;
        }
        return port;
    }

    private boolean isTaken(String port) {
        return settings.services().stream()
                .anyMatch(
                        service -> service.name().equals(port) || service.name().endsWith(":" + port));
    }
}
