package dev.posthorn.postfix;

import dev.posthorn.openssl.ciphers.CipherString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Postfix's SMTP server gives to OpenSSL: effective values, once the level has chosen between the opportunistic and
 * the mandatory parameters.
 *
 * <p>The server decides this once per process; in no version does it depend on the client (fact sheet on Postfix TLS
 * configuration sections 5, 9 and 11).
 */
public final class ServerTls {

    private static final PostfixVersion ALWAYS_AUTO = new PostfixVersion(3, 6, 0);
    private static final PostfixVersion GRADES_FOR_OPPORTUNISTIC_TLS = new PostfixVersion(2, 6, 0);
    private static final PostfixVersion WEAK_GRADES_GONE = new PostfixVersion(3, 8, 0);

    private final PostfixTlsSettings settings;

    ServerTls(PostfixTlsSettings settings) {
        this.settings = settings;
    }

    /**
     * Must clients use TLS? Then the {@code smtpd_tls_mandatory_} parameters count, else they have no effect.
     *
     * @return true at level {@code encrypt} and above, and in wrapper mode
     */
    public boolean isMandatory() {
        String level = settings.value("smtpd_tls_security_level").toLowerCase(Locale.ROOT);
        boolean byLevel = switch (level) {
            case "" -> settings.isOn("smtpd_enforce_tls");
            case "none", "may" -> false;
            default -> true;
        };
        return byLevel || settings.isOn("smtpd_tls_wrappermode");
    }

    /**
     * The parameter that holds the list of protocols in force.
     *
     * @return {@code smtpd_tls_protocols} or {@code smtpd_tls_mandatory_protocols}
     */
    public String protocolParameter() {
        return isMandatory() ? "smtpd_tls_mandatory_protocols" : "smtpd_tls_protocols";
    }

    /**
     * The protocols in force.
     *
     * @return the list as this version reads it
     */
    public ProtocolList protocols() {
        return settings.protocolList(settings.value(protocolParameter()));
    }

    /**
     * The grade that chooses the list of suites.
     *
     * @return {@code high}, {@code medium}, {@code low}, {@code export} or {@code null}, in lower case, as stated if it
     *     is none of these
     */
    public String cipherGrade() {
        String grade = settings.value(gradeParameter()).toLowerCase(Locale.ROOT);
        boolean weak = grade.equals("low") || grade.equals("export");
        return weak && settings.version().isAtLeast(WEAK_GRADES_GONE) ? "medium" : grade;
    }

    private String gradeParameter() {
        return isMandatory() ? "smtpd_tls_mandatory_ciphers" : "smtpd_tls_ciphers";
    }

    /**
     * The parameter that holds the list of suites in force, before exclusions.
     *
     * @return such as {@code tls_high_cipherlist}
     */
    public String cipherListParameter() {
        // Before 2.6 opportunistic TLS had the grade "export" without asking anybody (smtpd.c, 2.5).
        boolean fixed = !isMandatory() && !settings.version().isAtLeast(GRADES_FOR_OPPORTUNISTIC_TLS);
        return "tls_" + (fixed ? "export" : cipherGrade()) + "_cipherlist";
    }

    /**
     * The parameters whose words are excluded, in the order in which Postfix reads them.
     *
     * @return names of parameters
     */
    public List<String> exclusionParameters() {
        return isMandatory()
                ? List.of("smtpd_tls_exclude_ciphers", "smtpd_tls_mandatory_exclude_ciphers")
                : List.of("smtpd_tls_exclude_ciphers");
    }

    /**
     * The words that Postfix appends as {@code :!word}: the exclusions, and {@code aNULL} if a client certificate is
     * asked for.
     *
     * @return the words in order
     */
    public List<String> exclusions() {
        List<String> words = new ArrayList<>();
        for (String parameter : exclusionParameters()) {
            Stream.of(settings.value(parameter).split("[\\s,:]+", -1))
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
        }
        if (settings.isOn("smtpd_tls_ask_ccert") || (isMandatory() && settings.isOn("smtpd_tls_req_ccert"))) {
            words.add("aNULL");
        }
        return words;
    }

    /**
     * The first exclusion that Postfix refuses because it starts with an operator; then every handshake fails.
     *
     * @return the word, empty if there is none
     */
    public Optional<String> badExclusion() {
        return exclusions().stream()
                .filter(word -> "!+-@".indexOf(word.charAt(0)) >= 0)
                .findFirst();
    }

    /**
     * The string that OpenSSL gets, as the log shows it at level 2.
     *
     * @return list and exclusions
     */
    public CipherString cipherString() {
        StringBuilder text = new StringBuilder(settings.value(cipherListParameter()));
        exclusions().forEach(word -> text.append(":!").append(word));
        return CipherString.parse(text.toString());
    }

    /**
     * What becomes of ephemeral ECDH. Compiled with an OpenSSL before 1.0.0, Postfix has none.
     *
     * @return the grade in force
     */
    public EcdhGrade ecdhGrade() {
        if (settings.version().isAtLeast(ALWAYS_AUTO)) {
            return EcdhGrade.AUTO;
        }
        boolean compiledIn = settings.headers().isAtLeast(dev.posthorn.openssl.OpenSslRelease.parse("1.0.0"));
        String grade = settings.value("smtpd_tls_eecdh_grade").toLowerCase(Locale.ROOT);
        return switch (compiledIn ? grade : "none") {
            case "strong" -> EcdhGrade.STRONG;
            case "ultra" -> EcdhGrade.ULTRA;
            case "auto" -> EcdhGrade.AUTO;
            // From 3.4 on "none" is answered by a warning and means "auto" (fact sheet section 7.1).
            case "none" -> settings.version().isAtLeast(new PostfixVersion(3, 4, 0)) ? EcdhGrade.AUTO : EcdhGrade.NONE;
            default -> EcdhGrade.NONE;
        };
    }

    /**
     * The name of the single curve that {@link EcdhGrade#STRONG} or {@link EcdhGrade#ULTRA} sets.
     *
     * @return OpenSSL's name of the curve, empty for the other grades
     */
    public Optional<String> ecdhCurve() {
        return switch (ecdhGrade()) {
            case STRONG -> Optional.of(settings.value("tls_eecdh_strong_curve"));
            case ULTRA -> Optional.of(settings.value("tls_eecdh_ultra_curve"));
            case NONE, AUTO -> Optional.empty();
        };
    }

    /**
     * Does the server's order of suites count, or the client's?
     *
     * @return true if {@code tls_preempt_cipherlist} is on; never before 2.8
     */
    public boolean preemptsCipherList() {
        return settings.isOn("tls_preempt_cipherlist");
    }
}
