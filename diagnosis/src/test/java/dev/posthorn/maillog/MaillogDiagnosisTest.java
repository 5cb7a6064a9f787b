package dev.posthorn.maillog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.diagnosis.SessionCause;
import dev.posthorn.diagnosis.SessionVerdict;
import org.junit.jupiter.api.Test;

class MaillogDiagnosisTest {

    private static final String PEER = "mx.example.com[192.0.2.10]";

    @Test
    void verdictOnAFailure_weighsWhatThePeerCameToAfterIt() {
        MaillogDiagnosis log = WrittenLog.log()
                .clientFails(PEER, WrittenLog.NO_SHARED_CIPHER, 60)
                .clientSucceeds(PEER, "TLSv1.2 with cipher AES128-GCM-SHA256 (128/128 bits)")
                .diagnose(MailServer.unknown());

        SessionVerdict verdict = log.verdictOn(log.failures().get(0).session());

        assertThat(verdict.cause()).isEqualTo(SessionCause.NO_SHARED_CIPHER);
        assertThat(verdict.context()).anyMatch(sentence -> sentence.contains("after this one: TLS in 1"));
    }
}
