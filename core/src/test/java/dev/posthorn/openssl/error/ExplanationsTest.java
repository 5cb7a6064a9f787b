package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
                            HandshakeFailure failure = HandshakeFailure.of(OpenSslError.parse(example));

                            assertThat(failure.origin()).contains(entry.origin());
                            assertThat(failure.kind()).isEqualTo(entry.kind());
                        })));
    }

    @Test
    void everyEntry_hasReadingsWithEvidence() {
        assertThat(Explanations.get().all()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.readings()).as(entry.origin()).isNotEmpty();
            assertThat(entry.readings()).extracting(Reading::cause).doesNotHaveDuplicates();
        });
    }

    @Test
    void everySentence_endsAsASentence() {
        assertThat(Explanations.get().all())
                .allSatisfy(entry -> assertThat(Stream.of(
                                        List.of(entry.summary(), entry.story(), entry.check()),
                                        entry.readings().stream()
                                                .map(Reading::summary)
                                                .toList(),
                                        entry.readings().stream()
                                                .map(Reading::evidence)
                                                .toList(),
                                        HandshakeFailure.of(OpenSslError.parse(
                                                        entry.examples().get(0)))
                                                .remedies()
                                                .stream()
                                                .flatMap(change -> Stream.of(change.what(), change.risk()))
                                                .toList())
                                .flatMap(List::stream))
                        .as(entry.origin())
                        .allMatch(text -> text.endsWith(".")));
    }

    @Test
    void everyFamily_hasEntries() {
        assertThat(Explanations.FAMILIES)
                .allSatisfy(family -> assertThat(Explanations.get().all())
                        .anyMatch(entry -> entry.origin().startsWith("explanations/" + family + ".txt:")));
    }
}
