package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.table.TsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExplanationsTest {

    @TestFactory
    Stream<DynamicTest> everyExample_isExplainedByTheEntryItStandsIn() {
        return Explanations.get().all().stream()
                .flatMap(entry -> entry.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(entry.origin() + " " + example, () -> {
                            HandshakeFailure failure = judge(example);

                            assertThat(failure.origin()).contains(entry.origin());
                            assertThat(entry.kinds()).contains(filedUnder(failure));
                        })));
    }

    private static FailureKind filedUnder(HandshakeFailure failure) {
        boolean isUnnamedAlert = failure.decidedBy() == DecidedBy.PEER_ALERT
                && failure.kind().symbol().startsWith("REASON_");
        return isUnnamedAlert ? new FailureKind("UNNAMED_ALERT") : failure.kind();
    }

    private static HandshakeFailure judge(String example) {
        HandshakeContext context = HandshakeContext.ofLog(example);
        return OpenSslError.find(example)
                .map(error -> HandshakeFailure.of(error, context))
                .orElseGet(() -> HandshakeFailure.ofLostConnection(context));
    }

    @Test
    void everyReasonOfTheHandshake_isExplained() {
        TsvTable reasons = TsvTable.read(
                "handshake-reasons.tsv", ExplanationsTest.class.getResourceAsStream("handshake-reasons.tsv"));

        assertThat(reasons.rows()).hasSize(236).allSatisfy(row -> {
            FailureKind kind = FailureKind.ofReasonText(row.text("reason"));

            assertThat(Explanations.get().all())
                    .as(kind.symbol())
                    .anyMatch(entry -> entry.kinds().contains(kind));
        });
    }

    @Test
    void everyKind_hasAnExampleOfItsOwn() {
        assertThat(Explanations.get().all())
                .allSatisfy(entry -> assertThat(entry.examples().stream()
                                .map(example -> filedUnder(judge(example)))
                                .distinct())
                        .as(entry.origin())
                        .containsExactlyInAnyOrderElementsOf(entry.kinds()));
    }

    /** An example must be a line that OpenSSL can print: its number and its text have to belong together. */
    @Test
    void everyExample_hasTheNumberOfItsText() {
        assertThat(Explanations.get().all())
                .flatExtracting(Explanation::examples)
                .filteredOn(example -> OpenSslError.find(example).isPresent())
                .allSatisfy(example -> {
                    OpenSslError error = OpenSslError.parse(example);

                    Set<String> recorded = ReasonMeanings.recorded(error).keySet();
                    if (!recorded.isEmpty()) { // 3.2 has reasons that no recorded release has.
                        assertThat(recorded)
                                .as(example)
                                .containsAll(
                                        ReasonMeanings.printed(error).stream().toList());
                    }
                });
    }

    @Test
    void everyEntry_hasReadingsWithEvidence() {
        assertThat(Explanations.get().all()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.readings()).as(entry.origin()).isNotEmpty();
            assertThat(entry.readings())
                    .extracting(rule -> rule.reading().cause())
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void everySentence_endsAsASentence() {
        assertThat(Explanations.get().all())
                .allSatisfy(
                        entry -> assertThat(sentences(entry)).as(entry.origin()).allMatch(text -> text.endsWith(".")));
    }

    private static List<String> sentences(Explanation entry) {
        List<String> sentences = new ArrayList<>(List.of(entry.summary(), entry.story(), entry.check()));
        List<Change> changes = new ArrayList<>(entry.remedies());
        for (ReadingRule rule : entry.readings()) {
            sentences.add(rule.reading().summary());
            sentences.add(rule.reading().evidence());
            changes.addAll(rule.reading().remedies());
        }
        for (Change change : changes) {
            sentences.add(change.what());
            sentences.add(change.risk());
        }
        return sentences;
    }

    @Test
    void everyFamily_hasEntries() {
        assertThat(Explanations.FAMILIES)
                .allSatisfy(family -> assertThat(Explanations.get().all())
                        .anyMatch(entry -> entry.origin().startsWith("explanations/" + family + ".txt:")));
    }
}
