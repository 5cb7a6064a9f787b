package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.openssl.negotiation.ClientHelloProfile;
import dev.posthorn.table.TsvTable;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HelloGuessTest {

    @Test
    void everyShapeToTry_exists() {
        assertThat(HelloGuess.ORDER)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(ClientHelloProfile.forName(name)).isPresent());
    }

    @Test
    void everyDomainOfTheTable_hasAShapeThatExists() {
        TsvTable table = TsvTable.read("peer-profiles.tsv", HelloGuess.class.getResourceAsStream("peer-profiles.tsv"));

        assertThat(table.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(HelloGuess.byName(MailPeer.of("mx1." + row.text("domain"), "192.0.2.1")))
                        .isPresent());
    }

    @Test
    void peerOfAKnownDomain_isGuessedByName_inAnyCase() {
        assertThat(HelloGuess.byName(MailPeer.of("Mail-A.Google.COM", "192.0.2.1"))
                        .orElseThrow()
                        .profile()
                        .name())
                .isEqualTo("gmail-2018");
        assertThat(HelloGuess.byName(MailPeer.of("notgoogle.com", "192.0.2.1"))).isEmpty();
    }

    @Test
    void guessByName_thatDoesNotExplainTheLog_givesWay() {
        Optional<HelloGuess> byName = HelloGuess.byName(MailPeer.of("mx.google.com", "192.0.2.1"));

        Optional<HelloGuess> guess =
                HelloGuess.of(byName, profile -> profile.name().equals("java7"));

        assertThat(guess.orElseThrow().profile().name()).isEqualTo("java7");
        assertThat(HelloGuess.of(byName, profile -> false)).isEmpty();
    }
}
