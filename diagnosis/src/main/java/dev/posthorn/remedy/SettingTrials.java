package dev.posthorn.remedy;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.openssl.BuildOption;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.PeerKind;
import dev.posthorn.peers.Peers;
import dev.posthorn.postfix.CipherSelection;
import dev.posthorn.postfix.EcdhGrade;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.Setting;
import dev.posthorn.remedy.ConfigurationText.File;
import dev.posthorn.remedy.TargetedRemedy.Kind;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tries changes of main.cf one at a time on the model of the server, and keeps those that let a failing peer succeed. Each
 * comes with its impact on all peers, so that what it would break is there to see.
 */
final class SettingTrials {

    private static final String PREFIX = "smtpd_tls_";
    private static final int MAX_TRIALS = 40;

    /** How a suite is counted that should be nobody's choice. */
    static final int WEAK = 2;

    private final Peers peers;
    private final List<Peer> failing;
    private final MailServer server;
    private final PostfixTlsSettings settings;
    private final KnownParameters known;
    private final List<Trial> trials = new ArrayList<>();

    /** A change that may help. */
    private record Trial(
            Map<String, String> changes, String purpose, String risk, List<String> caveats, boolean isOfVersion) {}

    SettingTrials(Peers peers, List<Peer> failing, MailServer server, PostfixTlsSettings settings) {
        this.peers = peers;
        this.failing = failing;
        this.server = server;
        this.settings = settings;
        this.known = new KnownParameters(Optional.of(settings.version()));
    }

    List<TargetedRemedy> find() {
        if (!settings.server().protocols().isValid()) {
            return repairedProtocols();
        }
        ecdh();
        exclusions();
        grade();
        List<TargetedRemedy> helpful = new ArrayList<>();
        trials.stream().limit(MAX_TRIALS).forEach(trial -> judge(trial).ifPresent(helpful::add));
        olderVersions().ifPresent(helpful::add);
        helpful.sort(Comparator.comparing(TargetedRemedy::confidence).thenComparing(SettingTrials::weakest));
        return withoutNeedlesslyWeak(helpful);
    }

    /** The weakest suite that a peer would gain: 0 with forward secrecy, 1 without, {@link #WEAK} if it is weak itself. */
    static int weakest(TargetedRemedy remedy) {
        return remedy.impact().orElseThrow().gaining().stream()
                .mapToInt(gain -> weakness(gain.after()))
                .max()
                .orElse(0);
    }

    private static int weakness(String outcome) {
        if (outcome.contains("DES") || outcome.contains("RC4") || outcome.contains("EXP")) {
            return WEAK;
        }
        return outcome.contains("DHE-") || outcome.contains("TLS_") ? 0 : 1;
    }

    /** What is weak is proposed only to those whom nothing better serves. */
    private static List<TargetedRemedy> withoutNeedlesslyWeak(List<TargetedRemedy> sorted) {
        Set<Peer> served = new HashSet<>();
        List<TargetedRemedy> needed = new ArrayList<>();
        for (TargetedRemedy remedy : sorted) {
            if (weakest(remedy) < WEAK || !served.containsAll(remedy.serves())) {
                needed.add(remedy);
                served.addAll(remedy.serves());
            }
        }
        return needed;
    }

    private Optional<TargetedRemedy> judge(Trial trial) {
        if (!trial.changes.keySet().stream().allMatch(known::has)) {
            return Optional.empty();
        }
        PostfixTlsSettings changed = settings;
        for (Map.Entry<String, String> change : trial.changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        MailServer then = Impact.with(server, changed);
        List<Peer> served = Impact.of(peers, failing, server, then).gaining().stream()
                .map(PeerImpact::peer)
                .toList();
        return served.isEmpty() ? doubtful(trial, then) : Optional.of(remedy(trial, served, Confidence.LIKELY, then));
    }

    /** To permit a version is necessary for clients that have no newer one; that it suffices may not be certain. */
    private Optional<TargetedRemedy> doubtful(Trial trial, MailServer then) {
        List<Peer> served = Impact.of(peers, failing, server, then).of(PeerImpact.Kind.UNDETERMINED).stream()
                .map(PeerImpact::peer)
                .filter(peer -> trial.isOfVersion && wantsVersion(peer))
                .toList();
        return served.isEmpty() ? Optional.empty() : Optional.of(remedy(trial, served, Confidence.OPEN, then));
    }

    private static boolean wantsVersion(Peer peer) {
        PeerKind kind = peer.finding().orElseThrow().kind();
        return kind == PeerKind.TLSV1_0_AT_MOST || kind == PeerKind.OLDER_VERSION;
    }

    private TargetedRemedy remedy(Trial trial, List<Peer> served, Confidence confidence, MailServer then) {
        List<String> lines = trial.changes.entrySet().stream()
                .map(change -> change.getKey() + " =" + (change.getValue().isEmpty() ? "" : " " + change.getValue()))
                .toList();
        List<String> caveats = new ArrayList<>(trial.caveats);
        if (confidence == Confidence.OPEN) {
            caveats.add(
                    "Necessary for them, but perhaps not enough: some of the known shapes of such clients share no suite"
                            + " with this server's cipher string, those that offer RC4 or 3DES only.");
        }
        return new TargetedRemedy(
                Kind.SETTINGS,
                trial.purpose,
                List.of(new ConfigurationText(File.MAIN_CF, lines)),
                served,
                confidence,
                trial.risk,
                caveats,
                Optional.of(Impact.of(peers, server, then)));
    }

    private void trial(String parameter, String value, String purpose, String risk, String... caveats) {
        trials.add(new Trial(Map.of(parameter, value), purpose, risk, List.of(caveats), false));
    }

    /** One unknown word switches TLS off; nothing else helps before it is gone. */
    private List<TargetedRemedy> repairedProtocols() {
        String parameter = settings.server().protocolParameter();
        List<Peer> served = failing.stream()
                .filter(peer -> peer.finding().orElseThrow().kind() == PeerKind.OUR_CONFIGURATION)
                .toList();
        return ProtocolWords.switchingOff(
                        Set.of(ProtocolVersion.SSLV2, ProtocolVersion.SSLV3), parameter, ", ", settings)
                .filter(list -> !served.isEmpty())
                .map(list -> new TargetedRemedy(
                        Kind.SETTINGS,
                        "Write the list of protocols in words that Postfix " + settings.version()
                                + " knows, so that TLS" + " works again.",
                        List.of(new ConfigurationText(File.MAIN_CF, List.of(parameter + " = " + list))),
                        served,
                        Confidence.CERTAIN,
                        "none",
                        List.of(),
                        Optional.of(Impact.of(peers, server, settings.with(parameter, list)))))
                .stream()
                .toList();
    }

    private void ecdh() {
        boolean buildHasCurves =
                server.openSsl().map(build -> build.has(BuildOption.ECDH)).orElse(true);
        if (settings.server().ecdhGrade() == EcdhGrade.NONE && buildHasCurves) {
            trial(
                    PREFIX + "eecdh_grade",
                    "strong",
                    "Give the server a curve, so that it can do ECDHE.",
                    "none worth mentioning",
                    "A Postfix that was compiled against an OpenSSL without elliptic curves accepts the setting in"
                            + " silence and stays as it was.");
        }
    }

    /** Each excluded word alone, where it stands. */
    private void exclusions() {
        for (CipherSelection.Exclusion exclusion : settings.server().ciphers().exclusions()) {
            exclusion.origin().ifPresent(origin -> without(exclusion.word(), origin));
        }
    }

    private void without(String word, Setting origin) {
        List<String> rest =
                origin.words().stream().filter(other -> !other.equals(word)).toList();
        if (rest.size() < origin.words().size()) {
            trial(
                    origin.parameter(),
                    String.join(", ", rest),
                    "Exclude " + word + " no longer.",
                    isWeak(word)
                            ? word + " is weak; but what such a peer does otherwise is clear text, or a bounce"
                            : "suites without forward secrecy may be agreed on; but what such a peer does otherwise is"
                                    + " clear text, or a bounce");
        }
    }

    private static boolean isWeak(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return upper.contains("DES")
                || upper.contains("RC4")
                || upper.contains("MEDIUM")
                || upper.contains("LOW")
                || upper.contains("EXP")
                || upper.contains("MD5");
    }

    /** The next lower grade. */
    private void grade() {
        Optional<Setting> grade = settings.server().ciphers().grade();
        if (grade.filter(setting -> setting.value().equalsIgnoreCase("high")).isPresent()) {
            trial(
                    grade.get().parameter(),
                    "medium",
                    "Allow suites of medium strength.",
                    "RC4 and the like are weak; but what such a peer does otherwise is clear text, or a bounce");
        }
    }

    /** As few old versions as help: the first that is enough for certain, else all, down to TLSv1.0. */
    private Optional<TargetedRemedy> olderVersions() {
        Set<ProtocolVersion> off = new TreeSet<>(settings.server().protocols().disabled());
        Optional<TargetedRemedy> best = Optional.empty();
        for (ProtocolVersion version : new TreeSet<>(off).descendingSet()) {
            if (!version.isAtLeast(ProtocolVersion.TLSV1_0)) {
                break;
            }
            off.remove(version);
            Optional<TargetedRemedy> found = permitting(version, off).flatMap(this::judge);
            if (found.filter(remedy -> remedy.confidence() != Confidence.OPEN).isPresent()) {
                return found;
            }
            best = found.isPresent() ? found : best;
        }
        return best;
    }

    private Optional<Trial> permitting(ProtocolVersion version, Set<ProtocolVersion> off) {
        String parameter = settings.server().protocolParameter();
        return ProtocolWords.switchingOff(off, parameter, ", ", settings)
                .map(list -> new Trial(
                        Map.of(parameter, list),
                        "Permit " + version + " again.",
                        version + " is old, but such a peer's alternative is clear text, or no delivery",
                        List.of("A submission port may stay strict: give it its own list with -o in master.cf."),
                        true));
    }
}
