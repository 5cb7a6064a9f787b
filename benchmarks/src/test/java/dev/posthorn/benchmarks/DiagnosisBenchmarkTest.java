package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.benchmarks.DiagnosisBenchmark.Counts;
import dev.posthorn.diagnosis.HandshakeDiagnosis;
import dev.posthorn.diagnosis.MaillogDiagnosis;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DiagnosisBenchmarkTest {

    private final DiagnosisBenchmark benchmark = new DiagnosisBenchmark();

    @Test
    void contenders_givenOneLog_countTheSame() throws IOException {
        Counts counts = benchmark.recipeBaseline(new Bytes());

        assertThat(Counts.of(benchmark.diagnosis(new Bytes()))).isEqualTo(counts);
        assertThat(counts.negotiated()).containsOnlyKeys("TLSv1.2 with DHE-RSA-AES256-GCM-SHA384 (256/256 bits)");
        assertThat(counts.failed()).isGreaterThan(MaillogDiagnosis.MAX_FAILURES);
    }

    @Test
    void diagnosis_explainsEveryFailure() throws IOException {
        assertThat(benchmark.diagnosis(new Bytes()).failures())
                .extracting(HandshakeDiagnosis::reason)
                .containsOnly("no shared cipher", "unknown protocol");
    }
}
