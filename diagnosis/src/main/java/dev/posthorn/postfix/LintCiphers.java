package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.Note;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.postfix.Finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at grades, cipher lists and exclusions (fact sheet on Postfix TLS configuration sections 3 to 5). */
final class LintCiphers {

    private static final List<String> GRADES = List.of("high", "medium", "low", "export", "null");
    private static final Set<String> ANONYMOUS = Set.of("aNULL", "ADH", "AECDH");

    /** Words are tried on the release that knows most of them, where nobody told which OpenSSL it is. */
    private static final OpenSslBuild WORDIEST = OpenSslBuild.parse("1.0.2u");

    private static final int MAX_WORDS = 500;
    private static final String PEER = "host[address]";

    private final Lint lint;

    LintCiphers(Lint lint) {
        this.lint = lint;
    }

    void look() {
        for (String prefix : List.of("smtpd", "tlsproxy", "smtp", "lmtp")) {
            grade(prefix + "_tls_ciphers");
            grade(prefix + "_tls_mandatory_ciphers");
            exclusions(prefix + "_tls_exclude_ciphers");
            exclusions(prefix + "_tls_mandatory_exclude_ciphers");
        }
        for (String grade : GRADES) {
            lint.stated("tls_" + grade + "_cipherlist").ifPresent(setting -> unknownWords(setting, setting.value()));
        }
        lint.servers().forEach(settings -> refused(settings.server().ciphers()));
        lint.clients().stream()
                .filter(settings -> settings.client().level() != SecurityLevel.NONE)
                .forEach(settings -> refused(settings.client().ciphers()));
        anonymous();
    }

    private Stream<PostfixTlsSettings> everywhere() {
        return Stream.concat(lint.servers().stream(), lint.clients().stream());
    }

    private void grade(String parameter) {
        everywhere()
                .flatMap(settings -> Lint.stated(settings, parameter).stream())
                .filter(setting -> setting.problem().isEmpty())
                .filter(setting -> !CipherSelection.isGrade(setting.value()))
                .forEach(setting -> lint.add(
                        LintRule.BAD_VALUE,
                        Severity.ERROR,
                        setting,
                        "\"" + setting.value() + "\" is no grade" + gradeMessage(setting),
                        "Write "
                                + NearName.of(setting.value(), GRADES).orElse("high, medium, low, export or null")
                                + "; lists of suites go into tls_high_cipherlist and its kin."));
    }

    private String gradeMessage(Setting setting) {
        return new CipherSelection(lint.version(), Optional.of(setting), Optional.empty(), List.of())
                .complaint(PEER)
                .map(message -> "; every handshake that it counts for fails, and Postfix logs: " + message)
                .orElse(" and is ignored.");
    }

    private void exclusions(String parameter) {
        everywhere()
                .flatMap(settings -> Lint.stated(settings, parameter).stream())
                .distinct()
                .forEach(setting -> setting.words().stream().limit(MAX_WORDS).forEach(word -> {
                    CipherSelection.Exclusion exclusion = new CipherSelection.Exclusion(word, Optional.of(setting));
                    if (exclusion.isBad()) {
                        badExclusion(exclusion, setting);
                    } else {
                        unknownWords(setting, "ALL:!" + word);
                    }
                }));
    }

    private void badExclusion(CipherSelection.Exclusion exclusion, Setting setting) {
        Optional<LoggedMessage> message = new CipherSelection(
                        lint.version(), Optional.of(setting), Optional.of(setting), List.of(exclusion))
                .complaint(PEER);
        lint.add(
                LintRule.BAD_EXCLUSION,
                Severity.ERROR,
                setting,
                "\"" + exclusion.word() + "\" begins with an operator, and then every handshake fails"
                        + message.map(found -> "; Postfix logs: " + found).orElse("."),
                "Write \"" + exclusion.word().substring(1) + "\": Postfix puts the exclamation mark in front.");
    }

    private void unknownWords(Setting setting, String string) {
        catalog()
                .filter(catalog -> string.length() <= CipherSelection.MAX_EXPANDED)
                .map(catalog -> CipherString.parse(string).expandWith(catalog))
                .map(Expansion::notes)
                .ifPresent(notes -> notes.stream()
                        .filter(Note.UnknownTerm.class::isInstance)
                        .map(Note.UnknownTerm.class::cast)
                        .filter(this::isUnknown)
                        .limit(MAX_WORDS)
                        .forEach(note -> unknownWord(note, setting)));
    }

    private Optional<CipherCatalog> catalog() {
        return CipherCatalog.forBuild(lint.build().orElse(WORDIEST));
    }

    /** Without a build at hand, only what no release knows is a mistake. */
    private boolean isUnknown(Note.UnknownTerm note) {
        String word = note.term().word();
        return lint.build().isPresent()
                || (CipherCatalog.releasesKnowing(word).isEmpty()
                        && note.catalog().optionsForWord(word).isEmpty()
                        && !word.equals("DEFAULT"));
    }

    private void unknownWord(Note.UnknownTerm note, Setting setting) {
        String word = note.term().word();
        Optional<String> near = note.nearestWord();
        lint.add(
                LintRule.UNKNOWN_CIPHER_WORD,
                Severity.WARNING,
                setting,
                lint.build()
                                .map(build -> "OpenSSL " + build.release() + " does not know")
                                .orElse("No OpenSSL knows") + " the word \"" + word
                        + "\"; the rule it stands in is ignored in silence.",
                near.map(found -> "Perhaps " + found + " is meant.").orElse("Remove it."));
    }

    private void refused(CipherSelection ciphers) {
        lint.build()
                .filter(build -> ciphers.complaint(PEER).isEmpty())
                .flatMap(build -> ciphers.complaint(PEER, build))
                .ifPresent(message -> ciphers.list()
                        .ifPresent(list -> lint.add(
                                LintRule.REFUSED_CIPHER_STRING,
                                Severity.ERROR,
                                list,
                                "OpenSSL refuses the string that it is the beginning of, and every handshake fails. Postfix logs: "
                                        + message,
                                "Take exclusions back until suites are left.")));
    }

    private void anonymous() {
        Stream.of("smtpd_tls_exclude_ciphers", "smtpd_tls_mandatory_exclude_ciphers")
                .flatMap(parameter -> lint.stated(parameter).stream())
                .filter(setting -> setting.words().stream().anyMatch(ANONYMOUS::contains))
                .forEach(setting -> lint.add(
                        LintRule.ANONYMOUS_EXCLUDED,
                        Severity.NOTE,
                        setting,
                        "A server that excludes anonymous suites protects nobody: a client that wants to know the server"
                                + " offers none, and one that does not care only pays for a certificate it does not check."
                                + " If client certificates are asked for, Postfix excludes aNULL by itself.",
                        "Take aNULL, ADH and AECDH out, unless a scanner has to be pleased."));
    }
}
