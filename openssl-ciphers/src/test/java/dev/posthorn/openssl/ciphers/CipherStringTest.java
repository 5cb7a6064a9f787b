package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.Rejection.Reason;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The oddities a reader would not believe, one by one; that all of them are right together is shown by
 * {@link ExpansionVectorsTest}. Where a comment names a peer, that parser gets the case wrong.
 */
class CipherStringTest {

    private static final OpenSslBuild OLD = OpenSslBuild.parse("1.0.1e");
    private static final OpenSslBuild NEW = OpenSslBuild.parse("1.0.2u");

    private static List<String> names(String text, OpenSslBuild build) {
        return CipherString.parse(text).expandFor(build).suites().stream()
                .map(OpenSslCipherSuite::openSslName)
                .toList();
    }

    /** Tomcat and Elytron widen this to all of kRSA. */
    @Test
    void unknownWordInAJoin_dropsTheRule() {
        assertThat(names("kRSA+NOSUCH:AES128-SHA", NEW)).containsExactly("AES128-SHA");
    }

    /** Tomcat does not apply this: an anonymous suite survives. */
    @Test
    void killOfAJoin_killsTheIntersectionOnly() {
        assertThat(names("ALL:!aNULL+AES", NEW))
                .noneMatch(name -> name.startsWith("ADH-AES"))
                .anyMatch(name -> name.startsWith("ADH-CAMELLIA"));
    }

    /** Tomcat uses the catalogue's order, Elytron the JVM's. */
    @Test
    void deletedSuites_comeBackMostRecentlyDeletedFirst() {
        List<String> names = names("RC4-SHA:AES128-SHA:-RC4-SHA:-AES128-SHA:kRSA", NEW);

        assertThat(names.subList(0, 3)).containsExactly("AES128-SHA", "RC4-SHA", "AES256-GCM-SHA384");
    }

    /** Tomcat and Elytron expand it in the middle. */
    @Test
    void defaultInTheMiddle_isAnUnknownWord() {
        Expansion expansion = CipherString.parse("RC4-SHA:DEFAULT").expandFor(NEW);

        assertThat(expansion.suites()).hasSize(1);
        assertThat(expansion.notes()).singleElement().isInstanceOf(Note.UnknownTerm.class);
        assertThat(expansion.notes().get(0).explain()).contains("only at the start of a string");
    }

    /** Elytron accepts it, and a test of its own demands so. */
    @Test
    void danglingPlus_isAnInvalidCommand() {
        Expansion expansion = CipherString.parse("aNULL+").expandFor(NEW);

        assertThat(expansion.rejection().orElseThrow().reason()).isEqualTo(Reason.INVALID_COMMAND);
        assertThat(expansion.suites()).isEmpty();
    }

    /** Elytron takes ECDHE-RSA suites in. */
    @Test
    void rsa_isKeyExchangeAndAuthentication() {
        Expansion expansion = CipherString.parse("RSA+AES").expandFor(OLD);

        assertThat(names("RSA+AES", OLD))
                .containsExactlyInAnyOrder(
                        "AES256-GCM-SHA384",
                        "AES256-SHA256",
                        "AES256-SHA",
                        "AES128-GCM-SHA256",
                        "AES128-SHA256",
                        "AES128-SHA");
        assertThat(expansion.catalog().criteriaOf("RSA").orElseThrow()).hasToString("kx kRSA, au aRSA");
    }

    @ParameterizedTest
    @CsvSource({
        "'', NO_CIPHER_MATCH",
        "':::', NO_CIPHER_MATCH",
        "NOSUCH, NO_CIPHER_MATCH",
        "!ALL, NO_CIPHER_MATCH",
        "@STRENGTH, NO_CIPHER_MATCH",
        "@strength, INVALID_COMMAND",
        "ALL:@SECLEVEL=1, INVALID_COMMAND",
        "ALL:!, INVALID_COMMAND",
        "HIGH|RC4, INVALID_COMMAND",
        "!ALL:_, INVALID_COMMAND"
    })
    void refusal_hasTheReasonOfTheLibrary(String text, Reason reason) {
        assertThat(CipherString.parse(text).expandFor(NEW).rejection().map(Rejection::reason))
                .contains(reason);
    }

    @Test
    void syntaxError_isPointedAt() {
        Rejection rejection =
                CipherString.parse("ALL:HIGH|RC4").expandFor(NEW).rejection().orElseThrow();

        assertThat(rejection).hasToString("invalid command at 8..9");
    }

    @Test
    void skippedText_hidesItsErrors() {
        assertThat(names("foo!RSA|_:AES128-SHA", NEW)).containsExactly("AES128-SHA");
    }

    @Test
    void nul_endsTheString() {
        assertThat(names("AES128-SHA\0:_", NEW)).containsExactly("AES128-SHA");
    }

    @Test
    void suiteBKeyword_replacesTheWholeString() {
        assertThat(names("SUITEB128:ALL", NEW))
                .containsExactly("ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384");
        assertThat(names("SUITEB128:AES128-SHA", OpenSslBuild.parse("1.0.2d"))).containsExactly("AES128-SHA");
    }

    @Test
    void fate_ofEverySuite_namesTheRuleThatDecided() {
        Expansion expansion = CipherString.parse("HIGH:!aNULL:+RC4:-CAMELLIA").expandFor(NEW);

        assertThat(expansion.fateOf("ADH-AES256-SHA").explain()).isEqualTo("was killed by rule 2 \"!aNULL\"");
        assertThat(expansion.fateOf("CAMELLIA128-SHA").explain()).isEqualTo("was deleted by rule 4 \"-CAMELLIA\"");
        assertThat(expansion.fateOf("RC4-SHA").kind()).isEqualTo(SuiteFate.Kind.NEVER_MATCHED);
        assertThat(expansion.fateOf("KRB5-RC4-SHA").explain()).isEqualTo("is not in this build, which lacks krb5");
        assertThat(expansion.fateOf("ECDHE-RSA-CHACHA20-POLY1305").kind()).isEqualTo(SuiteFate.Kind.NOT_IN_RELEASE);
        assertThat(expansion.fateOf("ECDHE-RSA-AES256-GCM-SHA384").explain())
                .isEqualTo("is number 1 of the list, added by rule 1 \"HIGH\"");
    }

    @Test
    void fate_underARefusedString_isRefused() {
        Expansion expansion = CipherString.parse("AES128-SHA:_").expandFor(NEW);

        assertThat(expansion.fateOf("AES128-SHA").kind()).isEqualTo(SuiteFate.Kind.REFUSED);
    }

    @Test
    void fate_underDefault_namesTheRuleOfTheDefaultList() {
        Expansion expansion = CipherString.parse("DEFAULT:!RC4").expandFor(NEW);

        assertThat(expansion.fateOf("ADH-AES256-SHA").explain())
                .isEqualTo("was killed by rule 4 \"!aNULL\" of DEFAULT");
        assertThat(expansion.fateOf("RC4-SHA").explain()).isEqualTo("was killed by rule 1 \"!RC4\"");
    }

    @Test
    void typingError_isNoted() {
        Expansion expansion = CipherString.parse("ALL:!PSD").expandFor(OLD);

        assertThat(expansion.notes())
                .singleElement()
                .satisfies(
                        note -> assertThat(note.explain())
                                .isEqualTo(
                                        "rule 2 \"!PSD\" is ignored: this build does not know the word \"PSD\"; perhaps PSK is meant"));
    }

    @Test
    void contradiction_isNoted() {
        Expansion expansion = CipherString.parse("HIGH+FIPS:AES128-SHA").expandFor(OLD);

        assertThat(expansion.notes())
                .singleElement()
                .satisfies(
                        note -> assertThat(note.explain())
                                .isEqualTo(
                                        "rule 1 \"HIGH+FIPS\" is ignored: \"FIPS\" contradicts what stands before it (strength HIGH)"));
    }

    @Test
    void steps_tellWhatEachRuleChanged() {
        List<Step> steps = CipherString.parse("RC4:+RC4-SHA:-RC4-MD5:!aNULL")
                .expandFor(NEW)
                .steps();

        assertThat(steps)
                .extracting(step -> step.rule().operator())
                .containsExactly(Operator.ADD, Operator.ORDER, Operator.DELETE, Operator.KILL);
        assertThat(steps.get(0).added())
                .extracting(OpenSslCipherSuite::openSslName)
                .contains("RC4-SHA", "RC4-MD5");
        assertThat(steps.get(1).moved())
                .extracting(OpenSslCipherSuite::openSslName)
                .containsExactly("RC4-SHA");
        assertThat(steps.get(2).deleted())
                .extracting(OpenSslCipherSuite::openSslName)
                .containsExactly("RC4-MD5");
        assertThat(steps.get(3).killed())
                .extracting(OpenSslCipherSuite::openSslName)
                .contains("ADH-RC4-MD5");
        assertThat(steps.get(3).activeAfter())
                .isEqualTo(names("RC4:-RC4-MD5:!aNULL", NEW).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.9.8y", "1.0.2zh", "4.0.0"})
    void release_withoutCatalogue_isRefusedByName(String release) {
        assertThatThrownBy(() -> CipherString.parse("ALL").expandFor(OpenSslBuild.parse(release)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no catalogue of OpenSSL " + release);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.0.0t", "1.0.1e krb5", "1.0.2u krb5 ssl2 weak-ssl-ciphers gost", "1.1.1w gost", "3.0.15 gost"})
    void text_ofAnExpansion_fitsItsColumns(String build) {
        String text = "ALL:COMPLEMENTOFALL:" + "RSA+".repeat(30) + "RSA:" + "X".repeat(60) + ":RC4-MD5:!EXPORT";
        Expansion expansion = CipherString.parse(text).expandFor(OpenSslBuild.parse(build));

        assertThat(expansion.explain().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(160));
        assertThat(expansion.toString().lines().filter(line -> line.startsWith("note: ")))
                .isNotEmpty();
    }

    @Test
    void text_ofAnExpansion_underlinesTheRulesAndListsTheSuites() {
        assertThat(CipherString.parse("!aNULL:AES128-SHA:RC4-MD5:PSD").expandFor(NEW))
                .hasToString("""
                        OpenSSL 1.0.2u reads

                        !aNULL:AES128-SHA:RC4-MD5:PSD
                        ^~~~~~ ^~~~~~~~~~ ^~~~~~~ ^~~
                        as 2 suites

                        #  code  suite       standard name                 Kx   Au   Enc          Mac   since
                        1  002F  AES128-SHA  TLS_RSA_WITH_AES_128_CBC_SHA  RSA  RSA  AES128(128)  SHA1  SSLv3
                        2  0004  RC4-MD5     TLS_RSA_WITH_RC4_128_MD5      RSA  RSA  RC4(128)     MD5   SSLv3
                        note: rule 4 "PSD" is ignored: this build does not know the word "PSD"; perhaps PSK is meant
                        """);
    }

    @Test
    void text_ofAHostileString_isEscaped() {
        assertThat(CipherString.parse("ALL\u001b[2J:x\u202ey").expandFor(NEW).toString())
                .doesNotContain("\u001b", "\u202e");
    }
}
