package dev.posthorn.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.diagnosis.SmtpSession;
import dev.posthorn.diagnosis.TlsOutcome;
import dev.posthorn.mail.MailPeer;
import org.junit.jupiter.api.Test;

/** A million different peers: what is kept is bounded, and what is missing is said. */
class ManyPeersTest {

    private static SmtpSession failed(String address, long line) {
        return SmtpSession.builder()
                .firstLine(line)
                .lineCount(1)
                .isTlsAttempted(true)
                .tlsOutcome(TlsOutcome.LOST_AFTER_STARTTLS)
                .peer(MailPeer.of("unknown", address))
                .build();
    }

    private static String address(int number) {
        return "2001:db8::" + Integer.toHexString(number >> 16) + ":" + Integer.toHexString(number & 0xFFFF);
    }

    @Test
    void fewPeers_areExact() {
        PeerLedger ledger = new PeerLedger(MailServer.unknown(), 100);
        for (int i = 0; i < 100; i++) {
            ledger.add(failed(address(i), i + 1));
        }

        assertThat(ledger.peers().isExact()).isTrue();
        assertThat(ledger.peers().all()).hasSize(100);
    }

    @Test
    void millionPeers_areBounded_andTheFrequentOnesAreKept() {
        PeerLedger ledger = new PeerLedger(MailServer.unknown(), 1_000);
        int frequent = 0;
        for (int i = 0; i < 1_000_000; i++) {
            ledger.add(failed(address(i), i + 1));
            if (i % 1_000 == 0) {
                ledger.add(failed("192.0.2.7", i + 1));
                frequent++;
            }
        }
        Peers peers = ledger.peers();

        assertThat(peers.all()).hasSizeLessThanOrEqualTo(2_000);
        assertThat(peers.isExact()).isFalse();
        assertThat(peers.all().get(0).address()).isEqualTo("192.0.2.7");
        assertThat(peers.all().get(0).counts().sessions()).isEqualTo(frequent);
        assertThat(peers.errorBound()).isBetween(1L, 1_000L);
        assertThat(peers.forgotten() + peers.all().size()).isEqualTo(1_000_001);
    }

    @Test
    void sessionsWithoutPeer_areCounted() {
        PeerLedger ledger = new PeerLedger(MailServer.unknown());
        ledger.add(failed("unknown", 1));

        assertThat(ledger.peers().all()).isEmpty();
        assertThat(ledger.peers().failedWithoutPeer()).isEqualTo(1);
    }
}
