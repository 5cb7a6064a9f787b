package dev.posthorn.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTextTest {

    /** The texts are those of postfix-log-messages 3.3 and 11. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host mx.example.net[192.0.2.25] said: 550 5.1.1 <b@example.net>: unknown (in reply to RCPT TO command) | host HOST said: 550 5.1.1 <ADDRESS>: unknown (in reply to RCPT TO command)
            connect to mx.example.net[2001:db8::25]:25: Connection timed out | connect to HOST: Connection timed out
            connect to 192.0.2.25:25: Connection refused | connect to IP: Connection refused
            lost connection with mx.example.net[192.0.2.25] while receiving the initial server greeting | lost connection with HOST while receiving the initial server greeting
            Host or domain name not found. Name service error for name=example.net type=MX: Host not found, try again | Host or domain name not found. Name service error for name=DOMAIN type=MX: Host not found, try again
            mail for example.net loops back to myself | mail for DOMAIN loops back to myself
            250 2.0.0 Ok: queued as 5B2F0A113C | 250 2.0.0 Ok: queued as ID
            unknown user: "bert" | unknown user: "NAME"
            Service unavailable; Client host [192.0.2.99] blocked using dnsbl.example.org; https://dnsbl.example.org/q?192.0.2.99 | Service unavailable; Client host [IP] blocked using dnsbl.example.org; URL
            Client host rejected: cannot find your hostname, [2001:db8::7] | Client host rejected: cannot find your hostname, [IP]
            Cannot start TLS: handshake failure | Cannot start TLS: handshake failure
            421-4.7.0 [192.0.2.1 15] Our system has detected 4Xyz9aBcDe12 - gsmtp | 421-4.7.0 [IP 15] Our system has detected ID - gsmtp
            """)
    void text_aboutSomebody_isTheReasonAlone(String text, String reason) {
        assertThat(normalised(text)).isEqualTo(reason);
    }

    @Test
    void text_withoutEnd_isCut() {
        assertThat(normalised("word ".repeat(1_000))).hasSize(200);
    }

    @Test
    void texts_thatDifferInHostsOnly_areOneReason() {
        assertThat(normalised("host a.example.com[192.0.2.1] refused to talk to me: 554 no"))
                .isEqualTo(normalised("host b.example.org[2001:db8::2] refused to talk to me: 554 no"));
    }

    private static String normalised(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        KeyBuilder key = new KeyBuilder();
        new ReasonText().append(bytes, 0, bytes.length, key);
        return new String(key.bytes(), 0, key.length(), StandardCharsets.UTF_8);
    }
}
