package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.SuiteChange.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpansionDiffTest {

    private static Expansion expand(String text, String build) {
        return CipherString.parse(text).expandFor(OpenSslBuild.parse(build));
    }

    private static List<String> suites(List<SuiteChange> changes) {
        return changes.stream().map(change -> change.suite().toString()).toList();
    }

    @Test
    void sameStringUnderOneBuild_hasNoDifference() {
        ExpansionDiff diff = expand("HIGH:!aNULL", "1.0.2u").diff(expand("HIGH:!aNULL", "1.0.2i"));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff).hasToString("no difference\n");
    }

    /** Section 12: 3DES became MEDIUM in 1.0.2i. */
    @Test
    void suitesThatLostTheirClass_areLostForTheirAttributes() {
        ExpansionDiff diff = expand("HIGH", "1.0.2h").diff(expand("HIGH", "1.0.2i"));

        assertThat(diff.gained()).isEmpty();
        assertThat(suites(diff.lost())).contains("DES-CBC3-SHA");
        assertThat(diff.lost()).extracting(SuiteChange::reason).containsOnly(Reason.ATTRIBUTES);
    }

    /** Section 12: default list D1 to D2. */
    @Test
    void exportSuitesUnderDefault_areLostForTheDefaultList() {
        ExpansionDiff diff = expand("DEFAULT", "1.0.1l").diff(expand("DEFAULT", "1.0.1m"));

        assertThat(diff.lost()).isNotEmpty().extracting(SuiteChange::reason).containsOnly(Reason.DEFAULT_LIST);
        assertThat(suites(diff.lost())).allMatch(name -> name.startsWith("EXP-"));
    }

    /** Section 11: ECDHE is a word from 1.0.2 on. */
    @Test
    void suitesOfAWordThatOneBuildIgnores_areGainedForTheWord() {
        ExpansionDiff diff = expand("RC4-SHA:ECDHE", "1.0.1u").diff(expand("RC4-SHA:ECDHE", "1.0.2g"));

        assertThat(diff.gained()).isNotEmpty().extracting(SuiteChange::reason).containsOnly(Reason.WORD);
    }

    @Test
    void suitesOneReleaseDoesNotHave_areGainedForTheCatalogue() {
        ExpansionDiff diff = expand("AES", "1.0.0t").diff(expand("AES", "1.0.1k"));

        assertThat(diff.gained()).anySatisfy(change -> {
            assertThat(change.suite()).hasToString("AES128-GCM-SHA256");
            assertThat(change.reason()).isEqualTo(Reason.CATALOGUE);
            assertThat(change.before()).isEmpty();
        });
    }

    @Test
    void oneSuiteMovedToTheEnd_isTheOnlyOneMoved() {
        ExpansionDiff diff = expand("AES", "1.0.2u").diff(expand("AES:+AES256-SHA", "1.0.2u"));

        assertThat(suites(diff.moved())).containsExactly("AES256-SHA");
        assertThat(diff.moved().get(0).reason()).isEqualTo(Reason.STRING);
        assertThat(diff.gained()).isEmpty();
        assertThat(diff.lost()).isEmpty();
    }

    @Test
    void acceptedAndRefused_differ() {
        ExpansionDiff diff = expand("ALL:@SECLEVEL=1", "1.0.2u").diff(expand("ALL:@SECLEVEL=1", "1.1.0l"));

        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(130));
    }
}
