package dev.posthorn.remedy;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.PeerKind;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.SecurityLevel;
import dev.posthorn.postfix.Setting;
import dev.posthorn.remedy.ConfigurationText.File;
import dev.posthorn.remedy.TargetedRemedy.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Policies for destinations whose servers fail (fact sheet on Postfix TLS configuration section 12). The key is the next hop:
 * the domain of the recipients unless mail is routed otherwise.
 */
final class PolicyEntries {

    private static final String PARAMETER = "smtp_tls_policy_maps";

    private final MailServer server;
    private final KnownParameters known;

    PolicyEntries(MailServer server) {
        this.server = server;
        this.known = new KnownParameters(server.settings().map(PostfixTlsSettings::version));
    }

    /** The policy that helps with a kind of servers, in the words of this version; empty if none does. */
    private Optional<String> policy(PeerKind kind) {
        if (!known.has(PARAMETER)) {
            return Optional.empty();
        }
        return switch (kind) {
            case OFFERS_NO_TLS, DOES_NOT_SPEAK_TLS, BROKEN -> Optional.of("none");
            case CERTIFICATE_REFUSED_HERE -> Optional.of("encrypt");
            // The attribute is of 2.5; below encrypt, attributes for ciphers are certain from 2.6 on.
            case WEAK_PARAMETERS -> known.isAtLeast(2, 6) ? Optional.of(level() + " exclude=kEDH") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private SecurityLevel level() {
        return server.settings()
                .map(settings -> settings.client().level())
                .filter(level -> level != SecurityLevel.NONE)
                .orElse(SecurityLevel.MAY);
    }

    /** Why a server gets no policy; empty if it gets one. */
    Optional<String> objection(Peer peer, PeerKind kind) {
        if (policy(kind).isEmpty()) {
            return Optional.of("No policy of this version of Postfix helps with such a server.");
        }
        return peer.domains().isEmpty()
                ? Optional.of("The log does not tell for which destination it was.")
                : Optional.empty();
    }

    TargetedRemedy remedy(List<Peer> served, PeerKind kind) {
        String policy = policy(kind).orElseThrow();
        Map<String, String> entries = new TreeMap<>();
        served.forEach(peer -> peer.domains().forEach(domain -> entries.put(domain, policy)));
        List<String> table = new ArrayList<>();
        entries.forEach((domain, value) -> table.add(domain + "    " + value));
        boolean isClearText = policy.equals("none");
        List<String> caveats = new ArrayList<>();
        caveats.add(
                "The key is the next hop: where a transport table or a relay host routes these domains elsewhere, it is"
                        + " that, in the same form.");
        if (!tableType().equals("texthash")) {
            caveats.add("Run postmap on the table after each change.");
        }
        return new TargetedRemedy(
                Kind.POLICY,
                "Deliver to " + (entries.size() == 1 ? "one destination" : entries.size() + " destinations")
                        + " with the policy \"" + policy + "\".",
                List.of(
                        new ConfigurationText(File.MAIN_CF, List.of(PARAMETER + " = " + value())),
                        new ConfigurationText(File.TLS_POLICY, table)),
                served,
                Confidence.LIKELY,
                isClearText
                        ? "mail to these destinations goes in clear text; others are not touched"
                        : "what these servers prove of themselves is no longer checked, or less of it; others are not"
                                + " touched",
                caveats,
                Optional.empty());
    }

    /** Text that needs no postmap is known from 2.8 on. */
    private String tableType() {
        return known.isAtLeast(2, 8) ? "texthash" : "hash";
    }

    private String value() {
        String table = tableType() + ":" + File.TLS_POLICY.path();
        return server.settings()
                .flatMap(settings -> settings.setting(PARAMETER))
                .filter(Setting::isStated)
                .map(Setting::rawValue)
                .filter(value -> !value.isBlank() && !value.contains(File.TLS_POLICY.path()))
                .map(value -> table + ", " + value.strip())
                .orElse(table);
    }
}
