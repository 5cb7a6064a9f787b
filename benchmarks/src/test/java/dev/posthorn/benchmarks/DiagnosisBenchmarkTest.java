package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.benchmarks.DiagnosisBenchmark.Counts;
import dev.posthorn.diagnosis.HandshakeDiagnosis;
import dev.posthorn.maillog.MaillogDiagnosis;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DiagnosisBenchmarkTest {

    @Test
    void contenders_givenOneLog_countTheSame() throws IOException {
        DiagnosisBenchmark benchmark = new DiagnosisBenchmark();
        Counts counts = benchmark.recipeBaseline(new Bytes());
        MaillogDiagnosis diagnosis = benchmark.diagnosis(new Bytes());

        assertThat(Counts.of(diagnosis)).isEqualTo(counts);
        assertThat(counts.negotiated()).containsOnlyKeys("TLSv1.2 with DHE-RSA-AES256-GCM-SHA384 (256/256 bits)");
        assertThat(diagnosis.failures())
                .hasSize((int) counts.failed())
                .extracting(HandshakeDiagnosis::reason)
                .containsOnly("no shared cipher", "unknown protocol")
                .contains("no shared cipher", "unknown protocol");
    }
}
