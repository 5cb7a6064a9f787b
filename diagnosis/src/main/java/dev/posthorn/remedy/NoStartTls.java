package dev.posthorn.remedy;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.PeerAddress;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.ServerTls;
import dev.posthorn.postfix.Setting;
import dev.posthorn.remedy.ConfigurationText.File;
import dev.posthorn.remedy.TargetedRemedy.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hides STARTTLS from clients that do better without (fact sheet on Postfix TLS configuration section 11). The key of the
 * table is the address of the client and nothing else.
 */
final class NoStartTls {

    private static final String PARAMETER = "smtpd_discard_ehlo_keyword_address_maps";
    private static final String TABLE = "cidr:" + File.NO_STARTTLS.path();

    private final MailServer server;

    NoStartTls(MailServer server) {
        this.server = server;
    }

    /** Why a client must keep STARTTLS; empty if it need not. */
    Optional<String> objection(Peer peer) {
        if (peer.ipAddress().filter(PeerAddress::isOfAPeer).isEmpty()) {
            return Optional.of("What the log gives as its address is none that may stand in a table.");
        }
        return requiresTls(peer)
                ? Optional.of("The service requires TLS; without STARTTLS this client could not send mail at all.")
                : Optional.empty();
    }

    private boolean requiresTls(Peer peer) {
        return server.settings().stream()
                .anyMatch(settings -> (peer.services().isEmpty() ? List.of("") : peer.services())
                        .stream()
                                .map(service -> settings.forInstance(Optional.of(service)))
                                .map(PostfixTlsSettings::server)
                                .anyMatch(ServerTls::isMandatory));
    }

    TargetedRemedy remedy(List<Peer> served) {
        List<String> table = new ArrayList<>();
        served.stream()
                .map(peer -> peer.ipAddress().orElseThrow().asNetwork())
                .distinct()
                .forEach(network -> table.add(network + "    starttls, silent-discard"));
        List<String> caveats = new ArrayList<>();
        caveats.add("A client that hides from STARTTLS sends everything in clear text from then on.");
        if (server.settings().isEmpty()) {
            caveats.add(
                    "Not together with smtpd_tls_security_level = encrypt: such a client could then not send mail.");
        }
        Optional<Setting> postscreen = server.settings()
                .flatMap(settings -> settings.setting("postscreen_discard_ehlo_keyword_address_maps"))
                .filter(Setting::isStated);
        if (postscreen.isPresent()) {
            caveats.add("postscreen_discard_ehlo_keyword_address_maps is set; what postscreen handles itself is decided"
                    + " there.");
        }
        return new TargetedRemedy(
                Kind.NO_STARTTLS,
                "Hide STARTTLS from " + count(served.size()) + ", so that the mail comes in clear text.",
                List.of(
                        new ConfigurationText(File.MAIN_CF, List.of(PARAMETER + " = " + value())),
                        new ConfigurationText(File.NO_STARTTLS, table)),
                served,
                Confidence.LIKELY,
                "the mail of these clients can be read on the way; others are not touched",
                caveats,
                Optional.empty());
    }

    /** What is there stays, behind: the first table that has a client decides. */
    private String value() {
        return server.settings()
                .flatMap(settings -> settings.setting(PARAMETER))
                .filter(Setting::isStated)
                .map(Setting::rawValue)
                .filter(value -> !value.isBlank() && !value.contains(TABLE))
                .map(value -> TABLE + ", " + value.strip())
                .orElse(TABLE);
    }

    static String count(int peers) {
        return peers == 1 ? "one client" : peers + " clients";
    }
}
