package dev.posthorn.maillog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.posthorn.Posthorn;
import dev.posthorn.diagnosis.MailServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StartingCaseTest {
    @Test
    void tryIt() {
        String given = System.getProperty("posthorn.cases");
        assumeTrue(given != null, "posthorn.cases is not given");
        Path cases = Path.of(given);
        String gmail =
                "smtpd_tls_security_level = may\nsmtpd_tls_protocols = !SSLv2, !SSLv3\nsmtpd_tls_exclude_ciphers = aNULL, LOW, EXP, MEDIUM, ADH, AECDH, MD5, DSS, ECDSA, CAMELLIA128, 3DES, CAMELLIA256, RSA+AES, eNULL\n";
        String later =
                "smtpd_tls_security_level = may\nsmtpd_tls_protocols = !TLSv1, !SSLv2, !SSLv3\nsmtpd_tls_ciphers = high\n";
        for (String[] run : new String[][] {
            {"1-gmail-no-shared-cipher.log", gmail},
            {"2-gmail-no-shared-cipher-loglevel2.log", gmail},
            {"3-gmail-all-ciphers-succeeds.log", gmail},
            {"4-other-mtas-unknown-protocol.log", later},
            {"5-bare-fragments.log", later}
        }) {
            for (MailServer server :
                    new MailServer[] {MailServer.of("2.6.6", run[1], "1.0.1e"), MailServer.unknown()}) {
                MaillogDiagnosis log = Posthorn.diagnose(cases.resolve(run[0]), server);
                System.out.println("== " + run[0] + " " + server.openSsl());
                System.out.println(log.span() + " " + log.unrecognizedCounts() + " " + log.peers());
                log.peers().all().forEach(peer -> {
                    System.out.println(peer + " " + peer.counts());
                    peer.finding()
                            .ifPresent(f -> System.out.println("   " + f.possible() + f.because() + f.evidence()));
                });
                System.out.println("contradictions " + log.contradictions());
                log.remedies()
                        .remedies()
                        .forEach(r -> System.out.println(r.kind() + " " + r + "\n" + r.texts() + "\n risk " + r.risk()
                                + r.caveats() + "\n " + r.impact().map(i -> i + " " + i.all())));
                System.out.println(log.remedies().unserved());
            }
        }
        assertThat(given).isNotEmpty();
    }
}
