package dev.posthorn.parsers.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.parsers.bytes.Lifetime;
import dev.posthorn.parsers.syslog.EnvelopeReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostfixReaderTest {

    private final Lifetime lifetime = new Lifetime();
    private final EnvelopeReader envelopes = new EnvelopeReader(lifetime);
    private final PostfixReader postfix = new PostfixReader(lifetime, envelopes);

    /** rsyslog cuts the daemon off; the text says which kind it is all the same (maillog-dialects 1, D3). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    connect from mx1.example.com[192.0.2.10]                                  | SMTPD_CONNECT
                    3D2F11A0C4: message-id=<1@example.com>                                    | CLEANUP_MESSAGE_ID
                    3D2F11A0C4: to=<b@example.net>, relay=none, delay=1, status=sent (x)      | DELIVERY
                    warning: Connection rate limit exceeded: 4 from x[192.0.2.9] for service s | SMTPD_LIMIT_EXCEEDED
                    refreshing the Postfix mail system                                        | POSTFIX_SCRIPT
                    PASS OLD [192.0.2.9]:40212                                                | POSTSCREEN_PASS
                    """)
    void text_ofALostDaemon_isRecognisedWhereItIsUnambiguous(String text, MaillogKind kind) {
        assertThat(read("<22>1 2026-11-04T08:05:01Z mail postfix 2101 - -  " + text))
                .isEqualTo(kind);
    }

    /** postscreen and tlsproxy say the same; a text that any program may print says nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DISCONNECT [192.0.2.9]:40212",
                "3D2F11A0C4: removed",
                "warning: something is odd",
                "fatal: no way"
            })
    void text_ofALostDaemon_isNotGuessedWhereItIsAmbiguous(String text) {
        assertThat(read("<22>1 2026-11-04T08:05:01Z mail postfix 2101 - -  " + text))
                .isEqualTo(MaillogKind.UNRECOGNIZED);
        assertThat(postfix.reason()).isEqualTo(UnrecognizedReason.UNKNOWN_MESSAGE);
    }

    @Test
    void warning_thatNobodyKnows_isAGenericOne() {
        assertThat(read("postfix/smtpd[1]: warning: the moon is full")).isEqualTo(MaillogKind.GENERIC_WARNING);
        assertThat(read("postfix/smtpd[1]: error: the moon is full")).isEqualTo(MaillogKind.GENERIC_ERROR);
        assertThat(read("postfix/smtpd[1]: the moon is full")).isEqualTo(MaillogKind.UNRECOGNIZED);
    }

    /** It was cut or changed on its way: as a generic one it would look whole. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postfix/smtpd[1]: warning: TLS library problem:",
                "postfix/smtpd[1]: warning: Invalid TLS protocol list \"TLS",
                "postfix/smtpd[1]: warning: Refusing STARTTLS request fr",
                "postfix/smtpd[1]: warning: x[192.0.2.9]: SASL LOGIN authentication fai",
                "postfix/smtpd[1]: warning: x[192.0.2.9]: SA"
            })
    void warning_thatBeginsLikeOneWeKnow_isDamagedRatherThanNew(String line) {
        assertThat(read(line)).isEqualTo(MaillogKind.UNRECOGNIZED);
    }

    @Test
    void warning_thatEndsWithinAKnownOne_isNotANewOne() {
        assertThat(read("postfix/smtpd[1]: warning: Connection rate lim")).isEqualTo(MaillogKind.UNRECOGNIZED);
        assertThat(read("postfix/smtpd[1]: warning: Connection ra")).isEqualTo(MaillogKind.UNRECOGNIZED);
        assertThat(read("postfix/smtpd[1]: warning: ")).isEqualTo(MaillogKind.UNRECOGNIZED);
        assertThat(read("postfix/smtpd[1]: warning: Connection radiant")).isEqualTo(MaillogKind.GENERIC_WARNING);
    }

    @Test
    void repetition_ofAProgramThatSaysAnything_isNoMessageOfIt() {
        assertThat(read("postfix/postfix-script[1]: message repeated 2 times: [ x]"))
                .isEqualTo(MaillogKind.UNRECOGNIZED);
        assertThat(read("postfix/postfix-script[1]: last message repeated 2 times"))
                .isEqualTo(MaillogKind.UNRECOGNIZED);
    }

    @Test
    void trace_ofWhatIsNoFunction_isNotRecognized() {
        assertThat(read("postfix/smtpd[1]: match_hostname: a ~? b")).isEqualTo(MaillogKind.VERBOSE_TRACE);
        assertThat(read("postfix/smtpd[1]: host_12: a ~? b")).isEqualTo(MaillogKind.UNRECOGNIZED);
        assertThat(read("postfix/smtpd[1]: sender_name: a ~? b")).isEqualTo(MaillogKind.UNRECOGNIZED);
        assertThat(read("postfix/smtpd[1]: match_: a ~? b")).isEqualTo(MaillogKind.UNRECOGNIZED);
    }

    @Test
    void tag_ofSendmailWithoutInstance_isSendmails() {
        assertThat(read("Nov  4 09:05:01 mail sendmail[7]: warning: x")).isEqualTo(MaillogKind.UNRECOGNIZED);
        assertThat(postfix.reason()).isEqualTo(UnrecognizedReason.FOREIGN_PROGRAM);
        assertThat(read("Nov  4 09:05:01 mail postfix/sendmail[7]: warning: x")).isEqualTo(MaillogKind.GENERIC_WARNING);
    }

    private MaillogKind read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        envelopes.read(bytes, 0, bytes.length);
        return postfix.read();
    }
}
