package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.postfix.Finding.Severity;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at lists of protocols (fact sheet on Postfix TLS configuration section 6). */
final class LintProtocols {

    private static final OpenSslRelease WITH_TLSV1_2 = OpenSslRelease.parse("1.0.1");
    private static final OpenSslRelease WITHOUT_SSLV2 = OpenSslRelease.parse("1.1.0");
    private static final OpenSslRelease WITH_TLSV1_3 = OpenSslRelease.parse("1.1.1");
    private static final PostfixVersion BOUNDS = new PostfixVersion(3, 6, 0);

    private final Lint lint;

    LintProtocols(Lint lint) {
        this.lint = lint;
    }

    void look() {
        for (PostfixTlsSettings server : lint.servers()) {
            for (String prefix : List.of("smtpd", "tlsproxy")) {
                all(server, prefix, server.server().protocolParameter());
            }
            server(server);
        }
        for (PostfixTlsSettings client : lint.clients()) {
            for (String prefix : List.of("smtp", "lmtp")) {
                all(client, prefix, client.client().protocolParameter());
            }
        }
    }

    private void all(PostfixTlsSettings settings, String prefix, String inForce) {
        for (String parameter : List.of(prefix + "_tls_protocols", prefix + "_tls_mandatory_protocols")) {
            Lint.stated(settings, parameter)
                    .filter(setting -> setting.problem().isEmpty())
                    .ifPresent(setting -> list(setting, settings, parameter.equals(inForce)));
        }
    }

    private void list(Setting setting, PostfixTlsSettings settings, boolean isInForce) {
        ProtocolList list = settings.protocolList(setting.value());
        if (!list.isValid()) {
            invalid(setting, list, settings, isInForce);
            return;
        }
        if (list.enabledOf(available(settings)).isEmpty()) {
            lint.add(
                    LintRule.NO_PROTOCOL_LEFT,
                    isInForce ? Severity.ERROR : Severity.WARNING,
                    setting,
                    "Of what OpenSSL has (" + words(available(settings)) + ") nothing is left, so that every handshake"
                            + " fails.",
                    "Leave at least one protocol on.");
        }
        idleWords(setting, list);
        leftOn(setting, list, settings);
    }

    private void invalid(Setting setting, ProtocolList list, PostfixTlsSettings settings, boolean isInForce) {
        String word = list.unknownWord().orElse("");
        Optional<LoggedMessage> message = list.complaint(setting.parameter());
        lint.add(
                LintRule.BAD_PROTOCOL_LIST,
                isInForce ? Severity.ERROR : Severity.WARNING,
                setting,
                "Postfix " + lint.version() + " does not know the word \"" + word + "\", and one unknown word makes the"
                        + " whole list invalid" + (isInForce ? "" : " once it counts") + ". It logs: "
                        + message.map(LoggedMessage::toString).orElse(""),
                fix(word, known(settings)));
    }

    private static List<String> known(PostfixTlsSettings settings) {
        return ProtocolNames.of(settings.version(), settings.headers()).map(ProtocolNames::known).stream()
                .flatMap(List::stream)
                .map(ProtocolVersion::openSslName)
                .toList();
    }

    private String fix(String word, List<String> known) {
        if (ProtocolBound.looksLike(word) && !lint.version().isAtLeast(BOUNDS)) {
            return ">= and <= came with Postfix 3.6. " + useOnly(known);
        }
        String bare = word.startsWith("!") ? word.substring(1) : word;
        return NearName.of(bare, known)
                .filter(name -> ProtocolVersion.forOpenSslName(bare).isEmpty())
                .map(name -> "Perhaps " + name + " is meant.")
                .orElseGet(() -> useOnly(known));
    }

    private static String useOnly(List<String> known) {
        return "Use only " + String.join(", ", known) + "; to switch SSL off, write !SSLv2, !SSLv3 and nothing else.";
    }

    private void idleWords(Setting setting, ProtocolList list) {
        if (!list.withoutEffect().isEmpty()) {
            lint.add(
                    LintRule.IDLE_PROTOCOL_WORD,
                    Severity.WARNING,
                    setting,
                    "This Postfix accepts the word, but can neither switch " + words(list.withoutEffect())
                            + " on nor off.",
                    "Do not rely on it.");
        }
        List<ProtocolVersion> both =
                list.included().stream().filter(list.excluded()::contains).toList();
        if (!both.isEmpty()) {
            lint.add(
                    LintRule.CONFLICT,
                    Severity.WARNING,
                    setting,
                    words(both) + " stands there with and without an exclamation mark; it is off.",
                    "Remove one of them.");
        } else if (!list.included().isEmpty() && !list.excluded().isEmpty()) {
            lint.add(
                    LintRule.IDLE_PROTOCOL_WORD,
                    Severity.NOTE,
                    setting,
                    "A list that names protocols to be on switches all others off that Postfix knows; the words with an"
                            + " exclamation mark change nothing.",
                    "Name either what is on, or what is off.");
        }
    }

    /** A list of what is on, which cannot name what came later. */
    private void leftOn(Setting setting, ProtocolList list, PostfixTlsSettings settings) {
        if (list.included().isEmpty()) {
            return;
        }
        List<ProtocolVersion> meantOff = list.enabledOf(available(settings)).stream()
                .filter(protocol -> !list.included().contains(protocol))
                .toList();
        if (!meantOff.isEmpty()) {
            lint.add(
                    LintRule.IDLE_PROTOCOL_WORD,
                    Severity.WARNING,
                    setting,
                    "It names " + words(list.included()) + " and leaves " + words(meantOff)
                            + " on, too: what this Postfix does not know it cannot switch off.",
                    "Do not rely on it as an upper limit.");
        }
    }

    /** What becomes of peers that stop at TLSv1.0 (fact sheet on handshake failures section 6). */
    private void server(PostfixTlsSettings settings) {
        ServerTls server = settings.server();
        ProtocolList list = server.protocols();
        Setting setting = server.protocolSetting();
        boolean speaksTls =
                server.level().filter(level -> level != SecurityLevel.NONE).isPresent();
        if (!speaksTls || !setting.isStated() || !list.disabled().contains(ProtocolVersion.TLSV1_0)) {
            return;
        }
        List<ProtocolVersion> left = list.enabledOf(available(settings));
        boolean goesOn =
                server.level().filter(level -> level == SecurityLevel.MAY).isPresent();
        lint.add(
                LintRule.SHUTS_OUT_OLD_PEERS,
                goesOn ? Severity.WARNING : Severity.NOTE,
                setting,
                "It switches off " + words(List.copyOf(list.disabled())) + " and leaves "
                        + (left.isEmpty() ? "nothing" : words(left))
                        + ". Shut out are peers that stop at TLSv1.0 (Exchange 2003 to 2010, old Java, old appliances), not"
                        + " only those with SSL; OpenSSL 1.0.x calls that \"unknown protocol\", later releases"
                        + " \"unsupported protocol\". With an OpenSSL up to 1.0.0 nothing newer than TLSv1.0 exists.",
                goesOn
                        ? "On port 25 leave TLSv1.0 on: what such a peer does otherwise is deliver in clear text, or not"
                                + " at all."
                        : "Keep it if every client is known to do better.");
    }

    /** What the OpenSSL has that Postfix runs with, or was compiled with, or may have. */
    private List<ProtocolVersion> available(PostfixTlsSettings settings) {
        Optional<OpenSslRelease> release =
                lint.build().map(build -> build.release()).or(settings::headers);
        return Stream.of(
                        release.filter(known -> known.isAtLeast(WITHOUT_SSLV2)).isPresent()
                                ? Stream.<ProtocolVersion>of()
                                : Stream.of(ProtocolVersion.SSLV2),
                        Stream.of(ProtocolVersion.SSLV3, ProtocolVersion.TLSV1_0),
                        release.map(known -> known.isAtLeast(WITH_TLSV1_2)).orElse(true)
                                ? Stream.of(ProtocolVersion.TLSV1_1, ProtocolVersion.TLSV1_2)
                                : Stream.<ProtocolVersion>of(),
                        release.map(known -> known.isAtLeast(WITH_TLSV1_3))
                                        .orElse(settings.version().isAtLeast(BOUNDS))
                                ? Stream.of(ProtocolVersion.TLSV1_3)
                                : Stream.<ProtocolVersion>of())
                .flatMap(versions -> versions)
                .toList();
    }

    private static String words(List<ProtocolVersion> versions) {
        return versions.stream().sorted().map(ProtocolVersion::openSslName).collect(Collectors.joining(", "));
    }
}
