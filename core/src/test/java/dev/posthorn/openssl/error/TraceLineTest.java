package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.error.TraceLine.Event;
import dev.posthorn.tls.AlertDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceLineTest {

    @ParameterizedTest
    @CsvSource({
        "SSL_accept:before/accept initialization, STATE, FIRST_BYTES",
        "SSL_accept:error in SSLv2/v3 read client hello A, FAILED, FIRST_BYTES",
        "SSL_accept:SSLv3 read client hello B, STATE, CLIENT_HELLO",
        "SSL_accept:error in SSLv3 read client hello C, FAILED, CLIENT_HELLO",
        "SSL_accept:error in SSLv3 read client certificate A, FAILED, CLIENT_CERTIFICATE",
        "SSL_connect:failed in SSLv3 read server certificate B, FAILED, SERVER_CERTIFICATE",
        "SSL_accept:want_read in SSLv3/TLS write server done, WAITING, SERVER_DONE",
        "SSL_accept:SSLv3/TLS read client key exchange, STATE, CLIENT_KEY_EXCHANGE",
        "SSL_accept:TLSv1.3 early data, STATE, CLIENT_HELLO",
        "SSL_connect:TLSv1.3 read server certificate verify, STATE, CERTIFICATE_VERIFY",
        "SSL_accept:error in error, FAILED, UNDETERMINED",
        "SSL_accept:error in some new state, FAILED, UNDETERMINED",
        "mx postfix/smtpd[12]: SSL_accept:SSLv3 flush data, STATE, UNDETERMINED"
    })
    void state_tellsTheStep(String line, Event event, HandshakeStep step) {
        TraceLine trace = TraceLine.find(line).orElseThrow();

        assertThat(trace.event()).isEqualTo(event);
        assertThat(trace.step()).isEqualTo(step);
        assertThat(trace.alert()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SSL3 alert read:fatal:unknown CA, ALERT_RECEIVED, 48",
        "SSL3 alert write:fatal:handshake failure, ALERT_SENT, 40",
        "SSL3 alert write:warning:no certificate, ALERT_SENT, 41",
        "SSL3 alert write:fatal:unknown, ALERT_SENT,",
        "'imap-login: Debug: SSL alert: where=0x4008, ret=552: fatal handshake failure [192.0.2.7]', ALERT_SENT, 40",
        "'imap-login: Warning: SSL alert: where=0x4004, ret=560: fatal unknown CA [192.0.2.7]', ALERT_RECEIVED, 48"
    })
    void alert_hasDirectionAndNumber(String line, Event event, Integer number) {
        TraceLine trace = TraceLine.find(line).orElseThrow();

        assertThat(trace.event()).isEqualTo(event);
        assertThat(trace.alert().map(AlertDescription::codePoint).orElse(null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "SSL3 alert write:warning:no certificate, true",
        "SSL3 alert read:fatal:unknown CA, false",
        "'SSL alert: where=0x4004, ret=256: warning close notify [192.0.2.7]', true",
        "'SSL alert: where=0x4004, ret=560: fatal unknown CA', false"
    })
    void alertOfTheLevelWarning_isNoFatalOne(String line, boolean isWarning) {
        assertThat(TraceLine.find(line).orElseThrow().isWarning()).isEqualTo(isWarning);
    }

    @Test
    void dovecotState_isReadFromItsNumbers() {
        TraceLine trace = TraceLine.find(
                        "imap-login: Warning: SSL: where=0x2001, ret=1: SSLv3 read client hello A [192.0.2.7]")
                .orElseThrow();

        assertThat(trace.event()).isEqualTo(Event.STATE);
        assertThat(trace.text()).isEqualTo("SSLv3 read client hello A");
        assertThat(trace.step()).isEqualTo(HandshakeStep.CLIENT_HELLO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSL_accept error from mail.example.com[192.0.2.7]: -1",
                "TLS error on connection from mail.example.com [192.0.2.7] (SSL_accept): error:1408A0C1:SSL routines:x:y",
                "SSL_accept: TCP connection closed by peer"
            })
    void otherLine_isNoTrace(String line) {
        assertThat(TraceLine.find(line)).isEmpty();
    }

    @Test
    void printed_isHarmless() {
        assertThat(TraceLine.find("SSL3 alert write:fatal:a\u001Bb"))
                .hasValueSatisfying(trace -> assertThat(trace).hasToString("alert sent: a\\u001Bb"));
    }
}
