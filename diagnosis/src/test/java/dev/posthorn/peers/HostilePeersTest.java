package dev.posthorn.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.maillog.MaillogDiagnosis;
import dev.posthorn.maillog.WrittenLog;
import dev.posthorn.remedy.ConfigurationText;
import dev.posthorn.remedy.TargetedRemedy;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer decides what a log calls it; none of that may get into a configuration. */
class HostilePeersTest {

    private static final MailServer SERVER =
            MailServer.of("2.6.6", "smtpd_tls_security_level = may\nsmtp_tls_security_level = encrypt", "1.0.1e");

    private static List<String> lines(MaillogDiagnosis log) {
        return log.remedies().remedies().stream()
                .map(TargetedRemedy::texts)
                .flatMap(List::stream)
                .map(ConfigurationText::lines)
                .flatMap(List::stream)
                .toList();
    }

    /** The only characters that proposed lines are made of. */
    private static void assertThatLinesAreTame(MaillogDiagnosis log) {
        assertThat(lines(log)).allSatisfy(line -> assertThat(line).matches("[A-Za-z0-9 ._:/=,!>+-]*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(reboot)[$(reboot)]",
                "`id`[192.0.2.1;id]",
                "<script>alert(1)</script>[<b>]",
                "a\u001b[2Jb[192.0.2.1\u001b]",
                "x[0.0.0.0/0]",
                "x[192.0.2.1/0]",
                "x[192.0.2.1 -j ACCEPT]",
                "x[::/0]",
                "x[127.0.0.1]",
                "x[::1]",
                "x[0.0.0.0]",
                "x[224.0.0.1]",
                "x[192.0.2.01]",
                "x[192.0.2.256]",
                "x[fe80::1%eth0]",
                "x[1::2::3]",
                "x[2001:db8]",
                "x[]",
                "x[..]"
            })
    void hostilePeer_isInNoLine(String peer) {
        MaillogDiagnosis log = WrittenLog.log()
                .clientFails(peer, WrittenLog.UNKNOWN_CA)
                .clientFails(peer, WrittenLog.UNKNOWN_CA)
                .diagnose(SERVER);

        assertThat(lines(log)).isEmpty();
        assertThat(log.toString()).doesNotContain("\u001b");
        assertThat(log.peers().toString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@$(id).example",
                "a@ex ample.net",
                "a@[192.0.2.1]",
                "a@-x.example",
                "a@.",
                "a@example.net\u001b",
                "a@x;id",
                "a@*"
            })
    void hostileRecipient_isNoKeyOfATable(String recipient) {
        MaillogDiagnosis log = WrittenLog.log()
                .deliveryWithoutOffer("mx.example.net[192.0.2.25]:25", recipient)
                .diagnose(SERVER);

        assertThat(lines(log)).isEmpty();
    }

    @Property(tries = 200)
    void anyPeer_writesNothingIntoAConfiguration(
            @ForAll
                    @StringLength(max = 30)
                    @Chars({'[', ']', '.', ':', '$', '`', ' ', '%', '/', '<', '\'', '"', '\\'})
                    @CharRange(from = '0', to = 'g')
                    String name,
            @ForAll @StringLength(max = 30) @Chars({'.', ':', '/', '%', ' '}) @CharRange(from = '0', to = 'g')
                    String address) {
        assertThatLinesAreTame(WrittenLog.log()
                .clientFails(name + "[" + address + "]", WrittenLog.UNKNOWN_CA)
                .deliveryWithoutOffer("mx.example.net[192.0.2.25]:25", "x@" + name)
                .diagnose(SERVER));
    }

    @Property(tries = 1_000)
    void whatIsRead_isAnAddressThatTheJdkReadsAlike(
            @ForAll
                    @StringLength(max = 24)
                    @Chars({'.', ':'})
                    @CharRange(from = '0', to = '9')
                    @CharRange(from = 'a', to = 'f')
                    String text) {
        PeerAddress.parse(text).ifPresent(address -> {
            byte[] bytes;
            try {
                bytes = java.net.InetAddress.getByName(address.text())
                        .getAddress(); // A literal, so nothing is looked up.
            } catch (java.net.UnknownHostException e) {
                throw new AssertionError(text, e);
            }
            assertThat(bytes).hasSize(address.isIpv6() && !text.startsWith("::ffff:") ? 16 : bytes.length);
        });
    }

    @Example
    void properAddresses_areRead() {
        assertThat(List.of(
                        "192.0.2.25",
                        "0.0.0.0",
                        "255.255.255.255",
                        "2001:db8::1",
                        "::",
                        "::1",
                        "1::",
                        "2001:DB8:0:0:0:0:0:7",
                        "::ffff:192.0.2.1"))
                .allSatisfy(text -> assertThat(PeerAddress.parse(text)).isPresent());
    }

    @Example
    void improperAddresses_areNot() {
        assertThat(List.of(
                        "",
                        ".",
                        ":",
                        ":::",
                        "1.2.3",
                        "1.2.3.4.5",
                        "1.2.3.04",
                        "1.2.3.256",
                        "1:2:3:4:5:6:7",
                        "1:2:3:4:5:6:7:8:9",
                        "1:2:3:4:5:6:7::8",
                        "12345::",
                        "g::",
                        "::1%lo",
                        "1.2.3.4::",
                        "::1.2.3",
                        " 1.2.3.4",
                        "1.2.3.4\n"))
                .allSatisfy(text -> assertThat(PeerAddress.parse(text)).isEmpty());
    }
}
